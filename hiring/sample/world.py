"""The invented company's fixed facts: roles, regions, sources, competencies and its calendar."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.sample.days import day, month_of

COMPANY = "Brackenfold Instruments"
MAIL = "brackenfold.example"

AS_OF = day(2026, 6, 30)
CRM_STARTS = day(2021, 4, 6)  # the day of the (invented) migration into the CRM
RECRUITING_STARTS = day(2021, 3, 29)
FIRST_START = day(2021, 5, 17)  # no hire starts earlier: well after the CRM does
RECRUITING_ENDS = day(2026, 6, 18)
MONEY_STARTS = month_of(day(2020, 1, 1))  # territory revenue and exchange rates reach further back
LAST_MONTH = month_of(AS_OF)


@dataclass(frozen=True)
class Role:
    """One sales job: what is asked of it, how long it takes, how its deals come."""

    name: str
    title: str
    ramp_months: int
    monthly_quota: float  # EUR of 2021
    deals_a_month: float  # won, fully ramped, average seller
    cycle_days: float
    spread: float  # sigma of the log of deal amounts
    salary: float  # EUR a year
    segments: tuple[float, float, float]  # shares of SEGMENTS
    level: float  # expected attainment of the average hire, before luck
    share: float  # of all hires


ROLES: tuple[Role, ...] = (
    Role(
        name="Inside sales",
        title="Inside sales representative",
        ramp_months=5,
        monthly_quota=26_000,
        deals_a_month=2.3,
        cycle_days=24,
        spread=0.50,
        salary=46_000,
        segments=(0.85, 0.15, 0),
        level=1.18,
        share=0.30,
    ),
    Role(
        name="Mid-market",
        title="Account executive",
        ramp_months=6,
        monthly_quota=52_000,
        deals_a_month=1.7,
        cycle_days=55,
        spread=0.45,
        salary=62_000,
        segments=(0.1, 0.9, 0),
        level=1.20,
        share=0.25,
    ),
    Role(
        name="Major accounts",
        title="Major accounts executive",
        ramp_months=10,
        monthly_quota=118_000,
        deals_a_month=1.2,
        cycle_days=150,
        spread=0.35,
        salary=88_000,
        segments=(0, 0.1, 0.9),
        level=1.42,
        share=0.17,
    ),
    Role(
        name="Channel",
        title="Channel manager",
        ramp_months=8,
        monthly_quota=68_000,
        deals_a_month=1.5,
        cycle_days=80,
        spread=0.45,
        salary=67_000,
        segments=(0.3, 0.5, 0.2),
        level=1.24,
        share=0.13,
    ),
    Role(
        name="Customer growth",
        title="Customer growth manager",
        ramp_months=3,
        monthly_quota=38_000,
        deals_a_month=2.0,
        cycle_days=38,
        spread=0.45,
        salary=55_000,
        segments=(0.3, 0.4, 0.3),
        level=1.22,
        share=0.15,
    ),
)
INSIDE, MID_MARKET, MAJOR, CHANNEL, GROWTH = range(len(ROLES))

REGIONS: tuple[str, ...] = ("DACH", "Nordics and Benelux", "UK and Ireland", "North America")
REGION_SHARES: tuple[float, ...] = (0.32, 0.22, 0.22, 0.24)
REGION_CODES: tuple[str, ...] = ("DACH", "NORD", "UKI", "NAM")
CURRENCIES: tuple[str, ...] = ("EUR", "GBP", "USD")
REGION_CURRENCY: tuple[int, ...] = (0, 0, 1, 2)

SEGMENTS: tuple[str, ...] = ("Small business", "Mid-size", "Enterprise")
SEGMENT_CODES: tuple[str, ...] = ("SMB", "MID", "ENT")
TERRITORIES_A_CELL = 3  # territories of one region and segment

SOURCES: tuple[str, ...] = ("Referral", "Agency", "Job board", "Direct outreach", "Careers page", "Campus")
REFERRAL, AGENCY, JOB_BOARD, OUTREACH, CAREERS, CAMPUS = range(len(SOURCES))
SOURCE_DETAILS: tuple[tuple[str, ...], ...] = (
    ("colleague", "former colleague", "customer"),
    ("Larkmoor Search", "Pellwick Partners", "Tannhaven Executive"),
    ("jobs.example", "salesjobs.example"),
    ("recruiter message", "conference list"),
    ("careers site", ""),
    ("Spring fair", "Autumn fair"),
)
# How applications come, role by role (rows as ROLES, columns as SOURCES).
SOURCE_MIX: tuple[tuple[float, ...], ...] = (
    (0.14, 0.05, 0.36, 0.10, 0.21, 0.14),
    (0.16, 0.13, 0.26, 0.17, 0.23, 0.05),
    (0.16, 0.34, 0.11, 0.26, 0.13, 0.00),
    (0.17, 0.18, 0.21, 0.22, 0.20, 0.02),
    (0.18, 0.07, 0.29, 0.12, 0.24, 0.10),
)

COMPETENCIES: tuple[str, ...] = (
    "Assertiveness",
    "Coachability",
    "Communication",
    "Discovery",
    "Negotiation",
    "Organisation",
    "Persistence",
    "Relationship building",
)
(
    ASSERTIVENESS,
    COACHABILITY,
    COMMUNICATION,
    DISCOVERY,
    NEGOTIATION,
    ORGANISATION,
    PERSISTENCE,
    RELATIONSHIPS,
) = range(len(COMPETENCIES))

# What the departments agreed to look for (rows as ROLES, columns as COMPETENCIES; each row adds to 1).
AGREED_WEIGHTS: tuple[tuple[float, ...], ...] = (
    (0.08, 0.16, 0.16, 0.12, 0.08, 0.14, 0.18, 0.08),
    (0.08, 0.10, 0.16, 0.20, 0.16, 0.12, 0.10, 0.08),
    (0.05, 0.06, 0.24, 0.16, 0.15, 0.12, 0.07, 0.15),
    (0.12, 0.13, 0.13, 0.12, 0.13, 0.12, 0.12, 0.13),
    (0.06, 0.14, 0.18, 0.12, 0.08, 0.14, 0.08, 0.20),
)
CLIENTS: tuple[str, ...] = (
    "Halvermere Freight",
    "Quillon Health",
    "Ostrander Mills",
    "Feldspar Energy",
    "Nordvale Foods",
)
RESTLESS_CLIENT = CLIENTS[0]

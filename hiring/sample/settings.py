"""The sample's own `config.toml` and README."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hiring.sample.world import COMPANY, ROLES

REASONS = {
    "Inside sales": "short deals; most learn the product in five months",
    "Mid-market": "two quarters: one to build a pipeline, one to close it",
    "Major accounts": "a deal takes five months, so the ramp is twice as long as in inside sales",
    "Channel": "partners have to be won before they sell",
    "Customer growth": "the customers are there already",
}
REASON_COMPETENCIES = """\
# What a reason to turn somebody down is about: a competency, the profile as a whole, or nothing a profile asks for.
[reason_competencies]
"application did not show the must-haves" = true
communication = "Communication"
"discovery skills" = "Discovery"
negotiation = "Negotiation"
"fit with the team" = false  # no profile asks for it
"seemed too dominant" = false  # the profiles ask for assertiveness, and none for less of it
"no evidence of results" = false  # it is no competency of a profile
"""
YEARS = range(2021, 2027)
FIXED_HOLIDAYS = ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))


def easter(year: int) -> date:
    """Easter Sunday of a year (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays() -> list[date]:
    """Public holidays of all Germany on which nobody of the company works."""
    days: list[date] = []
    for year in YEARS:
        sunday = easter(year)
        days += [date(year, month, day) for month, day in FIXED_HOLIDAYS]
        days += [sunday + timedelta(days=shift) for shift in (-2, 1, 39, 50)]
    return sorted(days)


def config_text() -> str:
    """The text of `config.toml`: every key with its reason."""
    days = ",\n".join(
        f"    {', '.join(str(day) for day in holidays() if day.year == year)}" for year in YEARS
    )
    roles = "\n".join(
        f'\n[roles."{role.name}"]\n'
        f"bar = 1.0  # met the bar: all of the ramped quota; Sales and HR agreed on it for every role\n"
        f"ramp_months = {role.ramp_months}  # {REASONS[role.name]}\n"
        f"high_performer_share = 0.2  # the top fifth of the role at equal tenure"
        for role in ROLES
    )
    return f"""# Settings of the invented company {COMPANY}.
company_name = "{COMPANY} (invented)"  # stands on every page, so that nobody takes it for a real company
base_currency = "EUR"  # the books are kept in euros; pounds and dollars are converted month by month
fiscal_year_starts_in = 1  # calendar year: quotas run by calendar month and quarter
time_zone = "Europe/Berlin"  # head office; the day of an interview is its day there
outcome_window = 12  # months: long enough for the longest ramp, short enough to leave hires that reach it
fairness = true  # the sample shows every page; switch it on only where the law and the works council allow it
second_look_list = true  # the sample shows every page; people who were turned down are named only where that is agreed
# Working days of the agreement leave these out: public holidays at head office.
holidays = [
{days},
]

[region_groups]
EMEA = ["DACH", "Nordics and Benelux", "UK and Ireland"]  # one sales leader answers for the three

[role_groups]
"New business" = ["Inside sales", "Mid-market", "Major accounts"]  # who sells to companies that are no customer yet

{REASON_COMPETENCIES}{roles}
"""


README = f"""Everything in this folder is invented: no person, company, deal or number in it is real.

It is the sample company "{COMPANY}", in the canonical form that the loader reads: an HRIS, an ATS and a CRM
over five years, up to 30 June 2026, with `config.toml` holding the company's own settings. Names are put together
from a made-up list, and e-mail addresses end in `.example`, which no mail can reach. Groups on the fairness page are
called A, B and C because no real group is meant.

`employees.csv` shows each spell as it was on the day of the hire; `job_changes.csv` holds what changed later.
Open deals have no `closed_on` and `is_won` false; `closed_on` together with `is_won` false means lost.
Some twenty rows are wrong on purpose (a day that does not exist, an amount in words, a repeated row, …), so that the
Data page has something to show.

Made by `python -m hiring sample --out data/sample`; the same seed gives the same bytes. With `--truth FILE` it also
writes what was planted: who truly makes a difference, and what only looks like it. `--hires` and `--opportunities`
make it larger.
"""


def write_settings(out: Path) -> None:
    """Writes `config.toml` and `README.md` into the folder."""
    (out / "config.toml").write_text(config_text(), encoding="utf-8", newline="\n")
    (out / "README.md").write_text(README, encoding="utf-8", newline="\n")

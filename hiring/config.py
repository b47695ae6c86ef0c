"""Where things are, and the thresholds: each says why it is that number.

Paths are this machine's business; a company's own settings live in `config.toml` beside its exports, so that
the sample's settings never reach a real company. Every key has a default here; `loading.settings` reads the file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "queries"
SAMPLE = ROOT / "data" / "sample"
EXPORTS = ROOT / "data" / "exports"
WAREHOUSE = ROOT / "data" / "warehouse"
MAPPINGS = ROOT / "data" / "mappings"
NINE_LANGUAGES = ROOT / "data" / "nine_languages"

#: Tenure windows, in months since hire, at which hires are compared with each other.
WINDOWS = (3, 6, 9, 12, 18, 24)
#: A hire started before the CRM's history by more than a month has earlier deals we cannot see.
OBSERVED_GRACE_DAYS = 31
#: Below five people a number is a person: such groups are hidden from viewers who may not see names.
SMALLEST_GROUP = 5
#: Of gender, ethnicity and age less is told than of anything else: below ten people nobody is shown a group by itself.
SMALLEST_CONFINED = 10
#: More than a tenth of a file set aside is no longer a few bad rows but a bad export.
LARGEST_SHARE_SET_ASIDE = 0.10
#: More than one id in a hundred shortened to 1.2E+11: the whole column went through a spreadsheet.
LARGEST_SHARE_DIGITS_LOST = 0.01
#: A file that shrank by more than a fifth since the last good build is more likely cut than true.
LARGEST_FALL = 0.20
#: What a server keeps of answers and of what was made of them (figures, comparisons, tables). One scope of all pages
#: takes some 12 MB of answers for 600 hires, ten times that for 6,000: so a handful of scopes stays there in most
#: companies, and the server stays below a gigabyte in all.
MOST_BYTES_OF_ANSWERS = 256 * 1024 * 1024
MOST_BYTES_OF_RESULTS = 128 * 1024 * 1024
#: What it keeps of looks at files nobody mapped yet: of each some rows and counts, so that hundreds find room.
MOST_BYTES_OF_LOOKS = 32 * 1024 * 1024
#: Where less than half of the won revenue is anybody's, most of it is missing from every figure.
LEAST_REVENUE_MATCHED = 0.50
#: In fewer people than this it is no wonder that nobody has left yet.
FEWEST_PEOPLE = 20
#: Default months of linear ramp, and the share of hires called high performers: the top fifth of a role.
DEFAULT_RAMP_MONTHS = 6
DEFAULT_BAR = 1.0
DEFAULT_HIGH_PERFORMER_SHARE = 0.20
#: No company tells more roles apart, or counts more holidays; each costs a build some milliseconds.
MOST_ROLES = 1_000
MOST_HOLIDAYS = 2_000
#: Groups of regions, and of roles: more would not be found in the list of a filter.
MOST_GROUPS = 50
#: Reasons to turn an applicant down that are told apart.
MOST_REASONS = 1_000
#: The attainment that counts as ramped: most of the quota, sustained over three months.
RAMPED_AT = 0.80


class ConfigError(ValueError):
    """A setting that cannot be used; the text is one line for the person who wrote it, `todo` what to do."""

    def __init__(self, line: str, todo: str = "correct the setting") -> None:
        super().__init__(line)
        self.todo = todo


@dataclass(frozen=True)
class RoleSettings:
    """What one role must reach: `bar` and `high_performer_share` are shares (1.0 = 100 %), ramp in months."""

    bar: float = DEFAULT_BAR
    ramp_months: int = DEFAULT_RAMP_MONTHS
    high_performer_share: float = DEFAULT_HIGH_PERFORMER_SHARE


@dataclass(frozen=True)
class ValueGroup:
    """A name for several values of a filter: set by `setting`, for the filter `filter_name`."""

    setting: str
    filter_name: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class ReasonMeaning:
    """What a reason (in small letters) is about: a competency, else the whole profile, or nothing in one."""

    reason: str
    competency: str
    is_asked: bool


@dataclass(frozen=True)
class CompanySettings:
    """A company's own settings, from `config.toml` in its exports folder."""

    company_name: str = ""
    base_currency: str | None = None
    fiscal_year_starts_in: int = 1
    time_zone: str = "UTC"
    outcome_window: int = 12
    fairness: bool = False
    second_look_list: bool = False  # names of people turned down: only where a company has agreed to it
    holidays: tuple[date, ...] = ()
    max_file_gb: float = 20.0  # a hundred million deals are some 8 GB; more is no export of one company
    default_role: RoleSettings = field(default_factory=RoleSettings)
    region_groups: tuple[ValueGroup, ...] = ()
    role_groups: tuple[ValueGroup, ...] = ()
    reason_competencies: tuple[ReasonMeaning, ...] = ()
    roles: tuple[tuple[str, RoleSettings], ...] = ()

    @property
    def groups(self) -> tuple[ValueGroup, ...]:
        """The groups of every filter."""
        return (*self.region_groups, *self.role_groups)

    def role(self, role_profile: str) -> RoleSettings:
        """The settings of a role; the company's default where the role has none of its own."""
        return dict(self.roles).get(role_profile, self.default_role)


def exports_named() -> Path | None:
    """The folder of exports that `HIRING_EXPORTS` names, for exports that do not lie in `data/exports`."""
    named = os.environ.get("HIRING_EXPORTS", "").strip()
    return Path(named) if named else None


def warehouse_named() -> Path | None:
    """The folder `HIRING_WAREHOUSE` names, for a dashboard whose warehouse does not lie in `data/warehouse`."""
    named = os.environ.get("HIRING_WAREHOUSE", "").strip()
    return Path(named) if named else None


def audit_named() -> Path | None:
    """The file `HIRING_AUDIT` names for the audit log: one place for a service whose folders others may delete."""
    named = os.environ.get("HIRING_AUDIT", "").strip()
    return Path(named) if named else None


def decisions_named() -> Path | None:
    """The file `HIRING_DECISIONS` names for what both sides decide, where it is not to lie beside the warehouse."""
    named = os.environ.get("HIRING_DECISIONS", "").strip()
    return Path(named) if named else None


def rights_named() -> str | None:
    """The file of rights that `HIRING_RIGHTS` names, which makes it a server for several people; None for one person.

    Set and empty, it is an empty text: whoever sets it means not to be alone.
    """
    named = os.environ.get("HIRING_RIGHTS")
    return None if named is None else named.strip()

"""Where things are, and the thresholds: each says why it is that number.

Paths are this machine's business; a company's own settings live in `config.toml` beside its exports, so that
the sample's settings never reach a real company. Every key has a default here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sized
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from hiring import plain_files, toml_files
from hiring.escaping import shown, told

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "queries"
SAMPLE = ROOT / "data" / "sample"
EXPORTS = ROOT / "data" / "exports"
WAREHOUSE = ROOT / "data" / "warehouse"
MAPPINGS = ROOT / "data" / "mappings"

#: Tenure windows, in months since hire, at which hires are compared with each other.
WINDOWS = (3, 6, 9, 12, 18, 24)
#: A hire started before the CRM's history by more than a month has earlier deals we cannot see.
OBSERVED_GRACE_DAYS = 31
#: Below five people a number is a person: such groups are hidden from viewers who may not see names.
SMALLEST_GROUP = 5
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
class CompanySettings:
    """A company's own settings, from `config.toml` in its exports folder."""

    company_name: str = ""
    base_currency: str | None = None
    fiscal_year_starts_in: int = 1
    time_zone: str = "UTC"
    outcome_window: int = 12
    fairness: bool = False
    holidays: tuple[date, ...] = ()
    max_file_gb: float = 20.0  # a hundred million deals are some 8 GB; more is no export of one company
    default_role: RoleSettings = field(default_factory=RoleSettings)
    roles: tuple[tuple[str, RoleSettings], ...] = ()

    def role(self, role_profile: str) -> RoleSettings:
        """The settings of a role; the company's default where the role has none of its own."""
        return dict(self.roles).get(role_profile, self.default_role)


_KEYS = {
    "company_name",
    "base_currency",
    "fiscal_year_starts_in",
    "time_zone",
    "outcome_window",
    "fairness",
    "holidays",
    "max_file_gb",
    "default_role",
    "roles",
}
_LONGEST_KEY = 120
_ROLE_KEYS = {"bar", "ramp_months", "high_performer_share"}


def _number(key: str, value: object, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise ConfigError(
            f"config.toml · {key} · found {told(value)} · wanted a number from {low:g} to {high:g}"
        )
    return float(value)


def _whole(key: str, value: object, low: int, high: int) -> int:
    number = _number(key, value, low, high)
    if number != int(number):
        raise ConfigError(
            f"config.toml · {key} · found {told(value)} · wanted a whole number from {low} to {high}"
        )
    return int(number)


def _known_keys(values: dict[str, object], known: set[str], prefix: str = "") -> None:
    for key in sorted(values.keys() - known):
        raise ConfigError(
            f"config.toml · {shown(prefix + key, _LONGEST_KEY)} · not a setting · wanted one of "
            f"{', '.join(sorted(known))}"
        )


def _role(name: str, table: object, default: RoleSettings) -> RoleSettings:
    if not isinstance(table, dict):
        raise ConfigError(
            f"config.toml · {name} · found {told(table)} · wanted a table with {', '.join(sorted(_ROLE_KEYS))}"
        )
    _known_keys(table, _ROLE_KEYS, f"{name}.")
    share = table.get("high_performer_share", default.high_performer_share)
    return RoleSettings(
        bar=_number(f"{name}.bar", table.get("bar", default.bar), 0.01, 10),
        ramp_months=_whole(f"{name}.ramp_months", table.get("ramp_months", default.ramp_months), 0, 60),
        high_performer_share=_number(f"{name}.high_performer_share", share, 0.01, 0.5),
    )


def _text(values: dict[str, object], key: str, default: str) -> str:
    value = values.get(key, default)
    if not isinstance(value, str):
        raise ConfigError(f"config.toml · {key} · found {told(value)} · wanted a text")
    return value


def _currency(values: dict[str, object]) -> str | None:
    code = _text(values, "base_currency", "").upper()
    if "base_currency" in values and not re.fullmatch("[A-Z]{3}", code):
        raise ConfigError(
            f"config.toml · base_currency · found {told(values['base_currency'])} · wanted three letters such as EUR"
        )
    return code or None


def _time_zone(values: dict[str, object]) -> str:
    zone = _text(values, "time_zone", "UTC")
    zones = available_timezones()  # none at all on a machine without a zone database: then the engine judges
    # `localtime` would be another place on every machine.
    if zone != "UTC" and zones and zone not in zones - {"localtime"}:
        raise ConfigError(
            f"config.toml · time_zone · found {told(zone)} · wanted a name such as Europe/Berlin"
        )
    return zone


def _window(values: dict[str, object]) -> int:
    window = values.get("outcome_window", 12)
    if isinstance(window, bool) or not isinstance(window, int) or window not in WINDOWS:
        raise ConfigError(
            f"config.toml · outcome_window · found {told(window)} · wanted one of {', '.join(map(str, WINDOWS))}"
        )
    return window


def _fairness(values: dict[str, object]) -> bool:
    fairness = values.get("fairness", False)
    if not isinstance(fairness, bool):
        raise ConfigError(f"config.toml · fairness · found {told(fairness)} · wanted true or false")
    return fairness


def _holidays(values: dict[str, object]) -> tuple[date, ...]:
    days = values.get("holidays", [])
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise ConfigError("config.toml · holidays · wanted a list of days such as [2026-01-01]")
    _not_too_many("holidays", days, MOST_HOLIDAYS, "days")
    return tuple(days)


def _not_too_many(key: str, found: Sized, most: int, what: str) -> None:
    if len(found) > most:
        raise ConfigError(f"config.toml · {key} · found {len(found):,} {what} · wanted at most {most:,}")


def _checked(values: dict[str, object]) -> CompanySettings:
    _known_keys(values, _KEYS)
    default = _role("default_role", values.get("default_role", {}), RoleSettings())
    roles = values.get("roles", {})
    if not isinstance(roles, dict):
        raise ConfigError('config.toml · roles · wanted one table a role, such as [roles."Inside sales"]')
    _not_too_many("roles", roles, MOST_ROLES, "roles")
    return CompanySettings(
        company_name=_text(values, "company_name", ""),
        base_currency=_currency(values),
        fiscal_year_starts_in=_whole("fiscal_year_starts_in", values.get("fiscal_year_starts_in", 1), 1, 12),
        time_zone=_time_zone(values),
        outcome_window=_window(values),
        fairness=_fairness(values),
        holidays=_holidays(values),
        max_file_gb=_number("max_file_gb", values.get("max_file_gb", 20.0), 0.001, 1000),
        default_role=default,
        roles=tuple(
            (name, _role(f'roles."{shown(name)}"', table, default)) for name, table in sorted(roles.items())
        ),
    )


def company_settings(exports: Path) -> CompanySettings:
    """The settings in `exports/config.toml`, or the defaults; raises `ConfigError` with one clear line."""
    path = exports / "config.toml"
    try:
        return _checked(toml_files.parsed(plain_files.text(path)))
    except (FileNotFoundError, NotADirectoryError):
        return CompanySettings()
    except plain_files.UnfitError as error:
        line = f"config.toml · found {error.found} · wanted {error.wanted} of settings"
        raise ConfigError(line, "put the file itself there") from error
    except OSError as error:
        line = f"config.toml · {error.strerror} · wanted a file that can be read"
        raise ConfigError(line, "look at its permissions") from error
    except (toml_files.TomlError, UnicodeDecodeError) as error:
        raise ConfigError(f"config.toml · cannot be read as TOML: {shown(str(error), 200)}") from error


def default_exports() -> Path:
    """`data/exports` when it holds anything of the user's, else the invented sample.

    One that cannot be looked into, that holds too much to tell, or a link to a place that is not there, is the user's
    own: a disk may be missing.
    """
    try:
        own = any(not entry.name.startswith(".") for entry in plain_files.entries(EXPORTS))
    except FileNotFoundError:
        own = EXPORTS.is_symlink()
    except OSError:
        own = True
    return EXPORTS if own else SAMPLE


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

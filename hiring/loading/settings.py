"""A company's own settings, from `config.toml` beside its exports, and the folder in which exports are looked for.

What cannot be used is said in one line: key, what was found, what was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from hiring import config
from hiring.config import MOST_HOLIDAYS, MOST_ROLES, WINDOWS, CompanySettings, ConfigError, RoleSettings
from hiring.loading import plain_files, reasons, toml_files, value_groups
from hiring.words import as_written, one_line

_LONGEST_KEY = 120


@dataclass(frozen=True)
class Setting:
    """One key of `config.toml`: what it means, what may be written there, and what holds where nothing is.

    `low` and `high` bound a number; `unset` says in words what an empty default comes to.
    """

    key: str
    means: str
    wanted: str
    low: float = 0
    high: float = 0
    is_whole: bool = False
    unset: str = ""


def _between(key: str, means: str, low: float, high: float, *, is_whole: bool = False) -> Setting:
    wanted = f"a {'whole ' if is_whole else ''}number from {low:g} to {high:g}"
    return Setting(key, means, wanted, low, high, is_whole)


#: Every key at the top of the file; README and messages take their words from here.
COMPANY = (
    Setting(
        "company_name", "The name that stands on every page", "a text", unset="the name of the exports folder"
    ),
    Setting(
        "base_currency",
        "Currency that all money is shown in; other currencies need `exchange_rates`",
        "three letters such as EUR",
        unset="the most frequent one of the opportunities",
    ),
    _between(
        "fiscal_year_starts_in",
        "Month in which the fiscal year begins: years, half-years and quarters are cut by it, and named by their end",
        1,
        12,
        is_whole=True,
    ),
    Setting(
        "time_zone",
        "Where the company is: a moment that names its zone belongs to its day there",
        "a name such as Europe/Berlin",
    ),
    Setting(
        "outcome_window",
        "Months after the start in Sales at which hires are compared, until another is chosen on a page",
        f"one of {', '.join(map(str, WINDOWS))}",
    ),
    Setting(
        "fairness",
        "Whether the page Fairness is there: selection rates by gender, ethnicity and age band; where false, the three "
        "columns are read and checked, and nothing is made of them",
        "true or false",
    ),
    Setting(
        "second_look_list",
        "Whether Second look may list who was turned down lately with ratings like those of the stronger hires",
        "true or false",
    ),
    Setting(
        "holidays",
        f"Days, at most {MOST_HOLIDAYS:,}, that are no working days of a promise",
        "a list of days such as [2026-01-01]",
        unset="none",
    ),
    _between("max_file_gb", "The largest file that is read, in GB", 0.001, 1000),
    Setting(
        "default_role",
        "What a role without settings of its own must reach",
        "a table of the keys below",
        unset="theirs",
    ),
    Setting(
        "region_groups",
        "Regions that are filtered together under a name of their own",
        f"a table such as {value_groups.EXAMPLES['region_groups']}",
        unset="none",
    ),
    Setting(
        "role_groups",
        "Roles that are filtered together under a name of their own",
        f"a table such as {value_groups.EXAMPLES['role_groups']}",
        unset="none",
    ),
    Setting(
        reasons.SETTING,
        "What a reason in `applications` is about: a competency, `true` for the profile as a whole, `false` for "
        "nothing that a profile asks for; a reason not named is unknown",
        f"a table such as {reasons.EXAMPLE}",
        unset="none",
    ),
    Setting(
        "roles",
        f"What single roles must reach, at most {MOST_ROLES:,}; what one leaves out is that of `default_role`",
        'one table a role, such as [roles."Inside sales"]',
        unset="none",
    ),
)
#: The keys of `default_role` and of each role.
ROLE = (
    _between("bar", "Share of the ramped quota that meets the bar; 1.0 is all of it", 0.01, 10),
    _between(
        "ramp_months",
        "Months in which the quota owed grows in a straight line; 0: quotas come ramped already",
        0,
        60,
        is_whole=True,
    ),
    _between("high_performer_share", "Share of a role's hires that are called high performers", 0.01, 0.5),
)
_COMPANY = {setting.key: setting for setting in COMPANY}
_ROLE = {setting.key: setting for setting in ROLE}
_DEFAULTS = CompanySettings()


def _unfit(where: str, value: object, wanted: str) -> ConfigError:
    return ConfigError(f"config.toml · {where} · found {as_written(value)} · wanted {wanted}")


def _number(setting: Setting, value: object, where: str = "") -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not setting.low <= value <= setting.high
    ):
        raise _unfit(where or setting.key, value, setting.wanted)
    if setting.is_whole and value != int(value):
        raise _unfit(where or setting.key, value, setting.wanted)
    return float(value)


def _known_keys(values: dict[str, object], known: Iterable[str], prefix: str = "") -> None:
    for key in sorted(values.keys() - set(known)):
        raise ConfigError(
            f"config.toml · {one_line(prefix + key, _LONGEST_KEY)} · not a setting · wanted one of "
            f"{', '.join(sorted(known))}"
        )


def _role(name: str, table: object, default: RoleSettings) -> RoleSettings:
    if not isinstance(table, dict):
        raise _unfit(name, table, f"a table with {', '.join(sorted(_ROLE))}")
    _known_keys(table, _ROLE, f"{name}.")

    def number(key: str) -> float:
        return _number(_ROLE[key], table.get(key, getattr(default, key)), f"{name}.{key}")

    return RoleSettings(
        bar=number("bar"),
        ramp_months=int(number("ramp_months")),
        high_performer_share=number("high_performer_share"),
    )


def _text(values: dict[str, object], key: str) -> str:
    value = values.get(key, getattr(_DEFAULTS, key) or "")
    if not isinstance(value, str):
        raise _unfit(key, value, "a text")
    return value


def _currency(values: dict[str, object]) -> str | None:
    code = _text(values, "base_currency").upper()
    if "base_currency" in values and not re.fullmatch("[A-Z]{3}", code):
        raise _unfit("base_currency", values["base_currency"], _COMPANY["base_currency"].wanted)
    return code or None


def _time_zone(values: dict[str, object]) -> str:
    zone = _text(values, "time_zone")
    zones = available_timezones()  # none at all on a machine without a zone database: then the engine judges
    # `localtime` would be another place on every machine.
    if zone != "UTC" and zones and zone not in zones - {"localtime"}:
        raise _unfit("time_zone", zone, _COMPANY["time_zone"].wanted)
    return zone


def _window(values: dict[str, object]) -> int:
    window = values.get("outcome_window", _DEFAULTS.outcome_window)
    if isinstance(window, bool) or not isinstance(window, int) or window not in WINDOWS:
        raise _unfit("outcome_window", window, _COMPANY["outcome_window"].wanted)
    return window


def _truth(values: dict[str, object], key: str) -> bool:
    value = values.get(key, getattr(_DEFAULTS, key))
    if not isinstance(value, bool):
        raise _unfit(key, value, _COMPANY[key].wanted)
    return value


def _holidays(values: dict[str, object]) -> tuple[date, ...]:
    days = values.get("holidays", [])
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise ConfigError(f"config.toml · holidays · wanted {_COMPANY['holidays'].wanted}")
    _not_too_many("holidays", days, MOST_HOLIDAYS, "days")
    return tuple(days)


def _not_too_many(key: str, found: Sized, most: int, what: str) -> None:
    if len(found) > most:
        raise ConfigError(f"config.toml · {key} · found {len(found):,} {what} · wanted at most {most:,}")


def _checked(values: dict[str, object]) -> CompanySettings:
    _known_keys(values, _COMPANY)
    default = _role("default_role", values.get("default_role", {}), _DEFAULTS.default_role)
    roles = values.get("roles", {})
    if not isinstance(roles, dict):
        raise ConfigError(f"config.toml · roles · wanted {_COMPANY['roles'].wanted}")
    _not_too_many("roles", roles, MOST_ROLES, "roles")

    def number(key: str) -> float:
        return _number(_COMPANY[key], values.get(key, getattr(_DEFAULTS, key)))

    return CompanySettings(
        company_name=_text(values, "company_name"),
        base_currency=_currency(values),
        fiscal_year_starts_in=int(number("fiscal_year_starts_in")),
        time_zone=_time_zone(values),
        outcome_window=_window(values),
        fairness=_truth(values, "fairness"),
        second_look_list=_truth(values, "second_look_list"),
        holidays=_holidays(values),
        max_file_gb=number("max_file_gb"),
        default_role=default,
        region_groups=value_groups.read("region_groups", values.get("region_groups", {})),
        role_groups=value_groups.read("role_groups", values.get("role_groups", {})),
        reason_competencies=reasons.read(values.get(reasons.SETTING, {})),
        roles=tuple(
            (name, _role(f'roles."{one_line(name)}"', table, default))
            for name, table in sorted(roles.items())
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
        raise ConfigError(f"config.toml · cannot be read as TOML: {one_line(str(error), 200)}") from error


def default_exports() -> Path:
    """`data/exports` when it holds anything of the user's, else the invented sample.

    One that cannot be looked into, that holds too much to tell, or a link to a place that is not there, is the user's
    own: a disk may be missing.
    """
    try:
        own = any(not entry.name.startswith(".") for entry in plain_files.entries(config.EXPORTS))
    except FileNotFoundError:
        own = config.EXPORTS.is_symlink()
    except OSError:
        own = True
    return config.EXPORTS if own else config.SAMPLE

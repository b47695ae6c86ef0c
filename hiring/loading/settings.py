"""A company's own settings, from `config.toml` beside its exports, and the folder in which exports are looked for.

What cannot be used is said in one line: key, what was found, what was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Sized
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from hiring import config
from hiring.config import MOST_HOLIDAYS, MOST_ROLES, WINDOWS, CompanySettings, ConfigError, RoleSettings
from hiring.loading import plain_files, toml_files
from hiring.words import as_written, one_line

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
            f"config.toml · {key} · found {as_written(value)} · wanted a number from {low:g} to {high:g}"
        )
    return float(value)


def _whole(key: str, value: object, low: int, high: int) -> int:
    number = _number(key, value, low, high)
    if number != int(number):
        raise ConfigError(
            f"config.toml · {key} · found {as_written(value)} · wanted a whole number from {low} to {high}"
        )
    return int(number)


def _known_keys(values: dict[str, object], known: set[str], prefix: str = "") -> None:
    for key in sorted(values.keys() - known):
        raise ConfigError(
            f"config.toml · {one_line(prefix + key, _LONGEST_KEY)} · not a setting · wanted one of "
            f"{', '.join(sorted(known))}"
        )


def _role(name: str, table: object, default: RoleSettings) -> RoleSettings:
    if not isinstance(table, dict):
        raise ConfigError(
            f"config.toml · {name} · found {as_written(table)} · wanted a table with {', '.join(sorted(_ROLE_KEYS))}"
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
        raise ConfigError(f"config.toml · {key} · found {as_written(value)} · wanted a text")
    return value


def _currency(values: dict[str, object]) -> str | None:
    code = _text(values, "base_currency", "").upper()
    if "base_currency" in values and not re.fullmatch("[A-Z]{3}", code):
        raise ConfigError(
            f"config.toml · base_currency · found {as_written(values['base_currency'])} · "
            "wanted three letters such as EUR"
        )
    return code or None


def _time_zone(values: dict[str, object]) -> str:
    zone = _text(values, "time_zone", "UTC")
    zones = available_timezones()  # none at all on a machine without a zone database: then the engine judges
    # `localtime` would be another place on every machine.
    if zone != "UTC" and zones and zone not in zones - {"localtime"}:
        raise ConfigError(
            f"config.toml · time_zone · found {as_written(zone)} · wanted a name such as Europe/Berlin"
        )
    return zone


def _window(values: dict[str, object]) -> int:
    window = values.get("outcome_window", 12)
    if isinstance(window, bool) or not isinstance(window, int) or window not in WINDOWS:
        raise ConfigError(
            f"config.toml · outcome_window · found {as_written(window)} · wanted one of {', '.join(map(str, WINDOWS))}"
        )
    return window


def _fairness(values: dict[str, object]) -> bool:
    fairness = values.get("fairness", False)
    if not isinstance(fairness, bool):
        raise ConfigError(f"config.toml · fairness · found {as_written(fairness)} · wanted true or false")
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

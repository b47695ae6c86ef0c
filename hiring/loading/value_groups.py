"""Groups of regions and of roles in `config.toml`: EMEA for three regions, so that people filter as they speak.

Whether the exports know what a group holds is seen once they are read (`warehouse.refusals.unfit_groups`).
"""

from __future__ import annotations

from hiring.config import MOST_GROUPS, ConfigError, ValueGroup
from hiring.words import as_written, one_line

#: The setting that makes groups for a filter, and what one value of that filter is called.
FILTER_OF = {"region_groups": ("regions", "region"), "role_groups": ("role_profiles", "role")}
LONGEST_NAME = 40  # letters: the name stands in the line above every page
EXAMPLES = {
    "region_groups": 'EMEA = ["DACH", "Nordics"]',
    "role_groups": '"New business" = ["Inside sales", "Mid-market"]',
}


def read(setting: str, table: object) -> tuple[ValueGroup, ...]:
    """The groups under one setting, in the file's order; raises `ConfigError` with one clear line."""
    if not isinstance(table, dict):
        raise _unfit(setting, as_written(table), f"a table such as {EXAMPLES[setting]}")
    if len(table) > MOST_GROUPS:
        raise _unfit(setting, f"{len(table):,} groups", f"at most {MOST_GROUPS}")
    return tuple(_group(setting, name, members) for name, members in table.items())


def _group(setting: str, name: str, members: object) -> ValueGroup:
    filter_name, noun = FILTER_OF[setting]
    where = f"{setting}.{one_line(name, LONGEST_NAME)}"
    if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or "," in name:
        wanted = f"a name of 1 to {LONGEST_NAME} letters, without a comma or a space at its ends"
        raise _unfit(setting, as_written(name), wanted)
    wanted = f"a list of {noun}s such as {EXAMPLES[setting]}"
    if not isinstance(members, list):
        raise _unfit(where, as_written(members), wanted)
    if not members:
        raise _unfit(where, "an empty group", f"at least one {noun}")
    for member in members:
        if not isinstance(member, str) or not member.strip():
            raise _unfit(where, as_written(member), f"the name of a {noun}")
    return ValueGroup(setting, filter_name, name, tuple(dict.fromkeys(one.strip() for one in members)))


def _unfit(where: str, found: str, wanted: str) -> ConfigError:
    return ConfigError(f"config.toml · {where} · found {found} · wanted {wanted}")

"""What each reason to turn an applicant down is about, from `config.toml`: a competency, the profile, or neither.

Whether a profile knows the competency is seen once the exports are read (`warehouse.refusals.unfit_reasons`).
"""

from __future__ import annotations

from hiring.config import MOST_REASONS, ConfigError, ReasonMeaning
from hiring.words import as_written, one_line

SETTING = "reason_competencies"
EXAMPLE = '"weak discovery" = "Discovery"'
WANTED = "the name of a competency, true (the profile as a whole) or false (nothing a profile asks for)"


def read(table: object) -> tuple[ReasonMeaning, ...]:
    """The reasons in the file's order, compared without case; raises `ConfigError` with one clear line."""
    if not isinstance(table, dict):
        raise _unfit(SETTING, as_written(table), f"a table such as {EXAMPLE}")
    if len(table) > MOST_REASONS:
        raise _unfit(SETTING, f"{len(table):,} reasons", f"at most {MOST_REASONS:,}")
    found: dict[str, ReasonMeaning] = {}
    for reason, meaning in table.items():
        one = _meaning(reason, meaning)
        if one.reason in found:
            raise _unfit(
                SETTING, f"{as_written(reason)} a second time", "each reason once, whatever its case"
            )
        found[one.reason] = one
    return tuple(found.values())


def _meaning(reason: str, meaning: object) -> ReasonMeaning:
    named = reason.strip().lower()
    if not named:
        raise _unfit(SETTING, as_written(reason), "a reason as it is written in `applications`")
    if isinstance(meaning, bool):
        return ReasonMeaning(named, "", is_asked=meaning)
    if not isinstance(meaning, str) or not meaning.strip():
        raise _unfit(f'{SETTING}."{one_line(reason)}"', as_written(meaning), WANTED)
    return ReasonMeaning(named, meaning.strip(), is_asked=True)


def _unfit(where: str, found: str, wanted: str) -> ConfigError:
    return ConfigError(f"config.toml · {where} · found {found} · wanted {wanted}")

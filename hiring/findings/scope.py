"""What is chosen, in words: above every page, and in every file that is taken out of one."""

from __future__ import annotations

from hiring import words
from hiring.access.scope import Scope

LABELS = {"role_profiles": "Role profile", "regions": "Region", "segments": "Segment", "sources": "Source"}
_ALL = {"role_profiles": "all sales roles", "regions": "all regions", "segments": "", "sources": ""}


def scope_in_words(scope: Scope) -> str:
    """The scope in words, for the popover and every download: "Inside sales · hired 2023–2026 · all regions"."""
    parts = [_listed(scope, "role_profiles"), f"hired {_period(scope)}", _listed(scope, "regions")]
    parts += [_listed(scope, name) for name in ("segments", "sources") if getattr(scope, name)]
    text = " · ".join(part for part in parts if part)
    return text[0].upper() + text[1:]


def _listed(scope: Scope, name: str) -> str:
    chosen: tuple[str, ...] = getattr(scope, name)
    if not chosen:
        return _ALL[name]
    if len(chosen) <= 2:
        return ", ".join(chosen)
    return f"{len(chosen)} of {len(scope.choices.values(name))} {LABELS[name].lower()}s"


def _period(scope: Scope) -> str:
    if (scope.hired_from, scope.hired_to) == (scope.choices.first_day, scope.choices.last_day):
        first, last = scope.hired_from.year, scope.hired_to.year
        return f"{first}" if first == last else f"{first}–{last}"
    return f"{words.day(scope.hired_from)} – {words.day(scope.hired_to)}"

"""What is chosen, in words: above every page, and in every file that is taken out of one."""

from __future__ import annotations

from hiring import words
from hiring.access import periods
from hiring.access.periods import Period
from hiring.access.scope import Scope

LABELS = {"role_profiles": "Role profile", "regions": "Region", "segments": "Segment", "sources": "Source"}
_ALL = {"role_profiles": "all sales roles", "regions": "all regions", "segments": "", "sources": ""}
COMPARED = {periods.YEAR_BEFORE: "the year before", periods.ALL_EARLIER: "all earlier hires"}


def scope_in_words(scope: Scope) -> str:
    """The scope in words, for the popover and every download: "Inside sales · hired 2023–2026 · all regions"."""
    parts = [_listed(scope, "role_profiles"), f"hired {_period(scope)}", _listed(scope, "regions")]
    parts += [_listed(scope, name) for name in ("segments", "sources") if getattr(scope, name)]
    text = " · ".join(part for part in parts if part)
    return text[0].upper() + text[1:]


def compared_in_words(scope: Scope) -> str:
    """The second period in words: "compared with the year before (hired 1 Jan 2024 – 31 Dec 2024)"; empty without one.

    A second period in which nobody was hired is said to be one.
    """
    if not scope.compare:
        return ""
    second = scope.compared()
    if second is None:
        return f"nothing earlier to compare with: the data begin on {words.day(scope.choices.first_day)}"
    return f"compared with {COMPARED[scope.compare]} (hired {_days(second)})"


def period_in_words(period: Period) -> str:
    """A quick period with its days: "last four quarters (Jul 2025 – Jun 2026)", "last fiscal year (FY2026)"."""
    is_calendar = not period.year.startswith("FY")
    name = period.name.replace("-", " ")
    name = name.replace("fiscal ", "") if period.year and is_calendar else name
    return f"{name} ({period.year or f'{words.month(period.first)} – {words.month(period.last)}'})"


def _listed(scope: Scope, name: str) -> str:
    chosen = scope.named(name)
    if not chosen:
        return _ALL[name]
    if len(chosen) <= 2:
        partly = {group.name for group in scope.choices.groups_of(name) if not group.is_whole}
        return ", ".join(f"{one} (as far as you may see)" if one in partly else one for one in chosen)
    return f"{len(scope.chosen(name))} of {len(scope.choices.values(name))} {LABELS[name].lower()}s"


def _period(scope: Scope) -> str:
    quick = scope.named_period()
    if quick:
        return f"{'in the ' if quick.name == periods.LAST_FOUR_QUARTERS else ''}{period_in_words(quick)}"
    if (scope.hired_from, scope.hired_to) == (scope.choices.first_day, scope.choices.last_day):
        first, last = scope.hired_from.year, scope.hired_to.year
        return f"{first}" if first == last else f"{first}–{last}"
    return _days(scope)


def _days(scope: Scope) -> str:
    return f"{words.day(scope.hired_from)} – {words.day(scope.hired_to)}"

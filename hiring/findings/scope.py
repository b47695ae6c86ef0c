"""What is chosen, in words: above every page, and in every file that is taken out of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from hiring import words
from hiring.access import periods
from hiring.access.periods import Period
from hiring.access.scope import Scope, UsageError, with_comparison, with_words

LABELS = {"role_profiles": "Role profile", "regions": "Region", "segments": "Segment", "sources": "Source"}
_ALL = {"role_profiles": "all sales roles", "regions": "all regions", "segments": "", "sources": ""}
COMPARED = {periods.YEAR_BEFORE: "the year before", periods.ALL_EARLIER: "all earlier hires"}


#: What people write into an address who mean a filter, and its name there.
MEANT = {
    "region": "regions",
    "role_profile": "role_profiles",
    "segment": "segments",
    "month": "outcome_window",
    "window": "outcome_window",
    "year": "period",
}
_WHAT = {
    "period": ("period", "hires of any time are shown"),
    "hired_from": ("day", "hires from the first day on are shown"),
    "hired_to": ("day", "hires up to the last day are shown"),
    "compare": ("period to compare with", "nothing is compared"),
}


def not_followed(named: Mapping[str, Sequence[str]], scope: Scope, others: Iterable[str]) -> str:
    """What an address asks for that no filter here gives, and what is shown instead; empty where all is followed.

    `named`: filter → its values in the address; `scope` what was made of them; `others`: the address's other names.
    """
    said = [sentence for name, values in named.items() for sentence in _left_out(name, values, scope)]
    said += [
        f"{one} is no filter here, {MEANT[one]} is: it chooses nothing." for one in others if one in MEANT
    ]
    return " ".join(said)


def _left_out(name: str, values: Sequence[str], scope: Scope) -> list[str]:
    """A sentence for each value that is none of this filter."""
    if name in LABELS:
        offered = {*scope.choices.values(name), *(group.name for group in scope.choices.groups_of(name))}
        label = LABELS[name].lower()
        instead = "it is left out" if scope.named(name) else f"all {label}s are shown"
        return [
            f"{one} is no {label} here: {instead}." for one in dict.fromkeys(values) if one not in offered
        ]
    if not values or _is_followed(name, values[0], scope):
        return []
    what, instead = _WHAT.get(name, ("outcome window", f"outcomes at month {scope.outcome_window} are shown"))
    return [f"{values[0]} is no {what} here: {instead}."]


def _is_followed(name: str, value: str, scope: Scope) -> bool:
    with suppress(UsageError):
        changed = with_comparison(scope, value) if name == "compare" else with_words(scope, {name: value})
        return changed is not None
    return False


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
    values, mine = scope.choices.values(name), set(scope.chosen(name))
    group = next(
        (one for one in scope.choices.groups_of(name) if set(one.members) == mine and one.is_whole), None
    )
    if group is not None:
        return group.name
    if len(others := [one for one in values if one not in mine]) == 1:
        return f"all {LABELS[name].lower()}s but {others[0]}"
    return f"{len(scope.chosen(name))} of {len(scope.choices.values(name))} {LABELS[name].lower()}s"


def _period(scope: Scope) -> str:
    quick = scope.named_period()
    if quick:
        is_the = quick.name in (periods.LAST_FOUR_QUARTERS, periods.LAST_JUDGED)
        return f"{'in the ' if is_the else ''}{period_in_words(quick)}"
    if (scope.hired_from, scope.hired_to) == (scope.choices.first_day, scope.choices.last_day):
        first, last = scope.hired_from.year, scope.hired_to.year
        return f"{first}" if first == last else f"{first}–{last}"
    return _days(scope)


def _days(scope: Scope) -> str:
    return f"{words.day(scope.hired_from)} – {words.day(scope.hired_to)}"

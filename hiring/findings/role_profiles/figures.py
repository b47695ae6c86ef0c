"""The figures of the page "Role profiles": agreed weights beside what hires show, a role a figure, rows alike in both.

Judged evidence in, frames and words out; no streamlit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.in_people import cell, more
from hiring.statistics.profiles.agreed import NO_AGREEMENT, Version, key_of
from hiring.statistics.profiles.claims import next_step
from hiring.statistics.profiles.compared import Flag, Line, RoleView
from hiring.statistics.profiles.evidence import Evidence, Silence, Slope, State
from hiring.statistics.profiles.gates import SMALLEST_ROLE
from hiring.statistics.verdicts import Direction, Label

BARS = "Bars: weight in the version in force."
READING = (
    f"{BARS} Dots: of 100 hires rated a step higher in this competency, about how many more are in the role's "
    "top fifth than with a step in the competencies on average; line: the likely range. What interviewers disagree "
    "about in the same person is taken out first. Filled: clear. Hollow: leaning, luck could explain it. Grey: can't "
    "tell."
)
SAME = "dots are of all roles together"
HEADS = ("Weight in force", "About so many more in 100")
#: Over the figure that has the dots of both roles, and over the one beside it.
HEADS_OF_ALL = ("Weight in force", "About so many more in 100, all roles")
HEADS_BESIDE = ("Weight in force", "")
BESIDE = "The dots of the other figure, of all roles together, hold for this role too"
LEAST_REACH = 3.0  # high performers in 100: dots close to zero should look close to zero
#: The words above a mark, in order of what matters most where a line carries several flags, and their colour.
SAID = {
    Flag.OVER_WEIGHTED: ("over-weighted", "lower"),
    Flag.MISSING: ("missing", "higher"),
    Flag.UNDER_WEIGHTED: ("under-weighted", "higher"),
    Flag.MUST_HAVE_BELOW: ("must-have, tells less", ""),
}
#: What stands in place of a mark that no number of hires would bring.
INSTEAD = {
    State.RATED_ALIKE: "everybody rated alike",
    State.SEEN_DIFFERENTLY: "interviewers differ too much",
    State.SEEN_BY_ONE: "too few rated by two",
    State.ALONE: "nothing to compare it with",
    State.NOBODY_OPEN: "no hire within your access",
}


def figures(views: Sequence[RoleView], found: Evidence) -> tuple[Exhibit, ...]:
    """An exhibit a role, with the same rows in the same order, and the same scales."""
    rows, extent = _rows(views), _extent(views)
    heaviest = max((line.weight for view in views for line in view.lines), default=0)
    scales = {"show": words.fine, "heads": HEADS, "extent": extent, "heaviest": heaviest or None}
    shared = _shared(views, found)
    if shared is None:
        return tuple(_figure(view, found, rows, scales) for view in views)
    first = _figure(views[0], found, rows, {**scales, "heads": HEADS_OF_ALL}, shared)
    standfirst = f"Bars: this role. Dots: all roles together. {first.standfirst.removesuffix(f' · {SAME}')}"
    first = replace(first, standfirst=standfirst)
    return (first, *(_beside(view, found, rows, scales) for view in views[1:]))


def _shared(views: Sequence[RoleView], found: Evidence) -> Mapping[str, Slope] | None:
    """By key what hires of all roles show, where that is one answer for roles with evidence each: it is drawn once."""
    if found.roles_differ or len(views) < 2 or not all(found.has_evidence(view.role) for view in views):
        return None
    told = [line.slope for view in views for line in view.lines if line.slope and line.state is State.TOLD]
    return {key_of(slope.competency): slope for slope in reversed(told)}


def _beside(view: RoleView, found: Evidence, rows: Mapping[str, str], scales: Mapping[str, Any]) -> Exhibit:
    """Another role's weights and flags in the same rows, and nothing else: the dots stand in the figure before it."""
    whole = _figure(view, found, rows, scales)
    few = whole.marks.rows[whole.marks.rows["verdict"] == str(Label.TOO_FEW)]
    said = [f"{row['name']} ({row['instead']})" for row in few.to_dict("records") if row["weight"] > 0]
    blank = dict.fromkeys(("estimate", "low", "high"), math.nan) | {
        "verdict": str(Label.TOO_FEW),
        "direction": None,
        "instead": None,
        "detail": None,
    }
    given = {**whole.marks.given, "extent": None, "heads": HEADS_BESIDE}
    untold = f", but for {', '.join(said)}." if said else "."
    return replace(
        whole,
        standfirst=f"{whole.standfirst.removesuffix(f' · {SAME}')}. {BESIDE}{untold}",
        marks=Marks("weights_and_evidence", whole.marks.rows.assign(**blank), given),
        label="",
        note="",
    )


def is_weights_alone(one: Exhibit) -> bool:
    """Whether the figure has no dots of its own."""
    return one.marks.given.get("heads") == HEADS_BESIDE


def _figure(
    view: RoleView,
    found: Evidence,
    rows: Mapping[str, str],
    scales: Mapping[str, Any],
    shared: Mapping[str, Slope] | None = None,
) -> Exhibit:
    frame = pd.DataFrame([_row(view, found, key, name, shared or {}) for key, name in rows.items()])
    unweighted = "not in the profile" if view.profile else "no profile"
    return Exhibit(
        key=f"profile {view.role}",
        lead=view.role,
        standfirst=subtitle(view, found),
        marks=Marks("weights_and_evidence", frame, {"unweighted": unweighted, **scales}),
        alt=_alt(view),
        n=None if view.size.is_least else view.size.n,
        label=strongest(frame["verdict"]) if len(frame) else "",
        definition=("agreed_weight", "competency_slope"),
        note=READING if scales["extent"] else BARS,
    )


def _rows(views: Sequence[RoleView]) -> dict[str, str]:
    """Competencies of all roles by key, the first role's in order of weight, then what only others have."""
    rows: dict[str, str] = {}
    for view in views:
        for line in view.lines:
            rows.setdefault(key_of(line.competency), line.competency)
    return rows


def _extent(views: Sequence[RoleView]) -> tuple[float, float] | None:
    slopes = [line.slope for view in views for line in view.lines if line.slope and line.state is State.TOLD]
    if not slopes:
        return None
    low = min([-LEAST_REACH, *(more(slope.low) for slope in slopes)])
    high = max([LEAST_REACH, *(more(slope.high) for slope in slopes)])
    room = 0.06 * (high - low)
    return low - room, high + room


def subtitle(view: RoleView, found: Evidence) -> str:
    """Which version of the profile it is, who agreed, how many hires it is held against, and whether it is their own.

    Where roles do not differ by more than luck, the same dots stand in every role's figure.
    """
    hires = ", ".join(part for part in (view.size.in_words(), view.size.within) if part)
    hires = hires if view.size.n or view.size.is_least else "no hire to judge"
    same = (
        f" · {SAME}"
        if found.has_evidence(view.role) and not found.roles_differ and len(found.hires) > 1
        else ""
    )
    if view.profile is None:
        return f"No profile in force · {hires}{same}"
    now = view.profile.current
    since = f"in force since {words.month(now.effective_on)}"
    return f"Version {now.name}, {since}, {agreed(now)} · {hires}{same}"


def agreed(version: Version) -> str:
    """Who agreed and by when, in a few words."""
    if version.agreed_on is not None:
        return f"agreed {words.day(version.agreed_on)} by HR and Sales"
    if len(version.not_agreed_by) > 1:
        return NO_AGREEMENT  # the days may be missing from the file, and not the agreement
    return f"not agreed by {version.not_agreed_by[0]}"


def _row(view: RoleView, found: Evidence, key: str, name: str, shared: Mapping[str, Slope]) -> dict[str, Any]:
    line = next((one for one in view.lines if key_of(one.competency) == key), None)
    slope = shared.get(key, line.slope if line else None)
    flag, way = _flag(line)
    return {
        "name": name,
        "weight": line.weight if line and line.wanted else math.nan,
        "estimate": more(slope.estimate) if slope else math.nan,
        "low": more(slope.low) if slope else math.nan,
        "high": more(slope.high) if slope else math.nan,
        "n": slope.n if slope else 0,
        "verdict": str(slope.label) if slope and slope.state is State.TOLD else str(Label.TOO_FEW),
        "direction": str(slope.direction) if slope and slope.direction is not Direction.NONE else None,
        "flag": flag or None,
        "flag_direction": way or None,
        "instead": _instead(slope, found),
        "detail": _alone(slope),
    }


def _flag(line: Line | None) -> tuple[str, str]:
    """The most telling flag in words, and the colour it is written in."""
    flags = line.flags if line else ()
    return next((said for flag, said in SAID.items() if flag in flags), ("", ""))


def _instead(slope: Slope | None, found: Evidence) -> str:
    """What stands where no mark may stand."""
    if found.silence is Silence.NO_RATINGS:
        return "no ratings known"
    if found.silence is Silence.NO_HIRES:
        return "nobody to judge yet"
    if slope is None:
        return "never rated"
    if slope.state in INSTEAD:
        return INSTEAD[slope.state]
    if found.silence is not Silence.NONE:
        return "no evidence yet"
    return f"{words.counted(slope.n, 'hire')}; {SMALLEST_ROLE} needed"


def _alone(slope: Slope | None) -> str | None:
    """The plain slope of this role and competency alone: a reader sees what was borrowed."""
    if slope is None or not words.is_known(slope.raw):
        return None
    return f"by itself {words.signed(more(slope.raw), 0)} in 100"


def _alt(view: RoleView) -> str:
    """What the figure shows, in words."""
    clear = [line.competency for line in view.lines if line.slope and line.slope.label is Label.CLEAR]
    flags = [f"{line.competency} {_flag(line)[0]}" for line in view.lines if _flag(line)[0]]
    shown = f"clear for {', '.join(clear)}" if clear else "clear for none"
    flagged = f"; {', '.join(flags)}" if flags else ""
    return f"{view.role}: the weight of each competency beside what hires show of it, {shown}{flagged}."


def table(views: Sequence[RoleView]) -> pd.DataFrame:
    """Every competency of the roles in figures, with its label and what to do next."""
    return pd.DataFrame([_table_row(view.role, line) for view in views for line in view.lines])


def _table_row(role: str, line: Line) -> dict[str, str]:
    slope = line.slope
    is_known = slope is not None and slope.state is State.TOLD
    return {
        "Role": role,
        "Competency": line.competency,
        "Label": str(slope.label) if slope and is_known else str(line.state),
        "Next step": next_step(slope, line.flags) if slope else words.DASH,
        "Weight in force": words.percent(line.weight) if line.wanted else words.DASH,
        "Rated hires": words.number(slope.n) if slope else "0",
        "Against the others, in 100": cell(slope.estimate, slope.low, slope.high)
        if slope and is_known
        else words.DASH,
        "By itself, in 100": words.signed(more(slope.raw), 0) if slope and is_known else words.DASH,
        "To talk about": ", ".join(line.flags) or words.DASH,
    }

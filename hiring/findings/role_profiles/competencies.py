"""One sentence for each competency: what the hires support, what they do not, what to talk about.

Effects are told in high performers of a hundred hires. Nothing here says why.
"""

from __future__ import annotations

from hiring import words
from hiring.findings.in_people import instead, more
from hiring.statistics.profiles.compared import Flag, Line
from hiring.statistics.profiles.evidence import Evidence, Slope, State
from hiring.statistics.profiles.gates import SMALLEST_ROLE
from hiring.statistics.verdicts import Direction, Label

WHOLE_FROM, LEAST_SHOWN = (
    0.95,
    0.05,
)  # high performers in 100: from here whole ones are written, below here no number
SAID = {
    Flag.OVER_WEIGHTED: "{name} carries {weight} of the weight, though other competencies went with results more",
    Flag.UNDER_WEIGHTED: "{name} carries only {weight} of the weight, though it went with results more than others",
    Flag.MISSING: "{name} is not in the profile, though it went with results more than the other competencies",
    Flag.MUST_HAVE_BELOW: "{name} is a must-have, though other competencies went with results more",
}
NEVER = "{name} is in the profile, but no interviewer has ever rated it."
HINT = "; luck could explain it"


def whole(found: Evidence) -> str:
    """What ratings as a whole foretell; empty where nothing was fitted."""
    slope = found.whole
    if slope is None:
        return ""
    if slope.label is Label.CLEAR:
        became, likely = instead(slope.estimate, slope.low, slope.high)
        of = "of 100 hires rated a step higher over all"
        return f"Ratings as a whole: {of} {became} became high performers ({likely})."
    return "Whether ratings as a whole foretell results cannot be told yet."


def support_of(line: Line) -> str:
    """What the evidence supports of a competency; empty where it supports nothing."""
    slope = line.slope
    if slope is None or slope.direction is not Direction.HIGHER:
        return ""
    if slope.label is Label.CLEAR:
        by = words.counted(round(more(slope.estimate)), "high performer")
        return (
            f"{line.competency}: a step higher went with more than in the other competencies, by about {by} in 100 "
            f"(likely {_span(slope)}; {words.counted(slope.n, 'hire')})."
        )
    return f"{line.competency}: points upward, but luck could explain it ({words.counted(slope.n, 'hire')})."


def doubt_of(line: Line) -> str:
    """What the evidence does not support of a competency, and how far that goes; empty where it does support it."""
    slope = line.slope
    if slope is None:
        return f"{line.competency}: never rated, so nothing is known of it."
    if slope.state is State.RATED_ALIKE:
        return f"{line.competency}: everybody got the same score, so nothing is known of it."
    if slope.state in (State.SEEN_DIFFERENTLY, State.SEEN_BY_ONE, State.ALONE):
        return f"{line.competency}: {slope.state}, so it is not told from the others."
    if slope.state is State.TOO_FEW:
        return (
            f"{line.competency}: no evidence yet ({words.counted(slope.n, 'rated hire')}, "
            f"{words.number(SMALLEST_ROLE)} are needed)."
        )
    if slope.direction is Direction.HIGHER:
        return ""
    if slope.label is Label.CANNOT_TELL:
        possible = f"{_span(slope)} high performers in 100 are possible"
        return f"{line.competency}: can't tell; {possible} ({words.counted(slope.n, 'hire')})."
    sure = "clearly" if slope.label is Label.CLEAR else "perhaps by luck"
    return f"{line.competency}: tells less than the others, {sure} ({words.counted(slope.n, 'hire')})."


def question_to_ask(line: Line) -> str:
    """What to talk about before the next opening; empty where there is no flag.

    What is not Clear is a hint, and is said to be one.
    """
    if Flag.NEVER_RATED in line.flags:
        return NEVER.format(name=line.competency)
    is_clear = line.slope is not None and line.slope.label is Label.CLEAR
    end = "." if is_clear else f"{HINT}."
    said = [text for flag, text in SAID.items() if flag in line.flags]
    return " ".join(
        text.format(name=line.competency, weight=words.percent(line.weight)) + end for text in said
    )


def _span(slope: Slope) -> str:
    return f"{_bound(slope.low)} to {_bound(slope.high)}"


def _bound(deviations: float) -> str:
    """An end of an interval in high performers of a hundred; one that is not zero is never written as zero."""
    value = more(deviations)
    if abs(value) >= WHOLE_FROM:
        return words.signed(value, 0)
    if abs(value) >= LEAST_SHOWN:
        return words.signed(value, 1)
    return "just above 0" if value > 0 else "just below 0" if value < 0 else "0"

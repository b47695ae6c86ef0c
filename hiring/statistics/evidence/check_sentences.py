"""What the checks of a company's evidence came to, a sentence each: leavers, panels that are missing, the forecast."""

from __future__ import annotations

from hiring import words
from hiring.statistics.evidence.forecast import Forecast, Foretold
from hiring.statistics.evidence.judging import Evidence


def switch_sentence(evidence: Evidence) -> str:
    """Whether the top of the ranking stays when leavers count otherwise."""
    other = evidence.other_outcome
    if not other.count_top:
        return ""
    top, stay = words.number(other.count_top), "stays" if other.count_stay == 1 else "stay"
    return (
        f"Counting only months in the job, {words.number(other.count_stay)} of the company's first {top} interviewers "
        f"{stay} among the first {top}."
    )


def panels_sentence(evidence: Evidence) -> str:
    """How many hires have no recorded panel, and what of the others seems to be missing; empty where nothing is."""
    known = evidence.gate
    without = known.count_mature - known.count_with_panel
    if not known.count_with_panel:
        return ""
    of = f"{words.number(without)} of {words.counted(known.count_mature, 'hire')}"
    share = words.percent(without / known.count_mature)
    alone = f"No panel is recorded for {of} ({share}): ranges of interviewers and pairs rest on the others."
    seats = words.number(round(100 * (1 - evidence.recorded)))
    wider = (
        f"By the sizes of recorded panels, about {seats} of 100 of their seats are missing: ranges of interviewers and "
        f"pairs are drawn about {evidence.times_wider:.1f} times as wide."
    )
    return " ".join([alone] * bool(without) + [wider] * (evidence.recorded < 1))


def forecast_sentence(found: Forecast) -> str:
    """Whether estimates of the first hires foretold what the later ones brought; empty where it is not asked."""
    if found.state is Foretold.NOT_ASKED:
        return ""
    start = f"Estimates of interviewers from the first {words.counted(found.count_first, 'hire')}"
    later = f"the {words.number(found.count_later)} hired later"
    if found.state is Foretold.TOO_FEW:
        return f"{start}, set against {later}: too few to tell whether they foretell."
    span = words.with_interval(found.slope, found.low, found.high, lambda value: words.signed(value, 1))
    each = f"for each SD expected, {span} SD came, and +1.0 is as expected"
    if found.state is Foretold.YES:
        return f"{start} foretold {later}: {each}."
    if found.state is Foretold.LEANING:
        return (
            f"{start}, set against {later}: it looks as if they foretell, but luck could explain it; {each}."
        )
    return f"{start}, set against {later}: no sign that they foretell; {each}."

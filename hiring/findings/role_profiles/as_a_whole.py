"""Whether ratings as a whole go with results, in high performers of a hundred, and whether that is more than luck."""

from __future__ import annotations

from collections.abc import Sequence

from hiring import words
from hiring.findings.in_people import USUAL, in_hundred, instead
from hiring.statistics.evidence.telling import short_of_yes, tries
from hiring.statistics.profiles.evidence import Evidence, Slope
from hiring.statistics.profiles.luck import LinkLuck
from hiring.statistics.verdicts import CLEAR_FROM, Direction, Label

#: What "higher" is: one standard deviation of the ratings.
STEP = "well above is one step, about from the middle to where the top sixth begins"

WORKED_OUT = "Worked out from all that hires of six months or more have sold, not counted."


def lead(slope: Slope | None) -> str:
    """Whether ratings as a whole foretell results, as a sentence to be read aloud, no more than its label carries."""
    if slope is None or slope.label is not Label.CLEAR:
        return "Hires can't tell yet what goes with results"
    if slope.direction is Direction.LOWER:
        return "Hires who were rated higher ended up lower"
    many, usual = words.number(in_hundred(slope.estimate)), words.number(USUAL)
    return (
        f"Hires rated well above others did better: about {many} of 100 in the role's top fifth, not {usual}"
    )


def quoted(slope: Slope | None) -> tuple[str, str]:
    """The same number for another page: "29 of 100", and beside it the usual, its range and hires; else empty."""
    if slope is None or not words.is_known(slope.estimate):
        return "", ""
    _, likely = instead(slope.estimate, slope.low, slope.high)
    of = f"hires rated well above others end in their role's top fifth; by luck {words.number(USUAL)} would"
    value = f"{words.number(in_hundred(slope.estimate))} of 100"
    return value, f"{of}; {likely} · {words.counted(slope.n, 'hire')} · {slope.label}"


def whole(found: Evidence, *, is_led: bool = False) -> str:
    """What ratings as a whole foretell, with its range, in one sentence; empty where nothing was fitted.

    `is_led`: the heading says the number already, so what it is, its verdict, range and hires are left to say.
    """
    slope = found.whole
    if slope is None:
        return ""
    became, likely = instead(slope.estimate, slope.low, slope.high)
    among = "among hires of one role, start and manager"
    rated = words.counted(slope.n, "rated hire")
    if is_led:
        return f"{WORKED_OUT} {slope.label}, {among}: {likely} of 100 ({rated}); {STEP}."
    told = f"of 100 rated one step higher about {became} in the role's top fifth"
    return f"{slope.label}, {among}: {told} ({likely}; {rated}). {WORKED_OUT}"


def luck(found: LinkLuck, whole: Slope | None, roles: Sequence[str]) -> str:
    """Whether ratings go with results by more than luck, with the strongest link there is; empty where not known.

    Of a link of another role than these nothing is said.

    Yes only where ratings as a whole are Clear as well: one claim, not two that may speak against each other.
    """
    if not found.count:
        return ""
    is_more = whole is not None and whole.label is Label.CLEAR and found.p_any <= 2 * (1 - CLEAR_FROM)
    answer = "For ratings as a whole, yes" if is_more else "For ratings as a whole, we can't tell"
    return (
        f"{answer}: by luck alone, results of comparable hires would go with ratings as closely in "
        f"{tries(found.p_any)} tries.{'' if is_more else short_of_yes(found.p_any)} {_strongest(found, roles)}"
    ).rstrip()


def _strongest(found: LinkLuck, roles: Sequence[str]) -> str:
    """The strongest link of one competency in one role, beside the luckiest there would be."""
    of = f"The strongest of {words.counted(found.count, 'single link')} in the company's data is"
    if found.role not in roles:
        return ""
    became, luckiest = (words.number(in_hundred(one)) for one in (found.strongest, found.luckiest))
    return (
        f"{of} {found.competency} in {found.role}: a step higher, taken by itself, goes with about {became} in 100 "
        f"in the top fifth; if ratings had nothing to do with results, the luckiest would still look like {luckiest}."
    )

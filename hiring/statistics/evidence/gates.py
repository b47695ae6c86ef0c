"""How much a company's hires can carry at all, decided before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hiring.statistics.outcomes import Outcomes

#: Below, a company in which interviewers do differ still gets nothing Clear, and intervals come out too short.
FEWEST_TO_RANK = 120
#: Below, what a pair adds to its members cannot be told from luck even where it is large.
FEWEST_FOR_COMBINATIONS = 300

#: What is said where no hire stands above another of their role: all sold the same, or each is the only one.
ALIKE = "No hire here stands above another of the same role"
NOTHING_SOLD = "None of these hires has sold anything yet"


class State(StrEnum):
    """What can be said; each has words of its own in `telling`."""

    NOBODY = "no hire"
    TOO_FEW = "too few hires"
    NOTHING_SOLD = "nothing sold"
    NO_SPREAD = "no spread"
    NO_PANELS = "no panels"
    TOTALS = "interviewers and pair totals"
    ALL = "everything"


@dataclass(frozen=True)
class Gate:
    """The state, the mature hires it rests on, and those of them with a recorded panel."""

    state: State
    count_mature: int
    count_with_panel: int

    @property
    def may_rank(self) -> bool:
        """Whether the model is fitted at all."""
        return self.state in (State.NO_PANELS, State.TOTALS, State.ALL)

    @property
    def may_speak_of_combinations(self) -> bool:
        """Whether what a pair adds may be named."""
        return self.state is State.ALL

    @property
    def more_to_rank(self) -> int:
        """Mature hires still missing until anything is ranked."""
        return max(0, FEWEST_TO_RANK - self.count_mature)


def gate(outcomes: Outcomes, count_with_panel: int) -> Gate:
    """The gate of these outcomes."""
    count = len(outcomes.hires)
    if outcomes.count_given == 0:
        return Gate(State.NOBODY, 0, 0)
    if count < FEWEST_TO_RANK:
        return Gate(State.TOO_FEW, count, count_with_panel)
    if not outcomes.has_spread:
        state = State.NO_SPREAD if outcomes.hires["revenue"].any() else State.NOTHING_SOLD
        return Gate(state, count, count_with_panel)
    if count_with_panel < FEWEST_TO_RANK:
        return Gate(State.NO_PANELS, count, count_with_panel)
    return Gate(
        State.ALL if count_with_panel >= FEWEST_FOR_COMBINATIONS else State.TOTALS, count, count_with_panel
    )

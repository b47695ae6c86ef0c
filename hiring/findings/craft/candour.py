"""How candid scorecards are, side by side: five shares of each, what of the profile is rated, and by which stage."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from math import floor

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.marks import Row, rows_of
from hiring.findings.sources.funnel import STAGES
from hiring.statistics.ratings.candour import COVERED, INDEPENDENT, ON_TIME, WHOLE_SCALE, WORDS
from hiring.statistics.ratings.coverage import SIDES, Coverage
from hiring.statistics.ratings.not_known import NotKnown

#: What each share is of, as a row says it.
WHAT = {
    ON_TIME: "Scorecards in the days promised",
    INDEPENDENT: "Scorecards before a colleague's came in",
    WHOLE_SCALE: "Interviewers who gave every grade",
    WORDS: "Scorecards with a written comment",
    COVERED: "Competencies asked for that one scorecard rates",
}
LATELY = "In the days promised, last four quarters"
NO_WORDS = "none in the file"
NOT_TOLD = "Too few interviewers to be told from a person."
MOSTLY = 0.9  # of candidates
RESTS = 0.1  # a side that rates a competency on fewer of its cards leaves it to the other
COVERED_IN = (
    "By competency: the share of candidates with a scorecard of both sides on whom somebody rated it, and of each "
    "side's scorecards. By stage: how much of what is asked for a scorecard rates there, on average, and how many "
    "scorecards: no single one has to rate all"
)
READING = (
    "The shares measure different things. Of words only whether there are any is used, never what they say. The "
    "whole scale is every grade from the lowest to the highest, of interviewers with eight scorecards or more. "
    "{without}"
    "Asked for is what the role's profile in force on the day of the interview holds; no profile says which stage is "
    "to rate what."
)


@dataclass(frozen=True)
class Side:
    """One side: its lead, and its shares in one order; `why` stands where nothing may be told."""

    name: str
    lead: str
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    why: str = ""


@dataclass(frozen=True)
class Candour:
    """Both sides, then what is rated of what is asked: a lead, a table by competency and one by stage."""

    sides: tuple[Side, ...]
    lead: str
    by_competency: pd.DataFrame
    by_stage: pd.DataFrame
    note: str
    missing: NotKnown | None = None
    #: What both sides may do next; empty where the data carry nothing.
    next_step: str = ""

    @property
    def standfirst(self) -> str:
        """What the two tables say; empty without them."""
        return "" if self.missing else COVERED_IN


def candour(shares: pd.DataFrame, coverage: Coverage | NotKnown, *, is_lately: bool = False) -> Candour:
    """From `candour.shares` and `coverage.coverage`; `is_lately`: what is in time is of the last four quarters."""
    what = WHAT | ({ON_TIME: LATELY} if is_lately else {})
    sides = tuple(_side(shares[shares["department"] == name], name, what) for name in SIDES)
    if isinstance(coverage, NotKnown):
        title = "What scorecards rate of what is asked is not known"
        return Candour(sides, title, pd.DataFrame(), pd.DataFrame(), READING.format(without=""), coverage)
    count = words.counted(coverage.count_without, "scorecard")
    without = f"Left out: {count} of a day without a profile of the role. " if coverage.count_without else ""
    return Candour(
        sides,
        _coverage_lead(coverage.by_competency),
        _by_competency(coverage.by_competency),
        _by_stage(coverage.by_stage),
        READING.format(without=without),
        next_step=_next_step(coverage.by_competency),
    )


def only_of(found: Candour, told: Collection[str]) -> Candour:
    """The same of those sides alone that may be told: the others have no more interviewers than can be guessed."""
    small = [side for side in SIDES if side not in told]
    sides = tuple(
        Side(one.name, f"{one.name} has too few interviewers to be told", why=NOT_TOLD)
        if one.name in small
        else one
        for one in found.sides
    )
    tables = (table.drop(columns=small, errors="ignore") for table in (found.by_competency, found.by_stage))
    by_competency, by_stage = tables
    step = "" if small else found.next_step
    return replace(found, sides=sides, by_competency=by_competency, by_stage=by_stage, next_step=step)


def _side(rows: pd.DataFrame, name: str, what: Mapping[str, str]) -> Side:
    few = (rows["card"] == WHOLE_SCALE) & (rows["n"] < SMALLEST_GROUP)
    known = (
        rows[~few]
        .set_index("card", drop=False)
        .reindex([one for one in WHAT if one in set(rows[~few]["card"])])
    )
    if known.empty:
        return Side(name, f"How candid {name} is, is not known", why=f"No scorecard of {name} came in.")
    unknown = [card for card in WHAT if card not in set(known["card"])]
    table = pd.DataFrame(
        {
            f"Of {name}": [what[card] for card in (*known["card"], *unknown)],
            "Share": [
                *(
                    _ranged(rate, low, high)
                    for rate, low, high in zip(known["rate"], known["low"], known["high"], strict=True)
                ),
                *(_unknown(card, bool(few.any())) for card in unknown),
            ],
            "Count": [
                *(
                    f"{words.number(count)} of {words.number(n)}"
                    for count, n in zip(known["count"], known["n"], strict=True)
                ),
                *(words.DASH for _ in unknown),
            ],
        }
    )
    return Side(name, f"Scorecards of {name}", table)


def _ranged(rate: float, low: float, high: float) -> str:
    """ "48 % (47–49)"; without the range where its ends read alike."""
    is_wide = words.percent(low) != words.percent(high)
    return words.with_interval(rate, low, high) if is_wide else words.percent(rate)


def _unknown(card: str, is_few: bool) -> str:
    if card == WORDS:
        return NO_WORDS
    return "too few" if card == WHOLE_SCALE and is_few else words.UNKNOWN


def _coverage_lead(rows: pd.DataFrame) -> str:
    """What nobody rated, else for how many candidates somebody rated whatever is rated least."""
    first = rows.iloc[0]
    if not first["count_rated"]:
        return f"{words.one_line(str(first['competency']), 30)} is asked for, and nobody rated it on any candidate"
    least = floor(100 * first["rate"]) / 100
    count, alone = words.percent(least), _resting(rows)
    if least >= MOSTLY and alone:
        rest = "rests" if alone == 1 else "rest"
        of = f"{words.number(alone)} of {words.counted(len(rows), 'competency', 'competencies')}"
        return f"{of} {rest} on one side; each is rated for {count} of candidates or more"
    together = "The two share the work: e" if least >= MOSTLY and set(SIDES) <= set(rows) else "E"
    return f"{together}very competency is rated for {count} of candidates or more"


def _resting(rows: pd.DataFrame) -> int:
    """How many competencies one side hardly rates, where both may be told."""
    if not set(SIDES) <= set(rows):
        return 0
    return int(((rows[list(SIDES)] < RESTS).sum(axis=1) == 1).sum())


def _next_step(rows: pd.DataFrame) -> str:
    """How many competencies one side leaves to the other, where no profile says who rates what; empty for none."""
    count = _resting(rows)
    if not count:
        return ""
    rest, them = ("rests", "it") if count == 1 else ("rest", "them")
    of = f"{words.number(count)} of {words.counted(len(rows), 'competency', 'competencies')}"
    share = words.percent(RESTS)
    return (
        f"say in the profiles who rates what: {of} {rest} on one side, as the other rates {them} on fewer than "
        f"{share} of its cards."
    )


def _by_competency(rows: pd.DataFrame) -> pd.DataFrame:
    sides = [side for side in SIDES if side in rows]
    candidates = [
        f"{_ranged(rate, low, high)} of {words.number(n)}"
        for rate, low, high, n in zip(
            rows["rate"], rows["low"], rows["high"], rows["count_candidates"], strict=True
        )
    ]
    names = [words.one_line(str(name), 40) for name in rows["competency"]]
    cells = {side: [_share(value) for value in rows[side]] for side in sides}
    return pd.DataFrame({"Competency": names, "Rated by somebody": candidates, **cells})


def _share(value: float) -> str:
    return words.percent(value) if words.is_known(value) else words.DASH


def _by_stage(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a stage: what share of what is asked each side's scorecards rate there, with how many scorecards."""
    mine = rows[rows["department"].isin(SIDES)]
    order = [stage for stage in STAGES if stage in set(mine["stage"])]
    order += sorted(set(mine["stage"].dropna()) - set(order))
    cells = {(row["stage"], row["department"]): row for row in rows_of(mine)}
    made = {"Stage": [STAGES.get(stage, words.one_line(str(stage), 24)) for stage in order]}
    for side in SIDES:
        made[side] = [_cell(cells.get((stage, side))) for stage in order]
    return pd.DataFrame(made)


def _cell(row: Row | None) -> str:
    if row is None:
        return words.DASH
    if row["count_people"] < SMALLEST_GROUP:
        return "too few"
    share = _ranged(row["rate"], row["low"], row["high"])
    return f"{share} of {words.number(row['count_cards'])}"

"""What the page "Sources" says of plain shares: who met the bar, and who stayed against all the other sources.

Frames in, words out; no streamlit. The judgement that leads the page is in `evidence`; the figures behind the
shares are in `tables`, money in `costs`, the way to the hire in `funnel`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.sentences import finding_sentence, kept_hidden
from hiring.statistics.rates import Interval, against_the_rest, wilson
from hiring.statistics.survival import Curve, difference_at, kaplan_meier
from hiring.statistics.verdicts import (
    BETTER_HIGHER,
    NEUTRAL,
    Comparison,
    Direction,
    Finding,
    Label,
    judge_together,
)

YEAR_DAYS = 365
NOT_RECORDED = "Not recorded"  # what the marts call the source of a hire no application leads to
OTHERS = "hires of all other sources"
LONGEST_LEAD = 90
MEANING = (
    "**What source means here:** the channel named on the application a hire came in through. One application names "
    "one channel and the hire counts under it alone; nothing is shared out between the first contact and the last."
)
UNEQUAL = (
    "**Plain shares are no judgement:** sources feed different roles, regions and years, and shares do not level that "
    "out; setting hires against comparable ones does, where there are enough of them. So a share that looks high or "
    "low is no claim of its own, and where the two seem to differ, the comparison with comparable hires holds."
)
WITHOUT_APPLICATIONS = (
    "The file names each application's source, the days of its stages and the hire it led to."
)
ASSOCIATION = "A source that stands out need not be why its hires do well."
CELLS = "A cell gives the share, its likely range and n; shares of fewer than ten hires are not told."
LINE = "line: likely range"
KEPT_BACK = kept_hidden(SMALLEST_GROUP)
NOT_SHOWN = "not shown"
NONE_SHOWN = "No source here has enough hires to be shown"
MEASURES = ("bar", "staying")
MARKS = {
    (Label.CLEAR, Direction.HIGHER): ":blue[**▲ Clear**]",
    (Label.CLEAR, Direction.LOWER): ":red[**▼ Clear**]",
    (Label.LEANING, Direction.HIGHER): ":gray[**△ Leaning**]",
    (Label.LEANING, Direction.LOWER): ":gray[**▽ Leaning**]",
}


@dataclass(frozen=True)
class Source:
    """One source: its hires, how they stand by themselves, and how against all the others together.

    `bar` is what the plain shares would say if nothing had to be levelled: never shown as a claim.
    """

    name: str
    count_hires: int
    met_bar: Interval
    high_performers: Interval
    stayed: Interval
    bar: Finding
    staying: Finding


@dataclass(frozen=True)
class Sources:
    """Every source there is, those with more hires first, and what holds for all together.

    `unrecorded` are hires no application leads to: they count in `everyone`-wide figures, and in no comparison.
    """

    sources: tuple[Source, ...]
    unrecorded: int
    count_hires: int
    met_bar: Interval
    high_performers: Interval
    stayed: Interval
    window: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is claimed of plain shares: who stays."""
        return tuple(s.staying for s in self.sources)

    @property
    def telling(self) -> tuple[Finding, ...]:
        """Findings that are Clear or Leaning: the clear ones first, then the surest."""
        telling = [f for f in self.findings if f.verdict.label in (Label.CLEAR, Label.LEANING)]
        return tuple(sorted(telling, key=lambda f: (f.verdict.label != Label.CLEAR, -_certainty(f))))

    @property
    def has_bar(self) -> bool:
        """Whether anybody's bar can be judged."""
        return self.met_bar.n > 0


def compared(outcomes: pd.DataFrame, retention: pd.DataFrame, window: int) -> Sources:
    """The answers to `outcomes_by_source` and `retention_by_hire`, all comparisons of one measure judged together.

    Hires without a recorded source are in no comparison, because nobody knows on which side they stand.
    """
    known = outcomes[outcomes["source"] != NOT_RECORDED].reset_index(drop=True)
    names = [str(name) for name in known["source"]]
    # A source that is kept back from the viewer is in no total, this one either.
    retention = retention[retention["source"].isin(outcomes["source"])]
    stays = retention[retention["source"].isin(names)]
    bars = judge_together(_by_bar(known, names, window))
    staying = judge_together(_by_staying(stays, names))
    rows = known.to_dict("records")
    sources = [
        Source(
            name,
            int(row["count_hires"]),
            wilson(int(row["count_met_bar"]), int(row["count_judged"])),
            wilson(int(row["count_high_performers"]), int(row["count_ranked"])),
            _curve(stays, name).at(YEAR_DAYS),
            bar,
            stayed,
        )
        for name, row, bar, stayed in zip(names, rows, bars, staying, strict=True)
    ]
    total = outcomes.drop(columns="source").sum()
    return Sources(
        tuple(sorted(sources, key=_rank)),
        int(total["count_hires"] - known["count_hires"].sum()),
        int(total["count_hires"]),
        wilson(int(total["count_met_bar"]), int(total["count_judged"])),
        wilson(int(total["count_high_performers"]), int(total["count_ranked"])),
        _curve(retention).at(YEAR_DAYS),
        window,
    )


def kept_back(found: Sources, counted: pd.DataFrame) -> str:
    """How many hires stand in no figure by source, because their groups are small (`shared/hires_counted`)."""
    count = 0 if counted.empty else int(counted.iloc[0]["count_hires"]) - found.count_hires
    if not count:
        return ""
    be = "is" if count == 1 else "are"
    return f"{KEPT_BACK} {words.counted(count, 'hire')} of small sources {be} in no total here."


def together(found: Sources) -> str:
    """How many comparisons of staying are judged together; empty for one or none."""
    count = sum(f.verdict.label != Label.TOO_FEW for f in found.findings)
    return f"All {words.counted(count, 'comparison')} of staying are judged together." if count > 1 else ""


def sayings(found: Sources) -> tuple[tuple[str, str], ...]:
    """What may be said of single sources: a Markdown mark of how sure it is, and the sentence after it."""
    return tuple((MARKS[f.verdict.label, f.verdict.direction], finding_sentence(f)) for f in found.telling)


def _by_bar(known: pd.DataFrame, names: Sequence[str], window: int) -> list[Comparison]:
    apart = against_the_rest(known, successes="count_met_bar", n="count_judged")
    outcome = f"met the bar at month {window}"
    return [
        Comparison(outcome, f"{name} hires", OTHERS, difference, ways=BETTER_HIGHER)
        for name, difference in zip(names, apart, strict=True)
    ]


def _by_staying(stays: pd.DataFrame, names: Sequence[str]) -> list[Comparison]:
    return [
        Comparison(
            "stayed a year",
            f"{name} hires",
            OTHERS,
            difference_at(_curve(stays, name), _curve(stays, name, others=True), YEAR_DAYS),
            ways=NEUTRAL,
        )
        for name in names
    ]


def _curve(retention: pd.DataFrame, name: str | None = None, *, others: bool = False) -> Curve:
    is_in = pd.Series(True, retention.index) if name is None else (retention["source"] == name) != others
    chosen = retention[is_in]
    return kaplan_meier(chosen["days_to_exit"].to_numpy(float), chosen["has_left"].to_numpy(bool))


def _rank(source: Source) -> tuple[int, str]:
    """By hires, which ranks nobody, then by name."""
    return -source.count_hires, source.name


def _certainty(finding: Finding) -> float:
    return max(finding.verdict.probability, 1 - finding.verdict.probability)


def source_of(finding: Finding) -> str:
    """The name of the source a comparison is about."""
    return finding.comparison.group.removesuffix(" hires")


def words_joined(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

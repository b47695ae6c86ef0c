"""Where they came from: every group of hires in a hundred of its own, as counted, as expected, and after luck."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, MET_THE_BAR, Outcome
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows
from hiring.statistics.verdicts import BY_LUCK_IN_AN_ANSWER, Label

KEY = "high_performers"
HIRED, WANTED = "Where and when they were hired", "For what, and with what"
EACH_SIDE = 2
#: A group is named where luck takes any of those looked at together so far in so few companies at most; more rarely
#: than `BY_LUCK_IN_AN_ANSWER` it is said without "luck could explain it".
STANDS_OUT = 0.05
ROLE_REMARK = "by met the bar: high performers are a fixed share of each"
STANDFIRST = (
    "In 100 hires of each group; expected: from role, region and start year, told by the other groups"
)
NOTE = (
    "Square: counted. Tick: what hires of the same role, region and start year would give; what the row stands for is "
    "left out of it. Dot with its line, for sources: what is left after luck; filled is clear, outlined leaning, grey "
    "can't tell. A square may lie outside the line: most of a small group's distance from the tick is luck."
)


NOBODY = "No group of these hires is large enough to be told"
NOTHING = "No group stands further from what was to be expected than one of so many does by luck."


@dataclass(frozen=True)
class Section:
    """Rows under one head, none of fewer than `fewest`.

    `about` writes a level into a sentence, `figure` is what stands over their figure.
    """

    head: str
    factor: Factor
    about: str
    figure: str = ""
    in_order: bool = False
    fewest: int = 2


SECTIONS = (
    Section("Region", Factor.REGION, "hired in {level}", HIRED),
    Section("Source", Factor.SOURCE, "who came by {level}", HIRED),
    Section("Segment", Factor.SEGMENT, "who sell to {level}", HIRED),
    Section("Start year", Factor.START_YEAR, "who started in {level}", HIRED, in_order=True),
    Section("Role", Factor.ROLE, "of {level}", WANTED),
    Section("Profile version", Factor.PROFILE_VERSION, "asked for by {level}", WANTED),
    Section("Years in sales", Factor.YEARS_IN_SALES, "with {level} in sales", WANTED),
    Section("Previous industry", Factor.PREVIOUS_INDUSTRY, "who came out of {level}", WANTED),
)


@dataclass(frozen=True)
class Groups:
    """The finding, its figures with one scale, the whole table, and the groups further out than luck reaches."""

    lead: str
    exhibits: tuple[Exhibit, ...]
    table: pd.DataFrame
    standing_out: tuple[Group, ...]
    rows: pd.DataFrame


@dataclass(frozen=True)
class Group:
    """One group that stands out: how it is written in a sentence, and its counts."""

    about: str
    name: str
    count: int
    n: int
    expected: float
    low: float
    high: float
    by_luck: float = 0.0

    @property
    def is_clear(self) -> bool:
        """Whether luck takes one of so many groups so far in so few companies that it need not be thought of."""
        return self.by_luck <= BY_LUCK_IN_AN_ANSWER

    @property
    def is_above(self) -> bool:
        """Whether more was counted than expected."""
        return self.count > self.expected * self.n / 100

    def fact(self) -> str:
        """ "DACH: 42 of 114, where 15 were to be expected" """
        expected = words.number(self.expected * self.n / 100)
        return f"{self.name}: {words.number(self.count)} of {words.number(self.n)}, expected {expected}"

    def sentence(self) -> str:
        """How far from comparable hires, in a hundred."""
        more = "more" if self.is_above else "fewer"
        ends = sorted((abs(self.low), abs(self.high)))
        apart = f"{self.fact()}: {_range(*ends)} {more} in 100 than comparable hires"
        return f"{apart}." if self.is_clear else f"{apart}; {self._luck()}."

    def _luck(self) -> str:
        """How often luck takes some group so far, of as many as were looked at."""
        often = max(1, round(100 * self.by_luck))
        return f"of so many groups luck takes one as far in {often} of 100 companies"


def _range(low: float, high: float) -> str:
    return f"between {words.number(low)} and {words.number(high)}"


def groups(
    kept: HighPerformers,
    evidence: Evidence,
    chosen: pd.DataFrame,
    outcome: Outcome,
    *,
    sees_names: bool,
    sections: Sequence[Section] = SECTIONS,
    key: str = KEY,
) -> Groups:
    """The rows of the chosen hires, section by section; groups too small to be told stay out for who sees no names."""
    parts = [
        _section(section, kept, evidence, chosen, outcome, sees_names=sees_names) for section in sections
    ]
    frame = pd.concat([part for part in parts if len(part)] or [pd.DataFrame()], ignore_index=True)
    if frame.empty:
        return Groups(NOBODY, (), frame, (), frame)
    apart = _standing_out(frame)
    lead = _lead(apart)
    said = " ".join(group.sentence() for group in apart)
    figures = {section.head: section.figure for section in sections}
    drawn = _exhibits(frame, figures, key, f"{lead}. {said}".strip(), outcome)
    return Groups(lead, drawn, _table(frame), apart, frame)


def _exhibits(
    frame: pd.DataFrame, figures: Mapping[str, str], key: str, alt: str, outcome: Outcome
) -> tuple[Exhibit, ...]:
    """A figure for the sections of each title, all with the same scale."""
    most = float(frame[["counted", "expected", "high"]].max().max())
    made: list[Exhibit] = []
    for title, mine in frame.groupby(frame["section"].map(figures), sort=False):
        drawn = _drawn(mine)
        made.append(
            Exhibit(
                key=f"{key}_{len(made) + 1}",
                lead=str(title) or alt,
                standfirst=STANDFIRST,
                marks=Marks("counted_and_expected", drawn, {"most": most}),
                alt=alt,
                n=int(mine.loc[mine["section"] == mine["section"].iloc[0], "n"].sum()),
                label=strongest(drawn["verdict"].dropna()),
                definition=(outcome.card, "expected_in_hundred", "after_luck"),
                note=NOTE,
            )
        )
    return tuple(made)


def _section(
    section: Section,
    kept: HighPerformers,
    evidence: Evidence,
    chosen: pd.DataFrame,
    outcome: Outcome,
    *,
    sees_names: bool,
) -> pd.DataFrame:
    """The rows of one section, the furthest above first or in the order of time."""
    is_fixed = outcome is HIGH_PERFORMERS and section.factor is Factor.ROLE
    column = MET_THE_BAR.measure if is_fixed else outcome.measure
    made = rows(kept, evidence, chosen, section.factor, column)
    if len(made):
        is_small = made["n"] < SMALLEST_GROUP if sees_names else too_small(made["n"])
        made = made[~is_small & made["expected"].notna()]
    if len(made) < section.fewest:
        return pd.DataFrame()
    by = "level" if section.in_order else "difference"
    made = made.sort_values([by, "level"], ascending=[section.in_order, True], kind="stable")
    return made.assign(
        section=section.head,
        name=made["level"],
        about=[section.about.format(level=level) for level in made["level"]],
        remark=ROLE_REMARK if is_fixed else None,
        right=[_of(count, n) for count, n in zip(made["count"], made["n"], strict=True)],
        verdict=made["label"].where(made["label"] != "", None),
        low=made["levelled_low"],
        high=made["levelled_high"],
        instead=None,
    ).reset_index(drop=True)


def _of(count: float, n: float) -> str:
    return f"{words.number(count)} of {words.number(n)}"


def _drawn(frame: pd.DataFrame) -> pd.DataFrame:
    """What is drawn: of a long section the furthest on each side, with a line that says how many are between."""
    parts = []
    for head, mine in frame.groupby("section", sort=False):
        if len(mine) <= 2 * EACH_SIDE + 1:
            parts.append(mine)
            continue
        between = pd.DataFrame([_between(str(head), len(mine) - 2 * EACH_SIDE)])
        parts += [mine.head(EACH_SIDE), between, mine.tail(EACH_SIDE)]
    return pd.concat(parts, ignore_index=True)


def _between(head: str, count: int) -> dict[str, Any]:
    others = words.counted(count, "other")
    return {"section": head, "name": f"{others} between", "instead": "in the table below", "right": ""}


def _standing_out(frame: pd.DataFrame) -> tuple[Group, ...]:
    """The groups further from what was expected than luck takes one of so many, the rarest first.

    Sources speak by the label of the company's one fit where there is one: Clear, or not at all. A range that holds
    zero names nobody, however rare the count.
    """
    far: list[Group] = []
    for row in frame.to_dict("records"):
        has_label = row["factor"] == Factor.SOURCE and row["verdict"] is not None
        by_luck = min(1.0, float(row["by_luck"]) * len(frame))
        stands_out = row["verdict"] == Label.CLEAR if has_label else by_luck <= STANDS_OUT
        bounds = float(row["difference_low"]), float(row["difference_high"])
        if stands_out and bounds[0] * bounds[1] > 0:
            counts = int(row["count"]), int(row["n"]), float(row["expected"])
            far.append(
                Group(str(row["about"]), str(row["name"]), *counts, *bounds, 0.0 if has_label else by_luck)
            )
    return tuple(sorted(far, key=lambda one: one.by_luck))


def _lead(apart: Sequence[Group]) -> str:
    if not apart:
        return "No group stands further out than luck reaches"
    names = [group.name for group in apart[:2]]
    verb = "lies" if len(names) == 1 else "lie"
    return f"{' and '.join(names)} {verb} furthest from what was expected"


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    """Every group in figures."""
    return pd.DataFrame(
        {
            "Group": frame["section"] + " · " + frame["name"],
            "Hires": frame["n"].astype(int),
            "Counted": frame["count"].astype(int),
            "In 100": [words.number(value) for value in frame["counted"]],
            "Expected": [words.number(value) for value in frame["expected"]],
            "Difference": ranges(frame, "difference", partial(words.signed, places=0)),
            "After luck": ranges(frame, "levelled", words.number),
            "Label": frame["verdict"].fillna(""),
        }
    )


def said(apart: Sequence[Group]) -> str:
    """What may be said of the groups that stand out; that none does where none does."""
    return " ".join(group.sentence() for group in apart) or NOTHING


def ranges(frame: pd.DataFrame, column: str, show: words.Show) -> list[str]:
    """A column with its range in each row, "27 (19 to 36)"; empty where it is not known."""
    columns = zip(frame[column], frame[f"{column}_low"], frame[f"{column}_high"], strict=True)
    return [
        f"{show(value)} ({show(low)} to {show(high)})" if math.isfinite(value) else ""
        for value, low, high in columns
    ]

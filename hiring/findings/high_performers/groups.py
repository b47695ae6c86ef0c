"""Where they came from: every group of hires in a hundred of its own, as counted, as expected, and after luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.high_performers.group import (
    CANNOT_TELL,
    NO_DIFFERENCE,
    Group,
    expected,
    group_of,
    labelled,
    of,
    ranges,
)
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, MET_THE_BAR, Outcome
from hiring.findings.high_performers.roles import takes_whole_roles
from hiring.statistics.evidence.claims import FEWEST_HIRES
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import AFTER_LUCK, WORDS, rows
from hiring.statistics.verdicts import Label

KEY = "high_performers"
HIRED, WANTED = "Where and when they were hired", "For what, and with what"
EACH_SIDE = 2
#: Of whole roles how many are high performers is fixed by what the words mean.
FIXED = HIGH_PERFORMERS, Factor.ROLE
ROLE_REMARK, BY_BAR = "by met the bar: high performers are a fixed share of each", ", met the bar"
#: What a tick is, of every group alike: of what a row stands for its own hires are never compared with themselves.
EXPECTED = "expected, from hires outside the group who are otherwise alike"
STANDFIRST = f"Of 100 hires in each group; tick: {EXPECTED} (role, region, start year)"
NOTE = (
    "Square: counted. Tick: expected; what the row stands for is left out of it. Dot with its line, for sources: what "
    "is left after luck; filled is clear, outlined leaning, grey can't tell. A square outside the line: most of a "
    "small group's distance is luck."
)
LEANS = f"An outlined dot stays Leaning even where its line misses the tick: {NO_DIFFERENCE}."
NOBODY = "No group of these hires is large enough to be told"
NOTHING = (
    "None stands out: luck alone sets one of so many groups as far from what was to be expected as any here."
)
#: A range that is not yet one of so many: it may leave out zero where luck takes one of them as far.
ALONE = "Difference in 100, looked at alone"
NO_GROUP = "No group stands further out than luck reaches"


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
    """The finding, its figures with one scale, the whole table, and the groups further out than luck reaches.

    `whole`: all hires of the choice as one group beside the company's others, where a filter leaves one level alone.
    """

    lead: str
    exhibits: tuple[Exhibit, ...]
    table: pd.DataFrame
    standing_out: tuple[Group, ...]
    rows: pd.DataFrame
    whole: Group | None = None


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
    section = partial(_section, kept=kept, evidence=evidence, outcome=outcome, sees_names=sees_names)
    parts = [section(one, chosen=chosen) for one in sections]
    frame = _joined([part for part, one in zip(parts, sections, strict=True) if len(part) >= one.fewest])
    alone = _joined([part for part in parts if len(part) == 1])
    whole = None
    if len(alone):
        whole = _whole(
            alone, _joined([mine for one in sections if len(mine := section(one, chosen=kept.hires)) > 1])
        )
    if frame.empty:
        return Groups(NOBODY, (), frame, (), frame, whole)
    apart = _standing_out(frame)
    lead = _lead(apart, whole)
    said = " ".join(group.sentence() for group in apart)
    figures = {section.head: section.figure for section in sections}
    drawn = _exhibits(frame, figures, key, f"{lead}. {said}".strip(), outcome)
    return Groups(lead, drawn, _table(frame), apart, frame, whole)


def _joined(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(parts or [pd.DataFrame()], ignore_index=True)


def _whole(alone: pd.DataFrame, company: pd.DataFrame) -> Group | None:
    """The first level that holds all of these hires and is one of several in the company, as sure as it would be there.

    Its row was told by the company's other hires, so it says how the whole choice compares.
    """
    for row in alone[alone["is_all"]].to_dict("records"):
        if len(company) and ((company["factor"] == row["factor"]) & (company["name"] == row["name"])).any():
            return group_of(row, len(company))
    return None


def _exhibits(
    frame: pd.DataFrame, figures: Mapping[str, str], key: str, alt: str, outcome: Outcome
) -> tuple[Exhibit, ...]:
    """A figure for the sections of each title, all with the same scale; rows by another outcome are in the table."""
    told = (group_of(row, len(frame)) for row in frame.to_dict("records"))
    frame = labelled(frame, told)[frame["remark"].isna()]
    most = float(frame[["counted", "expected", "high"]].max().max())
    leans = (frame["verdict"] == Label.LEANING) & frame["levelled"].notna()
    note = f"{NOTE} {LEANS}" if leans.any() else NOTE
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
                note=note,
            )
        )
    return tuple(made)


def _section(
    section: Section,
    *,
    kept: HighPerformers,
    evidence: Evidence,
    chosen: pd.DataFrame,
    outcome: Outcome,
    sees_names: bool,
) -> pd.DataFrame:
    """The rows of one section, the furthest above first or in the order of time.

    Of a source with few of these hires nothing is told but counts, whatever the company's fit says of it. Whole roles
    are told by the bar: what high performers are fixes how many of each there are, but not within a filter.
    """
    is_fixed = (outcome, section.factor) == FIXED and takes_whole_roles(kept.hires, chosen)
    column = MET_THE_BAR.measure if is_fixed else outcome.measure
    made = rows(kept, evidence, chosen, section.factor, column)
    if len(made):
        is_small = made["n"] < SMALLEST_GROUP if sees_names else too_small(made["n"])
        made = made[~is_small & made["expected"].notna()]
    if made.empty:
        return pd.DataFrame()
    if section.factor is Factor.SOURCE:
        is_few = made["n"] < FEWEST_HIRES[Kind.SOURCES]
        made[AFTER_LUCK] = made[AFTER_LUCK].mask(is_few).fillna(dict.fromkeys(WORDS, ""))
    known = int((is_in(kept.hires, chosen) & kept.hires[column].notna().to_numpy(bool)).sum())
    order = ["level" if section.in_order else "difference", "level"]
    made = made.sort_values(order, ascending=[section.in_order, True], kind="stable")
    return made.assign(
        section=section.head,
        name=made["level"],
        about=[section.about.format(level=level) for level in made["level"]],
        remark=ROLE_REMARK if is_fixed else None,
        right=[of(row) for row in made.to_dict("records")],
        is_all=made["n"] == known,
        verdict=made["label"].where(made["label"] != "", None),
        low=made["levelled_low"],
        high=made["levelled_high"],
        instead=None,
    ).reset_index(drop=True)


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
    found = [group_of(row, len(frame)) for row in frame.to_dict("records")]
    return tuple(sorted((one for one in found if one.stands_out), key=lambda one: one.by_luck))


def _lead(apart: Sequence[Group], whole: Group | None) -> str:
    """Who lies furthest and how sure that is; of a choice of one level within it, for it may stand far out itself."""
    if not apart:
        return _within(whole, NO_GROUP)
    names = [f"{group.name}{group.how_sure}" for group in apart[:2]]
    verb = "lies" if len(names) == 1 else "lie"
    within = "" if whole is None else f"Within {whole.name} "
    return f"{within}{' and '.join(names)} {verb} furthest from what was expected"


def _within(whole: Group | None, sentence: str) -> str:
    """ "Within DACH no group stands …": of a choice of one level a sentence about its groups says so."""
    return sentence if whole is None else f"Within {whole.name} {sentence[0].lower()}{sentence[1:]}"


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    """Every group in figures."""
    return pd.DataFrame(
        {
            "Group": frame["section"]
            + frame["remark"].notna().map({True: BY_BAR, False: ""})
            + " · "
            + frame["name"],
            "Hires": frame["n"].astype(int),
            "Counted": frame["count"].astype(int),
            "Expected": [expected(row) for row in frame.to_dict("records")],
            "How sure": [_how_sure(row, len(frame)) for row in frame.to_dict("records")],
            "Counted, in 100": [words.number(value) for value in frame["counted"]],
            ALONE: ranges(frame, "difference", partial(words.signed, places=0)),
            "Sources after luck, in 100": ranges(frame, "levelled", words.number),
        }
    )


def _how_sure(row: Mapping[Any, Any], looked_at: int) -> str:
    """The label of the company's one fit where there is one, else how often luck takes one of so many so far."""
    group = group_of(row, looked_at)
    said = str(row["verdict"] or group.by_luck_in_words)
    if group.sure == CANNOT_TELL and group.low * group.high > 0:
        return f"{said}: among {words.number(looked_at)} groups luck does as much"
    return said


def standfirst(found: Groups) -> str:
    """What is drawn, and among how many groups each label is given."""
    many = words.counted(len(found.rows), "group")
    return f"{STANDFIRST}; labels: among {many} together" if len(found.rows) else STANDFIRST


def said(found: Groups) -> str:
    """What may be said of the groups that stand out; that none does where none does."""
    sentences = " ".join(group.sentence() for group in found.standing_out)
    if not sentences:
        return _within(found.whole, NOTHING)
    return sentences if found.whole is None else f"Within {found.whole.name}: {sentences}"

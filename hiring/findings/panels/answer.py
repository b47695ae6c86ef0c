"""The answer of the page "Panels": how hires of each kind of panel fared beside what was to be expected of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.answer import Tile
from hiring.findings.high_performers.group import CANNOT_TELL
from hiring.findings.high_performers.groups import Groups, Section, groups
from hiring.findings.high_performers.outcomes import Outcome
from hiring.findings.panels.composition import Voted
from hiring.statistics.evidence.contrasts import SellingHours
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import AGAINST, WITH_SELLER, WITHOUT_SELLER, Factor
from hiring.statistics.high_performers.others import Against
from hiring.statistics.rates import wilson

KICKER = "Panels"
KEY = "panels_groups"
LONGEST_LEAD = 90
#: A level that leaves fewer hires of the company outside it has nobody who could tell what was to be expected.
FEWEST_OUTSIDE = 20
#: Of fewer hires a lead tells counts: one of them more would be two in a hundred more.
FEWEST_IN_HUNDRED = 50
NOBODY = "No hire of this choice has a full first year and a recorded panel yet"
NOTHING_APART = "No kind of panel stands out by more than luck"
TOGETHER = "Looked at together no kind of panel stands out"
NOTE = (
    "Square: counted. Tick: what hires of the same role, region and start year gave who had another panel. Nothing "
    "here is levelled or labelled: how often such a difference is luck has not been tried on companies without one."
)
READING = (
    "A square right of its tick: more of these hires than of comparable hires with another panel. The range of each "
    "difference stands in the table; where it holds zero, luck could be all of it."
)
NO_LOT = (
    "Nobody drew lots for who gets which panel: senior roles often have larger ones. These counts do not take into "
    "account who sat in the panel."
)
VOTE = (
    "Vote below yes: recommendations below \u201cyes\u201d on the mean (1 strong no to 4 strong yes), two of them at "
    "least."
)
OFFERS_NEED = "It takes five answered offers on each side, with a recorded last stage."
FULL_YEAR = " hires with a full first year"
NO_HOURS = "No held interview of a seller is known for this choice."
#: As in `interviewers.answer`: a file without which nothing can be said, how the page begins, and what it would say.
NEEDED = {
    "interviews": (
        "Who sat in which panel is not known: no interviews are loaded",
        "No interviews are loaded.",
        "interviews.csv",
        "The file says who met which candidate at which stage, and what they recommended.",
    ),
    "applications": (
        "Which hire came of which panel is not known: no applications are loaded",
        "No applications are loaded.",
        "applications.csv",
        "The file says which hire came of which interviews.",
    ),
}
NEUTRAL = "Kinds of panel, in 100 of their hires"
#: Said of a difference whose range holds zero.
LUCK = "; may be luck"
#: What stands below the name of each row of the figure.
RANGES = "below each name: the likely difference from expected"
LIKELY = "expected; luck may explain it"
SECTIONS = (
    Section("Last stage", Factor.LAST_STAGE, "with {level}"),
    Section("Who sat in it", Factor.PANEL_MIX, "seen by {level}"),
    Section("Size", Factor.PANEL_SIZE, "of {level}", in_order=True),
    Section("The panel's vote", Factor.VOTE, "with a vote {level}"),
)


def compared(
    kept: HighPerformers, evidence: Evidence, chosen: pd.DataFrame, outcome: Outcome, *, sees_names: bool
) -> Groups:
    """The kinds of panel of the chosen hires, each beside what hires of other panels tell of it."""
    sections = [section for section in SECTIONS if _has_others(kept, section)]
    found = groups(kept, evidence, chosen, outcome, sees_names=sees_names, sections=sections, key=KEY)
    if not found.exhibits:
        return found
    lead = NEUTRAL if found.standing_out else _nothing_apart(found.exhibits[0].marks.rows)
    figure = found.exhibits[0]
    marks = replace(figure.marks, rows=_with_ranges(figure.marks.rows))
    definition = (outcome.card, "seller_in_last_stage", "against_the_vote")
    told = found.table.columns[(found.table != "").any()]
    return replace(
        found,
        table=found.table[told],
        exhibits=(
            replace(
                figure,
                lead=lead,
                standfirst=f"{figure.standfirst}; {RANGES}",
                marks=marks,
                alt=f"{lead}. {NOTE}",
                note=NOTE,
                definition=definition,
            ),
        ),
    )


def _nothing_apart(drawn: pd.DataFrame) -> str:
    """That none stands out; where a range leaves out zero, how many do that are looked at alone."""
    if "difference_low" not in drawn:
        return NOTHING_APART
    alone = int(((drawn["difference_low"] > 0) | (drawn["difference_high"] < 0)).sum())
    would = f"; alone {words.number(alone)} of {words.number(drawn['difference_low'].notna().sum())} would"
    return f"{TOGETHER}{would}" if alone else NOTHING_APART


def _with_ranges(drawn: pd.DataFrame) -> pd.DataFrame:
    """The rows with the likely range of their difference below the name: "likely −4 to +12"."""
    if "difference_low" not in drawn:
        return drawn
    ends = zip(drawn["difference_low"], drawn["difference_high"], strict=True)
    said = [
        f"likely {words.signed(low, 0)} to {words.signed(high, 0)}" if low == low else ""
        for low, high in ends
    ]
    return drawn.assign(below=said)


def _has_others(kept: HighPerformers, section: Section) -> bool:
    if kept.hires.empty:
        return False
    counts = kept.hires[section.factor.value].value_counts()
    return len(counts) > 1 and bool((counts.sum() - counts >= FEWEST_OUTSIDE).all())


def lead(found: Groups, outcome: Outcome) -> str:
    """The page's answer: the kind of panel that stands out, else that none does."""
    if not found.exhibits:
        return NOBODY
    if not found.standing_out:
        return _plain(found, outcome)
    first = found.standing_out[0]
    more = "more" if first.is_above else "fewer"
    return f"{first.name}: {more} {outcome.those} than {'luck would explain' if first.is_clear else LIKELY}"


def _plain(found: Groups, outcome: Outcome) -> str:
    """The plain fact of the last stage in a hundred, where it is known, and whether it may be luck."""
    with_seller, without = (_row(found, level) for level in (WITH_SELLER, WITHOUT_SELLER))
    if with_seller is None or without is None:
        return NOTHING_APART
    rows = (with_seller, without)
    met, others = (
        f"{words.number(row['counted'])}{unit}" for row, unit in zip(rows, (" in 100", ""), strict=True)
    )
    if min(row["n"] for row in rows) < FEWEST_IN_HUNDRED:
        met, others = (_count(row) for row in rows)
        return f"With a seller in the last interview {met} {outcome.did}, else {others}{_luck(with_seller)}"
    said = f"With a seller in the last interview {met} {outcome.did}, else {others}{_luck(with_seller)}"
    return said if len(said) <= LONGEST_LEAD else NOTHING_APART


def _luck(row: dict[str, float]) -> str:
    return LUCK if row["difference_low"] <= 0 <= row["difference_high"] else ""


def standfirst(found: Groups, outcome: Outcome) -> str:
    """Hires with a seller in the last stage and without, as counted and as expected."""
    told = [
        f"{_count(row)} hires {where} {outcome.did}, expected {_expected(row)}"
        for level, where in (
            (WITH_SELLER, "who met a seller in the last stage"),
            (WITHOUT_SELLER, "who met none"),
        )
        if (row := _row(found, level)) is not None
    ]
    return f"{'; '.join(told)}." if told else ""


def of_vote(found: Groups, how_often: Voted, outcome: Outcome) -> str:
    """How many hires were made with a vote below yes, and what came of them."""
    if how_often.n < SMALLEST_GROUP:
        return "Too few of these hires have a recorded vote of their panel."
    made = (
        f"{words.number(how_often.count_against)} of {words.counted(how_often.n, 'hire')} were made with a vote below "
        f"yes on the mean, {words.number(how_often.count_majority)} of them with more no than yes."
    )
    row = _row(found, AGAINST)
    return (
        made
        if row is None
        else f"{made} {_count(row)} {outcome.did}, expected {_expected(row)}: {_apart(row)}."
    )


def _apart(row: dict[str, float]) -> str:
    """ "+4 in 100, likely −4 to +13" """
    ends = " to ".join(words.signed(row[end], 0) for end in ("difference_low", "difference_high"))
    return f"{words.signed(row['difference'], 0)} in 100, likely {ends}"


def tiles(
    found: Groups,
    how_often: Voted,
    offers: tuple[Against, Against] | None,
    hours: SellingHours,
    count_accepted: int,
    outcome: Outcome,
    years: str,
) -> tuple[Tile, ...]:
    """Sellers in the last stage, what came of it beside expected, offers accepted, hires against the vote, hours.

    `years`: in which those applied whom the hours went to.
    """
    rows = [_row(found, level) for level in (WITH_SELLER, WITHOUT_SELLER)]
    made = []
    if rows[0] is not None and rows[1] is not None:
        n = int(rows[0]["n"] + rows[1]["n"])
        made.append(_share("Seller in last stage", int(rows[0]["n"]), n, "seller_in_last_stage", FULL_YEAR))
    if rows[0] is not None:
        value, ends = _apart(rows[0]).split(", ")
        sure = f"; {CANNOT_TELL}" if _luck(rows[0]) else ""
        made.append(Tile("Met a seller", value, f"against expected, {ends}{sure}", outcome.card))
    if offers is not None:
        one = offers[0]
        note = (
            f"{words.number(one.count)} of {words.number(one.n)} · expected "
            f"{words.number(one.expected * one.n / 100)}"
        )
        made.append(
            Tile("Offers, with seller", f"{words.number(one.counted)} in 100", note, "offer_acceptance")
        )
    if how_often.n >= SMALLEST_GROUP:
        made.append(_share("Vote below yes", how_often.count_against, how_often.n, "against_the_vote"))
    return (*_hours(hours, count_accepted, years), *made)  # what it cost before what it went with


def _hours(hours: SellingHours, count_accepted: int, years: str) -> list[Tile]:
    """What the last stage took of the sellers' hours, and all hours for each offer accepted."""
    if not hours.count_interviews:
        return []
    sellers, every = hours.count_final_sellers, words.number(hours.hours)
    each = (
        f" · {words.counted(sellers, 'seller')}, {words.number(hours.final_hours / sellers)} hours each, {years}"
        if sellers
        else ""
    )
    made = [Tile("Hours in last stages", words.number(hours.final_hours), f"of {every}{each}", "panel_hours")]
    if count_accepted:
        note = f"{every} hours · {words.counted(count_accepted, 'accepted offer')}, {years}"
        made.append(
            Tile("Hours per acceptance", words.number(hours.hours / count_accepted), note, "panel_hours")
        )
    return made


def _share(label: str, count: int, n: int, card: str, of: str = "") -> Tile:
    share = wilson(count, n)
    ends = f"likely {words.number(100 * share.low)}{words.DASH}{words.number(100 * share.high)}"
    note = f"{words.number(count)} of {words.number(n)}{of} · {ends}"
    return Tile(label, f"{words.number(100 * count / n)} in 100", note, card)


def sayings(found: Groups) -> Sequence[str]:
    """What stands out with its counts and range; where nothing does, hires who met a seller against expected."""
    if found.standing_out:
        return [group.sentence() for group in found.standing_out]
    row = _row(found, WITH_SELLER)
    if row is None:
        return []
    luck = ", so luck could be all of it" if row["difference_low"] <= 0 <= row["difference_high"] else ""
    return [f"Hires who met a seller in the last stage: {_apart(row)} against expected{luck}."]


def _row(found: Groups, level: str) -> dict[str, float] | None:
    rows = found.rows
    mine = rows[rows["level"] == level] if len(rows) else rows
    return None if mine.empty else {str(key): value for key, value in mine.iloc[0].items()}


def _count(row: dict[str, float]) -> str:
    return f"{words.number(row['count'])} of {words.number(row['n'])}"


def _expected(row: dict[str, float]) -> str:
    return words.number(row["expected"] * row["n"] / 100)

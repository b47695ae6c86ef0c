"""What may be said of sources, in words: never why, never which is best, always how many and how sure."""

from __future__ import annotations

from collections.abc import Sequence

from hiring import words
from hiring.findings.marks import Row
from hiring.findings.sentences import NOBODY_CHOSEN, NOBODY_SELLS, NONE_MATURE
from hiring.findings.sources.answer import LONGEST_LEAD, MARKS, NOT_RECORDED, Sources, source_of, words_joined
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.claims import FEWEST_HIRES, Cap
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.counted import count_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import ALIKE, FEWEST_TO_RANK, State
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.evidence.needed import WORTH_ACTING_ON
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, UNTOLD, Direction, Finding, Label

Said = tuple[tuple[str, Label, Direction], ...]
TOO_FEW_OF_ONE = "There are too few hires of any one source to tell it from the others"
COMPARABLE = "hires of the same role, start year and office"


def closed_lead(evidence: Evidence, named: Sequence[str]) -> str:
    """The answer where nothing is compared; `named` are the sources the hires name."""
    state, count = evidence.gate.state, evidence.gate.count_mature
    if state is State.NOBODY:
        return "No hire is known, so there is nothing to compare"
    if not named and count:
        return "No hire here names the source they came from"
    if len(named) == 1 and _without_source(evidence):
        return "The hires here whose source is known came from one, so there is nothing to compare"
    if len(named) == 1:
        return "All hires here came from one source, so there is nothing to compare"
    if state is State.TOO_FEW and (unobserved := telling.unseen(evidence.outcomes)):
        return f"{unobserved}, so no source can be compared"
    if state is State.TOO_FEW:
        return f"Too few hires to tell one source from the others: {words.number(count)} of {FEWEST_TO_RANK}"
    if state is State.NO_SPREAD:
        return f"{ALIKE}, so no source differs"
    if state is State.NOTHING_SOLD:
        return "None of these hires has sold anything yet, so no source differs"
    return TOO_FEW_OF_ONE


def _without_source(evidence: Evidence) -> int:
    """How many hires no application tells the source of."""
    return int((evidence.outcomes.hires["source"] == NOT_RECORDED).sum())


def _single_source_sentence(evidence: Evidence, source: str) -> str:
    without = _without_source(evidence)
    if not without:
        return f"from {source}"
    known = evidence.gate.count_mature - without
    return (
        f"{words.number(known)} of them from {source} and {words.number(without)} without a recorded source"
    )


def closed(evidence: Evidence, named: Sequence[str]) -> str:
    """How many hires there are where nothing is compared, and how many are wanted."""
    gate, mature = evidence.gate, words.counted(evidence.gate.count_mature, "hire")
    if gate.state is State.NOBODY:
        return NOBODY_SELLS
    if len(named) == 1:
        return f"{mature} of at least six months, {_single_source_sentence(evidence, named[0])}."
    if gate.state is State.TOO_FEW and telling.unseen(evidence.outcomes):
        return "Until older opportunities are exported there are counts and plain shares."
    if gate.state is State.TOO_FEW:
        return (
            f"{mature} of at least six months{telling.covered(evidence.outcomes)} in the whole company. Sources are "
            f"compared from {FEWEST_TO_RANK} on, so {words.number(gate.more_to_rank)} more are needed; until then "
            "there are counts and plain shares."
        )
    if gate.state is State.NO_SPREAD:
        return f"{mature} of at least six months, each the only one in a role or equal to the others of it."
    if gate.state is State.NOTHING_SOLD:
        return f"{mature} of at least six months, none with revenue of their own."
    if not named:
        return f"{mature} of at least six months, none with an application that says where they came from."
    return (
        f"{mature} of at least six months; a source needs {FEWEST_HIRES[Kind.SOURCES]} of them to be shown."
    )


def unseen(found: Shown) -> str:
    """The answer where the company's sources are compared and no hire chosen came from one of them."""
    if not found.count_chosen:
        return NOBODY_CHOSEN
    if found.hires.empty:
        return NONE_MATURE
    count = words.number(len(found.company.sources))
    return f"None of the company's {count} sources compared brought a hire of this selection"


def lead(rows: Sequence[Row], *, is_part: bool = False) -> str:
    """The page's answer in at most 90 letters, no more than the labels carry; `is_part`: not all sources are shown."""
    here = " shown" if is_part else ""
    clear, leaning = _of_label(rows, Label.CLEAR), _of_label(rows, Label.LEANING)
    if clear:
        full = f"Hires from {_led_by(clear)} comparable hires"
        some = (
            f"{words.counted(len(clear), 'source')} clearly {'stand' if len(clear) > 1 else 'stands'} apart"
        )
        return full if len(full) <= LONGEST_LEAD else f"{some} from comparable hires"
    if len(leaning) == 1:
        way = "above" if leaning[0]["estimate"] > 0 else "below"
        full = f"No source{here} clearly stands apart; {leaning[0]['id']} leans {way} comparable hires"
        return (
            full if len(full) <= LONGEST_LEAD else f"No source{here} clearly stands apart; one leans one way"
        )
    if leaning:
        return f"No source{here} clearly stands apart from comparable hires; {len(leaning)} lean one way"
    if rows and all(row["label"] in UNTOLD for row in rows):
        if _of_label(rows, Label.NO_COMPARISON):
            return telling.NOBODY_TO_COMPARE
        return TOO_FEW_OF_ONE
    return f"No source{here} can be told apart from comparable hires"


def _led_by(clear: Sequence[Row]) -> str:
    """ "Referral attained more, from Agency less than"."""
    more = words_joined([str(row["id"]) for row in clear if row["estimate"] > 0] or [""])
    less = words_joined([str(row["id"]) for row in clear if row["estimate"] <= 0] or [""])
    if more and less:
        return f"{more} attained more, from {less} less, than"
    return f"{more or less} attained {'more' if more else 'less'} than"


def standfirst(found: Shown) -> str:
    """What each source's hires are set against, how many stand behind it, and what is shown of it."""
    evidence = found.company
    panels = "" if evidence.gate.state is State.NO_PANELS else ", whoever interviewed them"
    count = words.counted(evidence.gate.count_mature, "hire")
    beside = f"Each source's hires stand beside {COMPARABLE}{panels}: {count} of at least six months."
    return f"{beside} {found.rests_on}".strip()


def left_out(evidence: Evidence) -> str:
    """How many hires are in no comparison; empty where none."""
    without = _without_source(evidence)
    return f"Not compared: {words.counted(without, 'hire')} without a recorded source." if without else ""


def direction(row: Row) -> Direction:
    """Where the source stands; nowhere unless something is claimed."""
    if row["label"] not in (Label.CLEAR, Label.LEANING):
        return Direction.NONE
    return Direction.HIGHER if row["estimate"] > 0 else Direction.LOWER


def sayings(rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """What may be said of each source that stands out, then one line for all others, with what they would need."""
    single = [
        (MARKS[label, direction(row)], telling.claim(row, Kind.SOURCES, {}) + _further(row))
        for label in (Label.CLEAR, Label.LEANING)
        for row in _of_label(rows, label)
    ]
    silent = _of_label(rows, Label.CANNOT_TELL)
    few = _of_label(rows, Label.TOO_FEW)
    if silent:
        names = words_joined([str(row["id"]) for row in silent])
        single.append(
            (
                ":gray[**● Can't tell**]",
                f"{names}: nothing tells their hires from the average. {_wanted(silent)}",
            )
        )
    if few:
        names = words_joined([f"{row['id']} ({count_of(row)})" for row in few])
        single.append((":gray[**Too few**]", f"{names}. {_wanted(few)}"))
    if alone := _of_label(rows, Label.NO_COMPARISON):
        names = words_joined([f"{row['id']} ({count_of(row)})" for row in alone])
        single.append(
            (":gray[**No comparison**]", f"{names}: hardly any comparable hire came from elsewhere.")
        )
    return tuple(single)


def _further(row: Row) -> str:
    """What a leaning source would need; nothing where a check holds the label down."""
    if row["label"] != Label.LEANING or row["capped_by"] != Cap.NONE:
        return ""
    return f" {_wanted([row])}"


def _wanted(rows: Sequence[Row]) -> str:
    """How many more hires until a difference worth acting on would show, and for whom it would have shown."""
    size = f"{WORTH_ACTING_ON:g} SD"
    short = sorted(int(row["needed"]) for row in rows if words.is_known(row["needed"]) and row["needed"] > 0)
    enough = words_joined([str(row["id"]) for row in rows if row["needed"] == 0] or [""])
    if not short and not enough:
        return f"A difference of {size} is out of reach here."
    if not short:
        return f"A difference of {size} would have shown; a smaller one cannot be told yet."
    span = " to ".join(dict.fromkeys(map(words.number, (short[0], short[-1]))))
    noun = "more hire" if span == "1" else "more hires"
    each = " each" if len(short) > 1 else ""
    already = f"; {enough} would have shown it already" if enough else ""
    return f"About {span} {noun}{each} until a difference of {size} would show{already}."


def _of_label(rows: Sequence[Row], label: Label) -> list[Row]:
    """The rows of that label, the furthest from zero first."""
    return sorted((row for row in rows if row["label"] == label), key=lambda row: -abs(row["estimate"]))


def luck(found: Luck, *, is_clear: bool) -> str:
    """Whether sources differ by more than luck, and what the luckiest would look like; empty where it is not known.

    The highest is named only where it is Clear (`telling.is_named`).
    """
    if not found.count_groups:
        return ""
    answer = "yes" if found.p_any <= BY_LUCK_IN_A_SET else "we cannot tell"
    best, luckiest = (words.signed(mean, 1) for mean in (found.best_mean, found.luckiest_mean))
    highest = (
        f"The source that looks highest is {found.best}," if is_clear else "The one that looks highest is at"
    )
    return (
        f"For sources as a whole, {answer}: dealing hires out to sources anew spread them as wide in "
        f"{telling.tries(found.p_any)} tries.{telling.short_of_yes(found.p_any)} "
        f"{highest} {best} SD (adjusted mean of "
        f"{words.counted(found.best_hires, 'hire')}). If sources made no difference, the luckiest of "
        f"{words.number(found.count_groups)} would still look like {luckiest} SD."
    )


def unequal(evidence: Evidence) -> tuple[str, str] | None:
    """The fact and its consequence where sources were given unequal territories or quotas that cannot be levelled."""
    if not evidence.control.caps(Subject.SOURCES):
        return None
    facts = [c.name for c in evidence.control.checks if c.subject is Subject.SOURCES and c.is_flagged]
    return (
        "Sources are not comparable here.",
        f"Their hires started from unequal ground ({' and '.join(facts)}), and levelling leaves some of it. Nothing "
        "is called Clear.",
    )


def beside_shares(found: Sources, labels: Said, *, is_part: bool = False) -> tuple[str, ...]:
    """Where plain shares meeting the bar look like more than the judgement, or like something else: what holds.

    `is_part`: the shares are of the hires chosen, and the judgement of more than these.
    """
    said = {name: (label, way) for name, label, way in labels}
    return tuple(
        _beside(source.bar, *said[source.name], is_part=is_part)
        for source in found.sources
        if source.name in said and _looks_like_more(source.bar, *said[source.name])
    )


def _looks_like_more(bar: Finding, label: Label, way: Direction) -> bool:
    """Whether a reader of the plain shares would say what the judgement does not."""
    if bar.verdict.label not in (Label.CLEAR, Label.LEANING):
        return False
    is_same_way = way == bar.verdict.direction
    return not (is_same_way and (label == Label.CLEAR or label == bar.verdict.label))


def _beside(bar: Finding, label: Label, way: Direction, *, is_part: bool) -> str:
    seen, name = bar.comparison.difference, source_of(bar)
    often = "more" if bar.verdict.direction == Direction.HIGHER else "fewer"
    where = "above" if way == Direction.HIGHER else "below"
    lean = "it is no more than a lean" if way == bar.verdict.direction else f"they lean {where}"
    here, whole = ("in this selection ", "over the whole company ") if is_part else ("", "")
    judged = {
        Label.CLEAR: f"among comparable hires they are clearly {where}",
        Label.LEANING: f"among comparable hires {lean}",
        Label.CANNOT_TELL: "nothing tells them apart from comparable hires",
        Label.TOO_FEW: "they are too few to be set against comparable hires",
        Label.NO_COMPARISON: "hardly any comparable hire came from elsewhere",
    }[label]
    return (
        f"{name}: {here}{often} of its hires met the bar than of all others ({words.percent(seen.first)} against "
        f"{words.percent(seen.second)}), yet {whole}{judged}."
    )

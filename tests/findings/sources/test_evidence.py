"""What the page of sources leads with: one judgement a source, no more than its label, thin states in words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import Made, chosen_of, company, hire, months
from hiring.findings.sources import answer
from hiring.findings.sources import evidence as sourcing_evidence
from hiring.findings.sources import evidence_words as say
from hiring.findings.sources.evidence import Answer
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.verdicts import CLEAR_FROM, Direction, Label

COLUMNS = ["id", "n", "raw_mean", "estimate", "low", "high", "probability", "label", "capped_by", "needed"]


@cache
def made(**made_of: object) -> Made:
    return company(**made_of)  # type: ignore[arg-type]


@cache
def judged(**made_of: object) -> Evidence:
    one = made(**made_of)
    return whole(one.hires, one.months, one.seats)


def differing() -> Evidence:
    return judged(count=400, source_spread=0.8, seed=4)


def of(evidence: Evidence) -> Answer:
    """What is said with no hire left out."""
    rows = evidence.sources.assign(here=evidence.sources["n"], is_least=False)
    hires = evidence.outcomes.hires
    return sourcing_evidence.answer_of(
        Shown(evidence, replace(evidence, sources=rows), hires, evidence.seats, None, len(hires), "")
    )


def row(name: str, estimate: float, label: Label, **others: object) -> dict[str, object]:
    low, high = (0.05, 2 * estimate) if label == Label.CLEAR else (estimate - 0.4, estimate + 0.4)
    if label == Label.CLEAR and estimate < 0:
        low, high = 2 * estimate, -0.05
    values = (name, 40, 0.3, estimate, low, high, 0.95, str(label), "", 20.0)
    return {**dict(zip(COLUMNS, values, strict=True)), **others}


def told(*rows: dict[str, object]) -> Answer:
    frame = pd.DataFrame(list(rows), columns=COLUMNS)
    return of(replace(differing(), sources=frame))


def test_a_planted_source_is_found_and_the_labels_agree_with_the_intervals() -> None:
    found = of(differing())
    planted = made(count=400, source_spread=0.8, seed=4).sources
    assert found.is_compared
    evidence = differing().sources
    assert list(found.table["Source"]) == list(evidence["id"])
    assert set(found.table["Source"]) == set(planted)
    clear = evidence[evidence["label"] == Label.CLEAR]
    assert len(clear)
    for _, one in clear.iterrows():
        assert one["low"] > 0 or one["high"] < 0
        others = np.mean([effect for name, effect in planted.items() if name != one["id"]])
        assert (planted[one["id"]] > others) == (one["estimate"] > 0)


def test_estimates_are_pulled_towards_the_average_and_the_plain_average_stands_beside_them() -> None:
    evidence = differing()
    table = of(evidence).table
    assert list(table["Hires"]) == [str(n) for n in evidence.sources["n"]]
    furthest = evidence.sources.loc[evidence.sources["raw_mean"].abs().idxmax()]
    assert abs(furthest["estimate"]) < abs(furthest["raw_mean"])


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        (
            [row("Referral", 0.3, Label.CLEAR), row("Fair", 0.0, Label.CANNOT_TELL)],
            "Hires from Referral attained more than comparable hires",
        ),
        (
            [row("Agency", -0.3, Label.CLEAR), row("Referral", 0.2, Label.CLEAR)],
            "Hires from Referral attained more, from Agency less, than comparable hires",
        ),
        (
            [row("R" * 70, 0.3, Label.CLEAR), row("Fair", 0.0, Label.CANNOT_TELL)],
            "1 source clearly stands apart from comparable hires",
        ),
        (
            [row("Referral", 0.2, Label.LEANING), row("Fair", 0.0, Label.CANNOT_TELL)],
            "No source clearly stands apart; Referral leans above comparable hires",
        ),
        (
            [row("R" * 70, -0.2, Label.LEANING), row("Fair", 0.0, Label.CANNOT_TELL)],
            "No source clearly stands apart; one leans one way",
        ),
        (
            [row("A", 0.2, Label.LEANING), row("B", -0.2, Label.LEANING)],
            "No source clearly stands apart from comparable hires; 2 lean one way",
        ),
        ([row("A", 0.0, Label.CANNOT_TELL)], "No source can be told apart from comparable hires"),
        (
            [row("A", 0.0, Label.TOO_FEW)],
            "There are too few hires of any one source to tell it from the others",
        ),
    ],
)
def test_the_lead_says_no_more_than_the_labels(rows: list[dict[str, object]], lead: str) -> None:
    found = told(*rows)
    assert found.lead == lead
    assert len(found.lead) <= answer.LONGEST_LEAD


def test_each_source_has_one_judgement_and_the_silent_ones_share_a_line() -> None:
    found = told(
        row("Clear one", 0.3, Label.CLEAR),
        row("Leaning one", -0.2, Label.LEANING, needed=12.0),
        row("First", 0.0, Label.CANNOT_TELL, needed=30.0),
        row("Second", 0.0, Label.CANNOT_TELL, needed=45.0),
        row("Third", 0.0, Label.CANNOT_TELL, needed=0.0),
        row("Tiny", 0.0, Label.TOO_FEW, n=9, needed=np.nan),
    )
    marks, sentences = zip(*found.sayings, strict=True)
    assert [mark.split("**")[1] for mark in marks] == ["▲ Clear", "▽ Leaning", "● Can't tell", "Too few"]
    assert "about +0.3 SD, likely between +0.1 and +0.6. Based on 40 hires." in sentences[0]
    assert "less than comparable hires" in sentences[1]
    assert sentences[1].endswith("About 12 more hires until a difference of 0.3 SD would show.")
    assert sentences[2].startswith("First, Second and Third: nothing tells")
    assert sentences[2].endswith(
        "About 30 to 45 more hires each until a difference of 0.3 SD would show; Third would have shown it already."
    )
    assert sentences[3] == "Tiny (9). A difference of 0.3 SD is out of reach here."


def test_what_would_have_shown_already_is_told_as_such() -> None:
    (_, sentence), *_ = told(row("A", 0.0, Label.CANNOT_TELL, needed=0.0)).sayings
    assert sentence.endswith("A difference of 0.3 SD would have shown; a smaller one cannot be told yet.")


def test_a_label_held_down_by_a_check_says_which_and_asks_for_no_more_hires() -> None:
    found = told(row("Referral", 0.3, Label.LEANING, capped_by="one hire"))
    (_, sentence), *_ = found.sayings
    assert "but it rests on a single hire" in sentence
    assert "more hires until" not in sentence
    assert found.table.iloc[0]["Label"] == "Leaning: it rests on a single hire"


def test_the_table_gives_plain_and_adjusted_side_by_side_and_hides_what_too_few_say() -> None:
    table = told(
        row("Referral", 0.31, Label.CLEAR),
        row("Near", 0.31, Label.CLEAR, low=0.0031),
        row("Fair", 0.05, Label.CANNOT_TELL, needed=np.nan),
        row("Tiny", 0.0, Label.TOO_FEW, n=9),
    ).table.set_index("Source")
    assert list(table.loc["Referral"]) == ["40", "+0.30", "+0.31 (+0.05 to +0.62)", "Clear", "–"]
    assert table.loc["Near", "Against comparable, SD"] == "+0.310 (+0.003 to +0.620)"
    assert table.loc["Fair", "More hires"] == "out of reach"
    assert table.loc["Tiny", "Against comparable, SD"] == "too few"


def test_luck_is_told_with_the_companys_own_numbers() -> None:
    evidence = differing()
    text = of(evidence).luck
    found = evidence.luck.sources
    assert text.startswith(
        "For sources as a whole, yes: dealing hires out to sources anew spread them as wide in none of"
    )
    assert (
        f"looks highest is {found.best}, +{found.best_mean:.1f} SD (adjusted mean of {found.best_hires}"
        in text
    )
    assert "the luckiest of 5 would still look like +0." in text
    nobody = judged(count=300, seed=2)
    assert nobody.luck.sources.p_any > 2 * (1 - CLEAR_FROM)
    assert of(nobody).luck.startswith("For sources as a whole, we cannot tell:")


def test_unequal_territories_of_sources_are_a_warning_and_no_claim_is_clear() -> None:
    from hiring.statistics.evidence.controls import Check, Control, Subject

    check = Check("territory revenue before the hire", Subject.SOURCES, 300, 0.001, is_flagged=True)
    found = of(replace(differing(), control=Control((check,))))
    assert found.unequal is not None
    assert "territory revenue before the hire" in found.unequal[1]
    assert found.levelled == ""
    cleared = Control((check,), frozenset({Subject.SOURCES}))
    found = of(replace(differing(), control=cleared))
    assert found.unequal is None
    assert "levelled out" in found.levelled


def plain(*rows: tuple[str, int, int]) -> answer.Sources:
    outcomes = pd.DataFrame(
        [
            {
                "source": name,
                "count_hires": judged,
                "count_counted": judged,
                "count_judged": judged,
                "count_met_bar": met,
                "count_high_performers": 0,
                "count_ranked": judged,
            }
            for name, judged, met in rows
        ]
    )
    stays = pd.DataFrame({"source": ["A"] * 2, "days_to_exit": [400] * 2, "has_left": [False] * 2})
    return answer.compared(outcomes, stays, 12)


AHEAD = plain(("A", 100, 80), ("B", 100, 45), ("C", 100, 50))


@pytest.mark.parametrize(
    ("label", "way", "words"),
    [
        (Label.CANNOT_TELL, Direction.NONE, "yet nothing tells them apart from comparable hires."),
        (Label.LEANING, Direction.HIGHER, "yet among comparable hires it is no more than a lean."),
        (Label.LEANING, Direction.LOWER, "yet among comparable hires they lean below."),
        (Label.CLEAR, Direction.LOWER, "yet among comparable hires they are clearly below."),
        (Label.TOO_FEW, Direction.NONE, "yet they are too few to be set against comparable hires."),
    ],
)
def test_a_share_that_seems_to_say_more_is_set_against_the_judgement(
    label: Label, way: Direction, words: str
) -> None:
    (sentence,) = say.beside_shares(AHEAD, (("A", label, way),))
    assert sentence.startswith(
        "A: more of its hires met the bar than of all others (80\u202f% against 48\u202f%)"
    )
    assert sentence.endswith(words)


def test_shares_of_a_selection_and_a_judgement_of_the_company_are_told_apart() -> None:
    (sentence,) = say.beside_shares(AHEAD, (("A", Label.CANNOT_TELL, Direction.NONE),), is_part=True)
    assert sentence.startswith("A: in this selection more of its hires met the bar than of all others")
    assert sentence.endswith(", yet over the whole company nothing tells them apart from comparable hires.")


def test_where_not_every_source_is_shown_nobody_says_that_none_stands_apart() -> None:
    rows = [row("A", 0.1, Label.LEANING), row("B", 0.0, Label.CANNOT_TELL)]
    for some in (rows, [*rows, row("C", 0.1, Label.LEANING)], rows[1:]):
        assert say.lead(some, is_part=True).startswith("No source shown ")
        assert "shown" not in say.lead(some)


def test_a_share_that_agrees_or_says_nothing_needs_no_word() -> None:
    assert say.beside_shares(AHEAD, (("A", Label.CLEAR, Direction.HIGHER),)) == ()
    alike = plain(("A", 60, 30), ("B", 60, 31))
    assert say.beside_shares(alike, (("A", Label.CLEAR, Direction.HIGHER),)) == ()
    assert say.beside_shares(AHEAD, (("Somewhere else", Label.CANNOT_TELL, Direction.NONE),)) == ()


def thin(
    count: int, *, source: str = "A", sold: float = 1.0
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """So many hires of two sources (or of the one given), none with a panel; everybody sells as much."""
    sources = [source if source != "A" or place % 2 else "B" for place in range(count)]
    hires = [hire(f"H{place}", source=name) for place, name in enumerate(sources)]
    sales = [one for place in range(count) for one in months(f"H{place}", [sold * (1 + place % 7)] * 12)]
    seats = pd.DataFrame(columns=["employee_id", "hire_date", "interviewer_id", "department", "stage"])
    return pd.DataFrame(hires), pd.DataFrame(sales), seats.astype({"hire_date": "datetime64[us]"})


def of_one_fair() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    hires, sales, seats = thin(130, source="Not recorded")
    return hires.assign(source=hires["source"].where(hires.index > 0, "Fair")), sales, seats


def nobody() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    hires, sales, seats = thin(1)
    return hires.iloc[:0], sales.iloc[:0], seats


@pytest.mark.parametrize(
    ("frames", "lead", "standfirst"),
    [
        (nobody(), "No hire is known, so there is nothing to compare", "Nobody in the exports was hired"),
        (thin(40), "Too few hires to tell one source from the others: 40 of 120", "so 80 more are needed"),
        (thin(130, sold=0.0), "None of these hires has sold anything yet, so no source differs", "130 hires"),
        (
            thin(130, source="Fair"),
            "All hires here came from one source, so there is nothing to compare",
            "130 hires of at least six months, from Fair.",
        ),
        (
            of_one_fair(),
            "The hires here whose source is known came from one, so there is nothing to compare",
            "130 hires of at least six months, 1 of them from Fair and 129 without a recorded source.",
        ),
        (
            thin(130, source="Not recorded"),
            "No hire here names the source they came from",
            "none with an appli",
        ),
    ],
)
def test_a_thin_company_gets_counts_and_what_is_wanted_and_no_ranking(
    frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame], lead: str, standfirst: str
) -> None:
    found = sourcing_evidence.judged_answer(whole(*frames), chosen_of(frames[0]))
    assert found.lead == lead
    assert len(lead) <= answer.LONGEST_LEAD
    assert standfirst in found.standfirst
    assert not found.is_compared
    assert found.sayings == ()


def test_without_panels_sources_are_still_compared_and_nobody_speaks_of_interviewers() -> None:
    frames = thin(140)
    found = sourcing_evidence.judged_answer(whole(*frames), chosen_of(frames[0]))
    assert found.is_compared
    assert "interviewed" not in found.standfirst

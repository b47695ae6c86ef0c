"""The page of methods in words: thresholds as the code has them, the proof as measured, nobody named."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from helpers.invented.figures import FOUND, NOTHING, measurement, row
from helpers.invented.hires import company
from hiring.findings.methods import aims, answer, plain, proof
from hiring.findings.methods import own as methods_own
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.evidence.measured import AllPages, Measurement
from hiring.statistics.verdicts import Label

NOT_YET = Measurement("2026-11-22", "abc1234", ())


@cache
def judged(count: int = 320, **made_of: object) -> Evidence:
    made = company(count, **made_of)  # type: ignore[arg-type]
    return whole(made.hires, made.months, made.seats)


def cells(table: pd.DataFrame, asked: str) -> list[str]:
    """The cells of the one row that begins so."""
    rows = table[table.iloc[:, 0].str.startswith(asked)]
    assert len(rows) == 1, list(table.iloc[:, 0])
    return [str(cell) for cell in rows.iloc[0, 1:]]


def test_the_words_hold_the_thresholds_of_the_code() -> None:
    text = " ".join(
        told for part in (answer.outcome(), answer.compared(), answer.checks()) for _, told in part
    )
    for threshold in (
        "24 months",
        "6 months",
        "fewer than 80\u202f%",
        "fewer than 8 hires",
        "from 300 hires",
    ):
        assert threshold in text
    assert "fewer than 120 hires" in text
    assert "from 8 hires on, a pair from 5 together" in text
    assert "anew 1,000 times" in text
    assert "to where 38\u202f% stand higher" in text


def test_every_label_of_the_product_is_explained_once() -> None:
    table = answer.labels().set_index("Label")
    assert set(map(str, Label)) < set(table.index)
    assert {"Good together because each is good", "More than the sum"} < set(table.index)
    assert "97.5\u202f%" in table.loc["Clear", "When"]
    assert "1 of 1,000 sets of comparisons" in table.loc["Clear", "When"]
    assert "90\u202f%" in table.loc["Leaning", "When"]
    assert "30\u202f%" in table.loc["Too few hires", "When"]


def test_the_contents_lead_to_chapters_and_no_word_claims_a_cause() -> None:
    assert len({anchor for _, anchor in answer.CONTENTS}) == len(answer.CONTENTS)
    text = " ".join(
        [answer.STANDFIRST, answer.PULLED, answer.LIMITS, answer.labels().to_string()]
        + [f"{name} {told}" for part in (answer.checks(), answer.silence()) for name, told in part]
    ).lower()
    assert not any(
        claim in text for claim in ("because of", "causes", "thanks to", "best interviewer", "proven")
    )


def test_where_nothing_false_was_said_the_lead_says_so() -> None:
    lead = proof.lead(measurement())
    assert lead == "In 300 invented companies where nothing was true, it claimed nothing"
    assert len(lead) <= proof.LONGEST_LEAD


def test_the_lead_is_no_narrower_than_the_page() -> None:
    pages = AllPages("2026-11-29", "abc1234", 150, 3, (150, 300, 1000), {"Interviewing craft": 3}, ())
    found = replace(measurement(), all_pages=pages)
    lead = "Of 150 test companies in which nothing differs {} were told something Clear"
    assert aims.proof(found).lead == lead.format("3")
    few = aims.proof(replace(found, all_pages=replace(pages, any_clear=1)))
    assert few.lead == lead.format("1")
    assert len(few.lead) <= 90
    none = aims.proof(replace(found, all_pages=replace(pages, any_clear=0, by_page={})))
    assert none.lead == lead.format("0")


@pytest.mark.parametrize(("claims", "cell"), [(1, "6 of 6 · too few to judge"), (7, "42 of 42 · missed")])
def test_of_few_claims_no_aim_is_met_or_missed(claims: int, cell: str) -> None:
    found = measurement(sizes=(300,), found=replace(FOUND, claims=claims, wrong_sign_share=1))
    assert cells(aims.false_claims(found), "Something is true: Clear claims with the wrong sign") == [cell]


def test_false_claims_are_counted_in_the_lead_and_missed_in_the_table() -> None:
    false = replace(NOTHING, share_with_claim=0.02, share_with_false_claim=0.02, claims=2, wrong_sign_share=1)
    rows = (row("nothing is true", 300, NOTHING, companies=100, sources=false),)
    found = Measurement("2026-11-22", "abc1234", rows)
    lead = proof.lead(found)
    assert lead == "Where nothing was true, at most 2 of 100 invented companies got a false claim"
    assert len(lead) <= proof.LONGEST_LEAD
    table = aims.false_claims(found)
    assert cells(table, "Nothing is true: companies told something false of a source") == [
        "2 of 100 (1–7\u202f%) · missed"
    ]
    assert cells(table, "Nothing is true: companies told something false of an interviewer")[0].endswith(
        "met"
    )
    (missed,) = aims.missed(found)
    assert missed == (
        "Nothing is true: companies told something false of a source (none)",
        "missed at 300 hires: 2 of 100 at 300 hires",
    )
    assert plain.missed_aims(found) == (
        (
            "Nothing is true: companies told something false of a source",
            "missed at 300 hires: 2 of 100 at 300 hires. The aim: none.",
        ),
    )
    assert plain.missed_aims(measurement()) == ()
    asked = [*aims.false_claims(measurement()).iloc[:, 0], *aims.nearness(measurement()).iloc[:, 0]]
    for aim in plain.AIMS:
        assert any(one.startswith(aim) for one in asked), aim


def test_the_figures_carry_their_date_their_sizes_and_how_many_companies() -> None:
    text = proof.measured_on(measurement())
    assert "22\u00a0Nov\u00a02026 (code abc1234)" in text
    assert (
        "660 invented companies of 150, 300 and 1,000 hires" in text
    )  # 100 and 3 x 40 a size: each company once


@pytest.mark.parametrize("found", [None, NOT_YET])
def test_what_was_never_measured_is_said_to_be(found: Measurement | None) -> None:
    assert proof.lead(found) == "How a pattern is told from luck here, and what is never said"
    assert "not measured yet" in proof.measured_on(found)
    for table in (
        aims.false_claims(found),
        aims.nearness(found),
        aims.sayable(found),
    ):
        assert table.empty
    assert not proof.order(found).is_drawn
    assert not proof.winners(found).is_drawn


def test_how_often_clear_has_the_wrong_sign_is_told_where_it_can_be_judged_and_at_the_nearest_size() -> None:
    pages = AllPages("2026-11-29", "abc1234", 150, 3, (150, 300, 1000), {}, ())

    def told(claims: int, hires: int) -> str:
        wrong = replace(FOUND, claims=claims, wrong_sign_share=0.5)
        found = replace(measurement(found=wrong), all_pages=pages)
        return str(plain.labels(found, hires).iloc[0, 2])

    assert told(2, 414).endswith(
        "Where something is true: 6 of 12 Clear claims had the wrong sign at 300 hires, the size nearest to your 414 "
        "of six months or more (too few to judge)."
    )
    many = told(20, 414)
    assert "60 of 120 Clear claims had the wrong sign at 1,000 hires; " in many
    assert many.endswith("at 300 hires, the size nearest to your 414 of six months or more.")
    assert "at 1,000 hires, the size nearest to your 9,000 of six months or more." in told(20, 9_000)
    assert told(2, 0).endswith("at most 5 may be.")


def test_where_every_aim_is_met_nothing_is_missed() -> None:
    found = measurement()
    assert aims.missed(found) == (("Every aim", "met at every size it is set for."),)
    table = aims.false_claims(found)
    assert cells(table, "Something is true: Clear claims with the wrong sign") == ["0 of 120 · met"] * 3
    assert cells(table, "Only territories differ, unchecked") == ["20 of 40 (35–65\u202f%)"] * 3
    assert cells(table, "The same, checked and levelled")[0] == "1 of 40 (<\u202f1 to 13\u202f%) · met"
    assert cells(table, "Unequal territories: companies in which the check sees them")[0].endswith("· met")


def test_an_aim_is_judged_from_the_size_it_is_set_for() -> None:
    found = measurement(found=replace(FOUND, rank_correlation=0.6, covered_95=0.90))
    table = aims.nearness(found)
    order = cells(table, "Order of interviewers")
    assert order == [*["0.60 (0.40, 0.72)"] * 2, "0.60 (0.40, 0.72) · missed"]
    ranges = cells(table, "95\u202f% ranges of pairs")
    assert ranges == ["90.0\u202f%", "90.0\u202f% · missed", "90.0\u202f% · missed"]
    assert len(aims.missed(found)) == 4
    assert aims.missed(found)[-1][1] == (
        "missed at 300 hires and 1,000 hires: 90.0\u202f% (not judged) at 150 hires, 90.0\u202f% at 300 hires, "
        "90.0\u202f% at 1,000 hires"
    )


@pytest.mark.parametrize(
    ("said", "cell"), [(0.34, "0.94 (6.0) · met"), (0.2, "0.56 (6.0) · missed"), (0.5, "1.39 (6.0) · missed")]
)
def test_the_highest_is_said_over_true_beside_plain_averages(said: float, cell: str) -> None:
    table = aims.nearness(measurement(sizes=(1000,), found=replace(FOUND, top=said)))
    assert cells(table, "Highest interviewer, said over true") == [cell]


def test_a_ratio_to_nothing_is_not_known_and_not_judged() -> None:
    table = aims.nearness(measurement(sizes=(1000,), found=replace(FOUND, top_truth=-0.01)))
    assert cells(table, "Highest interviewer, said over true") == ["not known (6.0)"]


def test_a_size_that_was_not_measured_for_a_kind_says_so() -> None:
    found = Measurement(
        "2026-11-22", "x", (row("nothing is true", 150, NOTHING), row("interviewers differ", 300, FOUND))
    )
    assert cells(aims.nearness(found), "Order of pairs")[0] == "not measured"
    assert cells(aims.false_claims(found), "Something is true")[0] == "not measured"


def test_what_to_expect_at_ones_own_size_has_counts_and_intervals_and_no_aim() -> None:
    table = aims.sayable(measurement())
    assert cells(table, "Companies with any Clear pair")[0] == "16 of 40 (26–55\u202f%)"
    assert list(table.columns[1:]) == ["150 hires", "300 hires", "1,000 hires"]


def test_the_pictures_of_the_proof_hold_the_measured_figures() -> None:
    order = proof.order(measurement()).marks.rows
    assert list(order["name"])[:2] == ["Interviewers, 150 hires", "Interviewers, 300 hires"]
    assert set(order["raw"]) == {0.4}
    assert set(order["corrected"]) == {0.66}
    winners = proof.winners(measurement()).marks.rows.set_index("name")
    assert tuple(winners.loc["Highest pair by plain averages", ["raw", "corrected"]]) == (0.2, 1.2)
    assert tuple(winners.loc["Highest interviewer here", ["raw", "corrected"]]) == (0.36, 0.34)
    assert proof.winners(measurement()).standfirst == "40 companies of 1,000 hires"
    assert "+1.20 said, +0.20 true" in proof.winners(measurement()).alt
    assert "0.40 by plain averages, 0.66 here" in proof.order(measurement()).alt


def test_the_companys_own_best_is_shown_before_and_after_and_nobody_is_named() -> None:
    evidence = judged(spread=0.2)
    own = methods_own.own(evidence)
    assert list(own.best.marks.rows["name"]) == [
        "Highest plain average of an interviewer",
        "Highest plain average of a pair",
        "Highest plain average of a source",
    ]
    shown = evidence.interviewers[evidence.interviewers["label"] != Label.TOO_FEW]
    first = own.best.marks.rows.iloc[0]
    assert first["raw"] == pytest.approx(shown["raw_mean"].max())
    assert first["corrected"] == pytest.approx(shown.loc[shown["raw_mean"].idxmax(), "estimate"])
    assert abs(first["corrected"]) < abs(first["raw"])
    assert first["right"] == f"{first['n']} hires"
    told = " ".join(words for _, words in own.sentences) + own.best.lead
    assert not any(name in told for name in evidence.interviewers["id"])
    assert "320 hires of at least six months." in told
    assert f"{len(evidence.pairs)} pairs: " in told


def test_a_plain_average_and_the_adjusted_mean_that_luck_is_set_against_are_told_apart() -> None:
    evidence = judged(spread=0.2)
    own, found = methods_own.own(evidence), evidence.luck.interviewers
    assert own.best.lead.startswith(
        f"Highest plain average of an interviewer here: {own.best.marks.rows['raw'].iloc[0]:+.1f} SD; "
    )
    assert (
        f"The highest adjusted mean is {found.best_mean:+.1f} SD (of {found.best_hires} hires); luck alone would put "
        f"the highest of {found.count_groups} at {found.luckiest_mean:+.1f} SD."
    ) in own.luck[0]
    assert not any("luck alone" in right for right in own.best.marks.rows["right"])


def test_equal_hands_are_said_where_nothing_was_found() -> None:
    own = methods_own.own(judged(spread=0.2))
    assert dict(own.sentences)["Equal hands here"].startswith(
        "Nothing tells the hires of different interviewers"
    )
    unequal = methods_own.own(judged(spread=0.0, territory=0.9, seed=2))
    assert "unequal ground" in dict(unequal.sentences)["Equal hands here"]


def test_a_small_company_gets_words_instead_of_a_picture() -> None:
    own = methods_own.own(judged(60))
    assert not own.best.is_drawn
    assert own.why_not.startswith("60 hires of at least six months: nobody is compared below 120")
    assert dict(own.sentences).keys() == {"Counted here"}


def test_where_all_are_too_few_nobody_looks_best() -> None:
    evidence = judged(spread=0.2)
    few = {
        name: getattr(evidence, name).assign(label=str(Label.TOO_FEW))
        for name in ("interviewers", "pairs", "sources")
    }
    own = methods_own.own(replace(evidence, **few))
    assert own.why_not == "Nobody here has enough hires to be compared."
    assert not own.best.is_drawn


def test_all_pages_together_are_told_with_what_is_allowed() -> None:
    theirs = "Interviewers and combinations"
    claims = (
        (theirs, "interviewers", 120, 0),
        (theirs, "pairs", 120, 1),
        (theirs, "forecast", 120, 2),
        ("Overview", "what changed", 120, 2),
    )
    by_page = {"Overview": 2, "Sources": 0, theirs: 2}
    whole_companies = AllPages("2026-11-29", "abc1234", 120, 3, (150, 300), by_page, claims)
    found = replace(NOT_YET, all_pages=whole_companies)
    assert proof.all_pages(found) == (
        "Of 120 invented companies of 150 and 300 hires in which nothing is true at all, 3 were told anything Clear on "
        "any page; 5\u202f% is the most that is allowed. The rows add up to 4: a company can be told something on two "
        "pages."
    )
    pages = plain.by_page(found)
    assert pages.iloc[:, 0].tolist() == ["Overview", "Sources", theirs]
    assert pages.iloc[:, 2].tolist() == ["2 of 120", "none of 120", "2 of 120"]
    assert pages.iloc[2, 1] == "A single interviewer, a single pair, what panels foretell"
    assert plain.by_claim(found).iloc[1].tolist() == [theirs, "a single pair", "1 of 120"]
    of = plain.labels(found).set_index("Label")["How often it is wrong"]
    assert list(of.index) == ["Clear", "Leaning", "Can't tell"]
    assert of["Clear"].startswith(
        "In 3 of 100 companies where nothing is true, something is called so; at most 5"
    )
    assert of["Leaning"].startswith("Of 100, up to 10 point the wrong way")
    assert plain.labels(None).set_index("Label").loc["Clear", "How often it is wrong"] == "Not measured yet."
    assert plain.by_page(None).empty
    assert proof.of_people(found) == (
        "Interviewers and combinations told of a single pair 1, what panels foretell 2 (a company can be told "
        "several), and no single interviewer."
    )
    nobody = replace(whole_companies, any_clear=0, by_page={}, claims=())
    assert "none was told anything Clear on any page; 5" in proof.all_pages(
        replace(NOT_YET, all_pages=nobody)
    )
    assert proof.of_people(replace(NOT_YET, all_pages=nobody)) == ""
    assert proof.all_pages(NOT_YET) == proof.all_pages(None) == proof.of_people(None) == ""

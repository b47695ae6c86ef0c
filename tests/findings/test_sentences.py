"""What pages say of a verdict."""

from __future__ import annotations

import math
import re

import pytest

from hiring.findings.sentences import (
    finding_sentence,
    likely,
    luck,
    possible,
    recent_against_before,
    with_hires,
)
from hiring.statistics.rates import Difference, difference
from hiring.statistics.verdicts import (
    BETTER_LOWER,
    DAYS,
    MONTHS,
    NEUTRAL,
    Comparison,
    Finding,
    judge,
    judge_together,
)


def points(low: float, high: float, probability: float, n: int = 86, n_against: int = 140) -> Difference:
    estimate = (low + high) / 2
    return Difference(0.5 + estimate, 0.5, estimate, low, high, probability, n, n_against)


def finding(found: Difference) -> Finding:
    compared = Comparison("met the bar at month 12", "recent hires", "earlier hires", found)
    return Finding(compared, judge(found))


def test_a_clear_difference_is_likely_from_one_number_to_another() -> None:
    assert likely(judge(points(0.04, 0.2, 0.99))) == "likely 4 to 20 points better"
    assert likely(judge(points(-0.2, -0.04, 0.01))) == "likely 4 to 20 points worse"
    assert likely(judge(points(-0.2, -0.04, 0.01)), BETTER_LOWER) == "likely 4 to 20 points better"


def test_a_bound_that_no_follow_up_gives_is_left_open() -> None:
    open_end = Difference(8.0, 4.0, 4.0, 1.0, math.inf, 0.99, 30, 30)
    assert likely(judge(open_end, MONTHS), ("longer", "sooner")) == "likely at least 1.0 months longer"


def test_where_zero_is_possible_both_ends_are_said() -> None:
    verdict = judge(points(-0.11, 0.14, 0.6))
    assert possible(verdict) == "anything from 14 points better to 11 worse is still possible"
    assert likely(verdict) == possible(verdict)
    assert with_hires(verdict) == (
        "With 86 hires against 140, anything from 14 points better to 11 worse is still possible."
    )
    assert possible(verdict, NEUTRAL) == "anything from 14 points higher to 11 lower is still possible"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-0.01, 0.01, "anything from 1 point better to 1 worse is still possible"),
        (-0.11, 0.002, "anything from no difference to 11 points worse is still possible"),
        (-0.002, 0.14, "anything from 14 points better to no difference is still possible"),
        (-0.002, 0.002, "any difference is too small to show"),
        (math.nan, math.nan, "anything is still possible"),
    ],
)
def test_ends_that_round_to_nothing_or_are_unknown_read_well(low: float, high: float, words: str) -> None:
    assert possible(judge(points(low, high, 0.6))) == words


def test_a_clear_bound_is_never_printed_as_zero() -> None:
    assert likely(judge(points(0.003, 0.2, 0.976))) == "likely 0.3 to 20 points better"
    assert likely(judge(points(1e-9, 0.2, 0.976))) == "likely barely more than 0 to 20 points better"


def test_luck_is_said_for_each_label() -> None:
    assert luck(judge(points(0.04, 0.2, 0.9998))) == "luck alone would rarely do this"
    assert (
        luck(judge(points(0.04, 0.2, 0.99))) == "these pages make many comparisons, so luck could explain it"
    )
    assert luck(judge(points(-0.01, 0.2, 0.95))) == "luck could explain it"
    assert luck(judge(points(-0.1, 0.1, 0.5))) == "luck could explain it"
    capped = judge_together([finding(points(0.01, 0.2, 0.98)).comparison] * 6)[0].verdict
    assert luck(capped) == "this is one of 6 comparisons made at once, so luck could explain it"
    few = judge(difference(3, 6, 60, 140))
    assert luck(few) == (
        "too few hires to compare: 6 against 140 hires, at least 10 needed in each group, so 4 more"
    )


def test_a_finding_says_both_values_the_size_and_both_counts() -> None:
    assert finding_sentence(finding(difference(58, 86, 61, 140))) == (
        "67\u202f% met the bar at month 12 among recent hires against 44\u202f% among earlier hires: "
        "likely 11 to 36 points better (86 hires against 140)."
    )


def test_a_finding_that_is_not_clear_says_so_and_what_is_possible() -> None:
    leaning = finding_sentence(finding(difference(50, 86, 66, 140)))
    assert "looks better, but luck could explain it; anything from 24 points better to 2 worse" in leaning
    unclear = finding_sentence(finding(difference(40, 86, 58, 140)))
    assert "we can't tell them apart; anything from 18 points better to 8 worse is still possible" in unclear


def test_a_capped_finding_explains_an_interval_without_zero() -> None:
    capped = judge_together([finding(points(0.01, 0.2, 0.98)).comparison] * 6)[0]
    assert finding_sentence(capped).endswith(
        "likely 1 to 20 points better if looked at alone, but this is one of 6 comparisons made at once, "
        "so luck could explain it (86 hires against 140)."
    )


def test_too_few_hires_show_no_value() -> None:
    said = finding_sentence(finding(difference(3, 4, 60, 140)))
    assert "%" not in said
    assert said.startswith("Recent hires against earlier hires: too few hires to compare")


@pytest.mark.parametrize(
    ("counts", "answer", "lead"),
    [
        (
            (56, 86, 61, 140),
            "better",
            "Recent hires are better at month 12: 65\u202f% met the bar against 44\u202f%",
        ),
        (
            (22, 86, 66, 140),
            "worse",
            "Recent hires are worse at month 12: 26\u202f% met the bar against 47\u202f%",
        ),
        (
            (50, 86, 66, 140),
            "looks better",
            "Recent hires look better at month 12, but luck could explain it",
        ),
        (
            (40, 86, 58, 140),
            "can't tell",
            "At month 12 we can't tell whether recent hires are better or worse than earlier ones",
        ),
        (
            (300, 600, 310, 620),
            "about the same",
            "Recent hires are about where earlier ones were at month 12",
        ),
        ((3, 6, 60, 140), "too few", "Too few recent hires have reached month 12 to compare"),
        ((60, 140, 3, 6), "too few", "Too few earlier hires have reached month 12 to compare"),
    ],
)
def test_recent_hires_against_earlier_ones_get_an_answer_and_a_headline(
    counts: tuple[int, int, int, int], answer: str, lead: str
) -> None:
    trend = recent_against_before(difference(*counts), tenure="month 12", outcome="met the bar")
    assert (trend.answer, trend.lead) == (answer, lead)
    assert len(trend.lead) <= 90
    assert re.search(r"\d", trend.standfirst)


def test_the_line_under_the_headline_holds_values_interval_counts_and_tenure() -> None:
    trend = recent_against_before(difference(40, 86, 58, 140), tenure="month 12", outcome="met the bar")
    assert trend.standfirst == (
        "47\u202f% met the bar against 41\u202f%; "
        "anything from 18 points better to 8 worse is still possible. "
        "86 recent hires against 140 earlier, all seen at month 12."
    )


def test_a_headline_that_leans_does_not_let_its_range_claim_more() -> None:
    trend = recent_against_before(difference(50, 86, 60, 140), tenure="month 12", outcome="met the bar")
    assert trend.lead == "Recent hires look better at month 12, but luck could explain it"
    assert trend.standfirst.startswith(
        "58\u202f% met the bar against 43\u202f%; likely 2 to 28 points better if looked at alone, but these pages "
        "make many comparisons, so luck could explain it. 86 recent hires"
    )


def test_no_sign_of_a_difference_is_not_yet_a_sign_of_none() -> None:
    small = recent_against_before(difference(20, 40, 20, 40), tenure="month 6", outcome="met the bar")
    assert small.answer == "can't tell"


def test_fewer_days_can_be_the_better_way() -> None:
    days = Difference(120, 150, -30, -45, -12, 0.001, 40, 60)
    trend = recent_against_before(
        days, tenure="month 9", outcome="to first deal", unit=DAYS, ways=("slower", "faster")
    )
    assert trend.answer == "faster"
    assert trend.lead == "Recent hires are faster at month 9: 120 days to first deal against 150 days"
    assert "likely 12 to 45 days faster" in trend.standfirst


def test_no_sentence_claims_a_cause_or_proof() -> None:
    grid = [difference(a, 60, b, 90) for a in range(0, 61, 6) for b in range(0, 91, 9)]
    said = " ".join(finding_sentence(f) for f in judge_together([finding(d).comparison for d in grid]))
    said += " ".join(
        trend.lead + trend.standfirst
        for trend in (recent_against_before(d, tenure="month 6", outcome="met the bar") for d in grid)
    )
    assert not re.search(
        r"caus|because|due to|effect|impact|prove|significant|thanks to|drive|lead to", said.lower()
    )
    assert "-" not in said.replace("can't", "")

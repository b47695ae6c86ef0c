"""Two roles beside each other bear one verdict: whichever page looks at them, and whatever is filtered."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.outcomes.pairs import Hires, PairMeasure, no_filter, pairs_judged
from hiring.findings.sentences import labelled_sentence
from hiring.statistics.rates import difference
from hiring.statistics.verdicts import Comparison, Direction, Finding, Label, judge, not_surer


def hires(**roles: tuple[int, int]) -> pd.DataFrame:
    """Role → hires, and how many of them met the bar."""
    rows = [(role, n < met) for role, (count, met) in roles.items() for n in range(count)]
    return pd.DataFrame(rows, columns=["role_profile", "met_bar"])


def of(some: pd.DataFrame, role: str) -> tuple[int, int]:
    mine = some.loc[some["role_profile"] == role, "met_bar"]
    return int(mine.sum()), len(mine)


BAR = PairMeasure("met the bar", of, lambda one, other: difference(*one, *other))
#: 40 of 60 against 20 of 60: so far apart by luck once in 3,000, which is Clear alone, and not among fifteen pairs.
TWO = {"Desk": (60, 40), "Field": (60, 20)}
SIX = TWO | dict.fromkeys(("A", "B", "C", "D"), (60, 30))


def test_a_pair_bears_the_same_verdict_alone_and_beside_others() -> None:
    everybody = no_filter(hires(**SIX))
    (alone,) = pairs_judged(BAR, everybody, ["Desk", "Field"])
    beside = {
        (one.comparison.group, one.comparison.against): one.verdict
        for one in pairs_judged(BAR, everybody, ["A", "Desk", "C", "Field"])
    }
    assert alone.verdict == beside["Desk hires", "Field hires"]
    assert (alone.verdict.label, alone.verdict.capped_by) == (Label.LEANING, 15)
    (of_two,) = pairs_judged(BAR, no_filter(hires(**TWO)), ["Desk", "Field"])
    assert of_two.verdict.label is Label.CLEAR


def test_the_first_named_is_the_first_compared() -> None:
    both = no_filter(hires(**TWO))
    found = [pairs_judged(BAR, both, pair)[0] for pair in (["Desk", "Field"], ["Field", "Desk"])]
    assert [one.verdict.estimate for one in found] == pytest.approx([20 / 60, -20 / 60])


def test_hires_that_filters_choose_are_told_apart_no_surer_than_the_company() -> None:
    chosen, company = hires(Desk=(60, 50), Field=(60, 15)), hires(Desk=(120, 62), Field=(120, 60))
    (alone,) = pairs_judged(BAR, no_filter(chosen), ["Desk", "Field"])
    assert alone.verdict.label is Label.CLEAR
    (found,) = pairs_judged(BAR, Hires(chosen, company), ["Desk", "Field"])
    assert (found.verdict.label, found.verdict.direction) == (Label.CANNOT_TELL, Direction.NONE)
    said = labelled_sentence(found)
    assert "if looked at alone, but the company's hires as a whole do not show it as clearly" in said
    assert not said.startswith("Clear")


def found_in(first: tuple[int, int], second: tuple[int, int]) -> Finding:
    apart = difference(*first, *second)
    return Finding(Comparison("met the bar", "Desk", "all others", apart), judge(apart))


@pytest.mark.parametrize(
    ("company", "label"),
    [
        (found_in((400, 600), (200, 600)), Label.CLEAR),
        (found_in((35, 60), (23, 60)), Label.LEANING),
        (found_in((30, 60), (30, 60)), Label.CANNOT_TELL),
        (found_in((200, 600), (400, 600)), Label.CANNOT_TELL),  # the other way round
        (found_in((3, 6), (30, 60)), Label.CLEAR),  # too few there say nothing against it
        (None, Label.CLEAR),  # a group that the company is not cut into
    ],
)
def test_a_label_of_some_is_at_most_that_of_all(company: Finding | None, label: Label) -> None:
    assert not_surer(found_in((50, 60), (15, 60)), company).verdict.label is label

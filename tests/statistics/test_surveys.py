"""Candidate NPS against a printed interval and by hand; who is strong, and where the strong leave."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring.statistics.surveys import is_strong, left_by_stage, nps, scores


def test_the_interval_is_the_one_printed_for_two_cells_of_one_multinomial() -> None:
    """Fagerland, Lydersen & Laake (2014), table V: 1 and 7 of 21, -0.508 to -0.013 (Bonett & Price)."""
    found = nps(1, 7, 21)
    assert found.estimate == pytest.approx(-100 * 6 / 21)
    assert (found.low, found.high) == (pytest.approx(-50.8, abs=0.05), pytest.approx(-1.3, abs=0.05))
    assert found.n == 21


def test_the_interval_worked_by_hand() -> None:
    """Of 98: 59 and 19. (60 - 20) / 100 = .4; variance (.6 + .2 - .16) / 100 = .0064; 1.96 times .08 is .1568."""
    found = nps(59, 19, 98)
    assert found.estimate == pytest.approx(4000 / 98)
    assert (found.low, found.high) == (pytest.approx(24.32, abs=0.01), pytest.approx(55.68, abs=0.01))


def test_nobody_all_and_none() -> None:
    assert math.isnan(nps(0, 0, 0).estimate)
    assert (nps(0, 0, 0).low, nps(0, 0, 0).high) == (-100, 100)
    assert nps(8, 0, 8).high == 100
    assert nps(0, 8, 8).low == -100
    assert nps(0, 0, 8).estimate == 0
    with pytest.raises(ValueError, match="do not fit"):
        nps(5, 4, 8)


def test_a_group_has_its_answers_beside_all_that_ended() -> None:
    ended = pd.DataFrame({"recommend_score": [10, 9, 8, 7, 6, 0, None, None]})
    groups = pd.Series(["a", "a", "a", "b", "b", "b", "b", None])
    found = scores(ended, groups).set_index("group")
    columns = ["n_ended", "n", "count_promoters", "count_detractors"]
    assert found.loc["a", columns].tolist() == [3, 3, 2, 0]
    assert found.loc["b", columns].tolist() == [4, 3, 0, 2]
    assert found["estimate"].tolist() == pytest.approx([200 / 3, -200 / 3])
    assert scores(ended.iloc[:0], groups.iloc[:0]).empty


def test_strong_is_yes_on_the_mean_and_not_known_without_a_recommendation() -> None:
    found = is_strong(pd.DataFrame({"recommendation": [3.0, 2.9, 4.0, None]}))
    assert found.tolist() == [True, False, True, pd.NA]


def test_who_leaves_leaves_from_the_last_stage_and_who_was_rejected_there_is_not_counted_there() -> None:
    ended = pd.DataFrame(
        [
            ("applied,screen", "withdrawn", 3.0),
            ("applied,screen,first", "rejected", 3.5),
            ("applied,screen,first,offer", "offer_declined", 4.0),
            ("applied,screen,first,offer,hired", "hired", 3.0),
            ("applied,screen", "rejected", 1.0),
            ("applied,screen,first", "withdrawn", 2.0),
            ("applied", "withdrawn", None),
        ],
        columns=["stages", "status", "recommendation"],
    )
    found = left_by_stage(ended).set_index(["is_strong", "stage"])
    told = {key: (row["n"], row["count_left"]) for key, row in found.iterrows()}
    assert told[True, "screen"] == (4, 1)
    assert told[True, "first"] == (2, 0)
    assert told[True, "offer"] == (2, 1)
    assert told[False, "screen"] == (1, 0)
    assert told[False, "first"] == (1, 1)
    assert told[False, "applied"] == (2, 0)

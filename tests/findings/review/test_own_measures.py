"""Measures that a company's own files name: found again by their word, counted in the quarter, too few in none."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pandas as pd

from hiring.findings.review.measures import MEASURES, Asked
from hiring.findings.review.own_measures import every
from hiring.findings.review.quarter import quarter

Q2 = quarter("2026Q2", 1)
MAY, LAST = pd.Timestamp("2026-05-10"), pd.Timestamp("2026-01-10")
OUTCOMES = pd.DataFrame({"sales_start_on": [MAY, MAY, LAST, None]})
PROMISES = pd.DataFrame(
    {
        "promise_id": ["P1"] * 4 + ["P2"],
        "promise": ["HR holds the first call"] * 4 + ["Sales meets them"],
        "department": ["HR"] * 4 + ["Sales"],
        "due_on": [MAY, MAY, MAY, LAST, MAY],
        "state": ["kept", "kept", "missed", "missed", "missed"],
    }
)
ENDS = pd.DataFrame(
    {
        "ended_on": [MAY] * 24 + [LAST] * 10,
        "status": ["offer_declined"] * 12 + ["hired"] * 12 + ["withdrawn"] * 10,
        "reason": ["Too slow"] * 11 + ["salary"] + [None] * 12 + ["did not come "] * 10,
    }
)
GAPS = pd.DataFrame(
    {"competency": ["Drive"] * 12, "difference": [-1.0, -0.5] * 6, "last": [MAY] * 8 + [LAST] * 4}
)
NOTHING = pd.DataFrame()
ASKED = Asked(OUTCOMES, NOTHING, NOTHING, NOTHING, PROMISES, frozenset(), 12, ENDS, GAPS)


def measured(asked: Asked = ASKED) -> dict[str, object]:
    """By label, of what this company alone names."""
    own = {word: made for word, made in every(asked).items() if word not in MEASURES}
    assert all(re.fullmatch(r"[a-z0-9-]{1,40}", word) for word in own)
    return {made(asked, Q2).label: made(asked, Q2) for made in own.values()}


def test_each_promise_is_counted_by_itself_in_the_quarter_in_which_it_was_due() -> None:
    found = measured()
    kept = found["Kept: HR holds the first call"]
    assert (round(3 * kept.now.estimate), kept.now.n, kept.before.n) == (2, 3, 0)
    assert found["Kept: Sales meets them"].now.estimate == 0


def test_a_reason_is_told_of_those_who_could_give_it_whatever_its_letters() -> None:
    found = measured()
    slow = found["Offers declined as “too slow”"]
    assert (round(24 * slow.now.estimate), slow.now.n, slow.is_more_better) == (11, 24, False)
    assert "Offers declined as “salary”" not in found  # one gave it
    assert found["Withdrew as “did not come”"].now.estimate == 0  # all of them a quarter earlier
    few = ENDS.assign(ended_on=[MAY] * 4 + [LAST] * 8 + [MAY] * 12 + [LAST] * 10)
    told = measured(replace(ASKED, ends=few))["Offers declined as “too slow”"].now
    assert (math.isnan(told.estimate), told.n) == (True, 16)  # four gave it


def test_what_two_rate_apart_is_a_size_whichever_side_is_higher_and_of_too_few_it_is_not_known() -> None:
    gap = measured()["HR and Sales apart on Drive, points"]
    assert (gap.now.estimate, gap.now.n) == (0.75, 8)
    assert 0 < gap.now.low < 0.75 < gap.now.high
    few = measured(replace(ASKED, gaps=GAPS.iloc[[0, 1, 2, 3, 8, 9, 10, 11, 8, 9, 10, 11]]))
    assert math.isnan(few["HR and Sales apart on Drive, points"].now.estimate)


def test_who_started_is_a_count_without_a_range() -> None:
    started = measured()["Sellers started"]
    assert (started.now.estimate, started.now.n, started.before.n) == (2, 2, 0)
    assert math.isnan(started.now.low)


def test_a_word_is_of_what_the_file_calls_it_and_stays_when_others_come() -> None:
    more = replace(ASKED, promises=pd.concat([PROMISES.assign(promise_id="P0", promise="new"), PROMISES]))
    words, later = set(every(ASKED)), set(every(more))
    assert words < later
    assert len(later) == len(words) + 1


def test_a_company_without_these_files_names_what_every_company_has() -> None:
    bare = Asked(OUTCOMES, NOTHING, NOTHING, NOTHING, NOTHING, frozenset(), 12)
    assert set(every(bare)) == {*MEASURES, "sellers-started"}

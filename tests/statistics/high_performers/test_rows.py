"""A row's numbers: of the chosen hires only, with what the company's fit says where it says something."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import company
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.high_performers.expected import (
    BEST_FIFTH,
    HIGH_PERFORMER,
    MET_BAR,
    STAYED,
    HighPerformers,
    high_performers,
)
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import COLUMNS, rows
from hiring.statistics.outcomes import KEY
from hiring.statistics.verdicts import Label


@pytest.fixture(scope="module")
def judged() -> tuple[HighPerformers, Evidence]:
    """A company of 200 whose interviewers differ, its first years made of the score itself."""
    made = company(count=200, spread=0.5)
    evidence = whole(made.hires, made.months, made.seats)
    hires = evidence.outcomes.hires
    is_best = hires["score"] >= hires["score"].quantile(0.8)
    outcomes = hires[[*KEY, "role_profile", "region", "segment", "source"]].assign(
        start_year=pd.to_datetime(hires["sales_start_on"]).dt.year,
        profile_version="1",
        years_in_sales=np.nan,
        previous_industry=None,
        count_votes=0,
        mean_vote=np.nan,
        is_high_performer=is_best,
        is_best_fifth=is_best,
        met_bar=pd.array([None, *is_best[1:]], dtype="boolean"),
        has_stayed=True,
    )
    return high_performers(outcomes, made.seats), evidence


def test_a_row_counts_and_expects_in_a_hundred_of_its_hires(judged) -> None:
    kept, evidence = judged
    found = rows(kept, evidence, kept.hires, Factor.SOURCE)
    assert list(found.columns) == COLUMNS
    for row in found.itertuples():
        mine = kept.hires[kept.hires["source"] == row.level]
        assert (row.n, row.count) == (len(mine), mine[HIGH_PERFORMER].sum())
        assert row.counted == pytest.approx(100 * row.count / row.n)
        assert row.over == pytest.approx(row.count - row.n * row.expected / 100)
        assert row.difference == pytest.approx(row.counted - row.expected)
        assert row.difference_low < row.difference < row.difference_high
    assert found["difference"].is_monotonic_decreasing


def test_a_filter_only_averages_what_is_kept(judged) -> None:
    kept, evidence = judged
    some = kept.hires[kept.hires["region"] == kept.hires["region"].iloc[0]]
    whole_rows, few = (rows(kept, evidence, chosen, Factor.INTERVIEWER) for chosen in (kept.hires, some))
    assert set(few["level"]) <= set(whole_rows["level"])
    group = kept.groups.set_index("level")["group"]
    for row in few.itertuples():
        mine = kept.expected[
            (kept.expected["group"] == group[row.level]) & kept.expected["hire"].isin(some.index)
        ]
        assert row.n == len(mine)
        assert row.expected == pytest.approx(100 * mine[HIGH_PERFORMER].mean())
        assert row.count == kept.hires.loc[mine["hire"], HIGH_PERFORMER].sum()


def test_after_luck_stands_the_fit_s_estimate_and_label_on_the_chosen_hires(judged) -> None:
    kept, evidence = judged
    found = rows(kept, evidence, kept.hires, Factor.INTERVIEWER)
    claims = evidence.interviewers.set_index("id")
    assert found["label"].tolist() == claims.loc[found["level"], "label"].tolist()
    group = kept.groups.set_index("level")["group"]
    for row in found.itertuples():
        hire = kept.expected.loc[kept.expected["group"] == group[row.level], "hire"]
        base = 100 * kept.hires.loc[hire, "baseline"].mean()
        assert (row.levelled > base) == (claims.loc[row.level, "estimate"] > 0)
        assert row.levelled_low < row.levelled < row.levelled_high
    pairs = rows(kept, evidence, kept.hires, Factor.PAIR)
    assert len(pairs)
    assert pairs["levelled"].notna().all()


@pytest.mark.parametrize("outcome", [MET_BAR, STAYED, BEST_FIFTH])
def test_nothing_is_levelled_of_what_the_fit_is_not_about(judged, outcome: str) -> None:
    kept, evidence = judged
    found = rows(kept, evidence, kept.hires, Factor.SOURCE, outcome)
    assert found["levelled"].isna().all()
    assert found["label"].eq("").all()


@pytest.mark.parametrize("factor", [Factor.REGION, Factor.ROLE, Factor.SEGMENT, Factor.START_YEAR])
def test_regions_and_the_like_have_no_label(judged, factor: Factor) -> None:
    kept, evidence = judged
    found = rows(kept, evidence, kept.hires, factor)
    assert len(found)
    assert found["levelled"].isna().all()
    assert found["label"].eq("").all()


def test_a_hire_whose_outcome_is_not_known_is_not_counted(judged) -> None:
    kept, evidence = judged
    counted = [
        rows(kept, evidence, kept.hires, Factor.SOURCE, one)["n"].sum() for one in (HIGH_PERFORMER, MET_BAR)
    ]
    assert counted[0] - counted[1] == 1


def test_nobody_chosen_and_no_company_have_no_row(judged) -> None:
    kept, evidence = judged
    for of, chosen in ((kept, kept.hires.iloc[:0]), (HighPerformers(), kept.hires)):
        found = rows(of, evidence, chosen, Factor.SOURCE)
        assert found.empty
        assert list(found.columns) == COLUMNS


def test_a_company_too_small_for_a_fit_still_counts_and_expects(judged) -> None:
    kept, evidence = judged
    silent = Evidence(evidence.gate, evidence.outcomes)
    for factor in (Factor.INTERVIEWER, Factor.PAIR, Factor.SOURCE):
        found = rows(kept, silent, kept.hires, factor)
        assert found["expected"].notna().all()
        assert found["levelled"].isna().all()
        assert found["label"].eq("").all()


def test_no_kept_frame_is_changed(judged) -> None:
    kept, evidence = judged
    before = replace(kept, hires=kept.hires.copy(), groups=kept.groups.copy(), expected=kept.expected.copy())
    for factor in Factor:
        rows(kept, evidence, kept.hires, factor)
    for name in ("hires", "groups", "expected"):
        pd.testing.assert_frame_equal(getattr(kept, name), getattr(before, name))


def test_labels_are_those_of_the_verdicts(judged) -> None:
    kept, evidence = judged
    assert set(rows(kept, evidence, kept.hires, Factor.PAIR)["label"]) <= {label.value for label in Label}

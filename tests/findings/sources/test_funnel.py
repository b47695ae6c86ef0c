"""The funnel in figures: who still waits is beside a share, never in it."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring.findings.sources import funnel
from hiring.statistics.rates import wilson
from hiring.statistics.survival import kaplan_meier

BY_STAGE = pd.DataFrame(
    [
        ("Board", "applied", 1, 100, 60, 10, 5, 0),
        ("Talks", "applied", 1, 50, 30, 0, 2, 3),
        ("Board", "panel", 5, 20, 11, 4, 0, 0),
        ("Board", "offer", 7, 12, 6, 5, 0, 0),
        ("Board", "hired", 8, 6, 0, 0, 0, 0),
    ],
    columns=[
        "source",
        "stage",
        "stage_order",
        "count_reached",
        "count_passed",
        "count_waiting",
        "count_withdrawn",
        "count_without_days",
    ],
)
IN_STAGE = pd.DataFrame(
    [
        ("applied", 1, 4, True, 30),
        ("applied", 1, 9, True, 30),
        ("applied", 1, 80, False, 50),
        ("panel", 5, 3, True, 9),
    ],
    columns=["stage", "stage_order", "days_in_stage", "has_left", "count_applications"],
)


def test_a_share_is_of_those_who_no_longer_wait() -> None:
    stages = funnel.stages_of(BY_STAGE, IN_STAGE).set_index("key")
    share = wilson(90, 140)
    assert stages.loc["applied", ["n", "judged", "pending"]].tolist() == [150, 140, 10]
    assert stages.loc["applied", ["passed", "low", "high"]].tolist() == pytest.approx(
        [share.estimate, share.low, share.high]
    )


def test_stays_without_their_days_are_counted_beside_the_days() -> None:
    assert funnel.without_days(BY_STAGE).startswith("Days leave out 3 stays in a stage with a day missing")
    assert funnel.without_days(BY_STAGE.assign(count_without_days=0)) == ""


def test_stages_a_company_does_not_use_are_not_there() -> None:
    stages = funnel.stages_of(BY_STAGE, IN_STAGE)
    assert list(stages["stage"]) == ["Applied", "Panel interview", "Offer", "Offer accepted"]


def test_the_last_stage_and_few_applications_have_no_share() -> None:
    stages = funnel.stages_of(BY_STAGE, IN_STAGE).set_index("key")
    assert math.isnan(stages.loc["hired", "passed"])
    assert math.isnan(stages.loc["offer", "passed"])  # seven answers
    table = funnel.stage_table(funnel.stages_of(BY_STAGE, IN_STAGE)).set_index("Stage")
    assert table.loc["Offer", "Went on"] == "too few: 7"
    assert table.loc["Offer accepted", "Went on"] == ""


def test_days_in_a_stage_count_who_still_waits_as_long_as_they_have_waited() -> None:
    stages = funnel.stages_of(BY_STAGE, IN_STAGE).set_index("key")
    median = kaplan_meier([4] * 30 + [9] * 30 + [80] * 50, [True] * 60 + [False] * 50).median
    assert stages.loc["applied", "days"] == median.time == 9  # of those who left alone it would be 4
    assert math.isnan(stages.loc["panel", "days"])  # nine applications


def test_pass_through_by_source_has_a_column_a_stage_and_zero_where_nobody_came() -> None:
    table = funnel.pass_through_by_source(BY_STAGE).set_index("Source")
    assert list(table.columns) == ["Applied", "Panel interview", "Offer"]
    assert table.loc["Talks", "Panel interview"] == "0"
    assert table.loc["Talks", "Applied"].startswith("60\u202f%")
    assert table.loc["Talks", "Applied"].endswith("· 50")


def by_source(total: int, under_way: int, accepted: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "source": ["Board"],
            "count_applications": [total],
            "count_open": [under_way],
            "count_accepted": [accepted],
        }
    )


def test_the_title_gives_the_share_that_ends_in_an_accepted_offer() -> None:
    assert funnel.ends(by_source(120, 10, 11)) == wilson(11, 110)
    assert funnel.funnel_title(by_source(120, 10, 11)) == (
        "10\u202f% of applications end in an accepted offer"
    )


@pytest.mark.parametrize(("total", "under_way"), [(100, 11), (12, 3), (0, 0)])
def test_with_many_under_way_it_is_too_early_for_that_share(total: int, under_way: int) -> None:
    title = funnel.funnel_title(by_source(total, under_way, 0))
    assert title == "Too early to say how many applications end in an accepted offer"

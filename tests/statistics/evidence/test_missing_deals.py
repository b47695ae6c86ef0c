"""Where nothing is true and the CRM file has lost deals nothing is called clear, and the lost time is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import missing_deals, nothing_true
from benchmarks.null_companies import built
from benchmarks.page_answers import Asked
from benchmarks.page_claims import CLAIMS, CLEAR, OUTCOMES, OVERVIEW, PEOPLE, SOURCES
from helpers import breadth

HIRES, SEED = 300, 1
PAGES = (OVERVIEW, OUTCOMES, SOURCES, PEOPLE)
WAYS = {way.name: way.keep for way in missing_deals.SPOILT}
#: A hole, and an end before its time.
NOW = ("a hole of three months", "an end four months early")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Asked]:
    """The same company, spoilt in one way, each built once."""
    made: dict[str, Asked] = {}

    def of(way: str) -> Asked:
        if way not in made:
            folder: Path = tmp_path_factory.mktemp("spoilt")
            nothing_true.write(folder / "exports", HIRES, SEED)
            missing_deals.spoil(folder / "exports", WAYS[way])
            made[way] = Asked(built(folder))
        return made[way]

    return of


@pytest.mark.parametrize("way", breadth.first(0, breadth.always(NOW, WAYS)))
def test_no_page_calls_clear_what_lost_deals_made(spoilt, way: str) -> None:
    asked = spoilt(way)
    told = [one for one in CLAIMS if one.page in PAGES and not one.of_ratings]
    assert [f"{one.page}: {one.about}" for one in told if CLEAR in one.labels(asked)] == []


@pytest.mark.parametrize("way", breadth.always(NOW, WAYS))
def test_the_lost_time_is_found_and_who_is_left_out_is_counted(spoilt, way: str) -> None:
    asked = spoilt(way)
    gaps = asked("shared/sales_gaps")
    assert len(gaps) == 1
    counted = asked("shared/hires_counted").iloc[0]
    assert counted["count_unseen"] > 0
    left = asked.evidence.outcomes
    assert left.count_unseen > 0 or way == "an end four months early"
    every = counted["count_counted"] + counted["count_unseen"] + counted["count_too_new"]
    assert every + counted["count_not_observed"] + counted["count_moved"] == counted["count_hires"]


@pytest.mark.proof
def test_a_whole_file_is_told_no_such_time(tmp_path: Path) -> None:
    nothing_true.write(tmp_path, HIRES, SEED)
    assert missing_deals.gaps(tmp_path) == []

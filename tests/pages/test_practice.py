"""The files to practise with: sent, mapped and answered as their README says, they show what the sample shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import practising
from hiring.loading import uploads
from hiring.sample.vendors import by_hand
from hiring.warehouse.build import Request, build
from pages.conftest import CLOCK, App


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    practising.laid_out(folder / "exports")
    result = build(Request(folder / "exports", folder / "warehouse", clock=CLOCK))
    assert result.is_good, "\n".join(map(str, result.messages))
    return folder / "warehouse"


def test_the_overview_says_of_them_what_it_says_of_the_sample(app: App, practised: Path) -> None:
    of_sample = app()
    practised_ = app(warehouse=practised, has_evidence=False)
    assert practised_.title[0].value == of_sample.title[0].value
    assert [tile.value for tile in practised_.metric] == [tile.value for tile in of_sample.metric]


def test_they_can_be_sent_at_once_and_their_readme_names_each() -> None:
    assert sum(file.stat().st_size for file in practising.FILES) < uploads.largest()
    assert [file.name for file in practising.FILES if uploads.safe_name(file.name) != file.name] == []
    for name in (*practising.MAPPED, "config.toml", "exchange_rates.csv", "job_changes.csv"):
        assert f"`{name}`" in by_hand.README

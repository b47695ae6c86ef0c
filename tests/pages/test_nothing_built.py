"""A warehouse that is named and not there: every page says what is missing, and no other company takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from hiring import config
from hiring.serving import session
from pages.test_data_health import plain

ROOT = Path(__file__).parents[2]


@pytest.fixture
def front_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The front door where `HIRING_WAREHOUSE` names a folder on a disk that is not there, and no exports lie about."""
    monkeypatch.setenv("HIRING_WAREHOUSE", str(tmp_path / "disk" / "warehouse"))
    monkeypatch.delenv("HIRING_EXPORTS", raising=False)
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "exports")
    session.warehouse.clear()
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=60)
    at.run()
    session.warehouse.clear()
    return at


def test_what_is_missing_is_said_with_what_to_do_and_nothing_is_built(
    front_door: AppTest, tmp_path: Path
) -> None:
    assert PagesManager.uses_pages_directory is False
    assert not front_door.exception
    told = plain("\n".join(one.value for one in front_door.markdown))
    assert front_door.title[0].value == "There is nothing to show yet"
    assert "The warehouse is missing, and nothing takes its place unasked." in told
    assert f"HIRING_WAREHOUSE names {tmp_path / 'disk' / 'warehouse'}, and no warehouse is there" in told
    assert f"python -m hiring build --exports DIR --warehouse {tmp_path}" in told
    assert list(tmp_path.iterdir()) == []

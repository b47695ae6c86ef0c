"""From which exports to build unasked: a vanished warehouse is never replaced by the invented company."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.small_company import BASE, write_exports
from helpers.standing import standing
from hiring import config
from hiring.__main__ import main
from hiring.access.viewer import local_viewer
from hiring.warehouse import folder, pointer
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.origin import NoExportsError, exports_for, stood_for

SAMPLE = config.SAMPLE


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which no folder is named and `data/exports` is empty."""
    for name in ("HIRING_EXPORTS", "HIRING_WAREHOUSE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "usual")


def _company(where: Path) -> Path:
    """The folder of a warehouse built from the company's own exports in `exports`."""
    return standing(where).folder


def _vanished(where: Path) -> Path:
    """The same, whose warehouse file is gone."""
    left = _company(where)
    (served,) = left.glob("hiring-*.duckdb")
    served.unlink()
    return left


def _both(warehouse: Path) -> list[Path | str]:
    """What is built from when a page is opened and by hand, or why nothing is."""
    found: list[Path | str] = []
    for by_hand in (False, True):
        try:
            found.append(exports_for(warehouse, by_hand=by_hand))
        except NoExportsError as error:
            found.append(str(error))
    return found


def test_where_nothing_is_named_and_nothing_stood_the_invented_company_is_shown(tmp_path: Path) -> None:
    assert _both(tmp_path / "warehouse") == [SAMPLE, SAMPLE]


def test_ones_own_exports_are_built(tmp_path: Path) -> None:
    write_exports(tmp_path / "usual", BASE)
    assert _both(tmp_path / "warehouse") == [tmp_path / "usual"] * 2


def test_a_warehouse_that_is_named_and_not_there_is_said_to_be_missing(tmp_path: Path, monkeypatch) -> None:
    place = tmp_path / "disk" / "warehouse"
    monkeypatch.setenv("HIRING_WAREHOUSE", str(place))
    on_a_page, by_hand = _both(place)
    assert on_a_page == (
        f"HIRING_WAREHOUSE names {place}, and no warehouse is there · look whether it is the right folder and its "
        f"disk is there, or build it: python -m hiring build --exports DIR --warehouse {place}"
    )
    assert by_hand == SAMPLE
    assert not place.parent.exists()


def test_exports_that_are_named_are_built_and_said_to_be_missing_where_they_are(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "share"))
    for told in _both(tmp_path / "warehouse"):
        assert str(told).startswith(
            f"HIRING_EXPORTS names {tmp_path / 'share'}, and no such folder is there · put"
        )
    (tmp_path / "share").mkdir()
    assert _both(tmp_path / "warehouse") == [tmp_path / "share"] * 2


@pytest.mark.parametrize("stands", [True, False], ids=["the warehouse is there", "it has vanished"])
def test_the_invented_company_never_takes_the_place_of_ones_own(stands: bool, tmp_path: Path) -> None:
    place = _company(tmp_path) if stands else _vanished(tmp_path)
    for told in _both(place):
        assert str(told).startswith(
            f"{tmp_path / 'usual'} holds no file, and the warehouse in {place} was built from exports of your own "
            "(the folder exports) · put the exports back or name their folder (--exports DIR, or HIRING_EXPORTS"
        )


def test_a_pointer_to_a_file_that_is_gone_tells_enough(tmp_path: Path) -> None:
    place = _vanished(tmp_path)
    (place / folder.MARK).unlink()
    assert pointer.served(place) is None
    for told in _both(place):
        assert "was built from exports of your own · put the exports back" in str(told)


def test_a_warehouse_of_an_earlier_version_is_asked_itself(tmp_path: Path) -> None:
    place = _company(tmp_path)
    known = stood_for(place)
    (place / folder.MARK).unlink()
    assert stood_for(place) == known
    assert known is not None
    assert (known.exports_name, known.is_sample) == ("exports", False)
    (served,) = place.glob("hiring-*.duckdb")
    served.write_bytes(b"no warehouse at all")
    assert [isinstance(told, str) for told in _both(place)] == [True, True]


def test_a_vanished_warehouse_of_other_exports_is_not_replaced_when_a_page_is_opened(
    tmp_path: Path, monkeypatch
) -> None:
    place = _vanished(tmp_path)
    write_exports(tmp_path / "usual", BASE)
    on_a_page, by_hand = _both(place)
    assert str(on_a_page).startswith(
        f"the warehouse in {place} is gone, and it was built from another folder (the folder exports) than "
        f"{tmp_path / 'usual'} · name that folder in HIRING_EXPORTS"
    )
    assert by_hand == tmp_path / "usual"
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "exports"))
    assert _both(place) == [tmp_path / "exports"] * 2


def test_after_the_invented_company_come_ones_own_exports(tmp_path: Path) -> None:
    place = tmp_path / "warehouse"
    place.mkdir()
    folder.mark(place, folder.Origin("0" * 64, "sample", is_sample=True))
    assert _both(place) == [SAMPLE, SAMPLE]
    write_exports(tmp_path / "usual", BASE)
    assert _both(place) == [tmp_path / "usual"] * 2


def test_a_build_by_hand_with_the_exports_gone_leaves_the_good_warehouse(tmp_path: Path, capsys) -> None:
    place = _company(tmp_path)
    shutil.rmtree(tmp_path / "exports")
    before = pointer.served(place)
    for verb in ("build", "check"):
        assert main([verb, "--warehouse", str(place)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert f"takes their place only by --exports {SAMPLE}" in line
    assert pointer.served(place) == before
    revenue = Warehouse(place).ask("data_health/revenue_totals", local_viewer((), ()), {})["won_revenue"]
    assert revenue.tolist() == [2281.50]


@pytest.mark.parametrize("mark", [b"", b"{", b"\n"])
def test_where_the_mark_tells_nothing_the_invented_company_is_not_shown_unasked(
    mark: bytes, tmp_path: Path
) -> None:
    place = tmp_path / "warehouse"
    place.mkdir()
    (place / folder.MARK).write_bytes(mark)
    for told in _both(place):
        assert str(told).startswith(
            f"{tmp_path / 'usual'} holds no file, and the mark of the warehouse in {place}"
        )
        assert str(told).endswith(f"for the invented company: --exports {SAMPLE}")


def test_where_exports_and_warehouse_are_both_gone_the_invented_company_is_not_shown_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "WAREHOUSE", tmp_path / "warehouse")
    usual = _company(tmp_path)
    shutil.move(usual, tmp_path / "moved away")
    (tmp_path / "exports").rename(tmp_path / "unplugged")
    for told in _both(usual):
        assert "was built from exports of your own (the folder exports) · put the exports back" in str(told)
    unplugged = str(tmp_path / "unplugged")
    assert main(["build", "--exports", unplugged, "--warehouse", str(usual)]) == 0
    told = folder.noted(usual)
    assert told is not None
    assert (told, told.exports_name) == (folder.origin(usual), "unplugged")


def test_what_is_kept_outside_names_no_path_and_only_the_usual_warehouse_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "WAREHOUSE", tmp_path / "data" / "warehouse")
    company = _company(tmp_path)
    assert (folder.noted(company), (tmp_path / "audit").exists()) == (None, False)
    usual = _company(tmp_path / "data")
    (note,) = (tmp_path / "data" / "audit").iterdir()
    assert note.name == "warehouse.json"
    assert str(tmp_path) not in note.read_text(encoding="utf-8")
    folder.mark(usual, folder.Origin("1", "sample", is_sample=True))
    shutil.rmtree(usual)
    assert _both(usual) == [SAMPLE, SAMPLE]  # it was asked for

"""People's own mappings lie beside the exports, under plain names, and are never written over unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.hostile_entries import KINDS, in_time
from hiring.loading import plain_files
from hiring.loading.files import listed
from hiring.loading.limits import Limits
from hiring.mapping import own
from hiring.mapping.presets import MappingError, installed
from hiring.mapping.writing import Chosen, Draft, mapping_text

TEXT = mapping_text(Draft("Own export", "deals", "opportunities", (("stage", Chosen(("Phase",))),)))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Geschäfte Q3.csv", "geschafte-q3"),
        ("deals.csv.gz", "deals"),
        ("deals.xlsx › Won & lost", "deals-won-lost"),
        ("../../etc/passwd", "passwd"),
        ("…", "mapping"),
        ("a" * 300 + ".csv", "a" * own.LONGEST_NAME),
    ],
)
def test_a_mapping_has_a_plain_name(file: str, name: str) -> None:
    assert own.name_for(file) == name


def test_what_is_saved_is_read_with_the_presets_and_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text("a,b\n1,2\n")
    path = own.save(tmp_path, "Deals", TEXT)
    assert path == tmp_path / "mappings" / "deals.toml"
    assert [preset.name for preset in own.every(tmp_path)] == [*(p.name for p in installed()), "deals"]
    assert [entry.name for entry in listed(tmp_path, Limits())] == ["deals.csv"]


def test_a_mapping_is_not_written_over_unless_that_is_wanted(tmp_path: Path) -> None:
    own.save(tmp_path, "deals", TEXT)
    other = TEXT.replace("Phase", "Stufe")
    with pytest.raises(MappingError, match="there is one of that name already"):
        own.save(tmp_path, "deals", other)
    assert own.path_of(tmp_path, "deals").read_text(encoding="utf-8") == TEXT
    own.save(tmp_path, "deals", other, replaces=True)
    assert own.path_of(tmp_path, "deals").read_text(encoding="utf-8") == other
    assert [path.name for path in (tmp_path / "mappings").iterdir()] == ["deals.toml"]


def test_what_nobody_could_read_back_and_what_lies_elsewhere_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(MappingError):
        own.save(tmp_path, "deals", "vendor = 1")
    (tmp_path / "mappings").mkdir()
    own.path_of(tmp_path, "deals").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(MappingError, match="not a regular file"):
        own.save(tmp_path, "deals", TEXT, replaces=True)
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_folder_changes_its_state_with_a_file_or_a_mapping(tmp_path: Path) -> None:
    states = [own.state(tmp_path)]
    (tmp_path / "deals.csv").write_text("a")
    states.append(own.state(tmp_path))
    own.save(tmp_path, "deals", TEXT)
    states.append(own.state(tmp_path))
    assert len(set(states)) == 3
    assert own.state(tmp_path) == states[2]


@pytest.mark.parametrize(("make", "_found"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_mapping_is_never_written_through_or_over_something_else(make, _found: str, tmp_path: Path) -> None:
    (tmp_path / "exports" / "mappings").mkdir(parents=True)
    make(own.path_of(tmp_path / "exports", "deals"))
    with in_time(), pytest.raises(MappingError, match=r"mappings/deals\.toml · not a regular file"):
        own.save(tmp_path / "exports", "deals", TEXT, replaces=True)
    with in_time():
        assert not own.is_saved(tmp_path / "exports", "deals", TEXT)
        assert len(own.state(tmp_path / "exports").stamps[1]) == 1
    assert [path.name for path in (tmp_path / "exports" / "mappings").iterdir()] == ["deals.toml"]


@pytest.mark.parametrize("make", [make for make, found in KINDS if found != "a folder"])
def test_no_mapping_is_written_where_mappings_are_no_folder(make, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    make(tmp_path / "exports" / "mappings")
    with in_time(), pytest.raises(MappingError, match="not a regular file"):
        own.save(tmp_path / "exports", "deals", TEXT)
    assert own.state(tmp_path / "exports").stamps[1] == ()


def test_what_is_saved_is_known_again(tmp_path: Path) -> None:
    own.save(tmp_path, "deals", TEXT)
    assert own.is_saved(tmp_path, "deals", TEXT)
    assert not own.is_saved(tmp_path, "deals", TEXT + "#")
    assert not own.is_saved(tmp_path, "others", TEXT)


def test_the_state_of_a_folder_without_end_is_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b", "a", ".c"):
        (tmp_path / name).write_text("1")
    assert [name for name, _, _ in own.state(tmp_path).stamps[0]] == [".c", "a", "b"]
    monkeypatch.setattr(plain_files, "MOST_ENTRIES", 2)
    assert own.state(tmp_path).stamps[0] == ()

"""People's own mappings lie beside the exports, under plain names, and are never written over unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    assert own.place(tmp_path, "deals").read_text(encoding="utf-8") == TEXT
    own.save(tmp_path, "deals", other, replaces=True)
    assert own.place(tmp_path, "deals").read_text(encoding="utf-8") == other
    assert [path.name for path in (tmp_path / "mappings").iterdir()] == ["deals.toml"]


def test_what_nobody_could_read_back_and_what_lies_elsewhere_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(MappingError):
        own.save(tmp_path, "deals", "vendor = 1")
    (tmp_path / "mappings").mkdir()
    own.place(tmp_path, "deals").symlink_to(tmp_path / "elsewhere.toml")
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

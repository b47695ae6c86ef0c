"""The folder of a look at a file goes with the look; what a killed process left goes at the next one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from helpers.small_company import BASE, built
from hiring.warehouse import looks

KILLED = """
import os, signal
from hiring.warehouse import looks
with looks.folder() as place:
    (place / "rows.csv").write_text("Ada Kovacs")
    print(place, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of its own."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def left_behind() -> Path:
    """The folder of a look whose process was killed in the middle of it."""
    said = subprocess.run(
        [sys.executable, "-c", KILLED], capture_output=True, text=True, env=dict(os.environ)
    )
    place = Path(said.stdout.strip())
    assert (place / "rows.csv").read_text(encoding="utf-8") == "Ada Kovacs"
    return place


def test_the_folder_is_empty_at_first_and_gone_with_the_look_however_that_ends(temporary: Path) -> None:
    def look() -> None:
        with looks.folder() as place:
            assert list(place.iterdir()) == []
            (place / "rows.csv").write_text("Ada", encoding="utf-8")
            raise ValueError("unreadable")

    with pytest.raises(ValueError, match="unreadable"):
        look()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_look_left_is_deleted_at_the_next_one(temporary: Path) -> None:
    place = left_behind()
    with looks.folder():
        assert not place.exists()
    assert list(temporary.iterdir()) == []


def test_a_build_deletes_what_a_killed_look_left(tmp_path: Path) -> None:
    place = left_behind()
    built(tmp_path, BASE)
    assert not place.exists()


def test_a_look_that_goes_on_and_what_is_not_ours_are_left_alone(temporary: Path) -> None:
    foreign, beginning = temporary / "hiring-look-of-others", temporary / f"{looks.PREFIX}{16 * 'b'}"
    for place in (foreign, beginning):
        place.mkdir()
    (beginning / "lock").touch()
    (temporary / "rows.csv").touch()
    with looks.folder() as place:
        looks.sweep()
        assert place.is_dir()
    assert sorted(path.name for path in temporary.iterdir()) == sorted(
        [foreign.name, beginning.name, "rows.csv"]
    )


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_nothing_is_deleted_through_a_link(temporary: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / looks.FILES).mkdir()
    (temporary / f"{looks.PREFIX}{16 * '0'}").symlink_to(own, target_is_directory=True)
    looks.sweep()
    assert (own / looks.FILES).exists()


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("notes", ("files",)),  # a name that starts as ours do
        (16 * "0" + "-kept", ("files", "lock")),
        (16 * "0", ("files",)),  # never locked, so never ours
        (16 * "0", ("files", "lock", "letter.txt")),
    ],
)
def test_a_folder_that_is_only_called_nearly_as_ours_are_stays_whole(
    temporary: Path, name: str, within: tuple[str, ...]
) -> None:
    own = temporary / f"{looks.PREFIX}{name}"
    (own / "files").mkdir(parents=True)
    (own / "files" / "thesis.txt").write_text("years of work", encoding="utf-8")
    for entry in within[1:]:
        (own / entry).touch()
    looks.sweep()
    assert (own / "files" / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    assert sorted(entry.name for entry in own.iterdir()) == sorted(within)

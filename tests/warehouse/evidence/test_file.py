"""Evidence that was written is read as it was, by its exact name, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from hiring.warehouse.evidence import file, names
from hiring.warehouse.evidence.file import NotKeptError

VERSION = f"hiring-{'a' * 16}-{'b' * 8}.duckdb"
ANOTHER = f"hiring-{'a' * 16}-{'c' * 8}.duckdb"


@dataclass(frozen=True)
class Found:
    rows: pd.DataFrame
    count: int


def frame() -> pd.DataFrame:
    """Columns of every kind, two of them called alike but for a capital letter."""
    found = pd.DataFrame(
        {
            "id": ["b", "a", None],
            "ID": [1.5, None, -0.0],
            "is_so": [True, False, True],
            "count": [3, 1, 2],
            "on": pd.to_datetime(["2024-02-29", None, "1999-12-31"]),
            'a "quoted", column': ["x", "y", "z"],
        }
    )
    return found.astype({"on": "datetime64[us]"})


def test_rows_columns_types_and_order_come_back(tmp_path: Path) -> None:
    written = file.write(Found(frame(), 3), tmp_path, VERSION)
    back = file.read(Found, tmp_path, VERSION)
    pd.testing.assert_frame_equal(back.rows, frame())
    assert back.count == 3
    assert [path.name for path in tmp_path.iterdir()] == [written.name]


@pytest.mark.parametrize("rows", [0, 1])
def test_a_frame_without_a_row_or_with_nothing_known_keeps_its_types(tmp_path: Path, rows: int) -> None:
    given = (
        frame().iloc[2:].assign(id=None).iloc[:rows].reset_index(drop=True).astype(frame().dtypes.to_dict())
    )
    file.write(Found(given, 0), tmp_path, VERSION)
    pd.testing.assert_frame_equal(file.read(Found, tmp_path, VERSION).rows, given)


def test_no_other_warehouse_and_no_other_program_takes_it_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(Found(frame(), 3), tmp_path, VERSION)
    with pytest.raises(NotKeptError, match="is not there"):
        file.read(Found, tmp_path, ANOTHER)
    monkeypatch.setattr(names, "program", lambda: "00000000")
    with pytest.raises(NotKeptError, match="is not there"):
        file.read(Found, tmp_path, VERSION)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(b"no database" * 1000),
    ],
    ids=["empty", "cut", "another thing"],
)
def test_a_damaged_file_is_no_evidence(tmp_path: Path, spoil) -> None:
    spoil(file.write(Found(frame(), 3), tmp_path, VERSION))
    with pytest.raises(NotKeptError, match="cannot be read"):
        file.read(Found, tmp_path, VERSION)


def test_a_file_with_tables_of_somebody_else_is_no_evidence(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / names.name_for(VERSION))) as connection:
        connection.execute(
            "create table document as select '{}' as document, '{\"passwords\": {}}' as tables"
        )
    with pytest.raises(NotKeptError, match="cannot be read"):
        file.read(Found, tmp_path, VERSION)


def test_what_could_not_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        file.write(Found(frame(), 3), tmp_path, VERSION)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_it_is_for_this_account_alone(tmp_path: Path) -> None:
    assert file.write(Found(frame(), 3), tmp_path, VERSION).stat().st_mode & 0o077 == 0


def test_its_name_says_of_which_warehouse_it_is() -> None:
    name = names.name_for(VERSION)
    assert names.NAME.fullmatch(name)
    assert name.startswith(f"evidence-{'a' * 16}-{'b' * 8}-")
    assert names.is_of(name, VERSION)
    assert not names.is_of(name, ANOTHER)
    assert names.BEGUN.fullmatch(names.begun())
    assert names.begun() != names.begun()


def test_a_full_disk_is_an_error_of_the_disk(tmp_path: Path) -> None:
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from warehouse.evidence.test_file import Found, VERSION, frame, file\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))\n"
        "try:\n    file.write(Found(frame(), 3), Path(sys.argv[1]), VERSION)\n"
        "except OSError as error:\n    print('the disk', error.strerror)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "tests:."}, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert told.stdout.startswith("the disk the build ran out of room"), told.stderr
    assert list(tmp_path.iterdir()) == []

"""Small exports written to a folder and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from hiring.contract import BY_NAME
from hiring.loading.ingest import ReadFile, read_exports, source_sql
from hiring.loading.limits import Limits

CONNECTION = duckdb.connect()
Rows = list[tuple[str | None, ...]]


class Inbox:
    """An exports folder of one test."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "exports"
        self.scratch = root / "scratch"
        self.folder.mkdir()

    def put(self, content: str | bytes, name: str = "ratings.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read_all(self, limits: Limits = Limits(), *, by_lines: bool = False) -> list[ReadFile]:  # noqa: B008
        found = read_exports(self.folder, self.scratch, limits=limits, by_lines=by_lines, wait=lambda _: None)
        for file in found:
            assert file.read == file.records + len(file.set_aside) + file.skipped_lines
        return found

    def read(
        self,
        content: str | bytes,
        name: str = "ratings.csv",
        limits: Limits = Limits(),  # noqa: B008
        *,
        by_lines: bool = False,
    ) -> ReadFile:
        self.put(content, name)
        (found,) = self.read_all(limits, by_lines=by_lines)
        return found

    def refusal(self, content: str | bytes, name: str = "ratings.csv", limits: Limits = Limits()) -> str:  # noqa: B008
        found = self.read(content, name, limits)
        assert found.refused is not None
        assert (found.path, found.read) == (None, 0)
        assert "\n" not in str(found.refused)
        return str(found.refused)


def loaded(found: ReadFile, *columns: str) -> Rows:
    """The rows DuckDB reads, those columns of them, in the file's order."""
    assert found.refused is None, str(found.refused)
    assert found.table is not None
    query, parameters = source_sql(found, BY_NAME[found.table])
    with CONNECTION.cursor() as connection:
        chosen = ", ".join(columns) if columns else "*"
        return connection.execute(f"select {chosen} from ({query})", parameters).fetchall()


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return Inbox(tmp_path)


@pytest.fixture
def rows() -> Callable[..., Rows]:
    return loaded

"""The sealed door: named questions only, read-only, no file, no network, a time limit, and always a viewer."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from hiring import access, sql_files
from hiring.access import Viewer
from hiring.warehouse import pointer

#: A page's question takes milliseconds; one that takes this long is stopped rather than waited for.
LONGEST_SECONDS = 20.0

_SEAL: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
    "memory_limit": "1GB",
    "threads": "2",
}


class NotBuiltError(RuntimeError):
    """There is no warehouse to ask."""


class UnknownQuestionError(KeyError):
    """No file of that name in `queries/questions/`."""


class TookTooLongError(RuntimeError):
    """The question was stopped after `LONGEST_SECONDS`."""


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A sealed, read-only connection to a warehouse file. Every opener uses this one: DuckDB refuses to open
    one file twice with different settings in one process."""
    return duckdb.connect(str(path), read_only=True, config=_SEAL)


class Warehouse:
    """The warehouse served from a folder. Follows the pointer: after a swap, the next question reads the new file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    def version(self) -> str:
        """The name of the file now served: part of every cache key. Raises `NotBuiltError`."""
        path = pointer.served(self.folder)
        if path is None:
            raise NotBuiltError("no warehouse is built yet · run: python -m hiring build")
        return path.name

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            for _ in range(3):
                path = self.folder / self.version()
                if path == self._path and self._connection is not None:
                    return self._connection.cursor()
                try:
                    # The old connection is dropped, not closed: a query may still run on it.
                    self._connection, self._path = connect(path), path
                    return self._connection.cursor()
                except duckdb.IOException:
                    self._connection, self._path = None, None
            raise NotBuiltError("the warehouse cannot be opened · run: python -m hiring build")

    def wanted(self, question: str) -> frozenset[str]:
        """Names of the parameters a question (with its scope) wants, by DuckDB's own parser."""
        statement = self._composed(question)
        return frozenset(self._cursor().extract_statements(statement)[0].named_parameters)

    def _composed(self, question: str) -> str:
        every = sql_files.questions()
        if question not in every:
            raise UnknownQuestionError(question)
        return sql_files.composed(every[question], every)

    def ask(self, question: str, viewer: Viewer, parameters: Mapping[str, object]) -> pd.DataFrame:
        """The answer to a named question for this viewer, as a frame.

        `parameters` are the filters; those the question does not want are left out, those it lacks raise
        `TypeError`. Raises `NotBuiltError`, `UnknownQuestionError`, `TookTooLongError`, `access.NotAllowedError`.
        """
        statement = self._composed(question)
        query = sql_files.questions()[question]
        given = {**parameters, **viewer.parameters()}
        cursor = self._cursor()
        names = cursor.extract_statements(statement)[0].named_parameters
        missing = sorted(set(names) - given.keys())
        if missing:
            raise TypeError(f"{question} also wants {', '.join(missing)}")
        timer = threading.Timer(LONGEST_SECONDS, cursor.interrupt)
        timer.start()
        try:
            frame = cursor.execute(statement, {name: given[name] for name in names}).df()
        except duckdb.InterruptException as error:
            raise TookTooLongError(question) from error
        finally:
            timer.cancel()
        return access.permitted(frame, viewer, query.header("counts"), bool(query.header("people")))

    def viewer(self) -> Viewer:
        """The local viewer, whose scope is every region and role profile the warehouse holds."""
        everyone = access.local_viewer((), ())
        values = self.ask("shared/filter_values", everyone, {})
        return access.local_viewer(
            values.loc[values.filter_name == "regions", "filter_value"],
            values.loc[values.filter_name == "role_profiles", "filter_value"],
        )

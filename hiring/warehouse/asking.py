"""The sealed door: named questions only, read-only, no file, no network, a time limit, and always a viewer."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from hiring.access import viewer as access
from hiring.access.viewer import Rows, Viewer
from hiring.warehouse import pointer, sql_files
from hiring.warehouse.parsed import parsed
from hiring.warehouse.sealed import connect
from hiring.warehouse.sql_files import Query

#: A page's question takes milliseconds; one that takes this long is stopped rather than waited for.
LONGEST_SECONDS = 20.0
#: A swap may come between reading the pointer and opening the file it named; several in a row hardly can.
_TRIES = 5
#: What the rows of a question may be about: one of these lines stands in the header of each.
ABOUT = ("people", "each", "counts", "company", "estimates", "confined", "rights")
_DAMAGED = "the warehouse file cannot be read · build it anew: python -m hiring build"

__all__ = ["NotBuiltError", "TookTooLongError", "UnknownQuestionError", "Warehouse", "connect"]


class NotBuiltError(RuntimeError):
    """There is no warehouse to ask, or none that can be read."""


class UnknownQuestionError(KeyError):
    """No file of that name in `queries/questions/`."""


class TookTooLongError(RuntimeError):
    """The question was stopped after `LONGEST_SECONDS`."""


def rows_of(query: Query) -> Rows:
    """What a question's header says of its rows; one that says nothing is taken to name people."""
    says = [word for word in ABOUT if query.header(word)]
    return Rows(
        name_people=not says or "people" in says,
        are_single="each" in says,
        for_estimates="estimates" in says,
        counts=query.header("counts"),
        groups=query.names("groups"),
        hides=query.names("hides"),
        raw=query.names("raw"),
        confined=query.names("confined"),
        for_rights="rights" in says,
        interviewers=query.header("interviewers"),
    )


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

    def is_erasing(self) -> bool:
        """Whether the build now served forgot somebody whom an older one may hold. Raises `NotBuiltError`.

        A warehouse of before this was written down says no.
        """
        try:
            row = self._cursor().execute("select is_erasing from marts.build").fetchone()
        except duckdb.BinderException:
            return False
        except duckdb.Error as error:
            raise NotBuiltError(_DAMAGED) from error
        return bool(row and row[0])

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor on the warehouse now served; on the one served before, where the new file cannot be opened."""
        with self._lock:
            for _ in range(_TRIES):
                path = self.folder / self.version()
                if path == self._path and self._connection is not None:
                    return self._connection.cursor()
                try:
                    # The old connection is dropped, not closed: a query may still run on it.
                    self._connection, self._path = connect(path), path
                except duckdb.Error:
                    continue
                return self._connection.cursor()
            if self._connection is None:
                raise NotBuiltError(_DAMAGED)
            return self._connection.cursor()

    def wanted(self, question: str) -> frozenset[str]:
        """Names of the parameters a question (with its scope) wants, by DuckDB's own parser."""
        return frozenset(parsed(self._composed(question)).named_parameters)

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
        frame, rows = self._answer(question, viewer, parameters)
        sees_everyone = not (rows.raw or rows.confined) or self.sees_everyone(viewer)
        return access.permitted(frame, viewer, rows, sees_everyone=sees_everyone, key=self._key(viewer))

    def for_estimates(
        self, question: str, viewer: Viewer, parameters: Mapping[str, object] | None = None
    ) -> pd.DataFrame:
        """Rows that estimates are made from or chosen by, true ids and all: never to be shown, whoever looks.

        Raises as `ask` does, and `access.NotAllowedError` for a question of another kind.
        """
        frame, rows = self._answer(question, viewer, parameters or {})
        if not rows.for_estimates:
            raise access.NotAllowedError(f"{question} is no question for estimates")
        return frame

    def for_rights(self, question: str) -> pd.DataFrame:
        """Rows by which it is decided who sees what, of the whole company: never to be shown. Raises as `ask` does."""
        frame, rows = self._answer(question, access.local_viewer((), ()), {})
        if not rows.for_rights:
            raise access.NotAllowedError(f"{question} is no question for rights")
        return frame

    def disguised(self, frame: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
        """Rows of single people as answers give them to this viewer: without names, with other ids."""
        rows = Rows(are_single=True)
        return access.permitted(frame, viewer, rows, sees_everyone=False, key=self._key(viewer))

    def _key(self, viewer: Viewer) -> str:
        """What other ids are made with."""
        return "" if viewer.sees_names else self.version()

    def _answer(
        self, question: str, viewer: Viewer, parameters: Mapping[str, object]
    ) -> tuple[pd.DataFrame, Rows]:
        """All there is, before anything is kept back, and what its rows are."""
        statement = parsed(self._composed(question))
        given = {**parameters, **viewer.parameters()}
        cursor = self._cursor()
        names = statement.named_parameters
        missing = sorted(names - given.keys())
        if missing:
            raise TypeError(f"{question} also wants {', '.join(missing)}")
        timer = threading.Timer(LONGEST_SECONDS, cursor.interrupt)
        timer.start()
        try:
            frame = cursor.execute(statement, {name: given[name] for name in names}).df()
        except duckdb.InterruptException as error:
            raise TookTooLongError(f"{question} · stopped after {LONGEST_SECONDS:g} seconds") from error
        except (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException) as error:
            raise NotBuiltError(_DAMAGED) from error
        finally:
            timer.cancel()
        return frame, rows_of(sql_files.questions()[question])

    def sees_everyone(self, viewer: Viewer) -> bool:
        """Whether no region and no role profile of the warehouse is missing from what this viewer may see."""
        return viewer.sees_all(self.ask("shared/viewer_values", viewer, {}))

    def viewer(self) -> Viewer:
        """The local viewer, whose scope is every region and role profile the warehouse holds."""
        everyone = access.local_viewer((), ())
        values = self.ask("shared/viewer_values", everyone, {})
        return access.local_viewer(
            values.loc[values.value_name == "regions", "viewer_value"],
            values.loc[values.value_name == "role_profiles", "viewer_value"],
        )

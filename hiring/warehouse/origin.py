"""From which exports to build where nobody named any: never others in place of those a warehouse stood for.

A disk that is not mounted looks like an empty folder. The invented company shown in its place would be taken for the
company's own, and would be swapped in over what the last good build left.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from hiring import config
from hiring.loading.settings import default_exports
from hiring.warehouse import bookkeeping, folder, pointer
from hiring.warehouse.folder import Origin
from hiring.warehouse.sealed import connect

#: A pointer to a file that is gone tells that some exports stood here, not which.
_SOME = Origin("", "", is_sample=False)


class NoExportsError(RuntimeError):
    """There is nothing to build from unasked; the text is one line: what is missing and what to do."""


def exports_for(warehouse: Path, *, by_hand: bool) -> Path:
    """The exports to build into this warehouse where nobody named their folder. Raises `NoExportsError`, `OSError`.

    `by_hand`: somebody asked for the build and sees what comes of it; else whoever opens a page would be shown it.
    """
    named = config.exports_named()
    exports = named or default_exports()
    if named and not named.is_dir():
        raise NoExportsError(f"HIRING_EXPORTS names {named}, and no such folder is there · {_BACK}")
    is_sample = named is None and exports.resolve() == config.SAMPLE.resolve()
    stood = stood_for(warehouse)
    of_own = stood is not None and not stood.is_sample
    if is_sample and of_own and folder.is_mark_unreadable(warehouse):
        raise NoExportsError(
            f"{config.EXPORTS} holds no file, and the mark of the warehouse in {warehouse} ({folder.MARK}) does not "
            f"tell what it was built from · {_BACK}; for the invented company: --exports {config.SAMPLE}"
        )
    if is_sample and of_own:
        raise NoExportsError(
            f"{config.EXPORTS} holds no file, and the warehouse in {warehouse} was built from exports of your own"
            f"{_called(stood)} · {_BACK}; the invented company takes their place only by --exports {config.SAMPLE}"
        )
    if is_sample and not by_hand and config.warehouse_named():
        raise NoExportsError(
            f"HIRING_WAREHOUSE names {warehouse}, and no warehouse is there · look whether it is the right folder "
            f"and its disk is there, or build it: python -m hiring build --exports DIR --warehouse {warehouse}"
        )
    if stood and of_own and not by_hand and stood.exports != bookkeeping.exports_mark(exports):
        raise NoExportsError(
            f"the warehouse in {warehouse} is gone, and it was built from another folder{_called(stood)} than "
            f"{exports} · name that folder in HIRING_EXPORTS, or build: python -m hiring build --exports DIR "
            f"--warehouse {warehouse}"
        )
    return exports


_BACK = "put the exports back or name their folder (--exports DIR, or HIRING_EXPORTS for the dashboard)"


def _called(stood: Origin | None) -> str:
    return f" (the folder {stood.exports_name})" if stood and stood.exports_name else ""


def stood_for(warehouse: Path) -> Origin | None:
    """Which exports the warehouse in this folder stands or stood for; `None` where nothing was ever built there."""
    if known := folder.origin(warehouse):
        return known
    serving = pointer.served(warehouse)
    if serving is None:
        is_some = pointer.named(warehouse) or folder.is_mark_unreadable(warehouse)
        return folder.noted(warehouse) or (_SOME if is_some else None)
    return written_in(serving)  # an earlier version left no mark, but the warehouse knows


def written_in(warehouse: Path) -> Origin:
    """Which exports a warehouse file says it was built from, in the words it keeps of them."""
    try:
        with connect(warehouse) as connection:
            row = connection.execute("select exports, exports_name, is_sample from marts.build").fetchone()
    except duckdb.Error:
        return _SOME
    return Origin(str(row[0]), str(row[1]), bool(row[2])) if row else _SOME

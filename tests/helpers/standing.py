"""A small company whose warehouse stands before the test begins: built once a run, and a copy of it for each test.

For what a test starts from, not for the build it judges: nothing that a test patches has a say in it.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from helpers import shared
from hiring.warehouse import bookkeeping, folder, origin
from hiring.warehouse.build import BuildResult
from small_company import BASE, CLOCK, Built, built, write_exports


def standing(
    where: Path,
    tables: Mapping[str, str] | None = None,
    *,
    clock: date = CLOCK,
    base: Mapping[str, str] = BASE,
    **files: str,
) -> Built:
    """What `built` of the same words leaves where nothing was: exports and warehouse, free to be changed."""
    every = {name: text for name, text in {**base, **(tables or {})}.items() if text}
    told = hashlib.sha256(repr((sorted(every.items()), sorted(files.items()), clock)).encode())

    def make(begun: Path) -> None:
        result = built(begun, every, base={}, clock=clock, **files).result
        (begun / "result").write_bytes(pickle.dumps(result))

    model = shared.once(f"company-{told.hexdigest()[:16]}", make)
    exports = write_exports(where / "exports", every, **files)
    shutil.copytree(model / "warehouse", where / "warehouse")
    result: BuildResult = pickle.loads((model / "result").read_bytes())
    if result.warehouse is not None:
        result = replace(result, warehouse=where / "warehouse" / result.warehouse.name)
        _moved(result, exports)
    return Built(result, where / "warehouse")


def _moved(result: BuildResult, exports: Path) -> None:
    """The copy knows the exports beside it for its own."""
    assert result.warehouse is not None
    with duckdb.connect(str(result.warehouse)) as connection:
        connection.execute("update marts.build set exports = ?", [bookkeeping.exports_mark(exports)])
    folder.mark(result.warehouse.parent, origin.written_in(result.warehouse))

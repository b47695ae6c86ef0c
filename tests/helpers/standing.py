"""A small company whose warehouse stands before the test begins: built once a run, and a copy of it for each test.

For what a test starts from, not for the build it judges: nothing that a test patches has a say in it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from helpers import shared
from helpers.small_company import BASE, CLOCK, Built, built, write_exports
from hiring.warehouse import attempts, bookkeeping, folder, origin, pointer
from hiring.warehouse.build import BuildResult


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
        result = replace(result, warehouse=_its_own(where / "warehouse" / result.warehouse.name, exports))
    return Built(result, where / "warehouse")


def _its_own(copy: Path, exports: Path) -> Path:
    """The copy under a name that no other has, by which what is kept of a warehouse is told apart; its exports' own."""
    name = f"{copy.stem[:-8]}{os.urandom(4).hex()}.duckdb"
    for kept in (pointer.POINTER, attempts.NAME):
        text = (copy.parent / kept).read_text(encoding="utf-8")
        (copy.parent / kept).write_text(text.replace(copy.name, name), encoding="utf-8")
    own = copy.rename(copy.with_name(name))
    with duckdb.connect(str(own)) as connection:
        connection.execute("update marts.build set exports = ?", [bookkeeping.exports_mark(exports)])
    folder.mark(own.parent, origin.written_in(own))
    return own

"""A small company whose warehouse stands before the test begins: built once a run, copied for each that changes it.

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
    result, model = _once(every, clock=clock, **files)
    exports = write_exports(where / "exports", every, **files)
    shutil.copytree(model / "warehouse", where / "warehouse")
    if result.warehouse is not None:
        result = replace(result, warehouse=_its_own(where / "warehouse" / result.warehouse.name, exports))
    return Built(result, where / "warehouse")


def seen(
    tables: Mapping[str, str] | None = None,
    *,
    as_of: date | None = None,
    clock: date = CLOCK,
    base: Mapping[str, str] = BASE,
    **files: str,
) -> Built:
    """What `built` of the same words leaves, the same for every test that asks for it: for reading only."""
    every = {name: text for name, text in {**base, **(tables or {})}.items() if text}
    result, model = _once(every, as_of=as_of, clock=clock, **files)
    if result.warehouse is not None:
        result = replace(result, warehouse=model / "warehouse" / result.warehouse.name)
    return Built(result, model / "warehouse")


def _once(
    every: Mapping[str, str], *, as_of: date | None = None, clock: date, **files: str
) -> tuple[BuildResult, Path]:
    """How the build of these words ended, and the folder that holds its exports and its warehouse."""
    told = hashlib.sha256(repr((sorted(every.items()), sorted(files.items()), as_of, clock)).encode())

    def make(begun: Path) -> None:
        result = built(begun, every, base={}, as_of=as_of, clock=clock, **files).result
        (begun / "result").write_bytes(pickle.dumps(result))

    model = shared.once(f"company-{told.hexdigest()[:16]}", make)
    return pickle.loads((model / "result").read_bytes()), model


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

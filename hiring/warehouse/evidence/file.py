"""The file that keeps a company's evidence: how it is written and read. What it is called stands in `names`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import duckdb
import pandas as pd

from hiring.loading import private_files
from hiring.warehouse import failures
from hiring.warehouse.evidence import names
from hiring.warehouse.evidence.values import TakenApart, put_together, taken_apart
from hiring.warehouse.sealed import connect

T = TypeVar("T")


@dataclass(frozen=True)
class _Table:
    """How a frame stands in the file: its columns' names in order, and their types in pandas' words."""

    columns: list[str]
    types: list[str]


class NotKeptError(RuntimeError):
    """There is no such evidence in the file, or it cannot be read."""


def write(value: object, folder: Path, version: str) -> Path:
    """Keep the evidence of the warehouse of that version, whole or not at all; gives the file.

    Raises `OSError` where the disk is full or may not be written to.
    """
    target = folder / names.name_for(version)
    begun = folder / names.begun()
    parts = taken_apart(value)
    try:
        with duckdb.connect(str(begun)) as connection:
            for name, frame in parts.tables.items():
                _write_table(connection, name, frame)
            kept = {name: asdict(_told(frame)) for name, frame in parts.tables.items()}
            connection.execute(
                "create table document as select $document as document, $tables as tables",
                {"document": parts.document, "tables": json.dumps(kept)},
            )
        begun.chmod(private_files.PRIVATE)
        begun.replace(target)
    except duckdb.Error as error:
        raise failures.out_of_room(error) from error
    finally:
        begun.unlink(missing_ok=True)
        begun.with_name(f"{begun.name}.wal").unlink(missing_ok=True)
    return target


def _told(frame: pd.DataFrame) -> _Table:
    return _Table([str(column) for column in frame.columns], [str(kind) for kind in frame.dtypes])


def _write_table(connection: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    """A frame's rows in order; its columns by their places, as names may differ by no more than a capital letter."""
    placed = frame.set_axis([f"column_{place}" for place in range(frame.shape[1])], axis="columns")
    connection.register("frame", placed.reset_index(drop=True))
    connection.execute(f"create table {name} as select * from frame")
    connection.unregister("frame")


def read(kind: type[T], folder: Path, version: str) -> T:
    """The evidence of the warehouse of that version. Raises `NotKeptError`."""
    path = folder / names.name_for(version)
    if path.is_symlink() or not path.is_file():
        raise NotKeptError(f"{path.name} is not there")
    try:
        with connect(path) as connection:
            ((document, tables),) = connection.execute("select document, tables from document").fetchall()
            frames = {
                name: _read_table(connection, name, _Table(**told))
                for name, told in json.loads(tables).items()
            }
        return put_together(kind, TakenApart(document, frames))
    except (duckdb.Error, ValueError, TypeError) as error:
        raise NotKeptError(f"{path.name} cannot be read") from error


def _read_table(connection: duckdb.DuckDBPyConnection, name: str, told: _Table) -> pd.DataFrame:
    if not re.fullmatch(r"table_\d+", name):
        raise ValueError(f"{name} is no table of evidence")
    frame = connection.execute(f"select * from {name}").df()
    types: Mapping[str, str] = dict(zip(frame.columns, told.types, strict=True))
    return frame.astype(types).set_axis(told.columns, axis="columns")

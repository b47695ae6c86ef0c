"""The databases a build leaves in a warehouse's folder, by the exact names that nobody else gives a file of theirs."""

from __future__ import annotations

from pathlib import Path

from hiring.loading import private_files
from hiring.warehouse import pointer
from hiring.warehouse.evidence import names


def is_warehouse(name: str) -> bool:
    """Whether it is the name of a warehouse file, or of what DuckDB keeps beside one that is written."""
    return pointer.NAME.fullmatch(name.removesuffix(".wal")) is not None


def is_evidence(name: str) -> bool:
    """Whether it is the name of a file of evidence, or of one that is being written."""
    return bool(names.NAME.fullmatch(name) or names.BEGUN.fullmatch(name))


def is_database(name: str) -> bool:
    """Whether it is the name of a file of either kind."""
    return is_warehouse(name) or is_evidence(name)


def is_wanted(folder: Path, name: str, serving: Path | None) -> bool:
    """Whether a file of either kind is in use: the warehouse served, its evidence, or evidence just being written."""
    if is_warehouse(name):
        return serving is not None and name.removesuffix(".wal") == serving.name
    if not names.BEGUN.fullmatch(name):
        return serving is not None and names.is_of(name, serving.name)
    try:
        with private_files.held(folder / names.LOCK):
            return False
    except private_files.HeldError:
        return True

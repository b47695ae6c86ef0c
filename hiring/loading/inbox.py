"""The exports of a folder once nobody writes to them any more, each sheet of a workbook one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hiring.loading import files
from hiring.loading.limits import Limits
from hiring.loading.messages import OF_SHEET, RefusedError, refuse
from hiring.loading.workbook.sheets import with_sheets


def silent(_: str) -> None:
    """Nobody wants to know how far it is."""


def at_once(_path: Path) -> None:
    """Nobody waits for a file that is still being written: it is looked at again with the next question."""


def unfinished(file: str) -> RefusedError:
    """The refusal of a file that does not stop growing."""
    return refuse(file, "it is still being written", todo="build again when the export has finished")


def entries_of(
    folder: Path,
    scratch: Path,
    limits: Limits,
    wait: Callable[[Path], None],
    progress: Callable[[str], None],
    only: str = "",
) -> list[files.Entry]:
    """The exports of `folder` by name; the rows of a workbook's sheets lie in `scratch`.

    Those that do not stop growing are refused. `only`: the one file, or the one sheet, that is called so.
    Raises `OSError` where folder or scratch fail.
    """
    named = only.partition(OF_SHEET)[0]
    listed = files.listed(folder, limits, named)
    growing = files.growing([entry.path for entry in listed if not entry.refused], wait)
    still = [
        replace(entry, refused=unfinished(entry.name).message) if entry.path in growing else entry
        for entry in listed
    ]
    return [
        sheet
        for number, entry in enumerate(still)
        for sheet in with_sheets(entry, scratch / f"workbook_{number:04d}", limits, progress)
        if only in ("", named, sheet.name)
    ]

"""What a file's number of rows says: none at all, or as many as an export tool stops at."""

from __future__ import annotations

from dataclasses import replace

from hiring import contract
from hiring.loading.messages import note, refuse
from hiring.loading.read_file import ReadFile
from hiring.loading.skips import is_row_cap


def with_remarks(result: ReadFile, table: contract.Table) -> ReadFile:
    """The file with what its number of rows says: none at all, or as many as an export tool stops at."""
    rows = result.records + len(result.set_aside)
    if rows == 0:
        if table.needed:
            raise refuse(
                result.file,
                "no rows",
                found="a header only",
                wanted=f"rows of {table.name}",
                todo="export it again",
            )
        empty = note(result.file, "no rows: as if the file were absent")
        return replace(result, path=None, notes=(*result.notes, empty))
    if is_row_cap(rows):
        capped = note(
            result.file,
            f"exactly {rows:,} rows: did the export stop at a limit?",
            todo="compare with the count shown in the system it comes from",
        )
        return replace(result, notes=(*result.notes, capped))
    return result

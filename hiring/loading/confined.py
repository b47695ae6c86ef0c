"""Of a file that says which groups people are of, no line that cannot be read is quoted: a group may stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hiring import contract
from hiring.loading.messages import Message
from hiring.loading.read_file import ReadFile

#: Stands for what was found in a row that is shown for nobody singly.
NOT_SHOWN = "not shown"


def unquoted(file: ReadFile) -> ReadFile:
    """The file as it was read, its whole lines not quoted where rows of a table with confined columns come from it."""
    tables = {one.table for one in (file, *file.parts)} - {None}
    if not any(column.confined for table in tables for column in contract.BY_NAME[str(table)].columns):
        return file
    return replace(
        file,
        set_aside=tuple(_unquoted(file.set_aside)),
        skipped=tuple(_unquoted(file.skipped)),
        parts=tuple(
            replace(part, set_aside=tuple(_unquoted(part.set_aside)), skipped=tuple(_unquoted(part.skipped)))
            for part in file.parts
        ),
    )


def _unquoted(messages: Iterable[Message]) -> Iterable[Message]:
    """Messages without the text of a whole line; what a named cell holds is another column's."""
    return (replace(one, found=NOT_SHOWN) if one.found and one.column is None else one for one in messages)

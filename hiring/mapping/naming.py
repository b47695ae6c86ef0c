"""Names of people where a table wants ids, or one person a row: when to ask what they are, and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hiring.mapping.people import looks_like_names, names_in

#: Several people in a cell, or in columns beside each other: each has a row, or they are the parts of one name.
EACH, ONE = "each", "one"
#: What stands where an id is wanted.
NAMES, IDS = "names", "ids"
#: (table, column) whose people may be unsure → the answers, the likely one first.
CHOICES = {("interviews", "interviewer_name"): (EACH, ONE), ("employees", "manager_id"): (NAMES, IDS)}
#: The column whose names a manager is looked up among.
LOOKED_UP = "full_name"


@dataclass(frozen=True)
class Naming:
    """A column of people of whom it is not sure how they stand there, and an example."""

    column: str
    example: str


def unsure(
    table: str, columns: Mapping[str, tuple[str, ...]], cells: Mapping[str, Sequence[str]]
) -> tuple[Naming, ...]:
    """What to ask about the people in a file whose columns are chosen so, by the cells of its first rows."""
    if table == "interviews" and not columns.get("interviewer_id") and not columns.get("interviewer_email"):
        return _several(columns.get("interviewer_name", ()), cells)
    if table == "employees" and columns.get(LOOKED_UP) and columns.get("employee_id"):
        return _managers(columns.get("manager_id", ()), cells)
    return ()


def _several(keys: tuple[str, ...], cells: Mapping[str, Sequence[str]]) -> tuple[Naming, ...]:
    found = (cell for key in keys for cell in cells.get(key, ()))
    example = next((cell for cell in found if len(names_in(cell)) > 1), "")
    if not example and len(keys) > 1 and looks_like_names(cells.get(keys[0], ())):
        example = cells[keys[0]][0]
    return (Naming("interviewer_name", example),) if example else ()


def _managers(keys: tuple[str, ...], cells: Mapping[str, Sequence[str]]) -> tuple[Naming, ...]:
    held = cells.get(keys[0], ()) if keys else ()
    return (Naming("manager_id", held[0]),) if looks_like_names(held) else ()

"""What is said of the sales clock where the exports cannot tell when it started, or what paused it."""

from __future__ import annotations

from collections.abc import Collection

NO_CHANGES = (
    "While job_changes.csv is not loaded, everybody counts from the hire date, in the role that the HR list shows: "
    "moves into Sales and between roles are not seen."
)
NO_ABSENCES = "While absences.csv is not loaded, a long absence counts as months without sales."


def remarks(tables_loaded: Collection[str]) -> str:
    """The line for every page that is split by role; "" where the files that tell are there."""
    line_by_table = {"job_changes": NO_CHANGES, "absences": NO_ABSENCES}
    return " ".join(line for table, line in line_by_table.items() if table not in tables_loaded)

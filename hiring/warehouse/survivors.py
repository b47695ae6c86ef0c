"""Exports that hold only who stayed: every measure of hiring would look better than it was."""

from __future__ import annotations

from dataclasses import replace

from hiring.config import FEWEST_PEOPLE
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import note
from hiring.warehouse.engine import Engine


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, the one with most employees with a warning where not one employee of the company has left."""
    rows = engine.query_rows(
        "select file_id, count(*), count(termination_date) from staging.stg_employees group by file_id"
    )
    people, left = sum(count for _, count, _ in rows), sum(gone for _, _, gone in rows)
    if people < FEWEST_PEOPLE or left:
        return files
    largest = max(rows, key=lambda row: (row[1], -row[0]))[0]
    warning = note(
        files[largest].file,
        f"{people:,} people, and nobody in it has left: are the leavers missing?",
        todo="export former employees too, or every hire looks as if they stayed",
    )
    return [
        replace(file, notes=(*file.notes, warning)) if number == largest else file
        for number, file in enumerate(files)
    ]

"""What is said of the sales clock where the exports cannot tell when it started, or what paused it."""

from __future__ import annotations

from collections.abc import Collection

NO_CHANGES = (
    "Without job_changes.csv everybody counts from the hire date, in the role that the HR list shows: "
    "moves into Sales and between roles are not seen."
)


def remarks(tables_loaded: Collection[str]) -> str:
    """The line for every page that is split by role; "" where the files that tell are there."""
    return "" if "job_changes" in tables_loaded else NO_CHANGES

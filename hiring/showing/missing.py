"""What stands in place of what a missing file would tell: add it, or say what became of the one that came."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.findings import not_loaded
from hiring.loading.our_tables import table_named
from hiring.serving import session
from hiring.showing import page


def state(fact: str, file: str | Sequence[str] = "", remedy: str = "") -> None:
    """Nothing to show for want of a file, or of several: to be added, unless it came and was not recognised or empty.

    `file` is a table's canonical file, such as "quotas.csv"; without one it is `page.state_empty`.
    """
    names = file.split(" and ") if isinstance(file, str) else list(file)
    tables = [name.removesuffix(".csv") for name in names if name]
    if not tables:
        page.state_empty(fact, remedy=remedy)
        return
    found = not_loaded.missing(session.ask("data_health/files_read"), tables, named)
    page.state_empty(fact, found.add, found.remedy(remedy))


def named(file: str) -> str:
    """The table a file is called after; "" where it is none's."""
    table = table_named(file)
    return table.name if table else ""

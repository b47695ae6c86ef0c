"""Several applications marked hired for one start of one person: one acceptance, and it is said which count no more."""

from __future__ import annotations

from collections import defaultdict

from hiring.engine import Engine
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted, note

#: So many are named; more would not be read.
MOST_NAMED = 3

_OTHERS = """
select given.file_id, given.application_id
from staging.applications as given inner join marts.applications as ours using (application_id)
where given.status = 'hired' and ours.status <> 'hired' order by given.file_id, given.application_id
"""


def remarks(engine: Engine, files: list[ReadFile]) -> tuple[Message, ...]:
    """One remark for each file with such applications."""
    found: dict[int, list[str]] = defaultdict(list)
    for file_id, application in engine.query_rows(_OTHERS):
        found[file_id].append(application)
    return tuple(
        note(
            files[number].file,
            f"{counted(len(names), 'application')} marked hired beside another one for the same start: "
            "counted as one acceptance, that of the last made",
            found=", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else ""),
            todo="if a person was hired twice, give each start its row in the HR file",
        )
        for number, names in found.items()
    )

"""Applications marked hired that lead to no hire, as another one did or as the start came first: both are said."""

from __future__ import annotations

from collections import defaultdict

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted, note
from hiring.warehouse.engine import Engine

#: So many are named; more would not be read.
MOST_NAMED = 3

_OTHERS = """
select given.file_id, given.application_id
from staging.applications as given inner join marts.applications as ours using (application_id)
where given.status = 'hired' and ours.status <> 'hired' order by given.file_id, given.application_id
"""

#: Of people with a hire that no application led to: made when the person had started already.
_LATER = """
select distinct given.file_id, given.application_id
from staging.applications as given
inner join marts.applications as ours using (application_id)
inner join marts.people as people on given.employee_id = people.employee_id
inner join marts.hires as hires on people.person_id = hires.person_id
where
    given.status = 'hired' and ours.employee_id is null and ours.status = 'hired'
    and hires.application_id is null and given.applied_on > hires.sales_start_on
order by given.file_id, given.application_id
"""


def remarks(engine: Engine, files: list[ReadFile]) -> tuple[Message, ...]:
    """One remark of each kind for each file with such applications."""
    return (
        *_remarks(
            engine,
            files,
            _OTHERS,
            "marked hired beside another one for the same start: counted as one acceptance, that of the last made",
            "if a person was hired twice, give each start its row in the HR file",
        ),
        *_remarks(
            engine,
            files,
            _LATER,
            "marked hired and made after that person's start in Sales: of no hire, so that source and panel of the "
            "hire are not recorded",
            "if it was entered late, correct the day of applying; if the person moved into Sales, export job_changes",
        ),
    )


def _remarks(
    engine: Engine, files: list[ReadFile], asked: str, outcome: str, todo: str
) -> tuple[Message, ...]:
    found: dict[int, list[str]] = defaultdict(list)
    for file_id, application in engine.query_rows(asked):
        found[file_id].append(application)
    return tuple(
        note(
            files[number].file,
            f"{counted(len(names), 'application')} {outcome}",
            found=", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else ""),
            todo=todo,
        )
        for number, names in found.items()
    )

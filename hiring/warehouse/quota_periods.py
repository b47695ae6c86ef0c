"""Quotas of one seller for the same days, such as a year beside its quarters: which of them count is asked, once."""

from __future__ import annotations

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted
from hiring.warehouse import staging
from hiring.warehouse.answers import Answers, Question
from hiring.warehouse.engine import Engine

KEY = "overlapping quotas"
#: What a person may answer → how `set_aside_quotas__periods_overlap` calls it.
CHOICES = {
    "the longer periods count": "longer",
    "the shorter periods count": "shorter",
    "none of them counts": "none",
}

_UNEQUAL = """
with unequal as (select * from staging.quota_overlaps where length = 'longer')
select row_id, owner_id, other_owner_id, period_start_on, period_end_on, other_start_on, other_end_on,
    (select count(distinct owner_id) from unequal) as owners
from unequal order by row_id, other_start_on limit 1
"""


def counting(answers: Answers) -> str | None:
    """Which periods count where a seller has several for one day: "longer", "shorter", "none"; not said: `None`."""
    answer = answers.answer(Question(KEY, Message("held", "quotas"), tuple(CHOICES), binds=False))
    return CHOICES.get(answer or "")


def overlapping(engine: Engine, files: list[ReadFile]) -> list[Question]:
    """Quotas of one seller over the same days, of unlike length: nobody said which of them is the quota."""
    rows = engine.query_rows(_UNEQUAL)
    if not rows:
        return []
    row_id, owner, other, first, last, other_first, other_last, owners = rows[0]
    name, line = staging.place_of(engine, files, "quotas", "row_id", row_id)
    beside = f"{other_first} to {other_last}" if owner == other else f"{other} {other_first} to {other_last}"
    message = Message(
        "held",
        name,
        line,
        "period_start_on",
        f"{owner} {first} to {last} and {beside}",
        f"one quota for each seller and day; so it is with {counted(owners, 'owner')}",
        "build held",
        "answer which periods count (the others are set aside, none are added), or correct the export",
    )
    digest = next((file.sha256 for file in files if file.file == name), "")
    return [Question(KEY, message, tuple(CHOICES), digest, binds=False)]

"""What a build may not decide alone: each gate gives questions for a person, and the build waits for answers."""

from __future__ import annotations

from hiring import contract
from hiring.config import LARGEST_FALL, LARGEST_SHARE_SET_ASIDE
from hiring.contract import Kind
from hiring.engine import Engine
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.warehouse.account import FileAccount
from hiring.warehouse.answers import Question
from hiring.warehouse.former import Former

#: A measure whose middle value moves by more than half its former spread was exported on another scale.
LARGEST_SHIFT = 0.5
#: Under thirty values a median may jump by itself.
FEWEST_VALUES = 30


def many_set_aside(accounts: list[FileAccount]) -> list[Question]:
    """Files that lost more than a tenth of their rows."""
    return [
        Question(
            f"set aside in {account.file}",
            Message(
                "held",
                account.file,
                found=f"{account.quarantined:,} of {account.read:,} rows set aside",
                wanted=f"at most {LARGEST_SHARE_SET_ASIDE:.0%}",
                outcome="build held",
                todo="correct the export, or answer that the rest is to be loaded",
            ),
            ("load the rest",),
            account.sha256,
        )
        for account in accounts
        if account.table and account.read and account.quarantined > LARGEST_SHARE_SET_ASIDE * account.read
    ]


def cut_files(files: list[ReadFile]) -> list[Question]:
    """Files whose own footer counts more rows than were found."""
    return [
        Question(f"fewer rows than {file.file} says", note, ("the rows are right",), file.sha256)
        for file in files
        for note in file.notes
        if note.kind == "held"
    ]


def shrunk(accounts: list[FileAccount], former: Former | None) -> list[Question]:
    """Tables that fell by more than a fifth since the last good build of the same exports folder."""
    if former is None:
        return []
    now: dict[str, int] = {}
    for account in accounts:
        if account.table:
            now[account.table] = now.get(account.table, 0) + account.loaded
    digests = {account.table: account.sha256 for account in accounts if account.table}
    return [
        Question(
            f"fewer rows in {table}",
            Message(
                "held",
                table,
                found=f"{now.get(table, 0):,} rows, {before:,} last time",
                wanted="no fall of more than a fifth",
                outcome="build held",
                todo="export again (was it cut?), or answer that the fall is right",
            ),
            ("the fall is right",),
            digests.get(table, ""),
        )
        for table, before in sorted(former.loaded.items())
        if before and now.get(table, 0) < (1 - LARGEST_FALL) * before
    ]


def stages_without_meaning(engine: Engine, files: list[ReadFile]) -> list[Question]:
    """Stages of deals whose `is_won` is empty: nobody said whether they are won, lost or open."""
    rows = engine.query_rows(
        "select file_id, stage, count(*) from staging.stg_opportunities "
        "where is_won is null and fault is null and stage is not null group by file_id, stage order by file_id, stage"
    )
    seen: dict[str, Question] = {}
    for file_id, stage, count in rows:
        key = f"stage {stage}"
        message = Message(
            "held",
            files[file_id].file,
            column="stage",
            found=f"{stage}, on {count:,} deals with is_won empty",
            wanted="a meaning: won, lost or open",
            outcome="build held",
            todo="answer, or fill is_won in the export",
        )
        seen.setdefault(key, Question(key, message, ("won", "lost", "open")))
    return list(seen.values())


def shifted(engine: Engine, former: Former | None) -> list[Question]:
    """Number columns whose middle moved by more than half its former spread: another scale, or swapped columns."""
    if former is None:
        return []
    questions = []
    for (table, column), (low, middle, high) in sorted(measures(engine).items()):
        before = former.measures.get((table, column))
        if before is None or not before[2] > before[0]:
            continue
        if abs(middle - before[1]) > LARGEST_SHIFT * (before[2] - before[0]):
            questions.append(
                Question(
                    f"another scale in {table}.{column}",
                    Message(
                        "held",
                        table,
                        column=column,
                        found=f"middle value {middle:g} ({low:g} to {high:g})",
                        wanted=f"about {before[1]:g} ({before[0]:g} to {before[2]:g}) as last time",
                        outcome="build held",
                        todo="was the scale changed, or were columns swapped? export again, or answer",
                    ),
                    ("the change is right",),
                )
            )
    return questions


def measures(engine: Engine) -> dict[tuple[str, str], tuple[float, float, float]]:
    """(table, column) → 5 %, 50 % and 95 % of the sound values of every number column with enough of them."""
    found = {}
    for table in contract.TABLES:
        columns = [c.name for c in table.columns if c.kind in (Kind.NUMBER, Kind.WHOLE)]
        for column in columns:
            row = engine.query_rows(
                f"select count({column}), quantile_disc({column}, 0.05), quantile_disc({column}, 0.5), "
                f"quantile_disc({column}, 0.95) from staging.{table.name}"
            )[0]
            if row[0] >= FEWEST_VALUES:
                found[table.name, column] = (float(row[1]), float(row[2]), float(row[3]))
    return found


def reused_ids(engine: Engine, former: Former | None) -> list[Question]:
    """Employee ids that now name somebody else: both the name and the hire date changed."""
    if former is None or not former.people:
        return []
    rows = engine.query_rows(
        "select employee_id, full_name, min(hire_date), max(hire_date) "
        "from staging.employees group by employee_id, full_name"
    )
    questions = []
    for employee_id, name, first, last in rows:
        before = former.people.get(employee_id)
        if before and before[0] != name and not first <= before[1] <= last:
            questions.append(
                Question(
                    f"another person under {employee_id}",
                    Message(
                        "held",
                        "employees",
                        column="employee_id",
                        found=f"{employee_id} is {name}, hired {first}",
                        wanted=f"{before[0]}, hired {before[1]}, as last time",
                        outcome="build held",
                        todo="was the id given to somebody else? correct it, or answer that it is the same person",
                    ),
                    ("the same person",),
                )
            )
    return questions

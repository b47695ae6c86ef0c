"""What a build may not decide alone: each gate gives questions for a person, and the build waits for answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from hiring import contract
from hiring.config import LARGEST_FALL, LARGEST_SHARE_SET_ASIDE
from hiring.contract import Kind
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.loading.our_tables import way_to_say
from hiring.mapping.asking import Answered, Ask
from hiring.warehouse.account import FileAccount, SetAside
from hiring.warehouse.answers import STAGE_MEANINGS, Answers, Question
from hiring.warehouse.engine import Engine
from hiring.warehouse.former import Former, Measure
from hiring.words import one_line

#: A measure whose middle value moves by more than half its former spread was exported on another scale.
LARGEST_SHIFT = 0.5
#: Under thirty values a median may jump by itself.
FEWEST_VALUES = 30
#: Reasons for which a row is set aside because somebody answered so.
_ANSWERED = ("other_periods_count",)
_WORDS_NAMED = 5


def many_set_aside(accounts: list[FileAccount], set_aside: list[SetAside]) -> list[Question]:
    """Files that lost more than a tenth of their rows, but for those that a person said do not count.

    Rows whose words nobody has said the meaning of wait, and are asked about as that: nothing is wrong with them yet.
    """
    asked = []
    for account in accounts:
        rows = account.loaded + account.quarantined
        mine = [row for row in set_aside if row.file == account.file and row.reason not in _ANSWERED]
        answered = sum(row.file == account.file for row in set_aside) - len(mine)
        unsaid = [row for row in mine if row.waits]
        lost = account.quarantined - answered
        most = LARGEST_SHARE_SET_ASIDE * rows
        if not account.table or lost <= most:
            continue
        if unsaid:
            asked.append(_unsaid_words(account, unsaid, rows))
        if lost - len(unsaid) > most:
            wrong = [row for row in mine if not row.waits]
            asked.append(_many_wrong(account, wrong, lost - len(unsaid), rows))
    return asked


def _many_wrong(account: FileAccount, wrong: list[SetAside], lost: int, rows: int) -> Question:
    column, example = _most_often(wrong)
    message = Message(
        "held",
        account.file,
        column=column,
        found=f"{lost:,} of {rows:,} rows set aside{example}",
        wanted=f"at most {LARGEST_SHARE_SET_ASIDE:.0%}",
        outcome="build held",
        todo="correct the export, or answer that the rest is to be loaded",
    )
    return Question(f"set aside in {account.file}", message, ("load the rest",), account.sha256)


def _unsaid_words(account: FileAccount, unsaid: list[SetAside], rows: int) -> Question:
    words = Counter(one_line(row.found, 30) for row in unsaid if row.column == unsaid[0].column)
    listed = ", ".join(word for word, _ in words.most_common(_WORDS_NAMED))
    message = Message(
        "held",
        account.file,
        column=unsaid[0].column,
        found=f"words that nobody has said the meaning of, in {len(unsaid):,} of {rows:,} rows: {listed}",
        wanted=unsaid[0].wanted,
        outcome="build held",
        todo=f"{way_to_say(account.file)}; or answer that the rest is to be loaded",
    )
    return Question(f"words not said in {account.file}", message, ("load the rest",), account.sha256)


def _most_often(rows: Iterable[SetAside]) -> tuple[str | None, str]:
    """The column most rows were set aside for, and one value in words; nothing where no column is to blame."""
    kept = list(rows)
    if not kept:
        return None, ""
    column = Counter(row.column for row in kept).most_common(1)[0][0]
    example = next(row.found for row in kept if row.column == column)
    return column, f", such as {one_line(example, 30)}" if example.strip() else ", the cell is empty"


def answered_by(answers: Answers) -> Answered:
    """What a mapping asks, as far as a person answered it."""
    return lambda ask, digest: answers.answer(_question(ask, digest))


def _question(ask: Ask, digest: str) -> Question:
    return Question(ask.key, ask.message, ask.choices, digest, ask.binds)


def of_mappings(files: list[ReadFile]) -> list[Question]:
    """What the mapping of a file cannot tell by itself; one question where several files ask the same."""
    asked: dict[str, Question] = {}
    for file in files:
        for ask in file.asks:
            asked.setdefault(ask.key, _question(ask, file.sha256))
    return list(asked.values())


_OTHER_ORDER = re.compile(r" *([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{4}\b")


def mixed_dates(files: list[ReadFile], set_aside: list[SetAside]) -> list[Question]:
    """Columns told by their first rows in which later rows have day and month the other way round: then no cell of
    theirs is sure, those that were read included."""
    asked: dict[str, Question] = {}
    by_name = {file.file: file for file in files if file.plan}
    for row in set_aside:
        file = by_name.get(row.file)
        parts = _OTHER_ORDER.match(row.found) if row.reason in ("not_a_day", "not_a_moment") else None
        if file is None or parts is None or max(int(parts[1]), int(parts[2])) <= 12:
            continue
        message = Message(
            "held",
            row.file,
            row.line,
            row.column,
            row.found,
            "one order of day and month in the whole column",
            "build held",
            "export again with one date format, or answer that the other dates are right",
        )
        key = f"two date orders in {row.column} of {row.file}"
        asked.setdefault(key, Question(key, message, ("the other dates are right",), file.sha256))
    return list(asked.values())


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
    asked = []
    for table, before in sorted(former.loaded.items()):
        now = sum(account.loaded for account in accounts if account.table == table)
        if now >= (1 - LARGEST_FALL) * before:
            continue
        message = Message(
            "held",
            _files_of(accounts, table),
            found=f"{now:,} rows of {table}, {before:,} last time",
            wanted="no fall of more than a fifth",
            outcome="build held",
            todo="export again (was it cut?), or answer that the fall is right",
        )
        # A table that is gone has no bytes to answer for: then the answer holds against that last build.
        digest = _digest_of(accounts, table) or former.digest
        asked.append(Question(f"fewer rows in {table}", message, ("the fall is right",), digest))
    return asked


def _files_of(accounts: list[FileAccount], table: str) -> str:
    """The names of a table's files."""
    return ", ".join(account.file for account in accounts if account.table == table) or f"{table}.csv"


def _digest_of(accounts: list[FileAccount], table: str) -> str:
    """The digest of a table's file; of several files, one over theirs; empty where there is none."""
    digests = sorted(account.sha256 for account in accounts if account.table == table)
    return (
        digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest() if digests else ""
    )


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
        seen.setdefault(key, Question(key, message, STAGE_MEANINGS, files[file_id].sha256, binds=False))
    return list(seen.values())


def shifted(engine: Engine, accounts: list[FileAccount], former: Former | None) -> list[Question]:
    """Number columns that moved by more than half their former spread: another scale, or swapped columns.

    The middle is looked at, and the top as well: a new scale in one quarter of many leaves the middle in place.
    """
    if former is None:
        return []
    asked = []
    for (table, column), now in sorted(measures(engine).items()):
        before = former.measures.get((table, column))
        if before is None or not _has_moved(contract.BY_NAME[table].column(column).kind, before, now):
            continue
        message = Message(
            "held",
            _files_of(accounts, table),
            column=column,
            found=f"middle value {now.middle:g} ({now.low:g} to {now.high:g}, top {now.top:g})",
            wanted=f"about {before.middle:g} ({before.low:g} to {before.high:g}, top {before.top:g}) as last time",
            outcome="build held",
            todo="was the scale changed, or were columns swapped? export again, or answer",
        )
        digest = _digest_of(accounts, table)
        asked.append(
            Question(f"another scale in {table}.{column}", message, ("the change is right",), digest)
        )
    return asked


def _has_moved(kind: Kind, before: Measure, now: Measure) -> bool:
    spread = before.high - before.low
    if not spread > 0:
        return False
    if abs(now.middle - before.middle) > LARGEST_SHIFT * spread:
        return True
    # Money has no scale to its top: one great deal is no new unit.
    return kind is not Kind.MONEY and abs(now.top - before.top) > LARGEST_SHIFT * spread


def measures(engine: Engine) -> dict[tuple[str, str], Measure]:
    """(table, column) → the measure of every number column with enough readable values, those set aside too."""
    found = {}
    for table in contract.TABLES:
        columns = [c.name for c in table.columns if c.kind in (Kind.NUMBER, Kind.WHOLE, Kind.MONEY)]
        if not columns:
            continue
        wanted = ", ".join(
            f"count({column}), quantile_disc({column}, [0.05, 0.5, 0.95, 0.99])" for column in columns
        )
        (row,) = engine.query_rows(f"select {wanted} from staging.stg_{table.name}")
        for column, count, marks in zip(columns, row[::2], row[1::2], strict=True):
            if count >= FEWEST_VALUES:
                found[table.name, column] = Measure(*map(float, marks))
    return found


def reused_ids(engine: Engine, accounts: list[FileAccount], former: Former | None) -> list[Question]:
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
                        _files_of(accounts, "employees"),
                        column="employee_id",
                        found=f"{employee_id} is {name}, hired {first}",
                        wanted=f"{before[0]}, hired {before[1]}, as last time",
                        outcome="build held",
                        todo="was the id given to somebody else? correct it, or answer that it is the same person",
                    ),
                    ("the same person",),
                    _digest_of(accounts, "employees"),
                )
            )
    return questions

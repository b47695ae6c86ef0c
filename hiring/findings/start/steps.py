"""The one next step of the whole, the most valuable first, and what a page says above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hiring import words
from hiring.findings.start.lines import ASKED, LOADED, REFUSED, UNKNOWN, File
from hiring.words import LINE_CHARACTERS, one_line

SEND, MEND, ANSWER, MAP, BUILD, AGAIN = "send", "mend", "answer", "map", "build", "again"
MATCH, OPEN = "match", "open"
#: Tables in the order in which they matter: who was hired, what they sold, who interviewed them.
ORDER = (
    *("employees", "opportunities", "crm_users", "quotas", "job_changes", "opportunity_splits"),
    *("interviews", "applications", "ats_users", "candidates", "ratings", "requisitions"),
)
#: The three files that make the first chart, and what to ask for in each system.
FIRST = ("employees", "opportunities", "crm_users")
MOST_MISSING = 4


class Asked(Protocol):
    """A question that a build waits on: `hiring.warehouse.attempts.Asked` is one."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def column(self) -> str: ...  # noqa: D102
    @property
    def todo(self) -> str: ...  # noqa: D102


class Table(Protocol):
    """A table of the contract."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def lights_up(self) -> str: ...  # noqa: D102
    @property
    def kept_in(self) -> str: ...  # noqa: D102
    @property
    def ask_for(self) -> str: ...  # noqa: D102
    @property
    def needed(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True)
class Standing:
    """How far somebody's files are: what a build says of each, what it asks, what is in its way.

    `missing`: tables that no file feeds. `likely`: of a file nobody knows, the table its columns look like. `is_shown`:
    the pages show these very exports. `trouble`: why a build came to nothing that no file is to blame for. `nobody` and
    `unmatched`: why the pages show no hire, or no revenue of theirs, and what to do.
    """

    files: Sequence[File] = ()
    asked: Sequence[Asked] = ()
    missing: Sequence[Table] = ()
    is_shown: bool = False
    trouble: Sequence[str] = ()
    likely: Mapping[str, str] = field(default_factory=dict)
    nobody: tuple[str, str] = ("", "")
    unmatched: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Step:
    """What to do next, in a sentence; `file` and `key` name the file and the question it is about."""

    kind: str
    sentence: str
    file: str = ""
    key: str = ""


def rank(table: str) -> int:
    """The place of a table in the order in which they matter."""
    return ORDER.index(table) if table in ORDER else len(ORDER)


def _rank_of(standing: Standing, file: File) -> int:
    return min(map(rank, file.tables or (file.near or standing.likely.get(file.file, ""),)))


def by_weight(standing: Standing) -> list[File]:
    """The files, those that wait for something first, then those that matter most; those of one table by name."""
    return sorted(standing.files, key=lambda one: (not _waits(one), _rank_of(standing, one), one.file))


def _waits(file: File) -> bool:
    return file.state != LOADED or bool(file.waiting or file.changed.went or file.changed.came)


def questions(standing: Standing) -> list[Asked]:
    """What is asked, in the order that matters; one question of several files once."""
    places = {one.file: _rank_of(standing, one) for one in standing.files}
    return sorted(standing.asked, key=lambda one: places.get(one.file, rank(one.file)))


def step(standing: Standing) -> Step:
    """The one next step."""
    if not standing.files:
        return standing_still(standing) or Step(SEND, "Export three files and send them all at once.")
    places = {one.file: _rank_of(standing, one) for one in standing.files}
    steps = [(places.get(one.file, rank(one.file)), _answer(one)) for one in questions(standing)]
    there = {one.near for one in standing.files if one.state in (ASKED, REFUSED)}
    steps += [
        (rank(table.name), _needed(standing, table))
        for table in standing.missing
        if table.needed and table.name not in there
    ]
    steps += [(places[one.file], _mend(one)) for one in standing.files if one.state == REFUSED]
    first = min(steps, key=lambda pair: pair[0], default=None)
    if first:
        return first[1]
    if still := standing_still(standing):
        return still
    if not standing.is_shown:
        return Step(BUILD, "Nothing is in the way: build, and every page shows these files.")
    return _shown(standing)


def _shown(standing: Standing) -> Step:
    """What is to be done once every page shows the files: no chart says anything without a hire, and their revenue."""
    people, deals = (
        [one.file for one in standing.files if table in one.tables]
        for table in ("employees", "opportunities")
    )
    if standing.nobody[0] and people:
        return Step(MAP, standing.nobody[1] or standing.nobody[0], people[0])
    if standing.unmatched[0] and deals and "Identity match" not in standing.unmatched[1]:
        return Step(MAP, standing.unmatched[1] or standing.unmatched[0], deals[0])
    if standing.unmatched[0]:
        return Step(MATCH, standing.unmatched[1] or standing.unmatched[0])
    return Step(OPEN, "See what they say.")


def standing_still(standing: Standing) -> Step | None:
    """What is to be done where no file is to blame."""
    return Step(AGAIN, one_line(standing.trouble[0], 600)) if standing.trouble else None


def _mend(file: File) -> Step:
    todo = f": {file.todo}" if file.todo else ""
    name = one_line(file.file, LINE_CHARACTERS)
    if "still being written" in file.why:
        return Step(
            AGAIN, f"{name} is still being written: look again when the export has finished.", file.file
        )
    return Step(MEND, f"{name} cannot be read{todo}. It stops every build while it lies there.", file.file)


def is_mapped(asked: Asked) -> bool:
    """Whether a question is settled by saying on the page Map a file what the file's columns and words mean."""
    return "Map a file" in asked.todo or "map the file" in asked.todo


def _answer(asked: Asked) -> Step:
    name, column = one_line(asked.file, LINE_CHARACTERS), one_line(asked.column)
    sentence = f"Answer one question: {one_line(asked.key, LINE_CHARACTERS)}."
    if is_mapped(asked):
        sentence = f"Say what the words of {column} in {name} mean." if column else f"Say what {name} holds."
    return Step(ANSWER, sentence, asked.file, asked.key)


def _needed(standing: Standing, table: Table) -> Step:
    """A table that no page can do without: a file nobody knows may hold it, else it is to be exported."""
    files = [one for one in standing.files if one.state == UNKNOWN]
    near = [one for one in files if (one.near or standing.likely.get(one.file)) == table.name]
    unknown = near or [one for one in files if _may_be_anything(standing, one)]
    if unknown:
        name = one_line(unknown[0].file, LINE_CHARACTERS)
        return Step(MAP, f"Say what {name} holds: it may tell {table.lights_up}.", unknown[0].file)
    return Step(
        SEND,
        f"Export {table.name} from the {_system(table)}: nothing can be shown without {table.lights_up}.",
    )


def _may_be_anything(standing: Standing, file: File) -> bool:
    """Whether nothing is known of what a file holds; settings beside the exports hold no table."""
    return not file.near and file.file not in standing.likely and not file.file.casefold().endswith(".toml")


def _system(table: Table) -> str:
    return table.kept_in if table.kept_in != "ATS" else "applicant system"


@dataclass(frozen=True)
class Lead:
    """The page's answer in one sentence and what stands below it."""

    sentence: str
    standfirst: str


def lead(standing: Standing) -> Lead:
    """How far the files are."""
    total = len(standing.files)
    if not total and standing.trouble:
        return Lead("There is nothing to show yet", one_line(standing.trouble[0], 600))
    if not total:
        return Lead("Three files make the first chart", "Nothing lies in the exports folder yet.")
    files = words.counted(total, "file")
    read = sum(one.state == LOADED for one in standing.files)
    if standing.is_shown:
        fact = standing.nobody[0] or standing.unmatched[0]
        said = f"{_of(read, total)} {'is' if total == 1 else 'are'} read, and every page shows "
        said += "it" if total == 1 else "them"
        return Lead(fact.rstrip(".") or said, f"{said}. {_rest(standing)}" if fact else _rest(standing))
    kind = step(standing).kind
    if kind == BUILD:
        return Lead(f"{_of(read, total)} {'is' if total == 1 else 'are'} ready to build", _rest(standing))
    if standing.trouble and kind == AGAIN:
        return Lead(f"{files} here, and the build came to nothing", one_line(standing.trouble[0], 600))
    if not read and not any(one.rows for one in standing.files):
        return Lead(f"{files} here, and none can be read yet", _rest(standing))
    if not read:
        none = f"None of {files} is" if total > 1 else "The file is not"
        return Lead(f"{none} understood yet", _rest(standing))
    return Lead(f"{_of(read, total)} {'is' if read == 1 else 'are'} understood", _rest(standing))


def _of(read: int, total: int) -> str:
    files = words.counted(total, "file")
    return (
        f"All {files}"
        if read == total > 1
        else f"{words.number(read)} of {files}"
        if total > 1
        else "The file"
    )


def _rest(standing: Standing) -> str:
    """What waits, in words."""
    files = standing.files
    parts = [
        (len({one.key for one in standing.asked}), "question waits", "questions wait"),
        (sum(one.state == UNKNOWN for one in files), "file is not known", "files are not known"),
        (sum(one.state == REFUSED for one in files), "file cannot be read", "files cannot be read"),
        (
            sum(word.rows for one in files for word in one.waiting),
            "row waits for what its word means",
            "rows wait for what their words mean",
        ),
    ]
    said = [f"{words.number(count)} {one if count == 1 else many}" for count, one, many in parts if count]
    return f"{', '.join(said)}." if said else "Nothing waits for an answer."


def missing_line(standing: Standing) -> str:
    """The same in one line for a terminal; nothing where no table is missing."""
    named = [f"{table.name} ({table.lights_up})" for table in most_missing(standing)]
    more = len(standing.missing) - len(named)
    rest = f"; and {words.counted(more, 'table')} more" if more > 0 else ""
    return f"not there, and what each would light up: {'; '.join(named)}{rest}" if named else ""


def most_missing(standing: Standing) -> list[Table]:
    """The tables that would light up most, in the order that matters."""
    return sorted(standing.missing, key=lambda table: (not table.needed, rank(table.name)))[:MOST_MISSING]

"""The verb `map`: says what the columns of a file mean, asked line by line or given in a file, and saves it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hiring import config
from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.config import CompanySettings, ConfigError
from hiring.contract import BY_NAME
from hiring.loading import plain_files
from hiring.loading.messages import OF_SHEET, Message, RefusedError, counted
from hiring.loading.settings import company_settings
from hiring.mapping import drafting, own, wizard
from hiring.mapping.answers_file import AnswersError, answers_of, key_of
from hiring.mapping.explaining import explained
from hiring.mapping.facts import Facts
from hiring.mapping.presets import MappingError, Preset
from hiring.mapping.preview import Preview
from hiring.mapping.wizard import Answers, Choice, Question
from hiring.mapping.writing import mapping_text, preset_from
from hiring.warehouse import surveying
from hiring.warehouse.previewing import preview
from hiring.words import one_line

_MOST_ASIDE = 5
NONE = "-"


@dataclass(frozen=True)
class _Task:
    """What is mapped: the file in its folder, what is known of it, and where the mapping goes."""

    folder: Path
    facts: Facts
    exports: Path
    presets: tuple[Preset, ...]
    settings: CompanySettings

    def preview(self, answers: Answers, name: str) -> Preview:
        """How the file would load by these answers."""
        others = tuple(preset for preset in self.presets if preset.name != name)
        drafted = preset_from(drafting.draft(self.facts, answers, name), name)
        return preview(self.folder, self.facts.file, (*others, drafted), self.settings)


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    about = "say what the columns of a file mean, asked line by line or with --answers FILE.toml; shows what would load"
    one = verbs.add_parser("map", help=about, description=about)
    one.add_argument("file", metavar="FILE", help="the file, or its name within the exports folder")
    one.add_argument(
        "--exports", type=Path, help="folder of exports, where the mapping is kept (default: data/exports)"
    )
    one.add_argument("--sheet", default="", help="a sheet of a workbook")
    one.add_argument(
        "--answers", type=Path, metavar="FILE.toml", help="the answers, instead of being asked for them"
    )
    one.add_argument("--name", default="", help="what the mapping is called (default: after the file)")
    one.add_argument("--replace", action="store_true", help="put it in place of the mapping of that name")
    one.add_argument(
        "--json", action="store_true", help="print the result as JSON, and nothing else, on stdout"
    )
    one.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask (or read the answers), show how the file would load, save; gives the exit code."""
    try:
        task = _task(arguments)
        name = own.name_for(arguments.name or task.facts.file)
        answers = _given(task, arguments.answers) if arguments.answers else _asked(task, name)
        seen = task.preview(answers, name)
        still = wizard.open_questions(task.presets, task.facts, answers, seen.asks)
        # No row counts as spoilt while nobody has said what its words or days mean.
        unsaid = any(question.kind in (wizard.TOLD, wizard.MEANING) for question in still)
        for line in () if unsaid else _preview_lines(seen):
            _say(line)
        if still or not seen.loaded:
            for question in still:
                _say(f"still to say · {one_line(question.text, 200)}")
            _say("nothing saved")
            return 1
        text = mapping_text(drafting.draft(task.facts, answers, name))
        path = own.save(task.exports, name, text, replaces=arguments.replace)
    except (MappingError, AnswersError, ConfigError) as error:
        raise UsageError(str(error)) from error
    except RefusedError as refusal:
        _say(str(refusal))
        return 1
    also = surveying.read_by(task.exports, own.every(task.exports), name, task.facts.file)
    if also:
        _say(f"it reads these files too: {', '.join(also)} · look whether that is right")
    _say(f"saved as {path} · the next build reads such files by it: python -m hiring build")
    if arguments.json:
        kept = {
            "mapping": str(path),
            "table": answers.table,
            "loaded": seen.loaded,
            "set_aside": seen.count_set_aside,
            "is_whole": seen.is_whole,
        }
        print(json.dumps(kept, ensure_ascii=False))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _task(arguments: argparse.Namespace) -> _Task:
    exports: Path = arguments.exports or config.EXPORTS
    path = Path(arguments.file)
    path = path if path.is_file() else exports / arguments.file
    if not path.is_file():
        raise UsageError(f"no file {arguments.file}, neither here nor in {exports}")
    name = path.name + (f"{OF_SHEET}{arguments.sheet}" if arguments.sheet else "")
    settings = company_settings(exports)
    facts = surveying.survey(path.parent, name)
    return _Task(path.parent, facts, exports, own.every(exports), settings)


def _given(task: _Task, path: Path) -> Answers:
    """The answers out of a file, and what something speaks for where it says nothing of a word."""
    try:
        with path.open("rb") as file:  # named by whoever runs this: a pipe from another command is welcome
            content = file.read(plain_files.MOST_TEXT + 1)
        if len(content) > plain_files.MOST_TEXT:
            raise AnswersError(f"{path.name} · wanted at most {plain_files.MOST_TEXT:,} bytes of answers")
        read = answers_of(content.decode("utf-8-sig").replace("\r\n", "\n"), task.facts)
    except UnicodeDecodeError as error:
        raise AnswersError(f"{path.name} · wanted a text in UTF-8") from error
    return wizard.with_likely_meanings(task.presets, task.facts, read)


def _asked(task: _Task, name: str) -> Answers:
    """The answers of somebody at a terminal, or of lines piped in, one a question."""
    if not task.facts.is_whole:
        _say(f"a large file: what is said of it is from its first {task.facts.count_rows:,} rows")
    answers = _asked_of(task, Answers(), (wizard.table_question(task.presets, task.facts),))
    for number, (key, label) in enumerate(task.facts.columns.items(), start=1):
        examples = " · ".join(dict.fromkeys(one_line(cell, 24) for cell in task.facts.cells.get(key, ())[:3]))
        _say(f"  {number:>2}  {one_line(label, 40)}" + (f"  ({examples})" if examples else ""))
    answers = _asked_of(task, answers, wizard.first_questions(task.presets, task.facts, answers))
    for table in wizard.tables_of(answers):
        columns = wizard.column_questions(task.presets, task.facts, table, answers)
        answers = _asked_of(task, answers, columns)
    for table in wizard.tables_of(answers):
        words = wizard.word_questions(task.presets, task.facts, answers, table)
        answers = _asked_of(task, answers, words)
        answers = _asked_of(task, answers, wizard.people_questions(task.facts, answers, table))
    for ask in task.preview(answers, name).asks:
        answers = _asked_of(task, answers, (wizard.cell_question(ask),))
    return answers


def _asked_of(task: _Task, answers: Answers, questions: tuple[Question, ...]) -> Answers:
    for question in questions:
        if question.kind == wizard.COLUMN:
            column = BY_NAME[question.table or answers.table].column(question.about)
            _say(f"{column.name}: {explained(column)}")
        answers = wizard.answered(answers, question, *_ask(task.facts, question))
    return answers


def _ask(facts: Facts, question: Question) -> tuple[str, ...]:
    """One question until its answer is one it takes; raises `UsageError` where the lines end before."""
    likely = question.joined or ((question.likely,) if question.likely else ())
    reads = {choice.answer: choice.reads for choice in question.choices}
    default = " + ".join(one_line(reads.get(one, one), 60) for one in likely) or (
        "" if question.must else NONE
    )
    _say(one_line(question.text, 200) + (f"  ({one_line(question.why)})" if question.why else ""))
    listed = _listed(facts, question)
    for number, choice in enumerate(listed if question.kind != wizard.COLUMN else [], start=1):
        _say(f"  {number:>2}  {one_line(choice.reads, 60)}")
    while True:
        print(f"  [{default}] > " if default else "  > ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise UsageError("the answers ended before the questions did · nothing saved")
        typed = line.strip()
        if not typed and default:
            return tuple(likely)
        if typed == NONE and question.kind in (wizard.COLUMN, wizard.PERIODS, wizard.ALSO):
            return ()
        parts = [part.strip() for part in typed.split(" + ")] if question.several else [typed]
        meant = [_meant(facts, question, part) for part in parts]
        if all(meant):
            return tuple(meant)
        _say(
            f"  {one_line(typed)} is none of them: type a number, a word of the list"
            + (f", or {NONE}" if not question.must else "")
        )


def _listed(facts: Facts, question: Question) -> list[Choice]:
    """The choices by number; columns in the order of the file, so that a number means one column throughout."""
    if question.kind != wizard.COLUMN:
        return list(question.choices)
    order = list(facts.columns)
    return sorted(
        question.choices, key=lambda one: order.index(one.answer) if one.answer in order else len(order)
    )


def _meant(facts: Facts, question: Question, typed: str) -> str:
    """The answer that something typed stands for: its number, itself or how it reads; empty where none is."""
    listed = _listed(facts, question)
    if typed.isdecimal() and 1 <= int(typed) <= len(listed):
        return listed[int(typed) - 1].answer
    for choice in question.choices:
        if typed and typed in (choice.answer, choice.reads):
            return choice.answer
    return key_of(facts, typed) if question.kind == wizard.COLUMN and typed else ""


def _preview_lines(seen: Preview) -> Iterator[str]:
    """The preview, line by line: the rows as they would load, then what would be set aside."""
    if seen.trouble:
        yield str(seen.trouble)
        return
    for one in seen.by_table:
        if seen.more:
            yield f"{one.table}, {counted(one.count, 'row')}:"
        yield from _table_lines(one)
    counts = f"{seen.loaded:,} rows would load, {seen.count_set_aside:,} would be set aside"
    counts += f", {seen.skipped:,} lines skipped"
    if not seen.more and seen.count != seen.loaded:
        counts += f"; they are {counted(seen.count, 'row')} of {seen.table}"
    yield counts if seen.is_whole else f"from the first {seen.loaded + seen.count_set_aside:,} rows: {counts}"
    yield from _some(seen.set_aside, seen.count_set_aside)
    yield from _some(seen.told, len(seen.told))


def _table_lines(seen: Preview) -> Iterator[str]:
    rows = [("line", *seen.columns)]
    rows += [
        (str(line), *(one_line(cell or "", 24) for cell in row))
        for line, row in zip(seen.lines, seen.rows, strict=True)
    ]
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _some(messages: tuple[Message, ...], count: int) -> Iterator[str]:
    """The first few of them, and how many more there are."""
    yield from map(str, messages[:_MOST_ASIDE])
    if count > _MOST_ASIDE:
        yield f"… and {count - _MOST_ASIDE:,} more"

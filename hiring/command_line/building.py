"""The verbs `build` and `check`: from the exports to a warehouse that is served, or to what stands in its way."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.findings.start import steps, terminal
from hiring.findings.start.steps import Standing
from hiring.warehouse import attempts, failures, origin, pointer, saying
from hiring.warehouse.build import BuildResult, Request, build
from hiring.warehouse.taken_for import missing


def add(
    verbs: Verbs,
    reading: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add both verbs to the command line; `reading` adds the options every verb that reads has."""
    for verb, text in (
        ("build", "read, check, join, serve"),
        (
            "check",
            "the same without serving, and without a trace in the warehouse: what is wrong, where, what to do",
        ),
    ):
        one = verbs.add_parser(verb, help=text, description=text)
        reading(one)
        one.add_argument("--as-of", type=_day, help="the day the data speak of (default: their latest event)")
        one.add_argument(
            "--clock-is-right",
            action="store_true",
            help="build although the last build's day has not come yet: this machine's clock was wrong then",
        )
        if verb == "build":
            one.add_argument(
                "--figures-only",
                action="store_true",
                help="end once the figures are served; whoever asks for the evidence first has it worked out",
            )
        one.set_defaults(run=_run)


def progress(text: str, count: int | None = None) -> None:
    """Say how far it is, to whoever sits at a terminal."""
    if sys.stderr.isatty():
        _say(f"  {text}" if count is None else f"  {text} {count:,}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, wanted one such as 2026-06-30") from error


_ENDINGS = {
    "served": "built and served",
    "unchanged": "nothing new: the warehouse in use was built from these very exports",
    "checked": "nothing is in the way of a build",
    "refused": "refused: nothing was swapped in, the last good warehouse stays",
    "held": "held for an answer: nothing was swapped in, the last good warehouse stays",
}


#: How a line begins where only the second half of a build failed, and how that half is tried again.
_SERVED, _AGAIN = "the figures are served; working out the evidence", "python -m hiring evidence"


def _worked_out(folder: Path) -> int:
    """Work out what the hires show, to be kept beside the warehouse, and give the exit code.

    Figures are served meanwhile, whatever comes of it: each ending that is not good says so in one line.
    """
    from hiring.warehouse.asking import Warehouse
    from hiring.warehouse.evidence import making  # with scipy, which a build need not wait for

    progress("working out the evidence")
    try:
        making.made(Warehouse(folder))
    except OSError as error:
        why = failures.error_in_words(error)
        _say(f"{_SERVED} came to nothing, it could not be kept: {why} · make room, then: {_AGAIN}")
        return 1
    except KeyboardInterrupt:
        _say(f"{_SERVED} was stopped · to go on: {_AGAIN}")
        return 2
    return 0


def _files(result: BuildResult) -> Iterator[str]:
    """A line a file, as the page Start says it."""
    return terminal.account(result.taken, result.files, prints_answers=bool(result.questions))


def _next(result: BuildResult) -> Iterator[str]:
    """What is missing, and the one next step where a build cannot go on."""
    if not result.taken:
        return
    today = datetime.now(UTC).date()
    asked = [attempts.asked(question, today) for question in result.questions]
    standing = Standing(result.taken, asked, missing(result.taken), result.is_good)
    if line := steps.missing_line(standing):
        yield line
    if not result.is_good and (step := steps.step(standing)).kind not in (steps.BUILD, steps.AGAIN):
        yield f"next: {step.sentence}"


def _run(arguments: argparse.Namespace) -> int:
    exports = arguments.exports or origin.exports_for(arguments.warehouse, by_hand=True)
    if not exports.is_dir():
        raise UsageError(f"no folder {exports} · give one with --exports DIR")
    result = build(
        Request(
            exports,
            arguments.warehouse,
            as_of=arguments.as_of,
            only_check=arguments.verb == "check",
            clock_is_right=arguments.clock_is_right,
            progress=progress,
        )
    )
    for line in (*_files(result), *saying.messages(result, datetime.now(UTC).date()), *_next(result)):
        _say(line)
    _say(_ENDINGS[result.outcome])
    code = 0 if result.is_good else 1
    if arguments.verb == "build" and result.is_good and not arguments.figures_only:
        code = _worked_out(arguments.warehouse)
    if arguments.json:
        serving = pointer.served(arguments.warehouse)
        report = {**result.as_json(), "warehouse": str(serving) if serving else None}
        print(json.dumps(report, ensure_ascii=False, default=str))
    return code

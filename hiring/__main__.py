"""The command line: `python -m hiring VERB`. Exit 0: served; 1: refused or held; 2: wrong usage or our own fault."""

from __future__ import annotations

import argparse
import csv
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from hiring import config
from hiring.access import scope
from hiring.access.audit import write_down
from hiring.access.scope import UsageError
from hiring.access.viewer import NotAllowedError, Viewer, to_be_shown
from hiring.command_line import map_file, matches, stopping, trace, writing
from hiring.warehouse import failures, origin, pointer, saying, sql_files
from hiring.warehouse.asking import NotBuiltError, TookTooLongError, Warehouse, rows_of
from hiring.warehouse.build import Request, build
from hiring.warehouse.folder import FolderError
from hiring.warehouse.origin import NoExportsError
from hiring.warehouse.pointer import BusyError

log = logging.getLogger("hiring")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _progress(text: str, count: int | None = None) -> None:
    if sys.stderr.isatty():
        _say(f"  {text}" if count is None else f"  {text} {count:,}")


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


def _run_build(arguments: argparse.Namespace) -> int:
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
            progress=_progress,
        )
    )
    for line in (*saying.account(result), *saying.messages(result, datetime.now(UTC).date())):
        _say(line)
    _say(_ENDINGS[result.outcome])
    if arguments.json:
        serving = pointer.served(arguments.warehouse)
        told = {**result.as_json(), "warehouse": str(serving) if serving else None}
        print(json.dumps(told, ensure_ascii=False, default=str))
    return 0 if result.is_good else 1


def _filters(pairs: list[str], warehouse: Warehouse, viewer: Viewer) -> scope.Scope:
    words = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"--set {pair} · wanted name=value")
        words[name.strip()] = value
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    return scope.with_words(scope.everything(choices), words)


def _run_ask(arguments: argparse.Namespace) -> int:
    warehouse = Warehouse(arguments.warehouse)
    every = sql_files.questions()
    answered = [
        name
        for name, query in every.items()
        if not name.endswith("_in_scope") and not rows_of(query).for_estimates
    ]
    if arguments.question not in answered:
        names = "\n  ".join(answered)
        raise UsageError(f"no question {arguments.question!r}; there are:\n  {names}")
    viewer = warehouse.viewer()
    to_be_shown(viewer, rows_of(every[arguments.question]))
    parameters = _filters(arguments.set, warehouse, viewer).parameters()
    frame = warehouse.ask(arguments.question, viewer, parameters)
    write_down(arguments.warehouse, viewer, "ask", arguments.question, len(frame))
    if arguments.json:
        print(frame.to_json(orient="records", date_format="iso", force_ascii=False))
    else:
        _print_frame(frame, as_csv=arguments.csv)
    return 0


def _print_frame(frame: pd.DataFrame, *, as_csv: bool) -> None:
    if as_csv:
        frame.to_csv(sys.stdout, index=False, quoting=csv.QUOTE_MINIMAL)
    else:
        print(frame.to_string(index=False) if len(frame) else "no rows")


def _told(about: str, warehouse: Warehouse, viewer: Viewer, chosen: scope.Scope) -> dict[str, Any]:
    """The company's estimates, and of them what filters and rights choose."""
    from hiring.statistics.evidence import asked, frames

    def asking(within: scope.Scope, how: Callable[..., pd.DataFrame] = warehouse.for_estimates) -> frames.Ask:
        return lambda name: how(name, viewer, within.parameters())

    everything = scope.everything(chosen.choices)
    picked = frames.chosen(
        asking(chosen), asking(everything), asking(chosen, warehouse.ask) if viewer.sees_names else None
    )
    if about != asked.PROFILES:
        return asked.told(about, asking(everything), picked)
    every_role = asking(replace(chosen, role_profiles=()), warehouse.ask)
    return asked.told_of_profiles(every_role, asking(everything), picked, chosen.chosen("role_profiles"))


def _run_evidence(arguments: argparse.Namespace) -> int:
    from hiring.statistics.evidence import table  # with scipy, which no other verb needs

    warehouse = Warehouse(arguments.warehouse)
    viewer = warehouse.viewer()
    chosen = _filters(arguments.set, warehouse, viewer)
    if arguments.role:
        if arguments.role not in chosen.choices.role_profiles:
            roles = ", ".join(chosen.choices.role_profiles)
            raise UsageError(f"--role {arguments.role} · no such role · wanted one of {roles}")
        chosen = replace(chosen, role_profiles=(arguments.role,))
    told = _told(arguments.about, warehouse, viewer, chosen)
    write_down(arguments.warehouse, viewer, "evidence", arguments.about, len(told["rows"]))
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        _say(told["who_can_say"])
        _print_frame(table.as_frame(told["rows"]), as_csv=arguments.csv)
    return 0


def _at_least(low: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.strip().isdecimal() or int(text) < low:
            raise argparse.ArgumentTypeError(f"{text!r} · wanted a whole number, {low:,} or more")
        return int(text)

    return read


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--exports", type=Path, help="folder of exports (default: data/exports, else data/sample)"
    )
    _common(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--warehouse",
        type=Path,
        default=config.WAREHOUSE,
        help="folder of the warehouse (default: data/warehouse)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the result as JSON, and nothing else, on stdout"
    )


def _asking(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The two verbs that read a warehouse."""
    ask = verbs.add_parser("ask", help="ask one question of queries/questions/")
    ask.add_argument("question", metavar="QUESTION", help="for example overview/bar_by_half_year")
    ask.set_defaults(run=_run_ask)
    evidence = verbs.add_parser(
        "evidence", help="what may be said of interviewers, pairs, sources or profiles"
    )
    evidence.add_argument("about", choices=("interviewers", "pairs", "sources", "profiles"))
    evidence.add_argument("--role", metavar="R", help="hires of one role only")
    evidence.set_defaults(run=_run_evidence)
    for one in (ask, evidence):
        one.add_argument(
            "--set", action="append", default=[], metavar="name=value", help="a filter; lists by comma"
        )
        one.add_argument("--csv", action="store_true", help="print CSV")
        _reading(one)


def parser() -> argparse.ArgumentParser:
    """The parser of every verb, with its help."""
    whole = argparse.ArgumentParser(
        prog="python -m hiring", description="From exports to evidence about hiring."
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, text in (
        ("build", "read, check, join and serve"),
        ("check", "the same without serving anything"),
    ):
        one = verbs.add_parser(verb, help=text, description=text)
        _reading(one)
        one.add_argument("--as-of", type=_day, help="the day the data speak of (default: their latest event)")
        one.add_argument(
            "--clock-is-right",
            action="store_true",
            help="build although the last build's day has not come yet: this machine's clock was wrong then",
        )
        one.set_defaults(run=_run_build)
    _asking(verbs)
    matches.add(verbs, _reading)
    map_file.add(verbs)
    trace.add(verbs)
    writing.add(verbs, _at_least, _progress)
    return whole


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb; gives the exit code. Whatever goes wrong is one line on stderr."""
    arguments = parser().parse_args(words)
    with stopping.in_order() as stop:
        try:
            return _ran(arguments)
        except KeyboardInterrupt:
            return _stopped()
        except Exception as error:
            if stop.is_asked:  # a library told of it in an error of its own
                return _stopped()
            log.debug("unexpected", exc_info=True)
            _say(
                f"our own fault, not yours: {type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
            )
            return 2


def _stopped() -> int:
    with suppress(OSError):  # the terminal may be gone, which may be why
        _say("stopped; nothing was swapped in")
    return 2


def _ran(arguments: argparse.Namespace) -> int:
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except (UsageError, FolderError, NoExportsError, NotAllowedError, TookTooLongError) as error:
        _say(f"{error}")
        return 2
    except (NotBuiltError, BusyError) as error:
        _say(f"{error}")
        return 1
    except BrokenPipeError:
        # Whoever read our answer has stopped reading: nothing to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        stays = " · the last good warehouse stays" if arguments.verb in ("build", "check") else ""
        _say(f"{failures.told(error)}{stays}")
        return 2


if __name__ == "__main__":
    sys.exit(main())

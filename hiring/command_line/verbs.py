"""Every verb of `python -m hiring`, with its help: one parser, from which README's table of verbs is made too."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from hiring import config
from hiring.command_line import (
    asking,
    audit,
    building,
    map_file,
    matches,
    news,
    reviewing,
    rights,
    template,
    trace,
    writing,
)


def parser() -> argparse.ArgumentParser:
    """The parser of every verb, with its help."""
    return _made()[0]


def each() -> dict[str, argparse.ArgumentParser]:
    """Verb → its own parser, in the order of the help."""
    return _made()[1]


def _made() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    whole = argparse.ArgumentParser(
        prog="python -m hiring", description="From exports to evidence about hiring."
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    building.add(verbs, _reading)
    asking.add(verbs, _reading)
    reviewing.add(verbs, _reading)
    news.add(verbs, _reading)
    matches.add(verbs, _reading)
    map_file.add(verbs)
    rights.add(verbs, _reading)
    audit.add(verbs, _reading)
    trace.add(verbs)
    writing.add(verbs, _at_least, building.progress)
    template.add(verbs)
    return whole, dict(verbs.choices)


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
    parser.add_argument(
        "--warehouse",
        type=Path,
        default=config.WAREHOUSE,
        help="folder of the warehouse (default: data/warehouse)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the result as JSON, and nothing else, on stdout"
    )

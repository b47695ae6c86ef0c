"""The verb `trace`: where a number on a page comes from, hop by hop, found out from the code as it stands."""

from __future__ import annotations

import argparse
import ast
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.command_line.tracing import sources

if TYPE_CHECKING:
    from hiring.metrics import Metric


def add(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    about = (
        "where a number on a page comes from: export, staging, mart, question, statistic, finding, mark, page"
    )
    one = verbs.add_parser("trace", help=about, description=about)
    one.add_argument(
        "page", metavar="PAGE", nargs="?", help="a page, as its file in pages/ (default: list them)"
    )
    one.add_argument(
        "number", metavar="NUMBER", nargs="*", help="a number of it, by its key or as the page calls it"
    )
    one.add_argument(
        "--json", action="store_true", help="print the result as JSON, and nothing else, on stdout"
    )
    one.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the pages, the numbers of a page, or the hops of a number; gives the exit code."""
    if arguments.page is None:
        found, lines = _pages()
    elif not arguments.number:
        found, lines = _numbers(_page(arguments.page))
    else:
        topic = _page(arguments.page)
        found, lines = _hops(topic, _number(topic, " ".join(arguments.number)))
    print(json.dumps(found, ensure_ascii=False) if arguments.json else "\n".join(lines))
    return 0


def _page(given: str) -> str:
    topic = given.strip().casefold().replace("-", "_")
    if topic not in sources.pages():
        raise UsageError(f"no page {given!r} · there are: {', '.join(sources.pages())}")
    return topic


def _number(topic: str, given: str) -> Metric:
    from hiring.command_line.tracing import (
        hops,
    )  # with every card, and so with scipy, which no other verb needs

    there = hops.numbers(topic)
    for card in there:
        if given.strip().casefold() in hops.called(card):
            return card
    names = ", ".join(card.name for card in there) or "none that has a card"
    raise UsageError(f"no number {given!r} on the page {topic} · there are: {names}")


def _pages() -> tuple[dict[str, Any], list[str]]:
    asks = {
        topic: (ast.get_docstring(module.tree) or "").split("\n")[0]
        for topic, module in sources.pages().items()
    }
    found = [{"page": topic, "asks": asked, "path": f"pages/{topic}.py"} for topic, asked in asks.items()]
    return {"pages": found}, [f"{topic:<14} {asked}" for topic, asked in asks.items()]


def _numbers(topic: str) -> tuple[dict[str, Any], list[str]]:
    from hiring.command_line.tracing import hops

    there = hops.numbers(topic)
    found = [{"number": card.name, "label": card.title(), "definition": card.defined()} for card in there]
    width = max((len(card.name) for card in there), default=0)
    lines = [f"{card.name:<{width}}  {card.title()}" for card in there]
    return {"page": topic, "numbers": found}, lines or ["no number with a card of its own"]


def _hops(topic: str, card: Metric) -> tuple[dict[str, Any], list[str]]:
    from hiring.command_line.tracing import hops

    trace = hops.trace(topic, card)
    found = {
        "page": topic,
        "number": card.name,
        "label": card.title(),
        "definition": card.defined(),
        "hops": [
            {
                "hop": hop.word,
                "room": hop.room,
                "places": [asdict(place) for place in hop.places],
                "besides": [asdict(place) for place in hop.besides],
                "why_none": "" if hop.places else hop.lacking,
            }
            for hop in trace.hops
        ],
        "not_told": list(trace.remarks),
    }
    return found, [*map(str, trace.hops), *trace.remarks]

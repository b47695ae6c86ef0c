"""The eight hops of a number on a page, each with its places in the code, and what the code does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hiring import metrics
from hiring.command_line.tracing import below, sources
from hiring.command_line.tracing.below import Place
from hiring.command_line.tracing.walk import CARDS, Made, Walk, walked
from hiring.config import WINDOWS
from hiring.metrics import Metric
from hiring.metrics.metric import WINDOW
from hiring.warehouse import sql_files

FINDINGS, TILE = "hiring.findings.", "hiring.showing.page.Tile"
NOT_TOLD = (
    "The code does not tell which question this number rests on; these are those of the page that may be it."
)
NOT_OF_THE_CARD = "The card names {source}, which none of these questions reads."
BESIDES = "for the rest of what the question reads"
OF_ROWS = "Rows of the answer name it: no line of the page does."


@dataclass(frozen=True)
class Hop:
    """One hop: its word, the room where it is done, and the places; `lacking` says why there is none.

    `besides` are those of what the question reads beside what the card names.
    """

    word: str
    room: str
    places: tuple[Place, ...]
    lacking: str
    besides: tuple[Place, ...] = ()

    def __str__(self) -> str:
        places = " · ".join(map(str, self.places)) or self.lacking
        besides = f" | {BESIDES}: {' · '.join(map(str, self.besides))}" if self.besides else ""
        return f"{self.word:<18} {places}{besides}"


@dataclass(frozen=True)
class Trace:
    """A number of a page, its hops from the export to the page, and what could not be told."""

    page: str
    card: Metric
    hops: tuple[Hop, ...]
    remarks: tuple[str, ...]


def numbers(topic: str) -> tuple[Metric, ...]:
    """The numbers of a page that have a card, in the cards' order."""
    walk = walked(topic)
    there = {made.what for made in walk.numbers} | set(_named_in_rows(walk))
    return tuple(card for card in metrics.CARDS if card.name in there)


def called(card: Metric) -> set[str]:
    """What a number may be called: its key, or its label with any window in it; in small letters."""
    labels = (card.label.replace(WINDOW, str(window)) for window in (*WINDOWS, WINDOW))
    return {name.casefold() for name in (card.name, *labels)}


def _named_in_rows(walk: Walk) -> dict[str, str]:
    """Cards that rows of an answer name, by the texts in its SQL, each with its question."""
    found = {}
    for question in sorted(walk.named_in_rows):
        selects = [sql_files.layer("questions")[question], *_marts_of(question)]
        for text in (text for select in selects for text in re.findall(r"'(\w+)'", select.statement)):
            if text in CARDS:
                found[text] = question
    return found


def _marts_of(question: str) -> list[sql_files.Query]:
    marts = sql_files.layer("marts")
    return [
        marts[name]
        for table in sorted(below.read_by(question))
        if (name := table.removeprefix("marts.")) in marts
    ]


def trace(topic: str, card: Metric) -> Trace:
    """The hops of one number of a page."""
    walk = walked(topic)
    every = [made for made in walk.numbers if made.what == card.name]
    # A record that rests on nothing asked only names the number, such as what a switch offers.
    every = [made for made in every if made.rests_on.asked] or every
    surest = max((made.sureness for made in every), default=0)
    made = [one for one in every if one.sureness == surest and (surest or one.is_alone)]
    made = made or [one for one in every if one.kind.endswith("Tile")]  # a switch says which of several it is
    made = [one for one in made if one.by.startswith(FINDINGS)] or made  # a page hands on what findings made
    found = {question for one in made for question in one.rests_on.asked} & sql_files.questions().keys()
    in_rows = _named_in_rows(walk).get(card.name) if not every else None
    asked, remarks = _of_the_card(card, {in_rows} if in_rows else found or set(walk.asked))
    if not found:
        remarks.append(OF_ROWS if in_rows else NOT_TOLD)
    judged = {name for one in made for name in one.rests_on.judged} if found else set()
    said = [one for one in every if one.by.startswith(FINDINGS) and one.is_alone]
    if in_rows:
        said = [walk.named_in_rows[in_rows]]
    return Trace(
        topic,
        card,
        (*_data_hops(card, asked, walk), *_page_hops(topic, card, asked, judged, said, every)),
        tuple(remarks),
    )


def _of_the_card(card: Metric, asked: set[str]) -> tuple[list[str], list[str]]:
    """Those of the questions that read the file the card names, else all with a remark."""
    mart = re.fullmatch(r"queries/marts/(\w+)[.]sql", card.source)
    question = re.fullmatch(r"queries/questions/(.+)[.]sql", card.source)
    if mart:
        table = f"marts.{mart[1]}"
        itself = {one for one in asked if table in below.read_by(one)}
        fits = itself or {one for one in asked if table in below.standing_on(below.read_by(one))}
    elif question:
        fits = asked & {question[1]}
    else:
        return sorted(asked), []
    return sorted(fits or asked), [] if fits else [NOT_OF_THE_CARD.format(source=card.source)]


def _data_hops(card: Metric, asked: list[str], walk: Walk) -> tuple[Hop, ...]:
    every = below.standing_on(table for question in asked for table in below.read_by(question))
    named = card.source.removeprefix("queries/").removesuffix(".sql").replace("/", ".")
    own = below.standing_on([named]) if named in every else every
    rest = [table for table in every if table not in own]
    columns = below.columns_of_exports(own)
    more = {
        name: new
        for name, found in below.columns_of_exports(rest).items()
        if (new := found - columns.get(name, set())) or name not in columns
    }
    counted = [place for question in asked for place in below.question_places(question)]
    asking = [_at("asked", where) for question in asked for where in sorted(walk.asked.get(question, ()))]
    accounts = "no column: what is counted is the build's own account of the files it loaded"
    untyped = "nothing of it is typed"
    staged = [_each_once(below.staging_places(tables)) for tables in (own, rest)]
    marts = [_each_once(below.mart_places(tables)) for tables in (own, rest)]
    return (
        Hop("loaded", "hiring/loading", _places(columns), accounts, _places(more)),
        Hop("renamed and typed", "queries/staging", staged[0], untyped, staged[1]),
        Hop("given meaning", "queries/marts", marts[0], "no mart is read", marts[1]),
        Hop("counted", "queries/questions", _each_once([*counted, *asking]), "no question is asked for it"),
    )


def _places(columns: dict[str, set[str]]) -> tuple[Place, ...]:
    return tuple(below.export_places(columns))


def _page_hops(
    topic: str, card: Metric, asked: list[str], judged: set[str], said: list[Made], every: list[Made]
) -> tuple[Hop, ...]:
    walk = walked(topic)
    statistics = [
        _function(name) or Place(name, "hiring/statistics")
        for name in sorted(judged)
        if not name.rpartition(".")[2].startswith("_")
    ]
    if card.source.startswith("hiring/"):
        statistics.insert(0, Place("its card", card.source))
    tiles = [_at("tile", made.place) for made in every if made.kind == TILE]
    figures = [
        _at(f"{made.what.rpartition('.')[2]} of the same answers", made.place)
        for made in walk.figures
        if made.rests_on.asked & set(asked)
    ]
    page = sources.pages()[topic]
    found = [_function(made.by) or _at("", made.place) for made in said]
    return (
        Hop(
            "judged",
            "hiring/statistics",
            _each_once(statistics),
            "no function of hiring/statistics is called for it",
        ),
        Hop(
            "put into words",
            "hiring/findings",
            _each_once(found),
            "no function of hiring/findings makes it",
        ),
        Hop(
            "drawn",
            "hiring/charts",
            _each_once([*tiles, *figures]),
            "no tile, and no figure of the page that rests on the same answers",
        ),
        Hop("shown", "pages", (Place("", page.path, page.functions["show"].lineno),), ""),
    )


def _at(what: str, place: str) -> Place:
    path, _, line = place.rpartition(":")
    return Place(what, path, int(line))


def _function(dotted: str) -> Place | None:
    """A function or a method, and the line where it begins; None for one without a name."""
    found = sources.found_as(dotted)
    if found is None:
        return None
    module, (first, *rest) = found[0], found[1].split(".")
    kind = module.classes.get(first)
    node = sources.method_of(kind, rest[0]) if kind and rest else module.functions.get(first)
    return Place(found[1], module.path, node.lineno) if node else None


def _each_once(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))

"""A page's anatomy: scope, answer, tiles, findings with their charts, table, footer, and the states between.

Text is shown letter by letter, whatever a file put into it. Only the first argument of `says` and `note` is
Markdown, which the author writes; what comes from files goes into it as named values:
`says("Ask **{who}** first.", who=name)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import pandas as pd
import streamlit as st

from hiring import charts
from hiring.findings.exhibit import Exhibit
from hiring.findings.sentences import kept_hidden
from hiring.serving import leads
from hiring.showing import style, tables, taking
from hiring.showing.columns import panels as panels
from hiring.showing.columns import sides as sides
from hiring.showing.columns import two_columns as two_columns
from hiring.showing.failing import guarded as guarded
from hiring.showing.failing import state_failed as state_failed
from hiring.showing.text import filled as filled
from hiring.showing.text import literal as literal
from hiring.showing.text import smaller

WIDTH = 1080  # pixels of the column: six tiles fit, and on a wide screen the eye still finds the next line
TEXT_WIDTH = 760
TILE_WIDTH = 164
MOST_TILES = 6
LONGEST_LABEL = 20  # letters of a tile's label; more would be cut off
LONGEST_VALUE = 12  # letters of a tile's value where it is no number but words; more would be cut off
TABLE_ROWS, TABLE_COLUMNS = 12, 5  # a table larger than this is folded away

# The addresses of the pages with every card and with how it is made; the front door registers them.
DEFINITIONS, METHODS = "definitions", "methods"
FOOTING = (
    "What stands here are patterns among the people who were hired. How rejected candidates would have "
    "done is unknown, and nobody drew lots for who interviews whom."
)

#: Who is who where marks have the sides' shapes and colours.
SIDES = {"HR": ":violet[**● HR**]\u2002", "Sales": ":orange[**◆ Sales**]\u2002"}
FILE_NAME = re.compile(r"[\w-]+(\.\w+)*")


@dataclass(frozen=True)
class Tile:
    """One number at the top of a page: `note` holds its range and n, `definition` says what is counted."""

    label: str
    value: str
    note: str
    definition: str

    def __post_init__(self) -> None:
        if len(self.label) > LONGEST_LABEL:
            raise ValueError(f"the label {self.label!r} has more than {LONGEST_LABEL} letters")
        if self.value.replace(" ", "").isalpha() and len(self.value) > LONGEST_VALUE:
            raise ValueError(f"the words {self.value!r} have more than {LONGEST_VALUE} letters")


@contextmanager
def column() -> Iterator[None]:
    """The centred column in which a whole page stands."""
    style.draw()
    with st.container(horizontal_alignment="center"), st.container(width=WIDTH, key="column"):
        yield


@contextmanager
def scope_line(scope: str, *facts: str, key: str | None = None) -> Iterator[None]:
    """The first line of a page: what is chosen, as a button, and beside it n and the date of the data.

    Draw the filters inside: `with scope_line("All sales roles · 2023–2026", "412 hires", …): filters()`. They stay
    open over a run until another `key` is given.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        opened = st.popover(literal(scope), key=key)
        small(" · ".join(fact for fact in facts if fact), width="content")
    with opened:
        yield


def lead(kicker: str, sentence: str, standfirst: str = "") -> None:
    """The page's name, its answer as the one h1, and below it n, the comparison and what remains possible."""
    with st.container(gap=None):
        small(kicker)
        st.title(literal(leads.said(sentence)), anchor=False)
    if standfirst:
        st.markdown(f":gray[{literal(standfirst)}]", width=TEXT_WIDTH)


def tiles(numbers: Sequence[Tile]) -> None:
    """At most six numbers side by side; ValueError for more."""
    if len(numbers) > MOST_TILES:
        raise ValueError(f"{len(numbers)} tiles are more than {MOST_TILES}")
    with st.container(horizontal=True, gap="small"):
        for number in numbers:
            with st.container(width=TILE_WIDTH, gap=None):
                st.metric(literal(number.label), literal(number.value), help=literal(number.definition))
                small(number.note)


def finding(title: str, subtitle: str = "", *, anchor: str | Literal[False] = False) -> None:
    """What a chart shows, and below it the measure, its unit, what line and band mean (h2).

    `anchor` is what an address with `#anchor` at its end leads to.
    """
    if not subtitle:
        st.header(literal(title), anchor=anchor)
        return
    with st.container(gap=None):
        st.header(literal(title), anchor=anchor)
        small(subtitle)


def label(name: str, count: str = "") -> None:
    """The name over one of several small figures, with its n: "Inside sales · 112 hires"."""
    st.markdown(f"**{literal(name)}**" + (f" :gray[· {literal(count)}]" if count else ""))


def says(words: str, **values: object) -> None:
    """A paragraph or list in the author's Markdown; `{name}` stands for a value, shown letter by letter."""
    st.markdown(filled(words, values))


def note(words: str, **values: object) -> None:
    """A small grey remark in the author's Markdown below a chart, with values as in `says`."""
    st.markdown(f":small[:gray[{filled(words, values)}]]")


def small(text: str, *, width: int | Literal["stretch", "content"] = "stretch") -> None:
    """A line of small grey text, letter by letter; nothing where there is none."""
    if text:
        st.markdown(smaller(text), width=width)


def aside(words: str, **values: object) -> None:
    """A paragraph in a border, such as the answer to "is it more than luck?"; values as in `says`."""
    with st.container(border=True):
        says(words, **values)


def exhibit(
    shown: Exhibit,
    *,
    heading: Callable[[], None] | None = None,
    has_note: bool = True,
    on_select: Callable[[], None] | Literal["rerun", "ignore"] = "ignore",
) -> tuple[int, ...]:
    """Draw an exhibit: its finding with the way to take it out, the figure, the table and the note that belong to it.

    `heading` draws what stands over it in place of the finding; without `has_note` the page says the note elsewhere.
    Where nothing is drawn only the heading stands. A failure in making the figure becomes the failed state. With
    `on_select="rerun"` comes back which rows of the marks are chosen, by position; otherwise nothing.
    """
    heading = heading or partial(finding, shown.lead, shown.standfirst)
    if not shown.is_drawn:
        heading()
        return ()
    with st.container(horizontal=True, wrap=False, gap="xxsmall"):
        with st.container():
            heading()
        with guarded(f"{shown.key} to take out"):
            taking.offer(shown)
    chosen: tuple[int, ...] = ()
    with guarded(shown.key):
        event = st.plotly_chart(
            charts.draw(shown.marks),
            key=shown.key,
            on_select=on_select,
            selection_mode="points",
            config=charts.CONFIG,
            alt=shown.alt,
        )
        if on_select != "ignore":
            chosen = chosen_rows(event)
    table(shown.table)
    remark = shown.note if has_note else ""
    if remark or shown.has_sides:
        there = set(shown.marks.rows["side"]) if shown.has_sides else set()
        note("".join(mark for side, mark in SIDES.items() if side in there) + "{note}", note=remark)
    return chosen


def chosen_rows(event: Any) -> tuple[int, ...]:
    """The rows of the frame behind the selected marks of a figure, by position and in order, each once."""
    points = event["selection"]["points"]
    marked = (point.get("customdata") for point in points)
    flat = (mark[0] if isinstance(mark, list) else mark for mark in marked)
    return tuple(sorted({int(mark) for mark in flat if isinstance(mark, int | float)}))


def table(frame: pd.DataFrame, *, title: str = "The numbers behind this", alt: str | None = None) -> None:
    """A table of up to 12 rows and 5 columns as it is, a longer or wider one folded away; none without a row."""
    rows, columns = frame.shape
    if not rows:
        return
    if rows <= TABLE_ROWS and columns <= TABLE_COLUMNS:
        st.table(tables.escaped(frame), border="horizontal", hide_index=True, alt=alt)
        return
    with st.expander(literal(title)):
        st.dataframe(tables.packed(frame), hide_index=True, alt=alt)


def state_empty(fact: str, file: str | Sequence[str] = "", remedy: str = "") -> None:
    """Nothing to show and why: the bold fact, which file or files would light it up, what to do."""
    files = ([file] if file else []) if isinstance(file, str) else file
    names = [f"`{one}`" if FILE_NAME.fullmatch(one) else literal(one) for one in files]
    needed = f"Add {', then '.join(names)} to the exports and this appears. " if names else ""
    _boxed(fact, needed + literal(remedy))


def state_too_few(count: int, smallest: int, widen: str, noun: str = "hires") -> None:
    """Hidden because the group is small: how many there are, why that hides them, what to widen."""
    _boxed(f"Too few {noun} to show: {count}.", f"{kept_hidden(smallest)} {literal(widen)}")


def not_comparable(fact: str, consequence: str) -> None:
    """Groups that should not be compared as they are: the bold fact and what follows for the labels."""
    st.warning(f"**{literal(fact)}** {literal(consequence)}".strip())


def warned(fact: str, consequence: str) -> None:
    """What stands above a page where most of what it would say is missing; nothing without a fact."""
    if fact:
        not_comparable(fact, consequence)


@contextmanager
def loading(doing: str, *, height: int = 180) -> Iterator[None]:
    """A grey place of the height of what is coming and what is being done, until the block is through."""
    slot = st.empty()
    with slot.container():
        st.skeleton(height=height)
        small(doing)
    try:
        yield
    finally:
        slot.empty()


def footer(*remarks: str, has_evidence: bool = False) -> None:
    """The line under every page: the page's own remarks, what holds for all of it, the way to the definitions.

    `has_evidence`: the page compares people or sources, so the way to the methods too.
    """
    st.divider()
    small(" ".join([*(remark for remark in remarks if remark), FOOTING]))
    way_to(DEFINITIONS, "What each number means")
    if has_evidence:
        methods_link()


def methods_link() -> None:
    """The way to the page that says how people and sources are compared, and how often that was right."""
    way_to(METHODS, "How hires are compared, and how sure one can be")


def way_to(address: str, words: str) -> None:
    """A link in these words to another page, by its address."""
    there = st.Page(lambda: None, title=words, url_path=address)
    st.page_link(there, label=words, icon=":material/arrow_forward:")


def _boxed(fact: str, words: str) -> None:
    """A bold fact over grey words, in a border."""
    with st.container(border=True):
        st.markdown(f"**{literal(fact)}**  \n:gray[{words.strip()}]")

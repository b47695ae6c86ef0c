"""A glossary of folded entries: the one place of the pages that writes HTML, and every word in it is escaped.

Folding by the browser asks the server nothing, and one element holds a whole list: a page of ninety entries costs
less to draw than ninety expanders would. The names are never folded away, so an address that ends in an entry's
`#anchor` leads to it, as to any heading: no page may run a script that would open what the address names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import streamlit as st

from hiring.loading import forgetting
from hiring.showing import page
from hiring.showing.text import SPACES
from hiring.words import FIXED, THIN

SHORT = 4  # letters of a word that many longer ones begin with
MOST_SOUGHT = 60  # letters
LIST_WIDTH = 516  # pixels of the box of the search
#: Lists side by side on a wide window, and how wide one is.
LISTS, WIDTH_OF_ONE = 4, 256
#: In the theme's own ink, or some of it, so that no colour stands here.
LOOK = """<style>
details.entry summary { margin-left: 1.125rem; list-style-position: outside; cursor: pointer; }
details.entry summary::marker { color: color-mix(in srgb, currentColor 60%, transparent); }
details.entry h3 { padding: 0.25rem 0; font-size: 1rem; }
details.entry:last-child { padding-bottom: 1rem; }
details.entry > p { margin: 0 0 0.5rem 1.125rem; }
details.entry dl {
    display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.375rem 0.75rem;
    margin: 0 0 1rem 1.125rem; font-size: 0.875rem; overflow-wrap: anywhere;
}
details.entry dt { margin: 0; font-weight: 600; }
details.entry dd { margin: 0; color: color-mix(in srgb, currentColor 80%, transparent); }
</style>
"""


@dataclass(frozen=True)
class Entry:
    """A word, what an address calls it, and folded behind it what it means and pairs of what else holds.

    `also`: what else people call it; nothing but the search reads it.
    """

    name: str
    anchor: str
    meaning: str
    facts: tuple[tuple[str, str], ...]
    also: str = ""


Groups = Sequence[tuple[str, tuple[Entry, ...]]]


def sought() -> str:
    """What somebody looks for, in a box of its own; the address names it, so that a link leads to the same cards."""
    return (
        st.text_input(
            "Find a measure",
            key="find",
            type="search",
            placeholder="Find a measure: quota, interviewer, pay …",
            label_visibility="collapsed",
            max_chars=MOST_SOUGHT,
            width=LIST_WIDTH,
            live=True,
            bind="query-params",
        )
        or ""
    ).strip()


def matching(groups: Groups, text: str) -> Groups:
    """The entries that say every word of the text, in their name, their meaning or behind it; no empty group.

    Capitals do not count, and a word is looked for from its start, without the s of many: "week" finds "weekends",
    "late" does not find "related". A short word that stands somewhere by itself is looked for whole: "late" does not
    find "later" either.
    """
    said = [_said(one) for _, entries in groups for one in entries]
    looked_for = [_pattern(word, said) for word in text.casefold().split()]
    found = [
        (title, tuple(one for one in entries if all(word.search(_said(one)) for word in looked_for)))
        for title, entries in groups
    ]
    return [(title, entries) for title, entries in found if entries]


def _pattern(word: str, said: Sequence[str]) -> re.Pattern[str]:
    if len(word) > SHORT:
        return re.compile(rf"(?<!\w){re.escape(word.removesuffix('s'))}")
    whole = re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)")
    return whole if any(map(whole.search, said)) else re.compile(rf"(?<!\w){re.escape(word)}")


def _said(entry: Entry) -> str:
    parts = (entry.name, entry.meaning, entry.also, *(part for fact in entry.facts for part in fact))
    return SPACES.sub(" ", " ".join(parts)).replace(THIN, " ").replace(FIXED, " ").casefold()


def anchor_of(title: str) -> str:
    """What an address calls a group: its title in small letters with hyphens."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())


def glossary(groups: Groups) -> None:
    """Groups of entries, each under its title in four lists to be read one after the other."""
    look = LOOK
    for title, entries in groups:
        page.finding(title, anchor=anchor_of(title))
        most = -(-len(entries) // LISTS)
        # Not columns: on a phone the next list goes on where the one before ends, with no gap in between.
        with st.container(horizontal=True, horizontal_alignment="distribute", gap=None):
            for part in (entries[at : at + most] for at in range(0, LISTS * most, most)):
                # Without links in the headings: one beside a name would take the touch that unfolds it.
                st.markdown(look + _written(part), unsafe_allow_html=True, width=WIDTH_OF_ONE, anchors=False)
                look = ""


@forgetting.too
@lru_cache(maxsize=200)  # a page is drawn anew at every click, with the same words
def _written(entries: tuple[Entry, ...]) -> str:
    return "\n".join(_entry(entry) for entry in entries)


def _entry(entry: Entry) -> str:
    facts = "".join(f"<dt>{_plain(about)}</dt><dd>{_plain(text)}</dd>" for about, text in entry.facts)
    return (
        f'<details class="entry"><summary><h3 data-anchor="{_plain(entry.anchor)}">{_plain(entry.name)}</h3></summary>'
        f"<p>{_plain(entry.meaning)}</p><dl>{facts}</dl></details>"
    )


def _plain(text: str) -> str:
    """The text letter by letter: no markup, no icon, and no empty line, after which Markdown would read on."""
    return escape(SPACES.sub(" ", text)).replace(":", "&#58;")

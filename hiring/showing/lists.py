"""Lists of a page: findings with their marks, points, and links to what stands further down.

As in `page`, what comes from files is shown letter by letter.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.showing.text import literal


def points(pairs: Sequence[tuple[str, str]]) -> None:
    """A list: what it is about in bold, then the words; nothing where there are no pairs."""
    if pairs:
        st.markdown("\n".join(f"- **{literal(about)}:** {literal(text)}" for about, text in pairs))


def verdict(label: str, is_better: bool | None, about: str, sentence: str) -> None:
    """A finding in words with its mark: filled is Clear, hollow is Leaning, grey is can't tell.

    `is_better` says which way a claim goes, None where nothing is claimed; `about` stands in bold.
    """
    verdicts([(label, is_better, about, sentence)])


def verdicts(findings: Sequence[tuple[str, bool | None, str, str]]) -> None:
    """Findings as `verdict` writes them, paragraphs in one element; nothing where there are none."""
    if findings:
        st.markdown("\n\n".join(_verdict(*finding) for finding in findings))


def _verdict(label: str, is_better: bool | None, about: str, sentence: str) -> str:
    if is_better is None:
        mark = f":gray[**● {literal(label)}**]"
    else:
        color, solid, hollow = ("blue", "▲", "△") if is_better else ("red", "▼", "▽")
        mark = f":{color}[**{solid if label == 'Clear' else hollow} {literal(label)}**]"
    return f"{mark}\u2003**{literal(about)}:** {literal(sentence)}"


def marked(lines: Sequence[tuple[str, str]]) -> None:
    """Paragraphs in one element, each the author's mark in Markdown and a sentence; nothing where there are none."""
    if lines:
        st.markdown("\n\n".join(f"{mark} &ensp;{literal(sentence)}" for mark, sentence in lines))


def contents(lines: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
    """Lines of links to anchors on this page: what they are about, then each link's name and anchor."""
    st.markdown("\n\n".join(f"**{literal(about)}**  \n{_links(entries)}" for about, entries in lines))


def _links(entries: Sequence[tuple[str, str]]) -> str:
    return " · ".join(f"[{literal(name)}](#{anchor})" for name, anchor in entries)

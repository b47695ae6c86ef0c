"""What the page "Review" draws: one quarter's pack for the chosen audience, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from hiring import metrics
from hiring.documents import review_pack
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import made
from hiring.findings.review.pack import Pack, Section
from hiring.findings.review.quarter import Quarter
from hiring.serving.downloads import Download
from hiring.showing import folds, lists, page
from hiring.showing.choices import Choice, choose
from hiring.showing.downloads import download_button

WIDTH = 260
LEFT_OUT, COMMENT = "review_left_out", "review_comment"
AUDIENCES = {made.MEETING: "The meeting", made.WITH_NAMES: "Who may see names"}
FILES: Mapping[str, tuple[str, str]] = {
    "pptx": ("Slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "pdf": ("PDF", "application/pdf"),
    "xlsx": ("Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": ("One web page", "text/html"),
}
MOST_COMMENT = 400  # letters: two sentences below a figure


def chosen(offered: Sequence[Quarter], latest: Quarter, *, sees_names: bool) -> tuple[str, str]:
    """The key of the quarter and the audience; only who may see names may make a pack for those who may."""
    audiences = list(AUDIENCES) if sees_names else [made.MEETING]
    quarters = Choice(
        "quarter",
        "Quarter",
        [one.key for one in offered],
        first=latest.key,
        says={one.key: one.told for one in offered},
    )
    key, audience = choose(quarters, Choice("for", "For", audiences, says=AUDIENCES), width=WIDTH)
    return key, audience


def drawn(whole: Pack) -> None:
    """The numbers, each section, and at the end what to leave out and the files."""
    page.tiles([page.Tile(one.label, one.value, one.note, metrics.short(one.card)) for one in whole.figures])
    pack = _as_prepared(whole)
    for section in pack.sections:
        _section(pack, section)
    _prepare(whole)
    _files(pack)


def _section(pack: Pack, section: Section) -> None:
    if not section.exhibits and not section.lines:
        return
    page.finding(section.title)
    for sentence in (sentence for about, sentence in section.lines if not about):
        page.says("{sentence}", sentence=sentence)
    if named := [line for line in section.lines if line[0]]:
        lists.points(named)
    notes = tuple(f"{one.lead}: {one.note}" for one in section.exhibits if one.note)
    for pair in zip(section.exhibits[::2], (*section.exhibits[1::2], None), strict=False):
        for side, one in zip(page.two_columns("two sides"), pair, strict=True):
            if one is not None:
                with side:
                    page.exhibit(one, has_note=False)
                    page.small(pack.comments.get(one.key, ""))
    if notes:
        folds.remarks(notes)


def _as_prepared(whole: Pack) -> Pack:
    """The pack as this visitor prepared it; what they left out and wrote stays with their visit."""
    left_out = st.session_state.get(LEFT_OUT, ())
    comments = {one.key: str(st.session_state.get(f"{COMMENT} {one.key}", "")) for one in whole.exhibits()}
    return made.prepared(whole, left_out, comments)


def _prepare(whole: Pack) -> None:
    exhibits: dict[str, Exhibit] = {one.key: one for one in whole.exhibits()}
    with folds.worked_out("Prepare the pack: leave exhibits out, write a comment"):
        st.multiselect(
            "Leave out",
            list(exhibits),
            key=LEFT_OUT,
            format_func=lambda key: exhibits[key].lead,
            placeholder="All exhibits stay in",
        )
        for key, one in exhibits.items():
            st.text_input(f"Comment: {one.lead}", key=f"{COMMENT} {key}", max_chars=MOST_COMMENT)


def _files(pack: Pack) -> None:
    page.finding("Take it along", "The same figures in each; every taking is written down")
    count = sum(len(section.exhibits) for section in pack.sections)
    with st.container(horizontal=True):
        for ending, (label, mime) in FILES.items():
            make = getattr(review_pack, f"as_{ending}")
            subject = f"review {pack.quarter} {ending}"
            file = Download(f"{pack.file_stem}.{ending}", subject, count, partial(make, pack))
            download_button(label, file, f"take review {ending}", mime)

"""What the page "Review" draws: one quarter's pack for the chosen audience, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from hiring import charts, metrics, words
from hiring.documents import review_pack
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import frozen as frozen_packs
from hiring.findings.review import made
from hiring.findings.review.pack import Pack, Section
from hiring.findings.review.promised import in_columns
from hiring.findings.review.quarter import Quarter
from hiring.serving import review as serving
from hiring.serving.downloads import Download
from hiring.showing import folds, lists, page
from hiring.showing.choices import Choice, choose, named
from hiring.showing.downloads import download_button

WIDTH = 260
MEETING = made.MEETING
QUARTER = "quarter"  # in the address
LEFT_OUT, COMMENT = "review_left_out", "review_comment"
AUDIENCES = {made.MEETING: "The meeting", made.WITH_NAMES: "Who may see names"}
FILES: Mapping[str, tuple[str, str]] = {
    "pptx": ("Slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "pdf": ("PDF", "application/pdf"),
    "xlsx": ("Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": ("One web page", "text/html"),
}
_SAID = "_frozen"
MOST_COMMENT = 400  # letters: two sentences below a figure


def chosen(offered: Sequence[Quarter], latest: Quarter, *, sees_names: bool) -> tuple[str, str]:
    """The key of the quarter and the audience; only who may see names may make a pack for those who may."""
    audiences = list(AUDIENCES) if sees_names else [made.MEETING]
    quarters = Choice(
        QUARTER,
        "Quarter",
        [one.key for one in offered],
        first=latest.key,
        says={one.key: one.told for one in offered},
    )
    key, audience = choose(quarters, Choice("for", "For", audiences, says=AUDIENCES), width=WIDTH)
    if (wanted := named(QUARTER)) not in ("", *quarters.offered):
        page.small(
            f"{words.one_line(wanted, 20)} is no quarter of which the data say anything: this is {quarters.says[key]}."
        )
    return key, audience


def drawn(whole: Pack) -> None:
    """The numbers and each section."""
    page.tiles([page.Tile(one.label, one.value, one.note, metrics.short(one.card)) for one in whole.figures])
    pack = _as_prepared(whole)
    # How it was made is folded at the end, and told above every page.
    sections = [section for section in pack.sections if section.title != made.APPENDIX]
    for is_shown, of_one_kind in groupby(sections, key=lambda section: bool(section.exhibits)):
        if is_shown:
            for section in of_one_kind:
                _exhibits(pack, section)
        else:
            _side_by_side(list(of_one_kind))
    notes = (f"{one.lead}: {one.note}" for one in pack.exhibits() if one.note)
    folds.remarks((made.AS_KNOWN, made.LABELS, *notes))


def _side_by_side(sections: Sequence[Section]) -> None:
    """Two and two; one that is left has the whole width."""
    for first, second in zip(sections[::2], sections[1::2], strict=False):
        for side, one in zip(page.two_columns("two sides"), (first, second), strict=True):
            with side:
                _lines(one)
    if len(sections) % 2:
        _lines(sections[-1])


def _lines(section: Section) -> None:
    page.finding(section.title)
    for sentence in (sentence for about, sentence in section.lines if not about):
        page.says("{sentence}", sentence=sentence)
    lists.points([line for line in section.lines if line[0]])


def _exhibits(pack: Pack, section: Section) -> None:
    """Two columns, about as long as each other, what both sides promised beside each other below them."""
    page.finding(section.title, " ".join(sentence for _, sentence in section.lines))
    for columns in in_columns(section.exhibits, _height):
        for side, shown in zip(page.two_columns("two sides"), columns, strict=True):
            with side:
                for one in shown:
                    page.exhibit(one, has_note=False)
                    page.small(pack.comments.get(one.key, ""))


def _height(shown: Exhibit) -> float:
    height: float = charts.draw(shown.marks).to_dict()["layout"]["height"]
    return height


def with_news(pack: Pack, of: Quarter, every: Sequence[serving.FrozenPack]) -> Pack:
    """The pack with what became clear or fell back since the last frozen one of an earlier quarter."""
    before = serving.last_before(of, every)
    if before is None or (last := serving.opened(before.pack_id)) is None:
        return pack
    when = f"{last.quarter}, frozen {words.day(date.fromisoformat(before.frozen_at[:10]))},"
    return made.with_news(pack, frozen_packs.since(last, when, pack))


def taken_along(
    pack: Pack, quarter: Quarter, every: Sequence[serving.FrozenPack], trouble: str, *, may_freeze: bool
) -> None:
    """What to leave out and to say, the files, and beside them the packs that were frozen and the button to freeze."""
    _prepare(pack)
    left, right = page.two_columns("two sides")
    with left:
        _files(_as_prepared(pack))
    with right:
        _frozen(pack, quarter, every, trouble, may_freeze=may_freeze)


def _frozen(
    pack: Pack, quarter: Quarter, every: Sequence[serving.FrozenPack], trouble: str, *, may_freeze: bool
) -> None:
    page.finding("Frozen packs", "What the meeting saw stays as it was; today's data stand beside it")
    if trouble:
        page.warned(f"{trouble}.", "What could be read stands below; nothing was changed.")
    if may_freeze:
        st.button("Freeze this pack", key="freeze", on_click=_freeze, args=(_as_prepared(pack), quarter))
    if said := st.session_state.pop(_SAID, ""):
        page.small(said)
    if not every:
        return page.says("None was frozen yet.")
    says = {one.pack_id: f"{one.quarter}, frozen {one.frozen_at[:19].replace('T', ' ')} UTC" for one in every}
    (chosen_id,) = choose(Choice("frozen", "Frozen pack", list(says), says=says), width=WIDTH)
    found = serving.opened(chosen_id)
    if found is None:
        return page.state_empty(
            "This pack cannot be read.", remedy="Put a copy of the file of decisions back."
        )
    lists.points([(one.label, f"{one.value} · {one.note}") for one in found.figures])
    if found.quarter == pack.quarter:
        _lines(Section("Beside today's data", lines=frozen_packs.differs(found, pack)))
    file = Download(f"frozen-{chosen_id}.html", f"frozen review {found.quarter}", 1, found.html.encode)
    return download_button("The page as it was handed out", file, "pack frozen", FILES["html"][1])


def _freeze(pack: Pack, quarter: Quarter) -> None:
    st.session_state[_SAID] = (
        serving.freeze(pack, quarter, review_pack.as_html(pack)) or f"{pack.quarter} is frozen."
    )


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
            download_button(label, file, f"pack {ending}", mime)

"""What the page "Review" draws: one quarter's pack for the chosen audience, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from hiring import charts, metrics, words
from hiring.documents import review_pack
from hiring.documents.review_pack import said
from hiring.documents.review_pack.screens import as_screens
from hiring.findings.exhibit import Exhibit
from hiring.findings.review import frozen as frozen_packs
from hiring.findings.review import made
from hiring.findings.review.pack import Pack, Section
from hiring.findings.review.promised import in_columns
from hiring.findings.review.quarter import Quarter
from hiring.findings.review.screen import Screen
from hiring.serving import review as serving
from hiring.serving.downloads import Download
from hiring.showing import folds, lists, page, preparing, presenting
from hiring.showing.choices import Choice, choose, named, settled
from hiring.showing.downloads import download_button

KICKER = "Quarterly review"
DIGEST_SHOWN = 8  # letters of the digest on a wall
GONE = "This frozen pack is not there"
WIDTH = 260
TOLD_FROM = "From where on a change would have been told: {told}."
MEETING = made.MEETING
QUARTER = "quarter"  # in the address
AUDIENCES = {made.MEETING: "The meeting", made.WITH_NAMES: "Who may see names"}
FILES: Mapping[str, tuple[str, str]] = {
    "pptx": ("Slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "pdf": ("PDF", "application/pdf"),
    "xlsx": ("Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": ("One web page", "text/html"),
}
_SAID = "_frozen"


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
    both = (quarters, Choice("for", "For", audiences, says=AUDIENCES))
    if presenting.is_on():
        key, audience = settled(*both)
        return key, audience
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width="content"):
            key, audience = choose(*both, width=WIDTH)
        presenting.button("Present")
    if (wanted := named(QUARTER)) not in ("", *quarters.offered):
        page.small(
            f"{words.one_line(wanted, 20)} is no quarter of which the data say anything: this is {quarters.says[key]}."
        )
    return key, audience


def presented(whole: Pack) -> None:
    """The pack as this visitor prepared it, on a wall."""
    pack = preparing.as_prepared(whole)
    presenting.show(pack.title, as_screens(pack), _foot(pack.made_of, f"data as of {words.day(pack.as_of)}"))


def presented_frozen(pack_id: str) -> None:
    """A frozen pack as it was, on a wall."""
    (found, trouble), every = serving.opened(pack_id), {one.pack_id: one for one in serving.frozen()[0]}
    if found is None or pack_id not in every:
        why = f"{trouble[:1].upper()}{trouble[1:]}." if trouble else "Nobody froze it."
        gone = Screen("Frozen pack", GONE, f"{why} Leave, and choose another.")
        return presenting.show(KICKER, (gone,), "")
    screens = found.screens or (Screen("", found.lead, numbers=found.figures),)
    digest = dict(found.made_of).get("Warehouse", "")[: len("digest ") + DIGEST_SHOWN]
    foot = _foot(found.made_of, said.joined((f"frozen {_day(every[pack_id])}", digest)))
    return presenting.show(f"{KICKER} {found.quarter}", screens, foot)


def _foot(made_of: Sequence[tuple[str, str]], when: str) -> str:
    of = dict(made_of)
    filters, audience = (of.get(head, "") for head in ("Filters", "For"))
    whom = audience.partition(":")[0]
    return said.joined((filters, whom and f"for {whom}", when))


def drawn(whole: Pack) -> None:
    """The numbers and each section."""
    page.tiles([page.Tile(one.label, one.value, one.brief, metrics.short(one.card)) for one in whole.figures])
    pack = preparing.as_prepared(whole)
    # How it was made is folded at the end, and told above every page.
    sections = [section for section in pack.sections if section.title != made.APPENDIX]
    for is_shown, of_one_kind in groupby(sections, key=lambda section: bool(section.exhibits)):
        if is_shown:
            for section in of_one_kind:
                _exhibits(pack, section)
        else:
            _side_by_side(list(of_one_kind))
    notes = (f"{one.lead}: {one.note}" for one in pack.exhibits() if one.note)
    told = "; ".join(f"{one.label.lower()} {one.would_be}" for one in whole.figures if one.would_be)
    folds.remarks((made.AS_KNOWN, made.LABELS, told and TOLD_FROM.format(told=told), *notes))


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
    if before is None or (last := serving.opened(before.pack_id)[0]) is None:
        return pack
    when = f"{last.quarter}, frozen {_day(before)},"
    return made.with_news(pack, frozen_packs.since(last, when, pack))


def _day(frozen: serving.FrozenPack) -> str:
    return words.day(date.fromisoformat(frozen.frozen_at[:10]))


def taken_along(
    pack: Pack,
    quarter: Quarter,
    audience: str,
    every: Sequence[serving.FrozenPack],
    trouble: str,
    *,
    may_freeze: bool,
) -> None:
    """What to leave out and to say, the files, and beside them the packs that were frozen and the button to freeze."""
    preparing.boxes(pack, quarter, audience)
    left, right = page.two_columns("two sides")
    with left:
        _files(preparing.as_prepared(pack))
    with right:
        _frozen(pack, quarter, every, trouble, may_freeze=may_freeze)


def _frozen(
    pack: Pack, quarter: Quarter, every: Sequence[serving.FrozenPack], trouble: str, *, may_freeze: bool
) -> None:
    page.finding("Frozen packs", "What the meeting saw stays as it was; today's data stand beside it")
    if trouble:
        page.warned(f"{trouble}.", "What could be read stands below; nothing was changed.")
    if may_freeze:
        st.button(
            "Freeze this pack", key="freeze", on_click=_freeze, args=(preparing.as_prepared(pack), quarter)
        )
    if said := st.session_state.pop(_SAID, ""):
        page.small(said)
    if not every:
        return page.says("None was frozen yet.")
    says = {one.pack_id: f"{one.quarter}, frozen {one.frozen_at[:19].replace('T', ' ')} UTC" for one in every}
    (chosen_id,) = choose(Choice("frozen", "Frozen pack", list(says), says=says), width=WIDTH)
    found, trouble = serving.opened(chosen_id)
    if found is None:
        return page.state_empty("This pack cannot be shown.", remedy=trouble)
    lists.points([(one.label, f"{one.value} · {one.note}") for one in found.figures])
    if found.quarter == pack.quarter:
        _lines(Section("Beside today's data", lines=frozen_packs.differs(found, pack)))
    file = Download(f"frozen-{chosen_id}.html", f"frozen review {found.quarter}", 1, found.html.encode)
    with st.container(horizontal=True, gap="small"):
        presenting.button("Present it", chosen_id)
        download_button("The page as it was handed out", file, "pack frozen", FILES["html"][1])
    return None


def _freeze(pack: Pack, quarter: Quarter) -> None:
    why_not = serving.freeze(pack, quarter, review_pack.as_html(pack), as_screens(pack))
    st.session_state[_SAID] = why_not or f"{pack.quarter} is frozen."


def _files(pack: Pack) -> None:
    page.finding("Take it along", "The same figures in each; every taking is written down")
    count = sum(len(section.exhibits) for section in pack.sections)
    with st.container(horizontal=True):
        for ending, (label, mime) in FILES.items():
            make = getattr(review_pack, f"as_{ending}")
            subject = f"review {pack.quarter} {ending}"
            file = Download(f"{pack.file_stem}.{ending}", subject, count, partial(make, pack))
            download_button(label, file, f"pack {ending}", mime)

"""A pack as it was frozen: what it said stays, and beside it what the data say of the same quarter today, and why.

Frozen is the meeting's pack alone, which names no hire. What is kept is text: the web page of the pack as it was handed
out, its screens with their figures as they were drawn, and the few values by which a later pack is held against it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hiring import words
from hiring.findings.review import screen
from hiring.findings.review.pack import Figure, Pack
from hiring.findings.review.screen import Screen
from hiring.statistics.verdicts import Label

FORMAT = 1
#: From the least sure on; what is told of nobody is none of them.
ORDER = (str(Label.CANNOT_TELL), str(Label.LEANING), str(Label.CLEAR))
SAME = "Today's data say the same of this quarter."
NOTHING_NEW = "Since the pack of {when} nothing became clear, and nothing that was clear fell back."


class NotOursError(ValueError):
    """A content that is none of ours; the text is one line."""


@dataclass(frozen=True)
class Claim:
    """One row of an exhibit that bears a label: the exhibit's key, the row's name, the label."""

    exhibit: str
    name: str
    label: str


@dataclass(frozen=True)
class Frozen:
    """What was kept of a pack; `html` is its web page, `made_of` what it was made of as pairs of heading and words."""

    quarter: str
    lead: str
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    made_of: tuple[tuple[str, str], ...]
    html: str
    screens: tuple[Screen, ...] = ()


def claims(pack: Pack) -> tuple[Claim, ...]:
    """Every row of the pack's exhibits that bears one of the three labels."""
    return tuple(
        Claim(one.key, str(row["name"]), str(row["verdict"]))
        for one in pack.exhibits()
        if {"name", "verdict"} <= set(one.marks.rows.columns)
        for row in one.marks.rows.to_dict("records")
        if str(row["verdict"]) in ORDER
    )


def content(pack: Pack, html: bytes, screens: Sequence[Screen] = ()) -> str:
    """What is kept of the pack, as JSON; the same pack gives the same text."""
    told = (pack.quarter, pack.lead, pack.figures, claims(pack), pack.made_of)
    kept = Frozen(*told, html.decode(), tuple(screens))
    return json.dumps({"format": FORMAT, **asdict(kept)}, ensure_ascii=False, sort_keys=True)


def opened(text: str) -> Frozen:
    """The pack of a content. Raises `NotOursError`."""
    try:
        held: Mapping[str, Any] = json.loads(text)
        if held["format"] != FORMAT:
            raise NotOursError(
                f"a frozen pack of format {held['format']}, of which this program knows nothing"
            )
        return Frozen(
            str(held["quarter"]),
            str(held["lead"]),
            tuple(Figure(**one) for one in held["figures"]),
            tuple(Claim(**one) for one in held["claims"]),
            tuple((str(head), str(said)) for head, said in held["made_of"]),
            str(held["html"]),
            tuple(screen.read(one) for one in held.get("screens", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, NotOursError):
            raise
        raise NotOursError("the frozen pack cannot be read") from error


def news(before: Sequence[Claim], now: Sequence[Claim], leads: Mapping[str, str]) -> tuple[str, ...]:
    """What became clear and what fell back from clear, a sentence each; `leads` names exhibits by their key.

    What is not in both packs is told too: a row that was clear and is not told any more has fallen back.
    """
    was, is_now = ({(one.exhibit, one.name): one.label for one in side} for side in (before, now))
    clear = str(Label.CLEAR)
    said = []
    for key in sorted({*was, *is_now}):
        then, here = was.get(key, "not told"), is_now.get(key, "not told")
        if then == here or clear not in (then, here):
            continue
        about = leads.get(key[0], key[0])
        way = "became clear" if here == clear else "fell back"
        said.append(f"{key[1]} {way} (before: {then.lower()}; now: {here.lower()}): {about}.")
    return tuple(said)


def since(last: Frozen | None, when: str, pack: Pack) -> tuple[str, ...]:
    """What changed in the pack since the last frozen one; nothing where none was frozen."""
    if last is None:
        return ()
    leads = {one.key: one.lead for one in pack.exhibits()}
    return news(last.claims, claims(pack), leads) or (NOTHING_NEW.format(when=when),)


def differs(frozen: Frozen, today: Pack) -> tuple[tuple[str, str], ...]:
    """Where today's data say another number of the same quarter than the pack did, then why they may.

    One pair where nothing differs.
    """
    now = {one.label: one for one in today.figures}
    told = [
        (one.label, f"frozen {one.value} ({one.note}); today {now[one.label].value} ({now[one.label].note})")
        for one in frozen.figures
        if one.label in now and (one.value, one.note) != (now[one.label].value, now[one.label].note)
    ]
    if not told:
        return (("", SAME),)
    was = dict(frozen.made_of)
    why = [
        f"{head.lower()} then {was.get(head, words.UNKNOWN)}, now {here}"
        for head, here in today.made_of
        if was.get(head) != here
    ]
    return (*told, ("Why", f"{'; '.join(why)}." if why else "nothing that is kept of either tells."))

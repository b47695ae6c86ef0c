"""Who prepares a pack leaves exhibits out and writes comments: kept for all who look, by quarter and audience.

Who sees a part of the company prepares for their own visit alone.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from hiring.findings.review import made
from hiring.findings.review.pack import Pack
from hiring.findings.review.quarter import Quarter
from hiring.serving import review as serving
from hiring.showing import folds, page

LEFT_OUT, COMMENT = "review_left_out", "review_comment"
_PREPARED, _READ, _SAID = "_prepared", "_prepared_read", "_prepared_said"
SAVED = "Saved {time} UTC, for everybody who looks at this pack."


def recall(quarter: Quarter, audience: str) -> None:
    """Take up what is kept of this pack, where it is another than was taken up last."""
    found = serving.prepared(quarter, audience)
    read = (quarter.key, audience, found)
    if st.session_state.get(_READ) == read or (found is None and _READ not in st.session_state):
        return
    st.session_state[_READ] = read
    comments = {f"{COMMENT} {key}": text for key, text in found.comments.items()} if found else {}
    st.session_state[_PREPARED] = {LEFT_OUT: list(found.left_out) if found else [], **comments}


def as_prepared(whole: Pack) -> Pack:
    """The pack as it is prepared."""
    kept = _kept()
    comments = {one.key: str(kept.get(f"{COMMENT} {one.key}", "")) for one in whole.exhibits()}
    return made.prepared(whole, kept.get(LEFT_OUT, ()), comments)


def _kept() -> dict[str, Any]:
    """What was left out and written, by the key of its box: a box that is not drawn forgets it."""
    kept: dict[str, Any] = st.session_state.setdefault(_PREPARED, {})
    return kept


def _keep(box: str, quarter: Quarter, audience: str) -> None:
    """What stands in a box now, for this visit and, where it may be, for everybody."""
    kept, now = _kept(), st.session_state[box]
    was = kept.get(box, ())
    kept[box] = now
    if serving.prepared(quarter, audience) is None:
        return
    changed = set(was) ^ set(now) if box == LEFT_OUT else {box.removeprefix(f"{COMMENT} ")}
    why_not = [
        serving.prepare(
            quarter,
            audience,
            key,
            str(kept.get(f"{COMMENT} {key}", "")),
            is_left_out=key in kept.get(LEFT_OUT, ()),
        )
        for key in sorted(changed)
    ]
    st.session_state[_SAID] = next(filter(None, why_not), "")


def boxes(whole: Pack, quarter: Quarter, audience: str) -> None:
    """What to leave out and to say, folded away; and when it was saved, or why it was not."""
    exhibits = {one.key: one.lead for one in whole.exhibits()}
    kept = _kept()
    st.session_state[LEFT_OUT] = [key for key in kept.get(LEFT_OUT, ()) if key in exhibits]
    st.session_state.update({f"{COMMENT} {key}": kept.get(f"{COMMENT} {key}", "") for key in exhibits})
    with folds.worked_out("Prepare the pack: leave exhibits out, write a comment"):
        st.multiselect(
            "Leave out",
            list(exhibits),
            key=LEFT_OUT,
            format_func=exhibits.__getitem__,
            placeholder="All exhibits stay in",
            on_change=_keep,
            args=(LEFT_OUT, quarter, audience),
        )
        for key, lead in exhibits.items():
            box, args = f"{COMMENT} {key}", (f"{COMMENT} {key}", quarter, audience)
            st.text_input(
                f"Comment: {lead}", key=box, max_chars=serving.MOST_COMMENT, on_change=_keep, args=args
            )
    _state(quarter, audience)


def _state(quarter: Quarter, audience: str) -> None:
    found = serving.prepared(quarter, audience)
    if why_not := st.session_state.pop(_SAID, "") or (found.trouble if found else ""):
        page.warned("This is kept for your visit alone.", why_not)
    elif found is not None and found.saved_at:
        day, _, time = found.saved_at[:16].partition("T")
        page.small(SAVED.format(time=f"{day} {time}"))

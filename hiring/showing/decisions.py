"""What the page "Decisions and promises" draws: what stands, overdue first, and the forms in which it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from hiring.findings.decisions import answer, figures
from hiring.findings.decisions.answer import Told
from hiring.findings.review.measures import Asked, Measure
from hiring.findings.review.quarter import Quarter
from hiring.serving import decided
from hiring.showing import folds, lists, page
from hiring.statistics.verdicts import DAYS

LETTERS = 200
#: What came of this visitor's last write, what somebody else wrote first, and how often the forms were begun anew.
_SAID, _CONFLICT, _ANEW = "_decided_said", "_decided_conflict", "_decided_anew"
_SIDES = {"both": "Both sides", "HR": "HR", "Sales": "Sales"}
NO_WRITING = (
    "Decisions are of the whole company: who sees a part of it reads them without numbers, and writes none."
)


@dataclass(frozen=True)
class Parts:
    """What the page is made of; `asked` and `now` are None for who sees a part of the company, `people` and `names`
    for who may see no names; `quarters` are those a decision may be of, newest first."""

    told: tuple[Told, ...]
    every: pd.DataFrame
    promised: pd.DataFrame
    asked: Asked | None
    now: Mapping[str, Measure] | None
    quarters: tuple[Quarter, ...]
    people: pd.DataFrame | None
    names: Mapping[str, str] | None


def drawn(parts: Parts) -> None:
    """Everything below the lead."""
    _what_came()
    standing = [one for one in parts.told if one.state in ("overdue", "open")]
    lists.points([(one.about, one.said) for one in standing])
    for shown in figures.exhibits(parts.told):
        page.exhibit(shown)
    ended = [one for one in parts.told if one not in standing]
    if ended:
        with folds.worked_out(f"{len(ended)} more: kept, missed or dropped"):
            lists.points([(one.about, one.said) for one in ended])
    if parts.now:
        page.table(
            answer.standing(parts.now), title="What a decision may move, in the last quarter that is over"
        )
    if parts.asked is None:
        page.small(NO_WRITING)
    else:
        _new(parts, parts.asked)
        _change(parts)
    if len(parts.every):
        page.table(answer.history(parts.every, parts.names), title="Every version of every decision")
    _promises(parts)
    folds.remarks(answer.READING)


def _what_came() -> None:
    """What came of the last write; where somebody else wrote first, what stands and what was to be written."""
    if said := st.session_state.pop(_SAID, ""):
        page.aside("{said}", said=said)
    if _CONFLICT not in st.session_state:
        return
    put, standing, mine = st.session_state[_CONFLICT]
    page.aside(
        "**Somebody else changed this in the meantime, and nothing of yours is lost.**  \n"
        "It stands: {theirs}.  \nYou wrote: {mine}.",
        theirs=answer.in_short(standing),
        mine=answer.in_short(mine),
    )
    with st.container(horizontal=True):
        again = {**mine, "version": standing["version"]}
        st.button("Write mine as the next version", on_click=_write, args=(put, again), key="mine")
        st.button("Leave what stands", on_click=lambda: st.session_state.pop(_CONFLICT), key="theirs")


def _write(put: Callable[[dict[str, Any]], str], values: dict[str, Any], names: Sequence[str] = ()) -> None:
    """Write a version and keep what came of it; the forms are begun anew only once it is written."""
    st.session_state.pop(_CONFLICT, None)
    if named := decided.named_in(values["text"], names):
        st.session_state[_SAID] = f"Not written: the sentence names {named}. Write it without a name."
        return
    try:
        said = put(values)
    except decided.ConflictError as conflict:
        st.session_state[_CONFLICT] = (put, asdict(conflict.standing), asdict(conflict.written))
        return
    st.session_state[_SAID] = f"Not written: {said}." if said else "Written down."
    if not said:
        st.session_state[_ANEW] = st.session_state.get(_ANEW, 0) + 1


def _key(name: str) -> str:
    return f"{name} {st.session_state.get(_ANEW, 0)}"


def _taken(name: str) -> Any:
    """What stands in a field of the form that was sent."""
    return st.session_state[_key(name)]


def _new(parts: Parts, asked: Asked) -> None:
    labels = {name: measure.label for name, measure in (parts.now or {}).items()}
    with st.expander("Write down a decision"), st.form("decision", border=False):
        st.selectbox("Review of", parts.quarters, key=_key("quarter"), format_func=lambda one: one.told)
        st.text_input(
            "We agree to …", max_chars=LETTERS, key=_key("text"), placeholder="halve the days to the talk"
        )
        with st.container(horizontal=True):
            st.selectbox("Whose it is", list(_SIDES), key=_key("side"), format_func=_SIDES.__getitem__)
            if parts.people is not None:
                _person("Owner", parts.people, "owner", optional=True)
            st.date_input("Due", parts.quarters[0].back(-1).last, key=_key("due"))
        with st.container(horizontal=True):
            st.selectbox(
                "Number it should move",
                ["", *labels],
                key=_key("measure"),
                format_func=lambda one: labels.get(one, "none"),
            )
            st.number_input("Wanted, in percent or days", 0.0, 10_000.0, None, key=_key("wanted"))
        st.form_submit_button("Write it down", key="write decision", on_click=_decide, args=(parts, asked))


def _decide(parts: Parts, asked: Asked) -> None:
    quarter, measure, wanted = (_taken(name) for name in ("quarter", "measure", "wanted"))
    is_share = measure in (parts.now or {}) and (parts.now or {})[measure].unit != DAYS
    values = {
        "quarter": quarter.key,
        "text": _taken("text"),
        "side": _taken("side"),
        "owner_id": _taken("owner") or "" if parts.people is not None else "",
        "due_on": _day(_taken("due")),
        "measure": measure,
        "wanted": None if wanted is None or not measure else wanted / 100 if is_share else wanted,
        "status": "open",
        **answer.then(asked, measure, quarter),
    }
    _write(decided.put_decision, values, tuple((parts.names or {}).values()))


def _change(parts: Parts) -> None:
    """What became of one, or a later day for it."""
    if not parts.told:
        return
    with st.expander("Say what became of a decision, or carry it on"):
        rows = {one.row["decision_id"]: one.row for one in parts.told}
        chosen = st.selectbox(
            "Decision", list(rows), key="decision changed", format_func=lambda one: rows[one]["text"]
        )
        row = rows[chosen]
        with st.form("change", border=False):
            keys = [f"{name} {chosen} {row['version']}" for name in ("status", "due")]
            places = decided.STATUSES.index(row["status"])
            st.selectbox("It is", decided.STATUSES, places, key=keys[0])
            st.date_input("Due (a later day carries it on)", date.fromisoformat(row["due_on"]), key=keys[1])
            st.form_submit_button(
                "Write it down", key="write change", on_click=_changed, args=(dict(row), *keys)
            )


def _changed(row: dict[str, Any], status: str, due: str) -> None:
    changed = {"status": st.session_state[status], "due_on": _day(st.session_state[due])}
    if any(row[name] != value for name, value in changed.items()):
        _write(decided.put_decision, {**row, **changed})


def _promises(parts: Parts) -> None:
    page.finding("Promises agreed in the meeting", answer.TWO_KINDS)
    if parts.promised.empty:
        page.state_empty("No promise is written down yet.")
    page.table(answer.promised(parts.promised, parts.names), title="Every version of every promise")
    if parts.people is None or parts.asked is None:
        page.small("A promise names who of HR and who of Sales agreed: only who may see names writes one.")
        return
    kept = {str(row["promise_id"]): row for row in parts.promised.to_dict("records")}
    with st.expander("Write down a promise, or new terms of one"):
        which = st.selectbox(
            "Promise",
            ["", *kept],
            key="promise",
            format_func=lambda one: kept[one]["text"] if one else "a new one",
        )
        row = kept.get(which, {})
        with st.form("promised", border=False):
            if not which:
                st.text_input("What is promised", max_chars=LETTERS, key=_key("promised"))
                st.selectbox("Owed by", ["HR", "Sales"], key=_key("owed"))
            with st.container(horizontal=True):
                st.number_input(
                    "Within so many working days", 0, 365, row.get("within_days", 5), key=_key("within")
                )
                st.date_input("From", parts.quarters[0].back(-1).first, key=_key("from"))
            with st.container(horizontal=True):
                for side in ("HR", "Sales"):
                    _person(f"Agreed for {side}", parts.people[parts.people["department"] == side], side)
            st.form_submit_button("Write it down", key="write promise", on_click=_promise, args=(parts, row))


def _promise(parts: Parts, row: dict[str, Any]) -> None:
    terms = {
        "within_days": int(_taken("within") or 0),
        "starts_on": _day(_taken("from")),
        "hr_id": _taken("HR") or "",
        "sales_id": _taken("Sales") or "",
    }
    first = row or {"text": _taken("promised"), "side": _taken("owed")}
    _write(decided.put_promise, {**first, **terms}, () if row else tuple((parts.names or {}).values()))


def _person(label: str, people: pd.DataFrame, name: str, *, optional: bool = False) -> None:
    """One of those who are here, by name, with what tells namesakes apart."""
    here = people[people["left_on"].isna()].sort_values("full_name")
    shown = {
        row["employee_id"]: f"{row['full_name']} · {row['employee_id']}" for row in here.to_dict("records")
    }
    st.selectbox(
        label,
        list(shown),
        None,
        key=_key(name),
        format_func=shown.__getitem__,
        placeholder="nobody" if optional else "who",
    )


def _day(value: date | None) -> str:
    return value.isoformat() if value is not None else ""

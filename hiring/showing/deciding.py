"""The forms in which decisions and promises are written, and what came of the last one that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from hiring.findings.decisions import answer
from hiring.findings.decisions.answer import Told
from hiring.findings.review.measures import Asked, Measure
from hiring.findings.review.quarter import Quarter, quarter
from hiring.serving import decided
from hiring.showing import page, writing
from hiring.statistics.verdicts import POINTS

LETTERS = 200
NOT_MEASURED = "a number that these data do not hold"
NOBODY_YET, WHO = "nobody yet", "choose who sees to it"
_DECISION, _CHANGE, _PROMISE = "decision", "change", "promised"
_SIDES = {"both": "Both sides", "HR": "HR", "Sales": "Sales"}
_OWED = ("HR", "Sales")


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
    last: Quarter
    starts_in: int


def new(parts: Parts, asked: Asked) -> None:
    """A decision that is not written down yet."""
    with st.expander("Write down a decision"), st.form("decision", border=False):
        form, due = writing.key_of("new"), parts.quarters[0].back(-1).last.isoformat()
        st.selectbox("Review of", parts.quarters, key=f"quarter {form}", format_func=lambda one: one.told)
        _fields(parts, form, {"side": "both", "due_on": due})
        args = (parts, asked, form)
        st.form_submit_button("Write it down", key="write decision", on_click=_decide, args=args)
        writing.answered(_DECISION)


def _decide(parts: Parts, asked: Asked, form: str) -> None:
    if writing.is_sent(form):
        return
    quarter, values = st.session_state[f"quarter {form}"], _written(parts, form, {})
    first = {"quarter": quarter.key, "status": "open", **answer.then(asked, values["measure"], quarter)}
    _put_decision(parts, {**values, **first}, _DECISION)


def _put_decision(parts: Parts, values: dict[str, Any], form: str) -> None:
    """Write it where its number has a goal, and say of a goal worse than it was that it is."""
    if values["owner_id"] is None:
        return writing.answer_at(form, f"Not written: {WHO}, or “{NOBODY_YET}”.")
    measure = (parts.now or {}).get(values["measure"])
    if measure and values["wanted"] is None:
        return writing.answer_at(
            form, f"Not written: which {measure.label[:1].lower()}{measure.label[1:]} is wanted?"
        )
    remark = answer.against_its_measure(values["wanted"], values["then_value"], measure) if measure else ""
    return writing.write(decided.put_decision, values, tuple((parts.names or {}).values()), form, remark)


def _fields(parts: Parts, form: str, row: Mapping[str, Any]) -> None:
    """What a decision says, as it stands in `row` (nothing yet for a new one)."""
    labels = {"": "none", **{name: measure.label for name, measure in (parts.now or {}).items()}}
    labels.setdefault(row.get("measure", ""), NOT_MEASURED)
    st.text_input(
        "We agree to …",
        row.get("text", ""),
        max_chars=LETTERS,
        key=f"text {form}",
        placeholder="halve the days to the talk",
    )
    with st.container(horizontal=True):
        sides = list(_SIDES)
        place = sides.index(row["side"])
        st.selectbox("Whose it is", sides, place, key=f"side {form}", format_func=_SIDES.__getitem__)
        if parts.people is not None:
            _person("Owner", parts, f"owner {form}", standing=row.get("owner_id"), is_open=True)
        st.date_input("Due", date.fromisoformat(row["due_on"]), key=f"due {form}")
    with st.container(horizontal=True):
        place = list(labels).index(row.get("measure", ""))
        st.selectbox(
            "Number it should move",
            list(labels),
            place,
            key=f"measure {form}",
            format_func=labels.__getitem__,
        )
        st.number_input(
            "Wanted, in percent, days or points", 0.0, 10_000.0, _wanted(parts, row), key=f"wanted {form}"
        )


def _wanted(parts: Parts, row: Mapping[str, Any]) -> float | None:
    """What was wanted as it is typed: a share in percent."""
    wanted = row.get("wanted")
    if wanted is None or not _is_share(parts, row["measure"]):
        return wanted
    return round(100 * float(wanted), 6)


def _is_share(parts: Parts, measure: str) -> bool:
    return measure in (parts.now or {}) and (parts.now or {})[measure].unit == POINTS


def _written(parts: Parts, form: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the fields; whoever sees no names leaves the owner as it was."""
    text, side, due, measure, wanted = (
        st.session_state[f"{name} {form}"] for name in ("text", "side", "due", "measure", "wanted")
    )
    owner = st.session_state.get(f"owner {form}", row.get("owner_id", ""))
    if wanted is not None:
        wanted = None if not measure else wanted / 100 if _is_share(parts, measure) else wanted
    return {
        "text": text,
        "side": side,
        "owner_id": owner,
        "due_on": _day(due),
        "measure": measure,
        "wanted": wanted,
    }


def change(parts: Parts, asked: Asked) -> None:
    """What became of one, a later day for it, or a slip in it mended."""
    if not parts.told:
        return
    with st.expander("Say what became of a decision, carry it on or correct it"):
        rows = {one.row["decision_id"]: one.row for one in parts.told}
        chosen = st.selectbox(
            "Decision", list(rows), key="decision changed", format_func=lambda one: rows[one]["text"]
        )
        row = rows[chosen]
        with st.form("change", border=False):
            form = writing.key_of(f"{chosen} {row['version']}")
            place = decided.STATUSES.index(row["status"])
            st.selectbox("It is", decided.STATUSES, place, key=f"status {form}")
            _fields(parts, form, row)
            page.small("A later day carries it on. What stood before stays in its history.")
            st.form_submit_button(
                "Write it down", key="write change", on_click=_changed, args=(parts, asked, dict(row), form)
            )
            writing.answered(_CHANGE)


def _changed(parts: Parts, asked: Asked, row: dict[str, Any], form: str) -> None:
    """The next version, where anything is another; a measure's value then is that of the decision's own quarter."""
    if writing.is_sent(form):
        return
    values = {**_written(parts, form, row), "status": st.session_state[f"status {form}"]}
    if st.session_state[f"wanted {form}"] == _wanted(parts, row) and values["measure"] == row["measure"]:
        values["wanted"] = row["wanted"]  # as it was kept, not as it was rounded to be typed
    changed = {name: value for name, value in values.items() if row[name] != value}
    if "measure" in changed:
        changed |= answer.then(asked, values["measure"], quarter(row["quarter"], parts.starts_in))
    if changed:
        _put_decision(parts, {**row, **changed}, _CHANGE)
    else:
        writing.answer_at(_CHANGE, "Nothing was changed, so nothing was written.")


def promise(parts: Parts) -> None:
    """A promise, or what became of one, or new terms of it."""
    kept = {str(row["promise_id"]): row for row in parts.promised.to_dict("records")}
    with st.expander("Write down a promise, what became of one, or new terms of it"):
        which = st.selectbox(
            "Promise",
            ["", *kept],
            key="promise",
            format_func=lambda one: kept[one]["text"] if one else "a new one",
        )
        row = kept.get(which, {})
        form = writing.key_of(f"{which} {row.get('version', '')}")
        with st.form("promised", border=False):
            if row:
                place = decided.STATUSES.index(row["status"])
                st.selectbox("Both sides say it is", decided.STATUSES, place, key=f"status {form}")
            st.text_input("What is promised", row.get("text", ""), max_chars=LETTERS, key=f"text {form}")
            owed = list(_OWED)
            st.selectbox("Owed by", owed, owed.index(row.get("side", owed[0])), key=f"owed {form}")
            with st.container(horizontal=True):
                days = row.get("within_days", 5)
                st.number_input("Within so many working days", 0, 365, days, key=f"within {form}")
                begun = row.get("starts_on") or parts.quarters[0].back(-1).first.isoformat()
                st.date_input("From", date.fromisoformat(begun), key=f"from {form}")
            with st.container(horizontal=True):
                for side in _OWED:
                    _person(f"Agreed for {side}", parts, f"{side} {form}", of=side)
            st.form_submit_button(
                "Write it down", key="write promise", on_click=_promise, args=(parts, row, form)
            )
            writing.answered(_PROMISE)


def _promise(parts: Parts, row: dict[str, Any], form: str) -> None:
    def taken(name: str) -> Any:
        return st.session_state[f"{name} {form}"]

    if writing.is_sent(form):
        return None
    missing = [f"choose who agreed for {side}" for side in _OWED if not taken(side)]
    missing = ["say in a sentence what is promised"] * (not taken("text").strip()) + missing
    if missing:
        return writing.answer_at(_PROMISE, f"Not written: {', '.join(missing)}.")
    values = {
        "text": taken("text"),
        "side": taken("owed"),
        "within_days": int(taken("within") or 0),
        "starts_on": _day(taken("from")),
        "hr_id": taken("HR"),
        "sales_id": taken("Sales"),
        **({"status": taken("status")} if row else {}),
    }
    return writing.write(
        decided.put_promise, {**row, **values}, tuple((parts.names or {}).values()), _PROMISE
    )


def _person(
    label: str, parts: Parts, key: str, *, of: str = "", standing: str | None = None, is_open: bool = False
) -> None:
    """One of those who are here, by name, with what tells namesakes apart; or who is `standing`.

    `is_open`: nobody yet may be chosen too, and is chosen for nobody who does not say so.
    """
    people = pd.DataFrame() if parts.people is None else parts.people
    here = people[people["left_on"].isna() & people["department"].eq(of or people["department"])]
    shown = {
        row["employee_id"]: f"{row['full_name']} · {row['employee_id']}"
        for row in here.sort_values("full_name").to_dict("records")
    }
    if is_open:
        names = parts.names or {}
        shown = {"": NOBODY_YET, **({standing: answer.person(standing, names)} if standing else {}), **shown}
    place = None if standing is None else list(shown).index(standing)
    asked = WHO if is_open else "who"
    st.selectbox(label, list(shown), place, key=key, format_func=shown.__getitem__, placeholder=asked)


def _day(value: date | None) -> str:
    return value.isoformat() if value is not None else ""

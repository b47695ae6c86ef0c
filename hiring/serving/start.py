"""How far somebody's own files are, for the one person at this machine: what a build says of them, kept or tried.

Where the last build was of the folder as it lies there now, its record tells; else a check is run, which writes
nothing, and what it says is kept for that very state of the folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from hiring import config
from hiring.access import audit
from hiring.findings import links, match_rate
from hiring.findings.start.steps import Standing
from hiring.loading import files
from hiring.loading.messages import Message
from hiring.loading.uploads import UploadError, safe_name
from hiring.mapping import own, wizard
from hiring.serving import mapping, session
from hiring.serving.kept import size_of
from hiring.serving.once import Once
from hiring.warehouse import answering, attempts, failures, taken_for
from hiring.warehouse.answering import AnswerError
from hiring.warehouse.attempts import Asked as Asked
from hiring.warehouse.attempts import Attempt
from hiring.warehouse.build import Request, build

_TOLD, _SENT = "_told_of_start", "_count_sent_at_once"
NOTHING = ("", "")
_MOST_CHECKS = 4
_MOST_LOOKED_AT = 12  # files nobody knows; more wait for those to be mapped


@dataclass(frozen=True)
class Sent:
    """A file that a browser sent: what it calls it, and its bytes."""

    name: str
    content: bytes


@st.cache_resource(show_spinner=False)
def _checks() -> Once[Any]:
    """What checks said, by the state of the folder."""
    return Once(_MOST_CHECKS, config.MOST_BYTES_OF_LOOKS, size_of)


def has_files() -> bool:
    """Whether an export lies in the folder."""
    place = mapping.folder()
    try:
        return bool(place and place.is_dir() and files.names(place))
    except OSError:
        return True  # too many, or not to be looked into: then that is to be told


def standing(trouble: Sequence[str] = ()) -> Standing:
    """How far the files in the exports folder are; `trouble`: why the pages could not be built."""
    place = mapping.folder()
    if place is None or not place.is_dir():
        return Standing(trouble=tuple(trouble))
    known = attempts.state_of(place)
    last = attempts.last_attempt(session.warehouse().folder)
    if not has_files():  # what a build says is missing then is all there is
        is_empty = last is not None and last.state == known and last.outcome == "refused"
        return Standing(trouble=() if is_empty else tuple(trouble))
    if last is not None and last.served and last.served_state == known:  # as the build served found it
        return _standing(
            replace(last, outcome="served", taken=last.served, asked=()), is_shown=True, trouble=trouble
        )
    is_told = last is not None and last.state == known and bool(last.taken or not last.is_good)
    if is_told and last is not None:
        return _standing(last, is_shown=last.is_good, trouble=trouble)
    try:
        return _standing(_checked(place), is_shown=False, trouble=trouble)
    except OSError as error:
        return Standing(trouble=(*trouble, failures.error_in_words(error)))


def _checked(place: Path) -> Attempt:
    def check() -> Attempt:
        now = datetime.now(UTC)
        ended = build(Request(place, session.warehouse().folder, only_check=True))
        asked = tuple(attempts.asked(question, now.date()) for question in ended.questions)
        return Attempt(ended.outcome, now, ended.messages, len(ended.messages), asked, taken=ended.taken)

    found: Attempt = _checks().get((own.state(place), session.version_served()), check)
    return found


def _standing(told: Attempt, *, is_shown: bool, trouble: Sequence[str]) -> Standing:
    """`trouble` counts where nothing that is said of a file, and no question, explains it."""
    missing = taken_for.missing(told.taken)
    lacks = bool(told.taken) and any(table.needed for table in missing)
    is_explained = lacks or bool(told.asked) or any(one.state == taken_for.REFUSED for one in told.taken)
    said = () if is_shown or is_explained else tuple(trouble) or _said(told)
    return Standing(
        told.taken,
        told.asked,
        missing,
        is_shown,
        said,
        _likely(told.taken),
        _nobody() if is_shown else NOTHING,
        match_rate.warning(session.ask("shared/match_rate")) if is_shown else NOTHING,
    )


def _nobody() -> tuple[str, str]:
    """That the pages show no hire, and why."""
    found = session.ask("shared/links")
    fact = links.fact(found)
    return (f"{fact}.", links.hires(found)) if fact else NOTHING


def _likely(files: Sequence[taken_for.Taken]) -> dict[str, str]:
    """Of the files nobody knows, the tables their columns look like."""
    found = {}
    for one in [one for one in files if one.state == taken_for.UNKNOWN and not one.near][:_MOST_LOOKED_AT]:
        facts = mapping.survey(one.file)
        if not isinstance(facts, Message):
            found[one.file] = wizard.table_question(mapping.presets(), facts).likely
    return {file: table for file, table in found.items() if table}


def _said(told: Attempt) -> tuple[str, ...]:
    """What a build said that came to nothing."""
    is_good = told.is_good or told.outcome == "checked"
    return () if is_good else tuple(map(str, told.messages))


def question(standing: Standing, key: str) -> Asked | None:
    """The question of that key."""
    return next((one for one in standing.asked if one.key == key and isinstance(one, Asked)), None)


def answer(asked: Asked, choice: str, who: str) -> None:
    """Write the answer chosen in one field, signed in another; `take_message` then says what came of it."""
    given = str(st.session_state.get(choice) or ""), str(st.session_state.get(who) or "")
    st.session_state[_TOLD] = (mapping.hindrance() or _answered(asked, *given),)


def _answered(asked: Asked, choice: str, who: str) -> str:
    place = mapping.folder()
    if place is None:
        return "The exports folder is gone."
    if choice not in asked.choices:
        return "Choose an answer first."
    try:
        audit.ready(session.warehouse().folder)
        path = answering.write(place, asked.line, choice, who, datetime.now(UTC).date())
    except AnswerError as error:
        return str(error)
    except OSError as error:
        return failures.error_in_words(error)
    return f"Written to {path.name}.{mapping.write_down('decide', path.name)}"


def in_the_way(names: Sequence[str]) -> list[str]:
    """Of files of these names, those that would take the place of one that is there."""
    return [name for name in map(_safe, names) if name and mapping.has_file(name)]


def _safe(name: str) -> str:
    try:
        return safe_name(name)
    except UploadError:
        return ""


def send(sent: Sequence[Sent], *, replaces: bool) -> None:
    """Put every file into the exports folder; `take_message` then says what came of each."""
    why = mapping.hindrance()
    lines = [mapping.put(one.name, one.content, replaces) for one in sent] if not why else [why]
    st.session_state.pop(
        mapping.FILE, None
    )  # several came: the page Map a file is not about the last of them
    st.session_state[_SENT] = count_sent() + 1
    st.session_state[_TOLD] = tuple(lines)


def count_sent() -> int:
    """How often this visitor put files into the folder."""
    return int(st.session_state.get(_SENT, 0))


def built(said: str) -> None:
    """What came of a build, to be told when the page is drawn anew."""
    st.session_state[_TOLD] = (said,)


def take_message() -> tuple[str, ...]:
    """What came of this visitor's last doing; once, then no more."""
    return tuple(st.session_state.pop(_TOLD, ()))

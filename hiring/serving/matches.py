"""What a person at this machine may decide about pairs, and where it is written: beside the exports."""

from __future__ import annotations

import ipaddress
import shlex
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from hiring import config
from hiring.access import audit
from hiring.access.audit import AuditError
from hiring.identity import decisions
from hiring.identity.decisions import Decision, DecisionError
from hiring.identity.sure import Pair
from hiring.loading.settings import default_exports
from hiring.serving import session
from hiring.warehouse import bookkeeping, failures

#: Lines on decisions that were not written; somebody else's of the same pairs, or a second press of the button.
MOST_TOLD = 3
_TOLD, _BUILD = "_told_of_decision", "_build_from_decisions"
ELSEWHERE = (
    "Decisions are made only at the machine the exports lie on, by one person: open the dashboard there."
)


def exports_folder() -> Path | None:
    """The folder this warehouse was built from, where it is `HIRING_EXPORTS` or the usual one; else `None`."""
    built_from = str(session.ask("shared/company")["exports"].iloc[0])
    named = config.exports_named()
    folders = [*([named] if named else []), default_exports()]
    for folder in folders:
        if folder.is_dir() and bookkeeping.exports_mark(folder) == built_from:
            return folder
    return None


def hindrance() -> str:
    """Why nothing can be decided here, in a sentence; nothing where it can."""
    if why := kept_from(ELSEWHERE, "Your access does not include decisions."):
        return why
    folder = exports_folder()
    if folder is None:
        return (
            "This warehouse was built from a folder the dashboard does not know. Start it with HIRING_EXPORTS "
            "naming that folder, or decide on the command line: python -m hiring matches --help."
        )
    if folder.resolve() == config.SAMPLE.resolve():
        return "This is the invented company, and it stays as it is. With your own exports, decisions are made here."
    return ""


def kept_from(elsewhere: str, not_yours: str) -> str:
    """Why who asks may settle nothing of the exports; "" where they may, as a keeper or as one person at this machine.

    `elsewhere` is said to one person who is not there, `not_yours` to who is no keeper.
    """
    if session.is_team():
        return "" if session.is_keeper() else not_yours
    if not serves_this_machine(str(st.get_option("server.address") or ""), st.context.headers):
        return elsewhere
    is_other = session.version_served() is not None and session.viewer().viewer_id != "local"
    return not_yours if is_other else ""


def serves_this_machine(address: str, headers: Mapping[str, str]) -> bool:
    """Whether the server listens on this machine only and was asked by its own name, with no proxy in between."""
    asked = {name.lower(): value for name, value in headers.items()}
    if "forwarded" in asked or any(name.startswith("x-forwarded") for name in asked):
        return False
    return _is_loopback(address) and _is_loopback(_without_port(asked.get("host", "")))


def _without_port(host: str) -> str:
    return host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def build_command() -> str:
    """The command that builds what this dashboard shows anew, from the folder it was built from."""
    words = ["python", "-m", "hiring", "build"]
    folder, warehouse = exports_folder(), session.warehouse().folder
    if folder is not None and folder != default_exports():
        words += ["--exports", str(folder)]
    if warehouse != config.WAREHOUSE:
        words += ["--warehouse", str(warehouse)]
    return shlex.join(words)


def decided() -> list[Decision]:
    """The decisions kept beside the exports, those the warehouse knows already among them."""
    folder = exports_folder()
    return decisions.decided(folder) if folder else []


def decide(system: str, system_id: str, employee_id: str, who: str, *, is_same: bool) -> None:
    """Write one decision and put it into the audit log; `take_message` then says what came of it.

    `who` is the key of the field in which the person who decides wrote their name.
    """
    _, st.session_state[_TOLD] = _written([((system, system_id, employee_id), is_same)], who)


def decide_all(every: Sequence[Pair], refused: Collection[tuple[str, str, str]], who: str) -> None:
    """Write down that each of these pairs is one person, but for those `refused`, which are not; then build.

    `take_wish_to_build` tells the page of the second.
    """
    told = [(one.ids, one.ids not in refused) for one in every]
    count, st.session_state[_TOLD] = _written(told, who)
    st.session_state[_BUILD] = bool(count)


def take_wish_to_build() -> bool:
    """Whether this visitor's last decisions are to be built from; once, then no more."""
    return bool(st.session_state.pop(_BUILD, False))


def _written(told: Sequence[tuple[tuple[str, str, str], bool]], who: str) -> tuple[int, str]:
    """How many decisions were written down, and what came of it, in one line; the audit log has a line a file."""
    why_not, folder, warehouse = hindrance(), exports_folder(), session.warehouse().folder
    if why_not or folder is None:
        return 0, why_not or "The exports folder is gone."
    by, today = str(st.session_state.get(who) or ""), datetime.now(UTC).date()
    try:
        audit.ready(warehouse)
        written, refused = decisions.append_all(
            folder, [Decision(*ids, is_same, by, today) for ids, is_same in told]
        )
    except DecisionError as error:
        return 0, str(error)
    except OSError as error:
        return 0, failures.error_in_words(error)
    files = Counter(one.file for one in written)
    lines = [f"Written to {' and '.join(files)}."] if files else []
    try:
        for file, count in files.items():
            audit.write_down(warehouse, session.viewer(), "decide", file, count)
    except AuditError as error:
        lines.append(f"But {error}.")
    # Where nobody's name stands there, every line says the same.
    why = tuple(dict.fromkeys(refused))
    more = (f"And {len(why) - MOST_TOLD} more.",) if len(why) > MOST_TOLD else ()
    return len(written), " ".join((*lines, *why[:MOST_TOLD], *more))


def take_message() -> str:
    """What came of this visitor's last decision; once, then no more."""
    return str(st.session_state.pop(_TOLD, ""))

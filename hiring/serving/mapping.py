"""Files nobody knows yet, for the one person here or a team's keepers: what they are, how they load, a mapping."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from hiring import config
from hiring.access import audit
from hiring.access.audit import AuditError
from hiring.config import CompanySettings, ConfigError
from hiring.loading import files, uploads
from hiring.loading.messages import Message, RefusedError
from hiring.loading.plain_files import UnfitError
from hiring.loading.settings import company_settings, default_exports
from hiring.loading.uploads import UploadError
from hiring.mapping import own, writing
from hiring.mapping import presets as preset_files
from hiring.mapping.facts import Facts
from hiring.mapping.own import State
from hiring.mapping.presets import MappingError, Preset, preset_of
from hiring.mapping.preview import Preview
from hiring.mapping.writing import Draft
from hiring.serving import matches, session
from hiring.serving.kept import size_of
from hiring.serving.once import Once
from hiring.warehouse import failures, previewing, surveying
from hiring.warehouse.build import BuildResult, Request, build
from hiring.warehouse.pointer import BusyError
from hiring.warehouse.surveying import Glance

FILE = "file_to_map"  # the field, and the part of the address, that names the file looked at
_TOLD, _SENT = "_told_of_mapping", "_count_sent"
_MOST_LOOKS = 1000
ELSEWHERE = (
    "Files are mapped and sent only at the machine the exports lie on, by one person: open the dashboard there, or map "
    "the file on its command line: python -m hiring map --help."
)


def folder() -> Path | None:
    """The folder of the person's own exports, where it is known; it need not be there yet."""
    own = config.exports_named() or config.EXPORTS
    if session.version_served() is None:
        usual = default_exports()
        return own if config.exports_named() or usual.resolve() == config.SAMPLE.resolve() else usual
    known = matches.exports_folder()
    if known is not None and known.resolve() != config.SAMPLE.resolve():
        return known
    if bool(session.ask("shared/company")["is_sample"].iloc[0]):
        return own
    return None


def hindrance() -> str:
    """Why no file can be looked at, mapped or sent here, in a sentence; nothing where it can."""
    if why := matches.kept_from(ELSEWHERE, "Your access does not include the exports."):
        return why
    if folder() is None:
        return (
            "This warehouse was built from a folder the dashboard does not know. Start it with HIRING_EXPORTS "
            "naming that folder, or map the file on the command line: python -m hiring map --help."
        )
    return too_full()


def too_full() -> str:
    """That the folder holds more files than are read, in a sentence; nothing where it does not, or is not there."""
    place = folder()
    try:
        files.names(place) if place else []
    except UnfitError as error:
        return (
            f"The exports folder holds {error.found}, and {error.wanted} are read: keep only the latest there, "
            "older ones in another folder."
        )
    except OSError:
        return ""
    return ""


def presets() -> tuple[Preset, ...]:
    """Every preset and every mapping of one's own; those that can be read, where one of the latter cannot."""
    known = folder()
    try:
        return own.every(known) if known else ()
    except MappingError:
        return ()


def installed() -> tuple[Preset, ...]:
    """The presets that came with the dashboard; none where one of them cannot be read."""
    try:
        return preset_files.installed()
    except MappingError:
        return ()


def wrong_mapping() -> str:
    """What is wrong with a mapping file, in one line; nothing where all can be read."""
    known = folder()
    try:
        own.every(known) if known else ()
    except MappingError as error:
        return str(error)
    return ""


@st.cache_resource(show_spinner=False)
def _looks() -> Once[Any]:
    """What was seen in files nobody mapped yet, by the state they were in."""
    return Once(_MOST_LOOKS, config.MOST_BYTES_OF_LOOKS, size_of)


def _glances(known: State, file: str, stamp: tuple[int, int, int]) -> list[Glance]:
    """What one file, in the state of its stamp, seems to be; of a workbook each sheet."""

    def seen() -> list[Glance]:
        return surveying.glances(known.folder, own.every(known.folder), file)

    found: list[Glance] = _looks().get(("glances", known, file, stamp), seen)
    return found


def glances() -> list[Glance]:
    """What each file of the folder seems to be; none where the folder is not there."""
    place = folder()
    try:
        known = own.known_state(place) if place and place.is_dir() else None
        return (
            [one for named in surveying.named(known.folder) for one in _glances(known, *named)]
            if known
            else []
        )
    except (OSError, MappingError):
        return []


def _survey(state: State, file: str) -> Facts | Message:
    def seen() -> Facts | Message:
        try:
            return surveying.survey(state.folder, file)
        except RefusedError as refusal:
            return refusal.message

    found: Facts | Message = _looks().get(("survey", state, file), seen)
    return found


def survey(file: str) -> Facts | Message:
    """What a file holds, or why it cannot be read as a table."""
    place = folder()
    if place is None:
        return Message("refused", file, outcome="the exports folder is gone")
    return _survey(own.state(place), file)


def _preview(state: State, file: str, text: str) -> Preview:
    def seen() -> Preview:
        name = own.name_for(file)
        others = tuple(preset for preset in own.every(state.folder) if preset.name != name)
        drafted = preset_of(f"{name}.toml", text)
        return previewing.preview(state.folder, file, (*others, drafted), _settings(state.folder))

    found: Preview = _looks().get(("preview", state, file, text), seen)
    return found


def _settings(place: Path) -> CompanySettings:
    try:
        return company_settings(place)
    except ConfigError:
        return CompanySettings()


def preview(file: str, draft: Draft) -> Preview:
    """How the file would load by a draft that nobody saved yet."""
    place = folder()
    try:
        text = writing.mapping_text(draft)
        if place is None:
            raise OSError("the exports folder is gone")
        return _preview(own.state(place), file, text)
    except (MappingError, OSError) as error:
        return Preview(trouble=Message("refused", file, outcome=str(error)))


def is_saved(draft: Draft, name: str) -> bool:
    """Whether the mapping of that name that is there says just this."""
    place = folder()
    if place is None:
        return False
    try:
        return own.is_saved(place, name, writing.mapping_text(draft))
    except ValueError:
        return False


def is_there(name: str) -> bool:
    """Whether a mapping of that name is saved already."""
    place = folder()
    return place is not None and own.path_of(place, name).exists()


def save(file: str, draft: Draft, name: str, *, replaces: bool) -> None:
    """Save the mapping of a file beside the exports; `take_message` then says what came of it."""
    st.session_state[_TOLD] = hindrance() or _saved(file, draft, name, replaces)


def _saved(file: str, draft: Draft, name: str, replaces: bool) -> str:
    place = folder()
    if place is None:
        return "The exports folder is gone."
    try:
        audit.ready(session.warehouse().folder)
        path = own.save(place, name, writing.mapping_text(draft), replaces=replaces)
    except MappingError as error:
        return str(error)
    except OSError as error:
        return failures.error_in_words(error)
    unwritten = write_down("map", path.name)
    also = [one.file for one in glances() if one.mapping == path.stem and one.file != file]
    too = f" It reads these files too, look whether that is right: {', '.join(also)}." if also else ""
    said = f"Saved as {own.FOLDER}/{path.name} beside the exports. The next build reads such files by it."
    return f"{said}{too}{unwritten}"


def upload(name: str, content: bytes, *, replaces: bool) -> None:
    """Put a file into the exports folder and have it looked at; `take_message` then says what came of it."""
    st.session_state[_TOLD] = hindrance() or put(name, content, replaces)


def put(name: str, content: bytes, replaces: bool) -> str:
    """Put a file into the exports folder; gives what came of it, in a line."""
    place = folder()
    if place is None:
        return "The exports folder is gone."
    try:
        audit.ready(session.warehouse().folder)
        path = uploads.put(place, name, content, replaces=replaces)
    except UploadError as error:
        return str(error)
    except OSError as error:
        return failures.error_in_words(error)
    unwritten = write_down("upload", path.name)
    st.session_state[_SENT] = count_sent() + 1
    st.session_state[FILE] = path.name
    return f"{path.name} lies in the exports folder now.{unwritten}"


def count_sent() -> int:
    """How many files this visitor put into the folder."""
    return int(st.session_state.get(_SENT, 0))


def has_file(name: str) -> bool:
    """Whether the exports folder has a file of that (safe) name."""
    place = folder()
    return place is not None and (place / name).exists()


def write_down(action: str, subject: str) -> str:
    """Put what was done into the audit log; gives what is to be said where that failed, else nothing."""
    try:
        audit.write_down(session.warehouse().folder, session.actor(), action, subject, 1)
    except AuditError as error:
        return f" But {error}."
    return ""


def build_now() -> str:
    """Build from the folder of the person's own exports; gives what came of it, in one line."""
    place = folder()
    why = hindrance()
    if why or place is None:
        return why or "The exports folder is gone."
    try:
        result = build(Request(place, session.warehouse().folder))
    except BusyError as error:
        return str(error)
    except OSError as error:
        return failures.error_in_words(error)
    return _ended(result)


def _ended(result: BuildResult) -> str:
    if result.is_good:
        return "Built: every page shows these exports now."
    what = "was refused" if result.outcome == "refused" else "waits for an answer"
    return f"The build {what}, and the last good one stays: {' | '.join(map(str, result.messages[:3]))}"


def take_message() -> str:
    """What came of this visitor's last saving; once, then no more."""
    return str(st.session_state.pop(_TOLD, ""))

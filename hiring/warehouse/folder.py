"""The folder a warehouse lies in: a mark of our own says that it is ours, and only exact names of ours are deleted.

A folder may be named by mistake. So one that holds anything else and no mark is not touched, a file goes only when
its name is one that nobody but a build gives, and nothing is ever reached through a link.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from hiring import config
from hiring.loading import plain_files, private_files
from hiring.loading.messages import Message
from hiring.warehouse import pointer, workplace
from hiring.warehouse.evidence import names
from hiring.warehouse.own_files import is_database, is_wanted, is_warehouse
from hiring.words import one_line

MARK = "hiring_outcomes.json"
FORMAT = 1
_LONGEST_MARK = 10_000
_WHAT = "This folder is a warehouse of Hiring Outcomes. Builds replace and delete their own files in it."
#: The scratch of earlier versions. Folders of people's own may be called so as well: known, never deleted.
_OLDER_SCRATCH = re.compile(r"building-[a-z0-9_]{8}")
_RECORDS = frozenset({"last_attempt.json", "last_attempt.json.new"})
_RECORD_STARTS = b'{\n "format": '
_OURS = frozenset(
    {
        MARK,
        f"{MARK}.new",
        pointer.POINTER,
        f"{pointer.POINTER}.new",
    }
    | _RECORDS
    | {names.LOCK}
    | {"lock", "audit.jsonl"}  # the audit log of earlier versions
)
#: What systems put into a folder by themselves: it is empty all the same.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "lost+found", ".gitkeep"})


class FolderError(OSError):
    """The folder cannot be the warehouse; the text is one line for whoever named it."""


@dataclass(frozen=True)
class Origin:
    """Which exports a warehouse was built from last: the mark of their folder, its name, whether they are invented."""

    exports: str
    exports_name: str
    is_sample: bool


def accept(folder: Path, exports: Path) -> None:
    """Raises `FolderError` where the folder must not be touched, `OSError` where it cannot be read; writes nothing."""
    _accept_apart(private_files.real(folder), private_files.real(exports))
    if folder.is_dir() and not is_marked(folder):
        found = _strange(folder)
        if found:
            raise FolderError(
                f"{folder} · found {one_line(found)}, and no mark that this is a warehouse · nothing was touched · "
                f"name another folder with --warehouse DIR (or HIRING_WAREHOUSE); if this one is meant, put an "
                f"empty file named {MARK} into it"
            )


def _accept_apart(folder: Path, exports: Path) -> None:
    """Neither may lie in the other: whoever deletes the warehouse would delete exports, and a build would read it."""
    if _is_within(folder, exports) or _is_within(exports, folder):
        how = "the same folder" if _is_same(folder, exports) else "one within the other"
        raise FolderError(
            f"{folder} · the warehouse and the exports ({exports}) are {how} · name another folder with "
            "--warehouse DIR (or HIRING_WAREHOUSE)"
        )


def _is_within(one: Path, other: Path) -> bool:
    return any(_is_same(path, other) for path in (one, *one.parents))


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are one place, also where a disk knows it by several names (as with capital letters on a Mac)."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def is_marked(folder: Path) -> bool:
    """Whether the folder carries our mark, or the empty file by which a person says that it is meant."""
    content = _mark_of(folder)
    return content is not None and (not content.strip() or bool(_read(content)))


def origin(folder: Path) -> Origin | None:
    """Which exports the mark says the last good build was made from; `None` where it does not say."""
    return _origin_in(_mark_of(folder))


def _origin_in(content: bytes | None) -> Origin | None:
    known = _read(content or b"")
    try:
        return Origin(str(known["exports"]), str(known["exports_name"]), bool(known["is_sample"]))
    except KeyError:
        return None


def is_mark_unreadable(folder: Path) -> bool:
    """Whether a mark is there that tells nothing: by hand, or damaged."""
    content = _mark_of(folder)
    return content is not None and not _read(content)


def _mark_of(folder: Path) -> bytes | None:
    """What stands in the mark, which is a plain file of this folder and no link."""
    return _content(folder / MARK)


def _content(path: Path) -> bytes | None:
    try:
        return plain_files.content(path, _LONGEST_MARK)
    except OSError:
        return None


def _read(content: bytes) -> dict[str, object]:
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) and found.get("what") == _WHAT else {}


def _strange(folder: Path) -> str:
    """The first name no build leaves; nothing where the folder is empty, or of an earlier version that left no mark."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.stat(follow_symlinks=False).st_mode) for entry in entries)
    for name, mode in found:
        if name not in _LITTER and not (_is_left_by_us(name, mode) and _is_no_other(folder / name)):
            return name
    is_ours = any(is_warehouse(name) for name, _ in found) or bool(pointer.named(folder))
    return pointer.POINTER if any(name == pointer.POINTER for name, _ in found) and not is_ours else ""


def _is_left_by_us(name: str, mode: int) -> bool:
    if stat.S_ISDIR(mode):
        return bool(workplace.NAME.fullmatch(name) or _OLDER_SCRATCH.fullmatch(name))
    return stat.S_ISREG(mode) and (name in _OURS or is_database(name))


def _is_no_other(path: Path) -> bool:
    """Whether a file of a name that people may give as well holds what a build leaves in it, and replaces."""
    if path.name in ("lock", names.LOCK):
        return path.stat().st_size == 0
    if path.name == f"{pointer.POINTER}.new":
        return pointer.NAME.fullmatch((_content(path) or b"").decode(errors="replace").strip()) is not None
    if path.name in _RECORDS:
        with plain_files.opened(path) as file:
            return file.read(len(_RECORD_STARTS)) == _RECORD_STARTS
    return True


def make(folder: Path) -> None:
    """Make the folder, for nobody but this account, where there is none."""
    folder.mkdir(mode=private_files.PRIVATE_FOLDER, parents=True, exist_ok=True)


def claim(folder: Path) -> list[Message]:
    """Mark an accepted folder as ours, close it to other accounts and sweep it; gives what is to be said of it.

    Whoever calls it holds the folder's lock.
    """
    if not _read(_mark_of(folder) or b""):
        _write(folder, {})
    sweep(folder)
    workplace.sweep_aside()
    return [*_closed(folder), *_left_over(folder)]


def mark(folder: Path, built_from: Origin) -> None:
    """Keep which exports the warehouse was built from, so that no others take its place unasked should it vanish."""
    if origin(folder) != built_from:
        _write(folder, asdict(built_from))
    _note(folder, built_from)


def _note_of(folder: Path) -> Path | None:
    """Where it stands also, should the folder vanish: of the usual one only, which is built and shown unasked."""
    home = config.WAREHOUSE
    return home.parent / "audit" / f"{home.name}.json" if _is_same(folder, home) else None


def _note(folder: Path, built_from: Origin) -> None:
    note = _note_of(folder)
    if note is None or noted(folder) == built_from or (built_from.is_sample and not note.exists()):
        return
    if not note.parent.is_symlink():
        note.parent.mkdir(mode=private_files.PRIVATE_FOLDER, parents=True, exist_ok=True)
        private_files.replaced(note, _text(asdict(built_from)))


def noted(folder: Path) -> Origin | None:
    """Which exports the last good build of this folder was made from, as was kept outside of it."""
    note = _note_of(folder)
    return _origin_in(_content(note)) if note else None


def _write(folder: Path, content: dict[str, object]) -> None:
    private_files.replaced(folder / MARK, _text(content))


def _text(content: dict[str, object]) -> bytes:
    return json.dumps({"what": _WHAT, "format": FORMAT, **content}, indent=1).encode() + b"\n"


def _closed(folder: Path) -> list[Message]:
    """Take what others on this machine may do from the folder and our files; says where that is not ours to take."""
    if os.name != "posix":
        return []
    _close(folder, folder.stat().st_mode)
    for name, mode in _entries(folder):
        if stat.S_ISREG(mode) and (name in _OURS or is_database(name)):
            _close(folder / name, mode)
    if not folder.stat().st_mode & 0o077:
        return []
    todo = "let the account that owns it run: chmod 700"
    return [Message("note", str(folder), found="a folder that others on this machine may open", todo=todo)]


def _close(path: Path, mode: int) -> None:
    is_elsewhere_too = (
        stat.S_ISREG(mode) and path.lstat().st_nlink > 1
    )  # under a name that somebody else gave it
    if mode & 0o077 and not is_elsewhere_too:
        with suppress(PermissionError):
            path.chmod(stat.S_IMODE(mode) & 0o700)


def _left_over(folder: Path) -> list[Message]:
    """Folders that a killed build of an earlier version may have left: they are not deleted by that name alone."""
    outcome = "not touched: it may be yours"
    todo = "delete it if a build of an earlier version left it: it holds copies of exports then"
    return [
        Message("note", name, outcome=outcome, todo=todo)
        for name, mode in _entries(folder)
        if stat.S_ISDIR(mode) and _OLDER_SCRATCH.fullmatch(name)
    ]


def _entries(folder: Path) -> list[tuple[str, int]]:
    """Names and kinds of what lies in the folder, a link as a link; without what went away meanwhile."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):
                found.append((entry.name, entry.stat(follow_symlinks=False).st_mode))
    return sorted(found)


def sweep(folder: Path) -> None:
    """Delete warehouses no longer served, their evidence, and what a killed build left.

    Files in use elsewhere are left alone.

    Only in a folder with our mark, only plain files and folders, only by the exact names a build gives.
    """
    if not is_marked(folder):
        return
    serving = pointer.served(folder)
    for name, mode in _entries(folder):
        with suppress(OSError):
            if stat.S_ISREG(mode) and is_database(name) and not is_wanted(folder, name, serving):
                (folder / name).unlink()
            elif stat.S_ISDIR(mode) and workplace.NAME.fullmatch(name):
                shutil.rmtree(folder / name)

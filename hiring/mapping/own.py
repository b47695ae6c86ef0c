"""The mappings that people made for files of their own: they lie beside the exports, in the folder `mappings`.

They name columns and words of one company, so that they belong to its exports and not to the dashboard.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hiring import config
from hiring.loading import plain_files
from hiring.loading.files import OWN_MAPPINGS
from hiring.mapping import presets
from hiring.mapping.presets import MappingError, Preset

FOLDER = OWN_MAPPINGS
#: A longer name would not fit every file system, with its ending.
LONGEST_NAME = 80


def own(exports: Path) -> tuple[Preset, ...]:
    """The mappings beside these exports; raises `MappingError` at the first that is wrong."""
    return presets.presets_in(exports / FOLDER)


def every(exports: Path) -> tuple[Preset, ...]:
    """The presets that came with the dashboard and the mappings beside these exports."""
    return (*presets.installed(), *own(exports))


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of a folder from another: names, sizes and times of what lies in it."""
    found = []
    with suppress(OSError):
        for entry in plain_files.entries(folder):
            with suppress(FileNotFoundError):
                status = entry.stat(follow_symlinks=False)
                found.append((entry.name, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))


@dataclass(frozen=True)
class State:
    """A folder of exports and all that decides how its files are read: what is kept for one holds for no other."""

    folder: Path
    stamps: tuple[tuple[tuple[str, int, int], ...], ...]


def state(exports: Path) -> State:
    """The state these exports are in now, the mappings beside them and those of the dashboard included."""
    return State(exports, (_stamps(exports), _stamps(exports / FOLDER), _stamps(config.MAPPINGS)))


def known_state(exports: Path) -> State:
    """The same of the mappings alone: whatever the exports are, by these their files are known."""
    return State(exports, (_stamps(exports / FOLDER), _stamps(config.MAPPINGS)))


def name_for(file: str) -> str:
    """What the mapping of a file is called: its name without endings, in plain letters, digits, `-` and `_`."""
    stem = file.replace("›", "-").split("/")[-1].split("\\")[-1]
    while (shorter := re.sub(r"\.(csv|tsv|txt|gz|xlsx|xlsm)(?=\W|$)", "", stem, flags=re.IGNORECASE)) != stem:
        stem = shorter
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-")
    return name or "mapping"


def path_of(exports: Path, name: str) -> Path:
    """Where the mapping of that name lies, or would."""
    return exports / FOLDER / f"{name_for(name)}.toml"


def save(exports: Path, name: str, text: str, *, replaces: bool = False) -> Path:
    """Write a mapping in one step; gives its path.

    Raises `MappingError` where nothing could be read back from it, where one of that name is there already
    (unless it `replaces` that) or where the place is no plain file; `OSError` of the disk.
    """
    target = path_of(exports, name)
    presets.preset_of(target.name, text)
    if _is_elsewhere(target.parent) or plain_files.kind_in_the_way(target):
        raise MappingError(f"{FOLDER}/{target.name} · not a regular file · take it away first")
    if target.exists() and not replaces:
        there = f"{FOLDER}/{target.name} · there is one of that name already"
        raise MappingError(f"{there} · replace it, or choose another name")
    target.parent.mkdir(exist_ok=True)
    plain_files.put(target, text.encode())
    return target


def is_saved(exports: Path, name: str, text: str) -> bool:
    """Whether the mapping of that name says just this."""
    try:
        return plain_files.text(path_of(exports, name)) == text
    except (OSError, UnicodeDecodeError):
        return False


def _is_elsewhere(folder: Path) -> bool:
    """Whether something else than a folder lies there; a link to one leads away from the exports."""
    return folder.is_symlink() or (folder.exists() and not folder.is_dir())

"""A file from a browser put into the exports folder: under a safe name, whole or not at all, never over another."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from hiring.loading import plain_files
from hiring.loading.files import content_refusal, is_export, name_trouble

#: What an export may be called at its end.
ENDINGS = ("csv", "tsv", "txt", "gz", "xlsx", "xlsm", "xls")
#: Megabytes that a browser may send at once; a larger file is put into the folder itself.
LARGEST_MB = 50
_LONGEST_NAME = 120
_LOOKED_AT = 65_536  # bytes that tell what a file is
_UNSAFE = re.compile(r"[^\w .()+,&'-]")


def largest() -> int:
    """The most bytes a browser may send at once."""
    return LARGEST_MB * 1024 * 1024  # as browsers count


class UploadError(ValueError):
    """A file that cannot be put into the folder; the text is one line for the person who sent it."""


def safe_name(name: str) -> str:
    """A plain file name out of what a browser calls a file: no folder, nothing invisible, no settings file.

    Raises `UploadError` where the ending is none of `ENDINGS`.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem, _, ending = last.rpartition(".")
    if ending.casefold() not in ENDINGS:
        raise UploadError(f"{last[:80]!r} · wanted a file that ends in {', '.join(ENDINGS)}")
    plain = re.sub(r"\.{2,}", ".", _UNSAFE.sub("_", stem)).strip(" ._~")[:_LONGEST_NAME] or "export"
    safe = f"{plain}.{ending.casefold()}"
    return safe if is_export(safe) and not name_trouble(safe) else f"export_{safe}"


def put(folder: Path, name: str, content: bytes, *, replaces: bool = False) -> Path:
    """Put the content into the folder under `safe_name(name)`; gives its path.

    Raises `UploadError` for an empty or too large file, for one that is no export (a sign-in page), and where a file
    of that name is there already, unless it `replaces` that; `OSError` of the disk.
    """
    target = folder / safe_name(name)
    if not content:
        raise UploadError(f"{target.name} · the file is empty · export it again")
    if len(content) > largest():
        raise UploadError(
            f"{target.name} · larger than {LARGEST_MB} MB · copy the file into {folder} instead"
        )
    refused = None if content.startswith(b"PK") else content_refusal(target.name, content[:_LOOKED_AT])
    if refused:  # in the folder it would stop every build
        raise UploadError(str(refused))
    if plain_files.kind_in_the_way(target):
        raise UploadError(
            f"{target.name} · something else has this name in the exports folder · rename the file"
        )
    if target.exists() and not replaces:
        raise UploadError(
            f"{target.name} · the exports folder has a file of this name · replace it, or rename yours"
        )
    folder.mkdir(parents=True, exist_ok=True)
    plain_files.put(target, content)
    return target

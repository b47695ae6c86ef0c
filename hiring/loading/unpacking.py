"""A gzip file as the plain file inside it, within limits, so that a bomb costs little."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from hiring.loading.limits import Limits
from hiring.loading.messages import refuse

_CHUNK_BYTES = 1024 * 1024
_RATIO_COUNTS_FROM = 64 * 1024 * 1024  # a small repetitive export may pack very well


def unpacked(file: str, packed: Path, target: Path, limits: Limits) -> None:
    """Write the content of `packed` to `target`; raises `RefusedError` beyond a limit or if it is damaged."""
    most = min(
        limits.max_file_bytes,
        max(int(packed.lstat().st_size * limits.max_gzip_ratio), _RATIO_COUNTS_FROM),
    )
    written = 0
    try:
        with gzip.open(packed, "rb") as source, target.open("wb") as sink:
            while chunk := source.read(_CHUNK_BYTES):
                written += len(chunk)
                if written > most:
                    raise refuse(
                        file,
                        "unpacks to far more than an export holds",
                        found=f"over {most:,} bytes unpacked",
                        wanted=f"at most {limits.max_gzip_ratio:g} times its packed size",
                        todo="unpack it yourself and look at it first",
                    )
                sink.write(chunk)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise refuse(
            file,
            "the gzip file is damaged or cut",
            wanted="a whole gzip file",
            todo="export or copy it again",
        ) from error
    if not written:
        raise refuse(
            file, "empty file", found="0 bytes unpacked", wanted="a header and rows", todo="export it again"
        )

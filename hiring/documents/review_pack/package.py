"""An Office file whose bytes tell nothing of when or where it was written."""

from __future__ import annotations

import io
import zipfile

MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell: no moment is meant


def timeless(file: bytes) -> bytes:
    """The same parts in the same order under one moment, so that the same parts are the same bytes."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as given,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as told,
    ):
        for name in given.namelist():
            part = zipfile.ZipInfo(name, MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            told.writestr(part, given.read(name))
    return packed.getvalue()

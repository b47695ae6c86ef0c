"""From a warehouse to its evidence: read where it is kept, worked out and kept where it is not.

Evidence is worked out after a warehouse is served, by whoever comes first: the verb `build`, the verb `evidence`, or
the server. One at a time does it; whoever wants it meanwhile waits for that one. It may stop at any moment: what was
begun is no evidence of anything, and is begun anew.
"""

from __future__ import annotations

import time
from pathlib import Path

from hiring.loading import private_files
from hiring.loading.private_files import HeldError
from hiring.statistics.company import CompanyEvidence, worked_out
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import file, names

#: Seconds between two looks at whether another has worked it out.
_LOOK_EVERY = 0.2


def kept(folder: Path, version: str) -> CompanyEvidence:
    """The evidence of the warehouse of that version. Raises `file.NotKeptError` where it is not there or not whole."""
    return file.read(CompanyEvidence, folder, version)


def made(warehouse: Warehouse) -> CompanyEvidence:
    """The evidence of the warehouse now served, worked out where it is not kept.

    Raises `NotBuiltError` where there is no warehouse, `OSError` where the evidence cannot be kept, or read again.
    """
    mine = ""
    while True:
        version = warehouse.version()
        try:
            return kept(warehouse.folder, version)
        except file.NotKeptError as error:
            if version == mine:  # to work it out again would end the same way
                raise OSError(f"{error} although it was just written") from error
        try:
            with private_files.held(warehouse.folder / names.LOCK):
                _make(warehouse, version)
                mine = version
        except HeldError:
            time.sleep(_LOOK_EVERY)


def _make(warehouse: Warehouse, version: str) -> None:
    """Work it out and keep it; nothing of it where another warehouse came to be served meanwhile."""
    viewer = warehouse.viewer()
    found = worked_out(lambda question: warehouse.for_estimates(question, viewer))
    if warehouse.version() == version:
        written = file.write(found, warehouse.folder, version)
        for other in warehouse.folder.glob("evidence-*.duckdb"):
            if other != written and names.is_of(other.name, version):  # by an earlier version of the program
                other.unlink(missing_ok=True)

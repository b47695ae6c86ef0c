"""What files of evidence are called, so that whoever finds the name has the evidence and needs no pointer.

A name holds the digest and chance in the name of the warehouse it is of, and a digest of the program that worked it
out. The file is put in place whole, and never changed.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from hiring import statistics
from hiring.warehouse import sql_files

#: The name of a file of evidence: the warehouse's digest and chance, the program's digest.
NAME = re.compile(r"evidence-([0-9a-f]{16}-[0-9a-f]{8})-[0-9a-f]{8}\.duckdb")
#: The same while it is written, with chance of its own.
BEGUN = re.compile(r"evidence-[0-9a-f]{16}\.duckdb\.new(?:\.wal)?")
#: Held by whoever works evidence out.
LOCK = "evidence.lock"


def begun() -> str:
    """A name for one that is being written."""
    return f"evidence-{os.urandom(8).hex()}.duckdb.new"


def name_for(version: str) -> str:
    """What the evidence of a warehouse is called, by the name of the warehouse's file."""
    return f"evidence-{version.removeprefix('hiring-').removesuffix('.duckdb')}-{program()}.duckdb"


def is_of(name: str, version: str) -> bool:
    """Whether a file of this name is evidence of that warehouse, by whichever program."""
    found = NAME.fullmatch(name)
    return found is not None and version == f"hiring-{found.group(1)}.duckdb"


@cache
def program() -> str:
    """A digest of all that works evidence out: another version of it works it out anew."""
    digest = hashlib.sha256()
    for path in sorted(Path(statistics.__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for name, query in sorted(sql_files.questions().items()):
        digest.update(f"{name}\n{query.text}".encode())
    return digest.hexdigest()[:8]

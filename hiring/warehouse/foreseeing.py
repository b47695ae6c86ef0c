"""Whom a build that ended early would have erased: what it says must not name them either.

A build can be refused, or wait for an answer, before it knows who is to be forgotten. Then the files that say so, and
those that say how these people are called, are read once more by themselves; the others are only glanced at. Where one
of them cannot be read, no text of a file is told at all.
"""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import islice
from pathlib import Path

import duckdb

from hiring.config import CompanySettings
from hiring.loading import plain_files
from hiring.loading.inbox import at_once
from hiring.loading.ingest import Known, ReadFile, read_exports
from hiring.loading.limits import Limits
from hiring.loading.our_tables import table_named
from hiring.mapping import own, presets
from hiring.mapping.presets import Preset
from hiring.warehouse import erasing, surveying, unsaid
from hiring.warehouse.answers import answers_in
from hiring.warehouse.arranging import arrange
from hiring.warehouse.engine import Engine
from hiring.warehouse.former import former_build
from hiring.warehouse.gates import answered_by
from hiring.warehouse.request import BuildResult, Request
from hiring.warehouse.staging import stage_parameters, type_all
from hiring.warehouse.surveying import Glance
from hiring.warehouse.unsaid import Erased

LIST = "erased_people"
#: Tables that tell of people who is whom and how they are called.
TELLING = frozenset({LIST, "employees", "crm_users", "ats_users", "candidates", "applications", "matches"})


def without_erased(request: Request, result: BuildResult, scratch: Path) -> BuildResult:
    """How a build that was refused or held ended, told without the people it would have erased.

    `scratch` is a folder to be made, which the caller deletes.
    """
    return unsaid.result(result, _foreseen(request, scratch))


def _presets(exports: Path) -> tuple[Preset, ...]:
    try:
        return own.every(exports)
    except presets.MappingError:
        return presets.installed()


def _may_tell(glance: Glance) -> bool:
    """Whether a file that is not known by its header may be one of those that tell of people."""
    named = table_named(glance.file)
    return glance.state in (surveying.REFUSED, surveying.NEAR) and (named is None or named.name in TELLING)


def _foreseen(request: Request, scratch: Path) -> Erased:
    known = _presets(request.exports)
    limits = Limits()
    try:
        glances = surveying.glances(request.exports, known, limits=limits)
        named = {glance.file: table_named(glance.file) for glance in glances}
        if not any(
            LIST in glance.tables or getattr(named[glance.file], "name", "") == LIST for glance in glances
        ):
            return Erased()
        scratch.mkdir()
        return _erased_people(request, glances, known, limits, scratch)
    except plain_files.UnfitError:  # too many files: none of them was read for this build either
        return Erased(is_blind=_names_a_list(request.exports))
    except (OSError, duckdb.Error):
        return Erased(is_blind=True)


def _names_a_list(exports: Path) -> bool:
    """Whether a file is called as one that says whom to erase is; of a folder too full to be listed, the first."""
    with os.scandir(exports) as listed:
        named = (table_named(entry.name) for entry in islice(listed, plain_files.MOST_ENTRIES))
        return any(table is not None and table.name == LIST for table in named)


def _erased_people(
    request: Request, glances: list[Glance], known: tuple[Preset, ...], limits: Limits, scratch: Path
) -> Erased:
    telling = [glance for glance in glances if TELLING & set(glance.tables)]
    read: list[ReadFile] = []
    for number, glance in enumerate(telling):
        read += read_exports(
            request.exports,
            scratch / f"{number:04d}",
            limits=limits,
            known=Known(known, answered_by(answers_in(request.exports))),
            only=glance.file,
            wait=at_once,
        )
    usable = [file for file in read if file.path is not None and file.table in TELLING]
    is_blind = any(map(_may_tell, glances)) or any(file.refused or file.asks for file in read)
    engine = Engine(scratch / "foreseen.duckdb", scratch)
    try:
        type_all(engine, arrange(engine, usable), stage_parameters(request, CompanySettings()))
        former = former_build(request.warehouse)
        names = {person: name for person, (name, _) in former.people.items()} if former else {}
        erased, _ = erasing.who(engine, usable, names)
    finally:
        engine.close()
    files = unsaid.named_files([glance.file for glance in glances], erased)
    return replace(erased, files=files, is_blind=is_blind)

"""The documents say what is there: links lead somewhere, paths and commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from laws.reading import ROOT, own_files

DOCUMENTS = [
    path for path in own_files(ROOT) if path.suffix == ".md" and path.parts[:2] != ("data", "sample")
]
NAMED = re.compile(r"`((?:data|docs|hiring|pages|queries|tests|benchmarks)/[\w./-]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_of_a_document_leads_to_a_file(document: Path) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text) + re.findall(r'(?:src|srcset)="([^"]+)"', text)
    missing = [link for link in links if not (ROOT / document.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_path_a_document_names_is_there(document: Path) -> None:
    named = NAMED.findall((ROOT / document).read_text(encoding="utf-8"))
    built = ("data/exports", "data/warehouse", "data/audit")
    assert [path for path in named if not (ROOT / path).exists() and not path.startswith(built)] == []


def test_every_make_command_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        text = (ROOT / document).read_text(encoding="utf-8")
        asked = set(re.findall(r"`make ([a-z-]+)", text)) | set(
            re.findall(r"^make ([a-z-]+)", text, re.MULTILINE)
        )
        assert asked <= targets, document

"""The tutorial is true: every picture is there, every label is said by the code, every file and verb exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from helpers import practising
from hiring.command_line import verbs

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
LABELS = sorted(set(re.findall(r"\*\*([^*]+)\*\*", TUTORIAL)))
PICTURES = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", TUTORIAL)
CODE = sorted(set(re.findall(r"`([^`]+)`", TUTORIAL)))
#: What a build or a reader makes beside the exports, and how the names of three reports begin.
MADE = {"mappings", "answers.toml", "config.toml", "report"}


def said() -> str:
    files = [*(ROOT / "hiring").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "streamlit_app.py"]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_label_is_said_by_the_code() -> None:
    code = said()
    assert len(LABELS) >= 9
    assert [label for label in LABELS if f'"{label}"' not in code] == []


def test_every_picture_is_there_and_says_what_it_shows() -> None:
    assert len(PICTURES) == 8
    assert [path for _, path in PICTURES if not (ROOT / "docs" / path).is_file()] == []
    taken = (ROOT / "tests" / "browser" / "pictures.py").read_text(encoding="utf-8")
    assert [path for _, path in PICTURES if f'"{Path(path).stem}"' not in taken] == []


@pytest.mark.parametrize("code", CODE)
def test_every_file_folder_and_command_exists(code: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    words = shlex.split(code)
    if words[0] == "make":
        assert f"\n{words[1]}:" in makefile
    elif words[0] == "python":
        verbs.parser().parse_args(words[3:])
    else:
        there = {file.name for file in practising.FILES}
        assert (ROOT / code).exists() or code in there | MADE


def test_what_is_sent_is_what_the_test_of_it_sends() -> None:
    assert {file.parent for file in practising.FILES} == {practising.PRACTICE, practising.VENDORS}
    outside = {file.name for file in practising.FILES if file.parent == practising.VENDORS}
    assert outside == {name for name in outside if name.startswith("report") or f"`{name}`" in TUTORIAL}
    assert len([name for name in outside if name.startswith("report")]) == 3

"""A page is a question and a `show()`: nothing happens on import, nothing is counted or coloured in it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from laws.reading import ROOT, Module, keep, modules, written

LONGEST_PAGE = 120
PLAIN = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
# A constant is a name bound to a literal, or to a container of literals.
LITERAL = (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Load, ast.UnaryOp, ast.USub)


def _pages(root: Path) -> list[Module]:
    return [module for module in modules(root) if module.path.parts[0] == "pages"]


def _is_constant(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return value is not None and all(isinstance(part, LITERAL) for part in ast.walk(value))


def pages_do_nothing_on_import(root: Path) -> list[str]:
    faults = []
    for page in _pages(root):
        body = page.tree.body[1:] if ast.get_docstring(page.tree) else page.tree.body
        faults += [
            f"{page.where}:{node.lineno}: runs on import; move it into show()"
            for node in body
            if not isinstance(node, PLAIN) and not _is_constant(node)
        ]
        faults += [
            f"{page.where}:{function.lineno}: a decorator runs on import"
            for function in body
            if isinstance(function, ast.FunctionDef) and function.decorator_list
        ]
    return faults


def pages_define_show(root: Path) -> list[str]:
    faults = []
    for page in _pages(root):
        shows = [n for n in page.tree.body if isinstance(n, ast.FunctionDef) and n.name == "show"]
        if not shows or shows[0].args.args or shows[0].args.kwonlyargs:
            faults.append(f"{page.where}: defines no show() without arguments")
    return faults


def pages_open_with_a_question(root: Path) -> list[str]:
    return [
        f"{page.where}: the docstring's first line is no question"
        for page in _pages(root)
        if not (ast.get_docstring(page.tree) or "").split("\n")[0].endswith("?")
    ]


def pages_do_no_arithmetic(root: Path) -> list[str]:
    sums = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
    return [
        f"{page.where}:{node.lineno}: arithmetic belongs in a mart, a question or a statistic"
        for page in _pages(root)
        for node in ast.walk(page.tree)
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, sums)
    ]


def pages_are_short(root: Path) -> list[str]:
    return [
        f"{page.where}: {lines} lines; split it at {LONGEST_PAGE}"
        for page in _pages(root)
        if (lines := len(page.text.splitlines())) > LONGEST_PAGE
    ]


#: Where a part of a page may be drawn anew by itself without asking first whether whoever looks still may.
PARTS = {
    "hiring/showing/parts.py": "asks first",
    "hiring/showing/filters.py": "what filters offer is asked for anew",
    "hiring/showing/evidence.py": "says only that something is being worked out",
    "hiring/serving/returning.py": "draws nothing",
}


def parts_ask_first_whether_they_may_be_seen(root: Path) -> list[str]:
    """What such a part was given once it could show long after a right to it ended."""
    return [
        f"{module.where}:{node.lineno}: a fragment of its own; take hiring.showing.parts.part, which asks first"
        for module in modules(root)
        if module.where not in PARTS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "st.fragment"
    ]


LAWS = (
    parts_ask_first_whether_they_may_be_seen,
    pages_do_nothing_on_import,
    pages_define_show,
    pages_open_with_a_question,
    pages_do_no_arithmetic,
    pages_are_short,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


SOUND = '''"""Which sources bring people who reach quota?

A second paragraph.
"""

from hiring import page

LIMIT = 12
COLUMNS: tuple[str, ...] = ("source", "n")


def show() -> None:
    page.lead(f"{LIMIT} hires")


def _help(words: str) -> str:
    return words
'''
BROKEN = [
    (pages_do_nothing_on_import, SOUND + "\nshow()\n"),
    (pages_do_nothing_on_import, SOUND + "\nFRAME = page.load()\n"),
    (pages_do_nothing_on_import, SOUND.replace("def show", "@page.cached\ndef show")),
    (pages_do_nothing_on_import, SOUND + "\nif LIMIT:\n    pass\n"),
    (pages_define_show, SOUND.replace("def show", "def shown")),
    (pages_define_show, SOUND.replace("show()", "show(viewer)")),
    (pages_open_with_a_question, SOUND.replace("quota?", "quota.")),
    (pages_do_no_arithmetic, SOUND + "\n\ndef share(a: int, b: int) -> float:\n    return a / b\n"),
    (pages_are_short, SOUND + "\n" * LONGEST_PAGE),
    (
        parts_ask_first_whether_they_may_be_seen,
        SOUND + "\n\ndef anew() -> None:\n    st.fragment(_help)(LIMIT)\n",
    ),
]


@pytest.mark.parametrize(("law", "text"), BROKEN)
def test_a_broken_law_of_pages_is_seen(law, text: str, tmp_path: Path) -> None:
    assert len(law(written(tmp_path, {"pages/sources.py": text}))) == 1


def test_a_sound_page_breaks_no_law(tmp_path: Path) -> None:
    root = written(tmp_path, {"pages/sources.py": SOUND})
    assert [fault for law in LAWS for fault in law(root)] == []

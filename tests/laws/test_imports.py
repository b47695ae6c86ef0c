"""Who may import whom: one way, down; and each outside library in its own room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from laws.reading import ROOT, Module, keep, modules, written

# An outside library → where it may be imported: a module, or a package with all in it.
ROOMS = {
    "streamlit": (
        "streamlit_app",
        "pages",
        "hiring.session",
        "hiring.filters",
        "hiring.page",
        "hiring.serving",
    ),
    # The server's own ways are met at the gate alone; a page knows nothing of them.
    "starlette": ("hiring.serving",),
    "duckdb": ("hiring.engine", "hiring.warehouse", "hiring.loading.ingest", "hiring.loading.desk"),
    "python_calamine": ("hiring.loading.workbook.repacking",),
    "plotly": ("hiring.charts",),
    "pptx": ("hiring.review",),
    "typst": ("hiring.review", "hiring.role_brief"),
    "xlsxwriter": ("hiring.review",),
    "sqlglot": ("hiring.engine",),
}
# Storeys of the house; what is not named here stands beside, on storey 1: values in, values out.
STOREYS = {
    "hiring": 0,
    "hiring.config": 0,
    "hiring.escaping": 0,
    "hiring.plain_files": 0,
    "hiring.private_files": 0,
    "hiring.toml_files": 0,
    "hiring.contract": 0,
    "hiring.engine": 2,
    "hiring.warehouse": 2,
    # With the session, which tells it whose page is drawn; its rules are values in, values out.
    "hiring.serving": 3,
    "hiring.session": 3,
    "hiring.filters": 3,
    "hiring.page": 3,
    "hiring.review": 3,
    "hiring.verbs": 4,
    "hiring.__main__": 4,
    "pages": 4,
    "streamlit_app": 5,
}
BESIDE = 1
# On storey 1, but not for those beside: they are what the warehouse is built with.
BUILDERS = (
    "hiring.loading",
    "hiring.mapping",
    "hiring.access",
    "hiring.sample",
    "hiring.staging_sql",
    "hiring.sql_files",
)
# What a page may not reach past `page`, `filters` and `session` for.
NOT_FOR_PAGES = (*BUILDERS, "hiring.engine", "hiring.warehouse", "pages")


def _inside(name: str, room: str) -> bool:
    return name == room or name.startswith((f"{room}.", f"{room}_"))


def _storey(name: str) -> int:
    top = ".".join(name.split(".")[:2]) if name.startswith("hiring") else name.split(".")[0]
    return next(
        (storey for room, storey in STOREYS.items() if room != "hiring" and _inside(top, room)), BESIDE
    )


def imported(module: Module, known: frozenset[str]) -> Iterator[str]:
    """Dotted names a module imports, anywhere in it; `from a import b` is `a.b` where that is our module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in known else node.module


def _edges(root: Path) -> list[tuple[Module, str]]:
    known = frozenset(module.name for module in modules(root))
    return [(module, name) for module in modules(root) for name in imported(module, known)]


def outside_libraries_in_their_rooms(root: Path) -> list[str]:
    return [
        f"{module.where}: imports {name}; only {', '.join(ROOMS[top])} may"
        for module, name in _edges(root)
        if (top := name.split(".")[0]) in ROOMS and not any(_inside(module.name, room) for room in ROOMS[top])
    ]


def imports_go_down(root: Path) -> list[str]:
    faults = []
    for module, name in _edges(root):
        if name.split(".")[0] not in ("hiring", "pages", "streamlit_app") or name == "hiring":
            continue
        if _storey(name) > _storey(module.name):
            faults.append(f"{module.where}: imports {name}, which stands above it")
        is_builder = any(_inside(module.name, room) for room in BUILDERS)
        stands_beside = _storey(module.name) == BESIDE and not is_builder
        forbidden = NOT_FOR_PAGES if module.path.parts[0] == "pages" else BUILDERS if stands_beside else ()
        if any(_inside(name, room) for room in forbidden):
            faults.append(f"{module.where}: reaches past its neighbours for {name}")
    return faults


def no_import_goes_in_a_circle(root: Path) -> list[str]:
    graph: dict[str, set[str]] = {}
    for module, name in _edges(root):
        if name.startswith("hiring.") and name != module.name:
            graph.setdefault(module.name, set()).add(name)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" imports ".join(reversed(error.args[1]))]
    return []


def sql_is_written_in_files(root: Path) -> list[str]:
    """SQL as text in Python only where a build is run, never in a page, a chart or a statistic."""
    may = (
        "hiring.engine",
        "hiring.warehouse",
        "hiring.loading.ingest",
        "hiring.loading.desk",
        "hiring.loading.read_file",
        "hiring.mapping.select",
        "hiring.staging_sql",
    )
    starts = ("select ", "select\n", "with ", "insert ", "create ", "delete ", "update ", "copy ")
    faults = []
    for module in modules(root):
        if any(_inside(module.name, room) for room in may):
            continue
        for node in ast.walk(module.tree):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if text.startswith(starts) and (" from " in text or "\nfrom " in text):
                faults.append(f"{module.where}:{node.lineno}: SQL belongs in queries/")
    return faults


LAWS = (
    outside_libraries_in_their_rooms,
    imports_go_down,
    no_import_goes_in_a_circle,
    sql_is_written_in_files,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


BROKEN = [
    (outside_libraries_in_their_rooms, {"hiring/rates.py": "import streamlit as st\n"}),
    (
        outside_libraries_in_their_rooms,
        {"pages/sourcing.py": "def show():\n    from duckdb import connect\n"},
    ),
    (outside_libraries_in_their_rooms, {"hiring/page.py": "import plotly.graph_objects as go\n"}),
    (outside_libraries_in_their_rooms, {"hiring/loading/reader.py": "import duckdb\n"}),
    (outside_libraries_in_their_rooms, {"hiring/session.py": "from starlette.requests import Request\n"}),
    (imports_go_down, {"hiring/warehouse/build.py": "from hiring import session\n", "hiring/session.py": ""}),
    (imports_go_down, {"hiring/access.py": "from hiring.warehouse import ask\n"}),
    (imports_go_down, {"hiring/config.py": "from hiring.rates import share\n"}),
    (imports_go_down, {"hiring/session.py": "import pages.sourcing\n"}),
    (imports_go_down, {"hiring/charts/dots.py": "from hiring.loading.reader import read\n"}),
    (imports_go_down, {"pages/sourcing.py": "from hiring.warehouse.asking import ask\n"}),
    (imports_go_down, {"pages/sourcing.py": "from pages.overview import show\n"}),
    (
        no_import_goes_in_a_circle,
        {"hiring/rates.py": "from hiring import words\n", "hiring/words.py": "import hiring.rates\n"},
    ),
    (sql_is_written_in_files, {"pages/sourcing.py": 'Q = "select a from marts.hires"\n'}),
]


@pytest.mark.parametrize(("law", "files"), BROKEN)
def test_a_broken_import_law_is_seen(law, files: dict[str, str], tmp_path: Path) -> None:
    assert len(law(written(tmp_path, files))) == 1


def test_the_house_as_planned_breaks_no_import_law(tmp_path: Path) -> None:
    imports = {
        "streamlit_app.py": ["import streamlit", "from hiring import filters", "from pages import sourcing"],
        "pages/sourcing.py": ["import streamlit", "from hiring import filters, page, session, charts, rates"],
        "hiring/filters.py": ["import streamlit", "from hiring import session"],
        "hiring/session.py": ["import streamlit", "from hiring.warehouse import asking"],
        "hiring/page.py": ["import streamlit", "from hiring import rates, charts"],
        "hiring/charts/__init__.py": ["import plotly.graph_objects", "from hiring import rates"],
        "hiring/rates.py": ["import numpy", "from hiring import config"],
        "hiring/warehouse/asking.py": ["import duckdb", "from hiring import access, loading"],
        "hiring/loading/ingest.py": ["import duckdb", "from hiring import contract"],
        "hiring/access.py": ["from hiring import config"],
        "hiring/config.py": ["from pathlib import Path"],
        "hiring/contract.py": [],
        "hiring/__main__.py": ["from hiring import sample, staging_sql, warehouse"],
    }
    root = written(tmp_path, {name: "\n".join(lines) for name, lines in imports.items()})
    assert [fault for law in LAWS for fault in law(root)] == []

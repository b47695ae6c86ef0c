"""Who may import whom: one way, down; and each outside library in its own room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from laws.reading import ROOT, Module, keep, modules, written

# An outside library → the rooms (or modules) that may import it.
LIBRARIES = {
    "streamlit": ("streamlit_app", "pages", "hiring.showing", "hiring.serving"),
    # The server's own ways are met at the gate alone; a page knows nothing of them.
    "starlette": ("hiring.serving",),
    "authlib": ("hiring.serving",),
    "duckdb": ("hiring.warehouse", "hiring.loading", "hiring.mapping"),
    "python_calamine": ("hiring.loading.workbook.repacking",),
    "plotly": ("hiring.charts",),
    "pptx": ("hiring.documents",),
    "typst": ("hiring.documents",),
    "xlsxwriter": ("hiring.documents",),
    "sqlglot": ("hiring.warehouse.engine",),
    "cattrs": ("hiring.warehouse.evidence.values",),
}
VALUES = ("config", "words")
EXPORTS = ("contract", "loading", "mapping", "identity")
JUDGED = ("access", "statistics", "metrics")
# A room of the house → the rooms it may import from. One way, down; what is not named here may import nothing of ours.
MAY: dict[str, tuple[str, ...]] = {
    "config": (),
    "words": (),
    "contract": VALUES,
    "loading": (*VALUES, "contract", "mapping"),
    "mapping": (*VALUES, "contract", "loading"),
    "identity": (*VALUES, "contract", "loading"),
    "access": (*VALUES, "loading"),
    "statistics": (*VALUES, "access"),
    "metrics": (*VALUES, "access", "statistics"),
    "findings": (*VALUES, *JUDGED, "identity"),
    "charts": (*VALUES, "findings"),
    "documents": (*VALUES, "statistics", "findings", "charts"),
    "sample": (*VALUES, "contract", "loading"),
    "warehouse": (*VALUES, *EXPORTS, "access", "statistics"),
    "command_line": (*VALUES, *EXPORTS, *JUDGED, "sample", "warehouse", "findings", "documents"),
    "serving": (*VALUES, *EXPORTS, "access", "statistics", "findings", "charts", "warehouse"),
    "showing": (*VALUES, *EXPORTS, *JUDGED, "findings", "charts", "documents", "serving"),
    "pages": (*VALUES, *JUDGED, "identity", "findings", "charts", "serving", "showing"),
    "__main__": ("command_line", "access", "warehouse"),
    "streamlit_app": (*VALUES, "findings", "serving", "showing", "pages"),
}


def _inside(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def _room(name: str) -> str:
    """`hiring.findings.sources.costs` → `findings`; `pages.sources` → `pages`."""
    first, *rest = name.split(".")
    return rest[0] if first == "hiring" and rest else first


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
        f"{module.where}: imports {name}; only {', '.join(LIBRARIES[top])} may"
        for module, name in _edges(root)
        if (top := name.split(".")[0]) in LIBRARIES
        and not any(_inside(module.name, room) for room in LIBRARIES[top])
    ]


def imports_go_down(root: Path) -> list[str]:
    faults = []
    for module, name in _edges(root):
        if name.split(".")[0] not in ("hiring", "pages", "streamlit_app") or name == "hiring":
            continue
        mine, other = _room(module.name), _room(name)
        if mine == "pages" and other == "pages" and name != module.name:
            faults.append(f"{module.where}: imports {name}; what two pages need stands in hiring/showing")
        elif mine != other and other not in MAY.get(mine, ()):
            may = ", ".join(MAY.get(mine, ())) or "nothing of ours"
            faults.append(f"{module.where}: imports {name}; {mine} may import {may}")
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
        "hiring.warehouse",
        "hiring.loading.ingest",
        "hiring.loading.desk",
        "hiring.loading.read_file",
        "hiring.mapping.select",
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
    (outside_libraries_in_their_rooms, {"hiring/statistics/rates.py": "import streamlit as st\n"}),
    (
        outside_libraries_in_their_rooms,
        {"pages/sources.py": "def show():\n    from duckdb import connect\n"},
    ),
    (outside_libraries_in_their_rooms, {"hiring/showing/page.py": "import plotly.graph_objects as go\n"}),
    (outside_libraries_in_their_rooms, {"hiring/findings/reader.py": "import duckdb\n"}),
    (
        outside_libraries_in_their_rooms,
        {"hiring/showing/page.py": "from starlette.requests import Request\n"},
    ),
    (
        imports_go_down,
        {"hiring/warehouse/build.py": "from hiring.serving import session\n"},
    ),
    (imports_go_down, {"hiring/access/viewer.py": "from hiring.warehouse import ask\n"}),
    (imports_go_down, {"hiring/config.py": "from hiring.statistics.rates import share\n"}),
    (imports_go_down, {"hiring/serving/session.py": "import pages.sources\n"}),
    (imports_go_down, {"hiring/charts/dots.py": "from hiring.loading.reader import read\n"}),
    (imports_go_down, {"pages/sources.py": "from hiring.warehouse.asking import ask\n"}),
    (imports_go_down, {"pages/sources.py": "from pages.overview import show\n"}),
    (
        no_import_goes_in_a_circle,
        {
            "hiring/statistics/rates.py": "from hiring import words\n",
            "hiring/words.py": "import hiring.statistics.rates\n",
        },
    ),
    (sql_is_written_in_files, {"pages/sources.py": 'Q = "select a from marts.hires"\n'}),
]


@pytest.mark.parametrize(("law", "files"), BROKEN)
def test_a_broken_import_law_is_seen(law, files: dict[str, str], tmp_path: Path) -> None:
    assert len(law(written(tmp_path, files))) == 1


def test_the_house_as_planned_breaks_no_import_law(tmp_path: Path) -> None:
    imports = {
        "streamlit_app.py": [
            "import streamlit",
            "from hiring.showing import filters",
            "from pages import sources",
        ],
        "pages/sources.py": [
            "import streamlit",
            "from hiring.serving import session",
            "from hiring import charts",
        ],
        "hiring/showing/filters.py": ["import streamlit", "from hiring.serving import session"],
        "hiring/serving/session.py": ["import streamlit", "from hiring.warehouse import asking"],
        "hiring/showing/page.py": ["import streamlit", "from hiring.findings import sentences"],
        "hiring/charts/__init__.py": ["import plotly.graph_objects", "from hiring.findings import marks"],
        "hiring/findings/sentences.py": ["from hiring.statistics import rates"],
        "hiring/statistics/rates.py": ["import numpy", "from hiring import words"],
        "hiring/warehouse/asking.py": ["import duckdb", "from hiring.access import viewer"],
        "hiring/loading/ingest.py": ["import duckdb", "from hiring import contract"],
        "hiring/access/viewer.py": ["from hiring import config"],
        "hiring/config.py": ["from pathlib import Path"],
        "hiring/contract.py": [],
        "hiring/command_line/build.py": ["from hiring.warehouse import build", "from hiring import sample"],
        "hiring/__main__.py": ["from hiring.command_line import build"],
    }
    root = written(tmp_path, {name: "\n".join(lines) for name, lines in imports.items()})
    assert [fault for law in LAWS for fault in law(root)] == []

"""Whatever keeps what stood in files can be made to forget it: each cache says so, or why it need not."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from laws.reading import ROOT, keep, modules, written

# What is kept for ever, and why nothing of a file stands in it.
HOLDS_NOTHING_READ = {
    "hiring/warehouse/parsed.py:parser": "a connection that only parses",
    "hiring/warehouse/sql_files.py:_ours": "our own SQL",
    "hiring/warehouse/sql_files.py:questions": "our own SQL",
    "hiring/warehouse/evidence/names.py:program": "our own code",
    "hiring/command_line/tracing/sources.py:modules": "our own code",
    "hiring/command_line/tracing/walk.py:walked": "our own code",
    "hiring/command_line/tracing/below.py:_selects": "our own SQL",
    "hiring/command_line/tracing/below.py:read_by": "our own SQL",
    "hiring/command_line/tracing/below.py:_made_at": "our own code",
    "hiring/command_line/tracing/below.py:_agreed_at": "our own code",
    "hiring/charts/paper/colours.py:palette": "our own theme",
    "hiring/statistics/rates.py:_binomial_below": "numbers of a distribution",
    "hiring/findings/methods/proof.py:kept": "figures kept with the code",
    "hiring/findings/methods/pull.py:kept": "figures kept with the code",
    "hiring/findings/methods/scale.py:kept": "figures kept with the code",
}
CACHES = ("lru_cache", "cache")
STREAMLITS = ("cache_data", "cache_resource")


def _name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def every_cache_can_be_forgotten(root: Path) -> list[str]:
    """`forgetting.too` stands above each `lru_cache`; of Streamlit's caches only those of one thing are used."""
    faults = []
    for module in modules(root):
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            names = [_name(one) for one in node.decorator_list]
            place = f"{module.where}:{node.name}"
            if (
                any(name in CACHES for name in names)
                and "too" not in names
                and place not in HOLDS_NOTHING_READ
            ):
                faults.append(f"{place}: keeps what it gave for ever; put @forgetting.too above it")
            takes = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if any(name in STREAMLITS for name in names) and takes:
                faults.append(f"{place}: keeps by argument beyond a warehouse; keep it in a Once")
    return faults


def test_the_project_keeps_it() -> None:
    keep(every_cache_can_be_forgotten(ROOT))


@pytest.mark.parametrize(
    "text",
    [
        "@lru_cache(maxsize=8)\ndef named(row):\n    return row\n",
        "@functools.cache\ndef named(row):\n    return row\n",
        "@st.cache_data\ndef named(row):\n    return row\n",
        "@st.cache_resource(max_entries=4)\ndef named(*, row):\n    return row\n",
    ],
)
def test_a_cache_that_cannot_be_forgotten_is_seen(text: str, tmp_path: Path) -> None:
    assert len(every_cache_can_be_forgotten(written(tmp_path, {"hiring/showing/page.py": text}))) == 1


def test_a_cache_that_can_be_forgotten_is_sound(tmp_path: Path) -> None:
    text = "@forgetting.too\n@lru_cache(maxsize=8)\ndef named(row):\n    return row\n"
    text += "@st.cache_resource\ndef one():\n    return 1\n"
    assert every_cache_can_be_forgotten(written(tmp_path, {"hiring/showing/page.py": text})) == []

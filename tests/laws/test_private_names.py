"""No private name of a library is touched: what starts with one underscore may be another thing in its next version."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from laws.reading import ROOT, keep, modules, written

#: Whose private names are a module's own: its instances and classes.
OWN = ("self", "cls", "mcs")


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def private_names_of_others_are_left_alone(root: Path) -> list[str]:
    """In annotations and texts for `getattr` too, and `noqa` excuses none."""
    faults = []
    for module in modules(root):
        classes = {node.name for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and _is_private(node.attr):
                owner = node.value
                # `super()._name` and another of one's own kind (`other._name`) are told by what the module defines.
                is_own = isinstance(owner, ast.Name) and owner.id in (*OWN, *classes)
                if not is_own and node.attr not in _defined(module.tree):
                    faults.append(f"{module.where}:{node.lineno}: {ast.unparse(node)} is a private name")
            elif isinstance(node, ast.ImportFrom):
                faults += [
                    f"{module.where}:{node.lineno}: imports {alias.name}, a private name"
                    for alias in node.names
                    if _is_private(alias.name)
                ]
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "getattr",
                "setattr",
                "delattr",
            ):
                named = node.args[1] if len(node.args) > 1 else None
                if isinstance(named, ast.Constant) and _is_private(str(named.value)):
                    faults.append(f"{module.where}:{node.lineno}: reaches for {named.value}, a private name")
    return faults


def _defined(tree: ast.Module) -> set[str]:
    """Private names that the module gives itself: functions, methods, and what is set on `self` or in a class."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and getattr(node.value, "id", "") in OWN
        ):
            found.add(node.attr)
    return found


def test_the_project_keeps_it() -> None:
    keep(private_names_of_others_are_left_alone(ROOT))


@pytest.mark.parametrize(
    "text",
    [
        "import pandas as pd\ndef of(frame):\n    return frame._mgr\n",
        "import pandas as pd\ndef of(frame):\n    return frame._mgr.blocks  # noqa: SLF001\n",
        "import argparse\ndef add(verbs: argparse._SubParsersAction) -> None:\n    pass\n",
        "from argparse import _SubParsersAction\n",
        "def of(frame):\n    return getattr(frame, '_mgr')\n",
    ],
)
def test_what_breaks_it_is_found(tmp_path: Path, text: str) -> None:
    written(tmp_path, {"hiring/a.py": text})
    assert len(private_names_of_others_are_left_alone(tmp_path)) == 1


def test_a_module_may_use_its_own(tmp_path: Path) -> None:
    text = "\n".join(
        [
            *("class A:", "    def __init__(self, other):", "        self._a = other._a"),
            *(
                "    def __len__(self):",
                "        return self._n()",
                "    def _n(self):",
                "        return A._of(self)",
            ),
            *("    @staticmethod", "    def _of(a):", "        return a._a"),
        ]
    )
    written(tmp_path, {"hiring/a.py": text})
    assert private_names_of_others_are_left_alone(tmp_path) == []

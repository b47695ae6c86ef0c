"""Where the product decides that something is clear: found in the trees of its modules, whoever wrote them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from laws.reading import Module, modules

_VERDICTS = ("judge", "judge_answer", "judge_together", "label_of_range", "most_telling")
#: Whatever gives a label. A new one belongs here.
JUDGES = {
    *(f"hiring.statistics.verdicts.{name}" for name in _VERDICTS),
    "hiring.statistics.evidence.claims.labels",
    "hiring.statistics.profiles.gates.label_of",
    "hiring.statistics.ratings.not_known.standing",
}
#: What a chance or a probability is held against where something is called clear, or said as if it were.
THRESHOLDS = {
    *("CLEAR_FROM", "BY_LUCK_IN_A_SET", "BY_LUCK_IN_AN_ANSWER", "MORE_THAN_LUCK"),
    *("COMBINATION_BY_LUCK", "ROLES_DIFFER_BELOW", "SAID_FROM", "STANDS_OUT"),
}
ENDS = {"low", "high"}


def sites(root: Path) -> set[str]:
    """Every function that judges, as `module.function`; a method by its own name."""
    found = set()
    for module in modules(root):
        names = _imported(module)
        for function in _functions(module.tree):
            if any(_judges(node, names) for node in _own(function)):
                found.add(f"{module.name}.{function.name}")
    return found


def _imported(module: Module) -> dict[str, str]:
    """What each name of a module stands for, in full: what it imports from the package, and its own functions."""
    names = {function.name: f"{module.name}.{function.name}" for function in _functions(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom):
            names |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return names


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The nodes of the body; not the header, whose defaults and words judge nothing."""
    for statement in function.body:
        yield from ast.walk(statement)


def _judges(node: ast.AST, names: dict[str, str]) -> bool:
    if isinstance(node, ast.Call):
        return _in_full(node.func, names) in JUDGES
    if isinstance(node, ast.Compare):
        return _is_off_zero(node)
    if isinstance(node, ast.Return) and node.value is not None:
        return any(_is_clear(part) for part in _results(node.value))
    return isinstance(node, ast.Name | ast.Attribute) and _name(node) in THRESHOLDS


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _in_full(node: ast.AST, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{names.get(node.value.id, '')}.{node.attr}"
    return names.get(_name(node), "")


def _is_off_zero(node: ast.Compare) -> bool:
    """An end of a range held against zero."""
    sides = [node.left, *node.comparators]
    is_zero = any(isinstance(one, ast.Constant) and one.value == 0 for one in sides)
    is_strict = any(isinstance(one, ast.Gt | ast.Lt) for one in node.ops)
    return is_zero and is_strict and any(_name(one) in ENDS for one in sides)


def _results(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may come to, of a choice each of its two."""
    if isinstance(node, ast.IfExp):
        yield from _results(node.body)
        yield from _results(node.orelse)
    else:
        yield node


def _is_clear(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "CLEAR"

"""The product's Python as trees: what each module calls by which name, and where it stands."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from hiring.config import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A module: its dotted name, its path below the root, and what its own and its imported names stand for."""

    name: str
    path: str
    functions: dict[str, Function] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    values: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def modules(root: Path = ROOT) -> dict[str, Module]:
    """Every module of the pages and the package, by dotted name."""
    found = {}
    for folder in ("pages", "hiring"):
        for path in sorted((root / folder).rglob("*.py")):
            below = path.relative_to(root)
            name = ".".join(below.with_suffix("").parts).removesuffix(".__init__")
            found[name] = _read(name, below.as_posix(), ast.parse(path.read_text(encoding="utf-8")))
    return found


def pages() -> dict[str, Module]:
    """The pages by their topic: those of `pages/` that have a `show`."""
    return {
        name.removeprefix("pages."): module
        for name, module in modules().items()
        if name.startswith("pages.") and "show" in module.functions
    }


def _read(name: str, path: str, tree: ast.Module) -> Module:
    module = Module(name, path)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                module.imports[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                module.imports[alias.asname or alias.name.split(".")[0]] = alias.name
    for node in tree.body:
        if isinstance(node, Function):
            module.functions[node.name] = node
        elif isinstance(node, ast.ClassDef):
            module.classes[node.name] = node
        elif isinstance(node, ast.Assign):
            module.values.update({one.id: node.value for one in node.targets if isinstance(one, ast.Name)})
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            module.values[node.target.id] = node.value
    return module


def found_as(dotted: str) -> tuple[Module, str] | None:
    """The module of ours and the name in it that a dotted name stands for, whoever hands it on; else None."""
    for _ in range(5):
        first, _, rest = dotted.rpartition(".")
        while first and first not in modules():
            first, _, one = first.rpartition(".")
            rest = f"{one}.{rest}"
        if not first or dotted in modules():
            return None
        module, (name, *more) = modules()[first], rest.split(".")
        if name not in module.imports:
            return module, rest
        dotted = ".".join([module.imports[name], *more])
    return None


def dotted_name(module: Module, node: ast.expr) -> str:
    """What a name or a chain of attributes stands for, as a dotted name; empty where it is no such thing."""
    if isinstance(node, ast.Name):
        own = node.id in module.functions or node.id in module.classes or node.id in module.values
        return f"{module.name}.{node.id}" if own else module.imports.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = dotted_name(module, node.value)
        return f"{base}.{node.attr}" if base else ""
    return ""


def fields_of(kind: ast.ClassDef) -> list[str]:
    """What a record of this class is made of, in order."""
    return [
        node.target.id
        for node in kind.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]


def method_of(kind: ast.ClassDef, name: str) -> Function | None:
    """The method or property of that name."""
    return next((node for node in kind.body if isinstance(node, Function) and node.name == name), None)


def is_property(function: Function) -> bool:
    """Whether it is read without being called."""
    return any(getattr(one, "id", getattr(one, "attr", "")).endswith("property") for one in function.decorator_list)

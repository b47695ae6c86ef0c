"""The product's Python as trees: what each module calls by which name, and where it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
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
    tree: ast.Module
    functions: dict[str, Function] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    values: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)


class Modules(Mapping[str, Module]):
    """Every module of the pages and the package, by dotted name; each is read when it is asked for."""

    def __init__(self, root: Path) -> None:
        found = (
            path.relative_to(root) for room in ("pages", "hiring") for path in (root / room).rglob("*.py")
        )
        self._root = root
        self._paths = {
            ".".join(path.with_suffix("").parts).removesuffix(".__init__"): path for path in sorted(found)
        }
        self._read: dict[str, Module] = {}

    def __getitem__(self, name: str) -> Module:
        if name not in self._read:
            path = self._paths[name]
            tree = ast.parse((self._root / path).read_text(encoding="utf-8"))
            self._read[name] = _module(name, path.as_posix(), tree)
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def within(self, room: str) -> Iterator[Module]:
        """The modules of a room."""
        return (self[name] for name in self if name == room or name.startswith(f"{room}."))


@lru_cache(maxsize=1)
def modules() -> Modules:
    """The product's modules as they lie here."""
    return Modules(ROOT)


def pages() -> dict[str, Module]:
    """The pages by their topic: those of `pages/` that have a `show`."""
    return {
        module.name.removeprefix("pages."): module
        for module in modules().within("pages")
        if "show" in module.functions
    }


def _module(name: str, path: str, tree: ast.Module) -> Module:
    module = Module(name, path, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            module.imports.update({one.asname or one.name: f"{node.module}.{one.name}" for one in node.names})
        elif isinstance(node, ast.Import):
            module.imports.update({one.asname or one.name.split(".")[0]: one.name for one in node.names})
    for statement in tree.body:
        if isinstance(statement, Function):
            module.functions[statement.name] = statement
        elif isinstance(statement, ast.ClassDef):
            module.classes[statement.name] = statement
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            module.values.update({one.id: statement.value for one in targets if isinstance(one, ast.Name)})
    return module


def found_as(dotted: str) -> tuple[Module, str] | None:
    """The module of ours and the name in it that a dotted name stands for, whoever hands it on; else None."""
    for _ in range(5):
        first, _, rest = dotted.rpartition(".")
        while first and first not in modules():
            first, _, one = first.rpartition(".")
            rest = f"{one}.{rest}"
        if not first:
            return None
        module, (name, *more) = modules()[first], rest.split(".")
        if name not in module.imports:
            return None if dotted in modules() else (module, rest)
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
    return any(
        getattr(one, "id", getattr(one, "attr", "")).endswith("property") for one in function.decorator_list
    )

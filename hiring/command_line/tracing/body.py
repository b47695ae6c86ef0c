"""The inside of one function, followed statement by statement: every branch is taken, nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from typing import Protocol

from hiring.command_line.tracing import sources
from hiring.command_line.tracing.sources import Function, Module
from hiring.command_line.tracing.values import NOTHING, Value, join, listed, wholly


@dataclass(frozen=True, eq=False, repr=False)
class Closure:
    """A function written within another, with what it sees there."""

    module: Module
    node: ast.Lambda | Function
    name: str
    seen: dict[str, Value]


class Outside(Protocol):
    """What a body cannot know by itself: what a call gives, what a name of the module stands for."""

    def called(self, body: Body, node: ast.Call) -> Value:
        """What a call gives."""

    def named(self, dotted: str) -> Value:
        """What a name of ours stands for where it is not called."""

    def read(self, body: Body, base: Value, name: str) -> Value:
        """What an attribute of a value gives."""


@dataclass
class Body:
    """One function being followed: `name` is its dotted name, `seen` what its variables are."""

    outside: Outside
    module: Module
    name: str
    seen: dict[str, Value]
    given: list[Value] = field(default_factory=list)
    yielded: list[Value] = field(default_factory=list)

    def result(self, node: Function | ast.Lambda) -> Value:
        """What the function gives back: what it yields as a list, else any of what it returns."""
        if isinstance(node, ast.Lambda):
            return self.value(node.body)
        self._run(node.body)
        if self.yielded:
            return listed(part for one in self.yielded for part in one.each())
        return join(self.given)

    def place(self, node: ast.AST) -> str:
        """Where something stands: path and line."""
        return f"{self.module.path}:{getattr(node, 'lineno', 0)}"

    def _run(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            self._follow(statement)

    @singledispatchmethod
    def _follow(self, statement: ast.stmt) -> None:
        """Follow one statement: here any that binds and gives nothing itself."""
        self._within(statement)

    @_follow.register
    def _assign(self, statement: ast.Assign) -> None:
        value = self.value(statement.value)
        for target in statement.targets:
            self.bind(target, value)

    @_follow.register
    def _assign_typed(self, statement: ast.AnnAssign) -> None:
        if statement.value:
            self.bind(statement.target, self.value(statement.value))

    @_follow.register
    def _assign_more(self, statement: ast.AugAssign) -> None:
        self.bind(statement.target, self.value(statement.value), adds=True)

    @_follow.register
    def _return(self, statement: ast.Return) -> None:
        if statement.value:
            self.given.append(self.value(statement.value))

    @_follow.register
    def _for(self, statement: ast.For) -> None:
        for one in self.value(statement.iter).each():
            self.bind(statement.target, one)
            self._run(statement.body)
        self._run(statement.orelse)

    @_follow.register
    def _with(self, statement: ast.With) -> None:
        for item in statement.items:
            value = self.value(item.context_expr)
            if item.optional_vars:
                self.bind(item.optional_vars, value)
        self._run(statement.body)

    @_follow.register
    def _function(self, statement: ast.FunctionDef) -> None:
        self.seen[statement.name] = self._closure(statement, statement.name)

    def _within(self, statement: ast.stmt) -> None:
        """Whatever a statement holds: its expressions, then its branches."""
        for child in ast.iter_child_nodes(statement):
            if isinstance(child, ast.expr):
                self.value(child)
        for name in ("body", "orelse", "handlers", "finalbody", "cases"):
            for part in getattr(statement, name, ()):
                self._run([part] if isinstance(part, ast.stmt) else part.body)

    def _closure(self, node: ast.Lambda | Function, name: str) -> Value:
        return Value(functions=frozenset({Closure(self.module, node, f"{self.name}.{name}", self.seen)}))

    def bind(self, target: ast.expr, value: Value, *, adds: bool = False) -> None:
        """Give a target its value; what a name was before it may still be where the value only adds to it."""
        if isinstance(target, ast.Name):
            before = self.seen.get(target.id, NOTHING)
            self.seen[target.id] = join([before, value]) if adds else value
        elif isinstance(target, ast.Tuple | ast.List):
            self._unpack(target.elts, value)
        elif isinstance(target, ast.Attribute | ast.Subscript):
            root: ast.expr = target
            while isinstance(root, ast.Attribute | ast.Subscript):
                root = root.value
            if isinstance(root, ast.Name) and root.id in self.seen:
                self.seen[root.id] = wholly([self.seen[root.id], value])

    def _unpack(self, targets: list[ast.expr], value: Value) -> None:
        star = next((index for index, one in enumerate(targets) if isinstance(one, ast.Starred)), None)
        known = value.items
        for index, target in enumerate(targets):
            if isinstance(target, ast.Starred):
                after = len(targets) - index - 1
                rest = value if known is None else listed(known[index : len(known) - after])
                self.bind(target.value, rest)
            elif (
                known is None
                or (star is None and len(known) != len(targets))
                or len(known) < len(targets) - 1
            ):
                self.bind(target, value.any())
            else:
                self.bind(target, known[index if star is None or index < star else index - len(targets)])

    def value(self, node: ast.expr | None) -> Value:
        """What an expression may be."""
        return NOTHING if node is None else self._of(node)

    @singledispatchmethod
    def _of(self, node: ast.expr) -> Value:
        """What an expression may be: here any that is worked out of its parts."""
        return self._made_of(node)

    @_of.register
    def _constant(self, node: ast.Constant) -> Value:
        return Value(words=frozenset({node.value})) if isinstance(node.value, str) else NOTHING

    @_of.register
    def _call(self, node: ast.Call) -> Value:
        return self.outside.called(self, node)

    @_of.register
    def _lambda(self, node: ast.Lambda) -> Value:
        return self._closure(node, "lambda")

    @_of.register(ast.Tuple)
    @_of.register(ast.List)
    @_of.register(ast.Set)
    def _list(self, node: ast.Tuple | ast.List | ast.Set) -> Value:
        return listed(self._elements(node.elts))

    @_of.register
    def _either(self, node: ast.IfExp) -> Value:
        return join([self.value(node.body), self.value(node.orelse)])

    @_of.register
    def _any_of(self, node: ast.BoolOp) -> Value:
        return join(self.value(one) for one in node.values)

    @_of.register
    def _walrus(self, node: ast.NamedExpr) -> Value:
        value = self.value(node.value)
        self.bind(node.target, value)
        return value

    @_of.register(ast.ListComp)
    @_of.register(ast.GeneratorExp)
    @_of.register(ast.SetComp)
    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp) -> Value:
        return listed(self._comprehended(node.elt, node.generators))

    @_of.register
    def _dict_comprehension(self, node: ast.DictComp) -> Value:
        return listed(self._comprehended(node.value, node.generators))

    @_of.register
    def _yield(self, node: ast.Yield) -> Value:
        self.yielded.append(listed([self.value(node.value)]))
        return NOTHING

    @_of.register
    def _yield_from(self, node: ast.YieldFrom) -> Value:
        self.yielded.append(self.value(node.value))
        return NOTHING

    def _made_of(self, node: ast.expr) -> Value:
        """What is worked out of other values: no text that went in is told apart any more."""
        children = [child for child in ast.walk(node) if isinstance(child, ast.expr) and child is not node]
        inner = {id(below) for child in children for below in ast.walk(child) if below is not child}
        every = [self.value(child) for child in children if id(child) not in inner]
        if isinstance(node, ast.BinOp) and all(one.items is not None for one in every):
            return listed(part for one in every for part in one.each())
        if isinstance(node, ast.BinOp):
            return replace(wholly(every), words=frozenset())
        return replace(wholly(every), words=frozenset(), cards=frozenset())

    @_of.register(ast.Name)
    @_of.register(ast.Attribute)
    def _name(self, node: ast.Name | ast.Attribute) -> Value:
        root: ast.expr = node
        while isinstance(root, ast.Attribute):
            root = root.value
        is_own = isinstance(root, ast.Name) and root.id in self.seen
        if isinstance(node, ast.Name) and is_own:
            return self.seen[node.id]
        dotted = "" if is_own else sources.dotted_name(self.module, node)
        if dotted:
            return self.outside.named(dotted)
        if isinstance(node, ast.Attribute):
            return self.outside.read(self, self.value(node.value), node.attr)
        return NOTHING

    def _elements(self, nodes: list[ast.expr]) -> Iterator[Value]:
        for node in nodes:
            if isinstance(node, ast.Starred):
                yield from self.value(node.value).each()
            else:
                yield self.value(node)

    @_of.register
    def _dict(self, node: ast.Dict) -> Value:
        values = [self.value(one) for one in node.values]
        if all(isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.keys) and values:
            return Value(fields=tuple((key.value, one) for key, one in zip(node.keys, values, strict=True)))  # type: ignore[union-attr]
        return wholly([*values, *(self.value(key) for key in node.keys)])

    @_of.register
    def _part(self, node: ast.Subscript) -> Value:
        base, key = self.value(node.value), node.slice
        self.value(key)
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            return base.field(key.value) or replace(base.whole(), words=frozenset())
        number = key.value if isinstance(key, ast.Constant) else None
        if isinstance(number, int) and base.items is not None and 0 <= number < len(base.items):
            return base.items[number]
        if isinstance(key, ast.Slice):
            return base
        return base.any() if base.items is not None else base.whole()

    def _comprehended(self, element: ast.expr, generators: list[ast.comprehension]) -> Iterator[Value]:
        if not generators:
            yield self.value(element)
            return
        first, *rest = generators
        for one in self.value(first.iter).each():
            self.bind(first.target, one)
            yield from self._comprehended(element, rest)

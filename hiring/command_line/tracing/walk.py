"""A page followed through its functions without running it: what each number on it rests on."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter

from hiring import metrics
from hiring.command_line.tracing import sources
from hiring.command_line.tracing.body import Body, Closure
from hiring.command_line.tracing.sources import Function, Module
from hiring.command_line.tracing.values import NOTHING, Value, join, listed, wholly

ASKING = ("ask", "for_estimates")
SESSION, STATISTICS = "hiring.serving.session", "hiring.statistics"
MARKS, CHARTS = "hiring.findings.exhibit.Marks", "hiring.charts"
#: What is kept is what the function given makes of the rest.
KEPT = "hiring.serving.kept.found"
#: Rooms whose functions are followed; what comes out of others rests on what went in.
FOLLOWED = ("pages", "hiring.showing", "hiring.findings", "hiring.serving.evidence")
CARD_OF = ("card", "short")
#: The company's evidence is what this makes of all that is asked for estimates.
EVIDENCE, WORKED_OUT = "hiring.serving.evidence.company", "hiring.statistics.company.worked_out"
FOR_ESTIMATES = Value(functions=frozenset({f"{SESSION}.for_estimates"}))
#: A call deeper than this, as only a function that calls itself gets, gives what went in.
DEEPEST = 40
CARDS = frozenset(card.name for card in metrics.CARDS)


@dataclass(frozen=True)
class Made:
    """A number (by its card) or a figure (by its form) that a function makes at a place, and what it rests on.

    `kind` is the record it is put into. It is told apart in so far as no other number is in the record
    (`is_alone`), and best where the record says which part is its value.
    """

    what: str
    by: str
    place: str
    rests_on: Value
    kind: str = ""
    is_alone: bool = True
    is_value: bool = False

    @property
    def sureness(self) -> int:
        """How well what it rests on is told apart from what else is there: 0 not at all, 2 best."""
        return (1 + self.is_value) * (self.is_alone and bool(self.rests_on.asked))


@dataclass
class Walk:
    """What was come across: numbers with a card, figures, and where each question is asked.

    `named_in_rows`: by question, where the card of a number is looked up by what stands in a row of its answer.
    """

    numbers: dict[Made, None] = field(default_factory=dict)
    figures: dict[Made, None] = field(default_factory=dict)
    asked: dict[str, set[str]] = field(default_factory=dict)
    named_in_rows: dict[str, Made] = field(default_factory=dict)
    _done: dict[tuple[object, ...], Value] = field(default_factory=dict)
    _depth: int = 0

    def enter(self, closure: Closure, given: Sequence[Value], named: dict[str, Value]) -> Value:
        """What a call of our own function gives; the same call is followed once."""
        key = (
            closure if closure.seen else closure.node,
            tuple(given),
            tuple(sorted(named.items(), key=itemgetter(0))),
        )
        if key in self._done or self._depth >= DEEPEST:
            return self._done.get(key, wholly([*given, *named.values()]))
        self._done[key] = NOTHING
        self._depth += 1
        seen = {**closure.seen, **_bound(closure.node.args, given, named, Body(self, closure.module, "", {}))}
        self._done[key] = Body(self, closure.module, closure.name, seen).result(closure.node)
        self._depth -= 1
        return self._done[key]

    def named(self, dotted: str) -> Value:
        """What a name stands for where it is not called: a function to be called later, or the value it was given."""
        found = sources.found_as(dotted)
        if not found:
            return NOTHING
        home, name = found
        if name in home.functions or name in home.classes:
            return Value(functions=frozenset({f"{home.name}.{name}"}))
        first, *rest = name.split(".")
        if first not in home.values:
            return NOTHING
        body = Body(self, home, home.name, {})
        value = body.value(home.values[first])
        for one in rest:
            value = self.read(body, value, one)
        return value

    def read(self, body: Body, base: Value, name: str) -> Value:
        """What an attribute of a value gives: a field or a property of a record of ours, else what it all rests on."""
        if (own := base.field(name)) is not None:
            return own
        method = _method(base, name)
        if method and sources.is_property(method[1]):
            return self.enter(Closure(method[0], method[1], base.kind, {}), [base], {})
        if base.items is not None:
            return join(self.read(body, one, name) for one in base.items)
        return replace(base.whole(), words=frozenset())

    def called(self, body: Body, node: ast.Call) -> Value:
        """What a call gives: an answer, a card, a record, what our function makes of its arguments."""
        given = [part for one in node.args for part in _spread(body, one)]
        named = {one.arg or "**": body.value(one.value) for one in node.keywords}
        own = body.seen.get(node.func.id) if isinstance(node.func, ast.Name) else None
        dotted = "" if own else _dotted(body, node.func)
        found = sources.found_as(dotted) if dotted else None
        if found:
            return self.apply(body, f"{found[0].name}.{found[1]}", node, given, named)
        if dotted or (isinstance(node.func, ast.Name) and own is None):
            return self._foreign(body, node, dotted or getattr(node.func, "id", ""), NOTHING, given, named)
        if isinstance(node.func, ast.Attribute):
            return self._method_called(body, node, node.func, given, named)
        return self._of_value(body, node, own or body.value(node.func), given, named)

    def _method_called(
        self, body: Body, node: ast.Call, func: ast.Attribute, given: list[Value], named: dict[str, Value]
    ) -> Value:
        base = body.value(func.value)
        method = _method(base, func.attr)
        if method:
            return self.enter(
                Closure(method[0], method[1], f"{base.kind}.{func.attr}", {}), [base, *given], named
            )
        if (own := base.field(func.attr)) is not None and own.functions:
            return self._of_value(body, node, own, given, named)
        if func.attr in ("append", "extend", "update", "add", "insert"):
            body.bind(func, wholly([*given, *named.values()]))
            return NOTHING
        if base.functions:
            return self._of_value(body, node, base, given, named)
        return self._foreign(body, node, func.attr, base, given, named)

    def _of_value(
        self, body: Body, node: ast.Call, value: Value, given: list[Value], named: dict[str, Value]
    ) -> Value:
        made = [
            self.enter(one, given, named)
            if isinstance(one, Closure)
            else self.apply(body, one, node, given, named)
            for one in sorted(value.functions, key=lambda one: getattr(one, "name", one))
        ]
        return join(made) if made else wholly([value, *given, *named.values()])

    def apply(
        self, body: Body, dotted: str, node: ast.Call, given: list[Value], named: dict[str, Value]
    ) -> Value:
        """What something of ours gives, by its dotted name."""
        found = sources.found_as(dotted)
        if found is None:
            return wholly([*given, *named.values()])
        module, name = found
        every = wholly([*given, *named.values()])
        if module.name == SESSION and name in ASKING:
            return self._answer(body, node, given)
        if module.name == "hiring.metrics":
            if name in CARD_OF and not every.words & CARDS:
                looked_up = Made("", body.name, body.place(node), every, is_alone=False)
                self.named_in_rows.update(dict.fromkeys(every.asked, looked_up))
            return Value(cards=every.words & CARDS) if name in CARD_OF else NOTHING
        if dotted in (KEPT, EVIDENCE):
            given = [Value(functions=frozenset({WORKED_OUT})), FOR_ESTIMATES] if dotted == EVIDENCE else given
            return self._of_value(body, node, given[0], given[1:], named)
        if dotted == MARKS:
            self._drawn(body, node, given, every)
        if name in module.classes:
            return self._record(body, node, module, module.classes[name], given, named)
        is_statistic = module.name.startswith(STATISTICS)
        function = module.functions.get(name)
        if function and (module.name.startswith(FOLLOWED) or (is_statistic and every.functions)):
            made = self.enter(Closure(module, function, dotted, {}), given, named)
        else:
            made = self._foreign(body, node, name, NOTHING, given, named)
        if is_statistic and function:
            made = replace(made, judged=made.judged | {dotted})
        return made

    def _drawn(self, body: Body, node: ast.Call, given: list[Value], every: Value) -> None:
        """Marks are a figure of the form they name."""
        rests_on = replace(every, words=frozenset(), functions=frozenset())
        for form in sorted(given[0].words if given else ()):
            made = Made(f"{CHARTS}.{form}", body.name, body.place(node), rests_on)
            self.figures[made] = None

    def _foreign(
        self, body: Body, node: ast.Call, name: str, base: Value, given: list[Value], named: dict[str, Value]
    ) -> Value:
        """What a function of somebody else gives: lists stay lists where that is known; functions given are called."""
        last = name.rpartition(".")[2]
        if last == "zip":
            lengths = {len(one.items or ()) for one in given}
            columns = zip(*(one.each() for one in given), strict=False) if len(lengths) == 1 else None
            return listed(listed(one) for one in columns or [[one.any() for one in given]])
        if last == "enumerate" and given:
            return listed(listed([NOTHING, one]) for one in given[0].each())
        if last == name in ("tuple", "list", "sorted", "reversed", "iter", "max", "min") and len(given) == 1:
            return given[0].any() if last in ("max", "min") else given[0]
        if last == "replace" and given and given[0].kind:
            return replace(given[0], fields=tuple((key, named.get(key, one)) for key, one in given[0].fields))
        later = [one for one in (*given, *named.values()) if one.functions]
        plain = [one for one in (*given, *named.values()) if not one.functions]
        made = [self._of_value(body, node, one, plain, {}) for one in later]
        kept = wholly([base, *given, *named.values(), *made])
        return replace(kept, words=frozenset()) if last != "fragment" else kept

    def _answer(self, body: Body, node: ast.Call, given: list[Value]) -> Value:
        names = sorted(given[0].words) if given else []
        for name in names:
            self.asked.setdefault(name, set()).add(body.place(node))
        return Value(asked=frozenset(names))

    def _record(
        self,
        body: Body,
        node: ast.Call,
        module: Module,
        kind: ast.ClassDef,
        given: list[Value],
        named: dict[str, Value],
    ) -> Value:
        names = sources.fields_of(kind)
        fields = {**dict(zip(names, given, strict=False)), **named}
        if (card := fields.get("card")) and card.words & CARDS:
            fields["card"] = replace(card, cards=card.words & CARDS)
        dotted = f"{module.name}.{kind.name}"
        self._note(body, node, dotted, fields)
        own = tuple((name, one) for name, one in fields.items() if name in names)
        return Value(kind=dotted, fields=own) if own else wholly(fields.values())

    def _note(self, body: Body, node: ast.Call, kind: str, fields: dict[str, Value]) -> None:
        """A record with the card of a number among its parts is that number: it rests on its value, or on all parts."""
        wholes = [part.whole() for part in fields.values()]
        cards = frozenset().union(*(one.cards for one in wholes))
        value = fields.get("value", NOTHING).whole()
        rests_on = value if value.asked else wholly(wholes)
        plain = Value(asked=rests_on.asked, judged=rests_on.judged)
        for card in sorted(cards):
            made = Made(card, body.name, body.place(node), plain, kind, len(cards) == 1, bool(value.asked))
            self.numbers[made] = None


def _dotted(body: Body, func: ast.expr) -> str:
    root = func
    while isinstance(root, ast.Attribute):
        root = root.value
    return (
        "" if isinstance(root, ast.Name) and root.id in body.seen else sources.dotted_name(body.module, func)
    )


def _spread(body: Body, node: ast.expr) -> Iterable[Value]:
    return body.value(node.value).each() if isinstance(node, ast.Starred) else (body.value(node),)


def _method(base: Value, name: str) -> tuple[Module, Function] | None:
    found = sources.found_as(base.kind) if base.kind else None
    kind = found[0].classes.get(found[1]) if found else None
    method = sources.method_of(kind, name) if kind else None
    return (found[0], method) if found and method else None


def _bound(
    arguments: ast.arguments, given: Sequence[Value], named: dict[str, Value], defaults: Body
) -> dict[str, Value]:
    """Each parameter with what it is given, or its default."""
    places = [*arguments.posonlyargs, *arguments.args]
    names = [one.arg for one in places]
    late = dict(zip([one.arg for one in arguments.kwonlyargs], arguments.kw_defaults, strict=True))
    early = dict(zip(reversed(names), reversed(arguments.defaults), strict=False))
    bound = {name: defaults.value(node) for name, node in {**early, **late}.items()}
    bound.update(zip(names, given, strict=False))
    if arguments.vararg:
        bound[arguments.vararg.arg] = listed(given[len(names) :])
    if arguments.kwarg:
        bound[arguments.kwarg.arg] = wholly(named.values())
    bound.update({name: one for name, one in named.items() if name in names or name in late})
    return {**dict.fromkeys((*names, *late), NOTHING), **bound}


@lru_cache(maxsize=32)
def walked(topic: str) -> Walk:
    """The page of that topic, followed from its `show`."""
    walk = Walk()
    module = sources.modules()[f"pages.{topic}"]
    walk.enter(Closure(module, module.functions["show"], f"{module.name}.show", {}), [], {})
    return walk

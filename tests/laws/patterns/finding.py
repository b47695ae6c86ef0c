"""Every pattern of the project: in its calls of `re`, in SQL and in SQL that Python writes, with how it is used.

Patterns are read where they stand, without running anything: constants, f-strings of constants, what a loop gives
them of constants, and `re.escape` of anything. A pattern that only a run could tell is a fault of its own.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from laws.reading import Module, modules, own_files, queries

METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
_A_METHOD = re.compile(rf"\.(?:{'|'.join(METHODS)})\b")
SEARCHING = frozenset(METHODS) - {"match", "fullmatch"}
#: What SQL asks of a pattern, as `re` would be asked.
SQL_METHODS = {
    "regexp_matches": "search",
    "regexp_like": "search",
    "regexp_full_match": "fullmatch",
    "regexp_replace": "sub",
    "regexp_extract": "search",
    "regexp_extract_all": "findall",
    "regexp_split_to_array": "split",
    "regexp_split_to_table": "split",
    "string_split_regex": "split",
    "str_split_regex": "split",
}
#: Where none of these words stands, no pattern does.
_MAY_HOLD = re.compile(r"\b(?:import|from) re\b|\bregexp_|_split_regex\(|\.str\.", re.I)
#: Classes that SQL knows and `re` writes otherwise.
_OF_SQL = {
    r"[^\p{L}]": r"[\W\d_]",
    r"[^\pL\pN]": r"[\W_]",
    r"\p{M}": "[\u0300-\u036f]",
    r"\p{Cf}": "[\u200b-\u200f]",
}
#: What SQL takes for a pattern without a call; texts and remarks are looked past.
_OTHER_SQL = re.compile(r"\bsimilar\s+to\b|!?~", re.I)
_IN_QUOTES = re.compile(r"'[^']*'|--[^\n]*")
_OF_PANDAS = (
    "contains",
    "match",
    "fullmatch",
    "replace",
    "extract",
    "extractall",
    "findall",
    "split",
    "count",
)
_CALL = re.compile(r"\b(regexp_\w+|str(?:ing)?_split_regex)\(", re.I)
#: Stands where a text is put in that is only known in a run: a value, never part of a pattern.
RUN = "\ufffc"
#: Its SQL is written to `queries/staging`, where it is read as it runs.
_WRITES_FILES = ("hiring", "warehouse", "staging_sql")


@dataclass(frozen=True)
class Pattern:
    """A pattern as it stands: where, its text (bytes as the letters of their codes), flags, and how it is used."""

    where: str
    text: str
    methods: tuple[str, ...]
    flags: int = 0
    is_bytes: bool = False
    is_sql: bool = False

    @property
    def for_re(self) -> str:
        """The pattern as `re` would have it."""
        text = self.text
        for sql, python in _OF_SQL.items() if self.is_sql else ():
            text = text.replace(sql, python)
        return text

    @property
    def is_searched(self) -> bool:
        return bool(SEARCHING & set(self.methods))


@dataclass(frozen=True)
class Found:
    patterns: tuple[Pattern, ...]
    faults: tuple[str, ...]


class UnknownError(ValueError):
    """What a run alone could tell."""


class _Reading:
    """One module: its constants, its names for `re`, and what is made of them."""

    def __init__(self, module: Module, others: dict[str, Module]) -> None:
        self.module, self.others = module, others
        self.assigned: dict[str, ast.expr] = {}
        self.loops: dict[str, list[tuple[ast.expr, ast.expr]]] = {}
        self.imported: dict[str, tuple[str, str]] = {}
        for node in module.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.assigned[node.targets[0].id] = node.value
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                self.assigned[node.target.id] = node.value
        for node in ast.walk(module.tree):
            if isinstance(node, ast.For | ast.comprehension):
                for name in ast.walk(node.target):
                    if isinstance(name, ast.Name):
                        self.loops.setdefault(name.id, []).append((node.target, node.iter))
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    self.imported[alias.asname or alias.name] = (node.module, alias.name)

    def texts(self, node: ast.expr) -> list[str | bytes]:
        """Every text that an expression may give. Raises `UnknownError`."""
        found = [value for value in self.values(node) if isinstance(value, str | bytes)]
        if not found:
            raise UnknownError
        return found

    def values(self, node: ast.expr) -> list[object]:
        """Every value that an expression may have. Raises `UnknownError`."""
        if isinstance(node, ast.Constant):
            return [node.value]
        if isinstance(node, ast.Name):
            return self._named(node.id)
        if isinstance(node, ast.JoinedStr):
            return self._joined([self._piece(part) for part in node.values])
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            pairs = [(left, right) for left in self.values(node.left) for right in self.values(node.right)]
            return [left + right for left, right in pairs]
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            return [tuple(self.values(part)[0] for part in node.elts)]
        if isinstance(node, ast.Call):
            return self._called(node)
        raise UnknownError

    def _piece(self, part: ast.expr) -> list[object]:
        if isinstance(part, ast.FormattedValue):
            return self.values(part.value)
        return self.values(part)

    def _joined(self, pieces: list[list[object]]) -> list[object]:
        found = [""]
        for piece in pieces:
            found = [begun + str(value) for begun in found for value in piece]
        return list(found)

    def _called(self, node: ast.Call) -> list[object]:
        name = ast.unparse(node.func)
        if name == "re.escape":
            return ["word"]
        if name.rpartition(".")[2] in ("quoted", "_quoted"):
            return ["'" + str(value).replace("'", "''") + "'" for value in self.values(node.args[0])]
        raise UnknownError

    def _named(self, name: str) -> list[object]:
        if name in self.assigned:
            return self.values(self.assigned[name])
        if name in self.loops:
            return [value for target, over in self.loops[name] for value in self._of_loop(name, target, over)]
        if name in self.imported:
            source, original = self.imported[name]
            if source in self.others:
                return _Reading(self.others[source], self.others)._named(original)
        raise UnknownError

    def _of_loop(self, name: str, target: ast.expr, over: ast.expr) -> Iterator[object]:
        for values in self.values(over):
            if not isinstance(values, tuple):
                raise UnknownError
            for value in values:
                if isinstance(target, ast.Name):
                    yield value
                elif isinstance(target, ast.Tuple) and isinstance(value, tuple):
                    yield from (
                        part
                        for place, part in zip(target.elts, value, strict=True)
                        if isinstance(place, ast.Name) and place.id == name
                    )

    @cached_property
    def names_of_re(self) -> frozenset[str]:
        """What `re` itself is called here."""
        found = {
            alias.asname or alias.name
            for node in ast.walk(self.module.tree)
            if isinstance(node, ast.Import)
            for alias in node.names
            if alias.name == "re"
        }
        return frozenset(found)

    def flags(self, call: ast.Call) -> int:
        """The flags that a call names, wherever it names them."""
        every = (*call.args[1:], *(word.value for word in call.keywords))
        named = (node for part in every for node in ast.walk(part) if isinstance(node, ast.Attribute))
        found = 0
        for node in named:
            if isinstance(node.value, ast.Name) and node.value.id in self.names_of_re:
                found |= int(getattr(re, node.attr))
        return found


@cache
def found_in(root: Path) -> Found:
    """Every pattern of a project, each text once a place, and what cannot be read."""
    patterns: list[Pattern] = []
    faults: list[str] = []
    others = {module.name: module for module in modules(root)}
    used = _methods_by_name(root)
    for module in modules(root):
        if not _MAY_HOLD.search(module.text):
            continue
        reading = _Reading(module, others)
        for one in (*_of_re(reading, used), *_of_sql_in(reading), *_of_pandas(module)):
            if isinstance(one, Pattern):
                patterns.append(one)
            else:
                faults.append(one)
    for query in queries(root):
        patterns += [Pattern(query.where, *one, is_sql=True) for one in in_sql(query.text)]
        if other := _OTHER_SQL.search(_IN_QUOTES.sub("''", query.text)):
            faults.append(f"{query.where}: {other.group()}: write regexp_matches, so that patterns are found")
    patterns += _of_mappings(root)
    return Found(tuple(dict.fromkeys(patterns)), tuple(faults))


def _of_pandas(module: Module) -> Iterator[str]:
    """Calls of pandas that take a pattern unless they are told not to."""
    for node in ast.walk(module.tree) if ".str." in module.text else ():
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = node.func.value
        is_text = any(word.arg == "regex" and ast.unparse(word.value) == "False" for word in node.keywords)
        of_text = isinstance(owner, ast.Attribute) and owner.attr == "str" and not is_text
        if of_text and node.func.attr in _OF_PANDAS:
            yield f"{module.where}:{node.lineno}: .str.{node.func.attr} takes a pattern: say regex=False, or use re"


def _methods_by_name(root: Path) -> dict[str, set[str]]:
    """For each name of the project, the methods of a pattern that are called on it, in whatever module."""
    found: dict[str, set[str]] = {}
    for module in modules(root):
        for node in ast.walk(module.tree) if _A_METHOD.search(module.text) else ():
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                owner = node.value
                owner = owner.value if isinstance(owner, ast.Subscript) else owner
                name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                found.setdefault(name, set()).add(node.attr)
    return found


def _of_re(reading: _Reading, used: dict[str, set[str]]) -> Iterator[Pattern | str]:
    """The patterns of a module's calls of `re`."""
    module = reading.module
    if not re.search(r"\b(?:import|from) re\b", module.text):
        return
    if any(source == "re" for source, _ in reading.imported.values()):
        yield f"{module.where}: from re import …: write `import re`, so that patterns are found by its name"
    owners = {
        id(inner): name
        for name, value in reading.assigned.items()
        for inner in ast.walk(value)
        if isinstance(inner, ast.Call)
    }
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner, method = node.func.value, node.func.attr
        of_re = isinstance(owner, ast.Name) and owner.id in reading.names_of_re
        if not of_re or (method != "compile" and method not in METHODS):
            continue
        where = f"{module.where}:{node.lineno}"
        name = owners.get(id(node), "")
        methods = tuple(sorted(used.get(name) or _of_values(module))) if method == "compile" else (method,)
        try:
            texts = reading.texts(node.args[0])
        except UnknownError:
            yield f"{where}: {ast.unparse(node.args[0])} is known in a run only: make it of constants and re.escape"
            continue
        for text in texts:
            is_bytes = isinstance(text, bytes)
            plain = text.decode("latin-1") if isinstance(text, bytes) else text
            yield Pattern(where, plain, methods, reading.flags(node), is_bytes)


def _of_values(module: Module) -> set[str]:
    """How patterns without a name of their own are used in a module: every method it calls, `re`'s own aside."""
    found = {
        node.attr
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in METHODS
        and not (isinstance(node.value, ast.Name) and node.value.id == "re")
    }
    return found - {"split"} or {"fullmatch", "match", "search"}


def _of_sql_in(reading: _Reading) -> Iterator[Pattern | str]:
    """The patterns in SQL that a module writes."""
    if reading.module.path.parts[:3] == _WRITES_FILES or not _CALL.search(reading.module.text):
        return
    parts = {
        id(part)
        for node in ast.walk(reading.module.tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(reading.module.tree):
        is_text = isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
        )
        if not is_text or not _CALL.search(ast.unparse(node)):
            continue
        where = f"{reading.module.where}:{node.lineno}"
        for text in _written(reading, node):
            for one, method in in_sql(text):
                if RUN in one:
                    yield f"{where}: {one.replace(RUN, '…')} is known in a run only: make it of constants"
                else:
                    yield Pattern(where, one, method, is_sql=True)


def _written(reading: _Reading, node: ast.expr) -> list[str]:
    """The texts of a string as far as they are known; RUN stands for what is not."""
    pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
    found = [""]
    for piece in pieces:
        try:
            values = [str(value) for value in reading._piece(piece)]
        except UnknownError:
            values = [RUN]
        found = [begun + value for begun in found for value in values]
    return found


def in_sql(sql: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(pattern, methods) of each call in SQL text; RUN where the pattern is no literal. A bound `?` is a value."""
    for call in _CALL.finditer(sql):
        method = SQL_METHODS.get(call[1].lower())
        if method is None:  # regexp_escape
            continue
        given = _second(sql, call.end())
        if given == "?":
            continue
        literal = re.fullmatch(r"'((?:[^']|'')*)'", given, re.S)
        yield (literal[1].replace("''", "'") if literal else RUN), (method,)


def _second(sql: str, at: int) -> str:
    """The second argument of a call whose first begins at `at`, as it is written."""
    depth, place, began = 0, 0, at
    while at < len(sql):
        sign = sql[at]
        if sign == "'":
            at = sql.index("'", at + 1)
        elif sign == "(":
            depth += 1
        elif sign in "),":
            if not depth and (place or sign == ")"):
                return sql[began:at].strip()
            if sign == ")":
                depth -= 1
            elif not depth:
                place, began = 1, at + 1
        at += 1
    return RUN


def _of_mappings(root: Path) -> list[Pattern]:
    """Patterns that a mapping names; a star in a word of theirs is no pattern, it becomes `like`."""
    found = []
    for path in own_files(root):
        if path.suffix == ".toml" and path.parts[:2] == ("data", "mappings"):
            told = tomllib.loads((root / path).read_text(encoding="utf-8"))
            found += [Pattern(path.as_posix(), text, ("search",)) for text in _named_patterns(told)]
    return found


def _named_patterns(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        for key, value in told.items():
            if isinstance(value, str) and key in ("pattern", "regex", "matches"):
                yield value
            yield from _named_patterns(value)
    elif isinstance(told, list):
        for value in told:
            yield from _named_patterns(value)


def once(patterns: tuple[Pattern, ...]) -> list[Pattern]:
    """Patterns of one text and one use as one, named by the first place they stand in."""
    found: dict[Pattern, Pattern] = {}
    for pattern in patterns:
        found.setdefault(replace(pattern, where=""), pattern)
    return list(found.values())

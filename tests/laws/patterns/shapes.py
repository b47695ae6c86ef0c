"""What a pattern may not look like, whatever its automaton says: shapes that nobody can judge by eye."""

from __future__ import annotations

from dataclasses import dataclass

from laws.patterns.trees import (
    Ahead,
    Either,
    Letter,
    Line,
    Nothing,
    Repeat,
    Tree,
    alphabet,
    letters_of,
    tree_of,
)
from laws.patterns.ways import Automaton


def fault_of(text: str, flags: int = 0, is_bytes: bool = False, is_searched: bool = False) -> str:
    """What a matcher that goes back could lose itself in, in words; empty if there is nothing.

    Raises `UnreadError`.
    """
    tree = tree_of(text, flags, is_bytes)
    if group := nested(tree):
        return f"the quantified group {group} in a quantified group"
    if pair := beside(tree, alphabet(text, is_bytes)):
        return " beside ".join(pair) + ": both can match one letter"
    automaton = Automaton(tree, text, is_bytes)
    rings = automaton.rings()
    if (state := automaton.doubled(rings)) is not None:
        return f"{automaton.sources[state]} is repeated in more than one way"
    if found := automaton.shared(rings, is_searched):
        return " and ".join(automaton.sources[state] for state in found) + " can share one text anywhere"
    return ""


def nested(tree: Tree, inside: bool = False) -> str:
    """The first quantified group within a quantified group, as it is written; empty if there is none.

    A possessive one may stand there: it is never tried again.
    """
    if isinstance(tree, Repeat):
        varies = tree.is_group and tree.least != tree.most
        if varies and inside and not tree.keeps:
            return tree.source
        return nested(tree.part, inside or varies)
    return next((found for part in _parts(tree) if (found := nested(part, inside))), "")


def _parts(tree: Tree) -> tuple[Tree, ...]:
    if isinstance(tree, Line):
        return tree.parts
    if isinstance(tree, Either):
        return tree.branches
    return (tree.part,) if isinstance(tree, Ahead) else ()


@dataclass(frozen=True)
class _Open:
    """A quantified letter that may end here and could have gone on: its source and its letters."""

    source: str
    letters: int


def beside(tree: Tree, among: str) -> tuple[str, str] | None:
    """Two quantified letters, side by side or parted by what may be empty, that one letter fits; `None` if none."""
    pairs: list[tuple[str, str]] = []
    _beside(tree, (), among, pairs)
    return pairs[0] if pairs else None


def _beside(
    tree: Tree, before: tuple[_Open, ...], among: str, pairs: list[tuple[str, str]]
) -> tuple[tuple[_Open, ...], bool]:
    """What is open behind a part, and whether the part may be empty; `pairs` grows by what stood side by side."""
    if isinstance(tree, Letter):
        return (), False
    if isinstance(tree, Nothing):
        return before, True
    if isinstance(tree, Line):
        may_be_empty = True
        for part in tree.parts:
            before, is_empty = _beside(part, before, among, pairs)
            may_be_empty = may_be_empty and is_empty
        return before, may_be_empty
    if isinstance(tree, Either):
        found = [_beside(branch, before, among, pairs) for branch in tree.branches]
        return tuple(one for opens, _ in found for one in opens), any(is_empty for _, is_empty in found)
    if isinstance(tree, Ahead):
        _beside(tree.part, before, among, pairs)
        return before, True
    return _quantified(tree, before, among, pairs)


def _quantified(
    tree: Repeat, before: tuple[_Open, ...], among: str, pairs: list[tuple[str, str]]
) -> tuple[tuple[_Open, ...], bool]:
    varies = tree.least != tree.most
    inner: tuple[_Open, ...] = ()
    is_empty = False
    if isinstance(tree.part, Letter):
        if varies:
            own = _Open(tree.source, letters_of(tree.part, among))
            pairs += [(one.source, own.source) for one in before if one.letters & own.letters]
            inner = (own,)
    else:
        inner, is_empty = _beside(tree.part, before, among, pairs)
        if tree.most != 1:  # a group that comes again stands beside itself
            _beside(tree.part, tuple(one for one in inner if one not in before), among, pairs)
    if tree.keeps:
        inner = ()
    may_be_empty = tree.least == 0 or is_empty
    return (*inner, *(before if may_be_empty else ())), may_be_empty

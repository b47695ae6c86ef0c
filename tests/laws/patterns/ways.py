"""In how many ways a pattern can match one text: what a matcher that goes back may have to try one after the other.

A pattern is read as its automaton: one state for each letter of its source (bounded quantifiers written out), and an
arrow where one may follow the other. Two loops that can both eat what stands between them share a text in as many ways
as it is long; two ways around one loop double the ways with each round. A possessive loop leaves only by a letter
that it cannot take.

Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers" (2016).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from laws.patterns.trees import Ahead, Either, Letter, Line, Nothing, Repeat, Tree, alphabet, letters_of

#: A quantifier that may repeat more often than this is as bad as one without a bound.
LONGEST_WRITTEN_OUT = 16
START = 0  # the state that eats the text before a match, as `search` does


@dataclass
class Piece:
    """A part of a pattern: states it may begin with and end with, each with the letters allowed at that step.

    `empty`: letters that may follow if the part is passed over, `None` if it cannot be. `surely`: nothing but a
    letter can keep it from being passed over. `fixed`: first states at the start of the text only, and `is_fixed`
    says the same of passing over.
    """

    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, tuple[int, bool]] = field(default_factory=dict)
    empty: int | None = None
    surely: bool = True
    fixed: set[int] = field(default_factory=set)
    is_fixed: bool = False


class Automaton:
    """The states and arrows of one pattern; `arrows[state][next]` are the letters on which one leads to the other."""

    def __init__(self, tree: Tree, text: str, is_bytes: bool = False) -> None:
        self.letters = alphabet(text, is_bytes)
        self.every = (1 << len(self.letters)) - 1
        self.sources = ["the search for a start"]
        self.arrows: list[dict[int, int]] = [{START: self.every}]
        self.double: set[tuple[int, int]] = set()
        self.whole = self._piece(tree)
        self.begin = dict(self.whole.first)
        free = set(self.begin) - self.whole.fixed
        self.arrows[START] |= {state: self.begin[state] for state in free}
        self.end = {state: surely for state, (_, surely) in self.whole.last.items()}

    def _piece(self, tree: Tree) -> Piece:
        if isinstance(tree, Letter):
            return self._letter(tree)
        if isinstance(tree, Nothing):
            return Piece(empty=self.every, surely=False, is_fixed=tree.is_start)
        if isinstance(tree, Line):
            found = Piece(empty=self.every)
            for part in tree.parts:
                found = self._joined(found, self._piece(part))
            return found
        if isinstance(tree, Either):
            return self._either([self._piece(branch) for branch in tree.branches])
        if isinstance(tree, Ahead):
            inside = self._piece(tree.part)
            return Piece(first=inside.first, empty=self.every, surely=False, fixed=inside.fixed)
        return self._repeat(tree)

    def _letter(self, letter: Letter) -> Piece:
        self.sources.append(letter.source)
        self.arrows.append({})
        state = len(self.sources) - 1
        return Piece({state: letters_of(letter, self.letters)}, {state: (self.every, True)})

    def _link(self, ends: dict[int, tuple[int, bool]], starts: dict[int, int]) -> None:
        for state, (allowed, _) in ends.items():
            for following, letters in starts.items():
                if both := allowed & letters:
                    if self.arrows[state].get(following, 0) & both:
                        self.double.add((state, following))
                    self.arrows[state][following] = self.arrows[state].get(following, 0) | both

    def _joined(self, left: Piece, right: Piece) -> Piece:
        self._link(left.last, right.first)
        first, last, fixed = dict(left.first), dict(right.last), set(left.fixed)
        if left.empty is not None:
            first |= {state: letters & left.empty for state, letters in right.first.items()}
            fixed |= right.first.keys() if left.is_fixed else right.fixed
        if right.empty is not None:
            for state, (letters, surely) in left.last.items():
                last[state] = (letters & right.empty, surely and right.surely)
        empty = None if left.empty is None or right.empty is None else left.empty & right.empty
        surely, is_fixed = left.surely and right.surely, left.is_fixed or right.is_fixed
        return Piece(first, last, empty, surely, fixed, is_fixed)

    def _either(self, pieces: list[Piece]) -> Piece:
        found = Piece(surely=False, is_fixed=True)
        for piece in pieces:
            found.first |= piece.first
            found.last |= piece.last
            found.fixed |= piece.fixed
            if piece.empty is not None:
                found.is_fixed = found.is_fixed and piece.is_fixed
                found.empty = (found.empty or 0) | piece.empty
                found.surely = found.surely or piece.surely
        found.is_fixed = found.is_fixed and found.empty is not None
        return found

    def _repeat(self, tree: Repeat) -> Piece:
        most = tree.most
        if most is not None and most > LONGEST_WRITTEN_OUT and most != tree.least:
            most = None
        least = min(tree.least, LONGEST_WRITTEN_OUT)
        found = Piece(empty=self.every)
        for place in range(least):
            copy = self._piece(tree.part)
            if most is None and place == least - 1:
                copy = self._loop(copy, tree.keeps)
            found = self._joined(found, copy)
        if most is None:
            if least:
                return found
            return self._optional(self._loop(self._piece(tree.part), tree.keeps), tree.keeps)
        rest = Piece(empty=self.every)
        for _ in range(most - tree.least):
            rest = self._optional(self._joined(self._piece(tree.part), rest), tree.keeps)
        return self._joined(found, rest)

    def _loop(self, piece: Piece, keeps: bool) -> Piece:
        self._link(piece.last, piece.first)
        if keeps:
            begun = _any_of(piece.first.values())
            piece.last = {
                state: (letters & ~begun, surely) for state, (letters, surely) in piece.last.items()
            }
        return piece

    def _optional(self, piece: Piece, keeps: bool) -> Piece:
        if piece.empty is not None and piece.first:
            self.double |= {(state, state) for state in piece.first}
        empty = self.every & ~(_any_of(piece.first.values()) if keeps else 0)
        return Piece(piece.first, piece.last, empty, fixed=piece.fixed)

    def rings(self) -> dict[int, frozenset[int]]:
        """For each state that can come back to itself: the states on its way, itself among them."""
        reach = {state: self._reached(state) for state in range(len(self.arrows))}
        return {
            state: frozenset(other for other in found if state in reach[other])
            for state, found in reach.items()
            if state in found
        }

    def _reached(self, state: int) -> set[int]:
        found: set[int] = set()
        waiting = [state]
        while waiting:
            fresh = [to for to in self.arrows[waiting.pop()] if to not in found]
            found.update(fresh)
            waiting += fresh
        return found

    def doubled(self, rings: dict[int, frozenset[int]]) -> int | None:
        """A state that one text leads back to itself in two ways; `None` if there is none."""
        for state, following in self.double:
            if following in rings.get(state, ()):
                return state
        for ring in set(rings.values()):
            if (found := self._parted(ring)) is not None:
                return found
        return None

    def _parted(self, ring: frozenset[int]) -> int | None:
        """Two walks of one text on a ring that part and meet again."""
        back: dict[tuple[int, int], set[tuple[int, int]]] = {}
        waiting = [(state, state) for state in ring]
        seen = set(waiting)
        while waiting:
            pair = waiting.pop()
            for to in self._pairs(pair, ring):
                back.setdefault(to, set()).add(pair)
                if to not in seen:
                    seen.add(to)
                    waiting.append(to)
        waiting = [pair for pair in seen if pair[0] == pair[1]]
        met = set(waiting)
        while waiting:
            fresh = back.get(waiting.pop(), set()) - met
            met |= fresh
            waiting += fresh
        return next((one for one, other in sorted(met) if one != other), None)

    def _pairs(self, pair: tuple[int, int], ring: frozenset[int]) -> Iterator[tuple[int, int]]:
        one, other = pair
        for to, letters in self.arrows[one].items():
            if to in ring:
                for other_to, others in self.arrows[other].items():
                    if other_to in ring and letters & others:
                        yield to, other_to

    def shared(self, rings: dict[int, frozenset[int]], searched: bool) -> tuple[int, int] | None:
        """Two loops, the second after the first, that can share one text anywhere; `None` if there are none.

        Where a start is `searched`, that is a loop too, unless whatever the second has eaten is a match.
        """
        for one in rings:
            if one == START and not searched:
                continue
            for other in sorted(self._reached(one) & set(rings) - {one, START}):
                if one == START and self.end.get(other):
                    continue
                if self._slides(one, other, rings):
                    return one, other
        return None

    def _slides(self, one: int, other: int, rings: dict[int, frozenset[int]]) -> bool:
        """Whether some text leads from `one` to itself, from `one` to `other`, and from `other` to itself."""
        goal = (one, other, other)
        waiting = [(one, one, other)]
        seen = set(waiting)
        while waiting:
            for step in self._steps(waiting.pop(), rings[one], rings[other]):
                if step == goal:
                    return True
                if step not in seen:
                    seen.add(step)
                    waiting.append(step)
        return False

    def _steps(
        self, at: tuple[int, int, int], ring: frozenset[int], other: frozenset[int]
    ) -> Iterator[tuple[int, int, int]]:
        stays, moves, waits = at
        for first, letters in self.arrows[stays].items():
            for third, others in self.arrows[waits].items():
                if first in ring and third in other and letters & others:
                    for second, between in self.arrows[moves].items():
                        if letters & others & between:
                            yield first, second, third


def _any_of(letters: Iterable[int]) -> int:
    found = 0
    for one in letters:
        found |= one
    return found

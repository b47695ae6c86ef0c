"""Hostile texts for a pattern, made from its own automaton."""

from __future__ import annotations

from collections.abc import Iterator

from laws.patterns.ways import START, Automaton

_PLAIN = "aA1 ,.-"
_MOST = 8  # signs by turns, and whole matches


def hostile(automaton: Automaton) -> tuple[tuple[str, str, str], ...]:
    """Texts to lose oneself in: (what leads to a loop, what goes round it, what does not fit after it).

    For each loop: its rounds behind the way to it, the way and a round again and again, and each alone; then
    every two letters of loops by turns, and a whole match again and again.
    """
    ends = ("", _unfitting(automaton))
    found: list[tuple[str, str, str]] = []
    rings = [state for state in automaton.rings() if state != START]
    for state in rings:
        way = _walk(automaton, automaton.begin, state)
        loop = _walk(automaton, automaton.arrows[state], state)
        for end in ends:
            found += [(way, loop, end), ("", way + loop, end), ("", way, end), ("", loop, end)]
    signs = dict.fromkeys(sign for state in rings for sign in _letters(automaton, _taken(automaton, state)))
    some = list(signs)[:_MOST]
    found += [("", one + other, ends[1]) for one in some for other in some]
    wholes = [way for state in automaton.end if (way := _walk(automaton, automaton.begin, state))]
    found += [("", whole, end) for whole in wholes[:_MOST] for end in ends]
    return tuple(dict.fromkeys(parts for parts in found if parts[1]))


def _taken(automaton: Automaton, state: int) -> int:
    """The letters that lead to a state, from wherever in the pattern."""
    found = 0
    for arrows in automaton.arrows[1:]:
        found |= arrows.get(state, 0)
    return found


def _letter(automaton: Automaton, letters: int) -> str:
    """One of the letters, a plain one where there is any; empty if there is none."""
    return next(_letters(automaton, letters), "")


def _letters(automaton: Automaton, letters: int) -> Iterator[str]:
    """The plain ones among the letters, of each kind one; if there are none, the first."""
    places = [place for sign in _PLAIN if (place := automaton.letters.find(sign)) >= 0]
    if letters:
        first = (letters & -letters).bit_length() - 1
        found = [place for place in places if letters >> place & 1] or [first]
        yield from (automaton.letters[place] for place in found)


def _unfitting(automaton: Automaton) -> str:
    """A letter that no loop takes; failing that, one that is in few texts."""
    taken = 0
    for state in automaton.rings():
        taken |= _taken(automaton, state) if state != START else 0
    return _letter(automaton, automaton.every & ~taken) or "\0"


def _walk(automaton: Automaton, begin: dict[int, int], goal: int) -> str:
    """The shortest text that leads by one of these first steps to a state."""
    waiting = [(state, _letter(automaton, letters)) for state, letters in begin.items() if state != START]
    seen: set[int] = set()
    while waiting:
        following = []
        for state, text in waiting:
            if state == goal:
                return text
            if state not in seen:
                seen.add(state)
                following += [
                    (to, text + _letter(automaton, letters))
                    for to, letters in automaton.arrows[state].items()
                ]
        waiting = following
    return ""

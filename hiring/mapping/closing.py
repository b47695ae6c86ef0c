"""Won, lost or still open: what a mapping's words say of a deal, and what follows for the day it closed.

The contract has one truth, `is_won`; a deal that is not won is lost where it has a day of closing, else open. Systems
write the day somebody hopes for into the same column, so that of an open deal it must not count as one that came.
"""

from __future__ import annotations

from dataclasses import replace

from hiring.contract import TRUTHS, Words
from hiring.mapping.presets import ColumnSpec
from hiring.mapping.rules import CLOSED, EMPTY, OPEN

WON, LOST = "won", "lost"
#: What the stage of a deal may mean, and whether it is won then.
TRUTH_OF = {WON: "true", LOST: "false", OPEN: "false"}


def as_truths(spec: ColumnSpec) -> ColumnSpec:
    """The spec of `is_won`, its words those of the contract."""
    words: dict[str, tuple[str, ...]] = {}
    for word, spellings in spec.words:
        truth = TRUTH_OF.get(word, word)
        words[truth] = (*words.get(truth, ()), *spellings)
    fallback = as_truths(spec.fallback) if spec.fallback else None
    otherwise = TRUTH_OF.get(spec.otherwise, spec.otherwise)
    return replace(spec, words=tuple(words.items()), otherwise=otherwise, fallback=fallback)


def as_states(spec: ColumnSpec) -> ColumnSpec | None:
    """A spec that says of each deal whether it is open or closed; `None` where the one of `is_won` cannot tell."""
    return _as_states(spec) if _tells_open(spec) else None


def _tells_open(spec: ColumnSpec) -> bool:
    own = OPEN in dict(spec.words) or spec.otherwise == OPEN
    return own or (spec.fallback is not None and _tells_open(spec.fallback))


def _as_states(spec: ColumnSpec) -> ColumnSpec:
    """As `is_won` is told: by the first column that tells it; a mere "not won" leaves it to the next."""
    words: dict[str, tuple[str, ...]] = dict(spec.words or TRUTHS)
    closed = tuple(spelling for word in (WON, "true", LOST) for spelling in words.get(word, ()))
    states: Words = ((CLOSED, closed), (OPEN, words.get(OPEN, ())))
    return replace(
        spec,
        words=tuple((state, spellings) for state, spellings in states if spellings),
        otherwise=spec.otherwise if spec.otherwise == OPEN else EMPTY,
        fallback=_as_states(spec.fallback) if spec.fallback else None,
    )

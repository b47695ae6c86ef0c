"""What the words of a file's column mean in ours: which columns hold words, what each is likely to mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hiring.contract import TRUTHS, Column, Kind
from hiring.mapping.closing import LOST, TRUTH_OF, WON
from hiring.mapping.facts import Words
from hiring.mapping.nine_languages import lists
from hiring.mapping.presets import ColumnSpec, Preset
from hiring.mapping.rules import FILLED, OPEN

_LOST = re.compile(r"(?i)lost|verlor|perdu|perdid|persa|verloren|cancel|abandon|disqual|dead")


def choices(column: Column) -> tuple[str, ...]:
    """Our words for a column, in the contract's order; none where it holds no words."""
    if column.name == "is_won":
        return tuple(TRUTH_OF)
    if column.kind is not Kind.WORD:
        return ()
    words = tuple(word for word, _ in column.words)
    return (*words, column.free) if column.free else words


def read_as(column: Column, word: str) -> str:
    """Our word that staging reads in a word of a file; nothing where it would set the row aside."""
    cell = word.strip().casefold()
    for ours, spellings in column.words:
        if cell in (ours.casefold(), *spellings):
            return ours
    for ours, spellings in column.words if column.free else ():
        if any(_begins_a_word(cell, spelling) for spelling in spellings):
            return ours
    return column.free if cell else ""


def _begins_a_word(cell: str, spelling: str) -> bool:
    """Whether some word of a cell in small letters begins so."""
    at = cell.find(spelling)
    while at > 0 and "a" <= cell[at - 1] <= "z":
        at = cell.find(spelling, at + 1)
    return at >= 0


def _spellings(spec: ColumnSpec) -> list[tuple[str, str]]:
    """(spelling, our word) of a preset's column."""
    found = [(spelling.casefold(), ours) for ours, spellings in spec.words for spelling in spellings]
    return found + (_spellings(spec.fallback) if spec.fallback else [])


def known_words(presets: Sequence[Preset], table: str, column: str) -> Mapping[str, str]:
    """Folded spelling → our word, as every preset of that column says."""
    found: dict[str, str] = {}
    for feed in (feed for preset in presets for feed in preset.feeds if feed.table == table):
        for name, spec in feed.columns:
            if name == column:
                found |= {spelling: ours for spelling, ours in _spellings(spec) if "*" not in spelling}
    return found


@dataclass(frozen=True)
class Likely:
    """Our word that a word of a file is likely to mean, if any; `is_guess`: only our lists of words say so."""

    ours: str = ""
    is_guess: bool = False


def likely(table: str, column: Column, word: str, known: Mapping[str, str]) -> Likely:
    """What a word of a file is likely to mean: as a vendor's mapping says, else our lists, else as staging reads it."""
    told = _told(column, word, known.get(word.strip().casefold(), ""))
    if told:
        return Likely(told)
    said = lists.meaning(table, column.name, word)
    read = "" if column.name == "is_won" else read_as(column, word)
    if said:
        return Likely(said, said != read)
    return Likely("" if read == column.free and word.strip().casefold() != column.free.casefold() else read)


def _told(column: Column, word: str, meaning: str) -> str:
    """Our word for what a preset says of a word; nothing where it says nothing."""
    if column.name != "is_won":
        return meaning if meaning in choices(column) else ""
    if meaning == "true":
        return WON
    if meaning == "false":
        return LOST if _LOST.search(word) else OPEN
    return meaning if meaning in TRUTH_OF else ""


def can_be_named(word: str) -> bool:
    """Whether a mapping file can name this very word: a star in it would stand for anything."""
    return "*" not in word and word != FILLED


def is_truth(words: Words) -> bool:
    """Whether every word of a column says true or false as it stands."""
    spellings = {spelling for _, spellings in TRUTHS for spelling in spellings}
    return all(word.strip().casefold() in spellings for word, _ in words)

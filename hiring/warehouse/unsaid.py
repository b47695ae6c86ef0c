"""What is said and written of a build without an erased person: messages, questions, names of files and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from hiring.identity.folding import folded
from hiring.identity.spellings import Spellings
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.mapping.changed import Changed
from hiring.warehouse.account import SetAside
from hiring.warehouse.answers import Question, veiled
from hiring.warehouse.request import BuildResult
from hiring.warehouse.taken_for import Taken

#: What stands in the place of a text that holds a name, an address or an id of an erased person.
INSTEAD = "(of an erased person)"
WITHHELD = "(withheld: the file that says how an erased person is called cannot be read)"
_PIECE = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Erased:
    """Rows dropped by file and table; tables with a list `staging.gone_<table>`; what must not be kept or said.

    `words`: every id, address and name of theirs, as they stand in the files. `spellings`: how else names and
    addresses may be written. `files`: what is said instead of a file's name. `is_blind`: somebody is to be forgotten
    whose names are not known. `notes`: what is said of the list of erased people itself. `employees`: their ids in the
    HR file, of which other systems may have the same for somebody else.
    """

    dropped: dict[tuple[str, str], int] = field(default_factory=dict)
    tables: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    count_emptied: int = 0
    spellings: Spellings = field(default_factory=lambda: Spellings([]))
    files: dict[str, str] = field(default_factory=dict)
    is_blind: bool = False
    notes: tuple[Message, ...] = ()
    employees: frozenset[str] = frozenset()

    @property
    def found_any(self) -> bool:
        """Whether a row was dropped, a cell emptied, or a file named after them."""
        own = any(table != "erased_people" for _, table in self.dropped)
        return bool(own or self.count_emptied or self.files)

    @property
    def is_anyone(self) -> bool:
        """Whether there is anybody whose name may stand in a text."""
        return bool(self.words or self.spellings or self.is_blind)

    @cached_property
    def _every(self) -> dict[str, list[str]]:
        return _by_first_piece(self.words)

    @cached_property
    def _telling(self) -> dict[str, list[str]]:
        return _by_first_piece(filter(_is_telling, self.words))

    def holds(self, text: str) -> bool:
        """Whether a text holds a name or an address of theirs, or an id that is no mere number or word."""
        return self.spellings.holds(text, lone=True) or _holds_word(text, self._telling)

    def scrubbed(self, text: str) -> str:
        """`text` of a cell, or a note in its place where it holds any word of theirs."""
        return INSTEAD if self.spellings.holds(text, lone=True) or _holds_word(text, self._every) else text

    def said(self, text: str) -> str:
        """A text of ours or a heading, or a note in its place where it names them."""
        return INSTEAD if self.holds(text) else text

    def file(self, name: str) -> str:
        """A file's name, or what is said instead."""
        return self.files.get(name) or (f"(file {INSTEAD[1:]}" if self.holds(name) else name)


def _is_telling(word: str) -> bool:
    """Whether an id is told from other numbers and words wherever it stands."""
    return len(word) >= 5 and any(sign.isdigit() for sign in word) and not (word.isdigit() and len(word) < 7)


def _by_first_piece(words: Iterable[str]) -> dict[str, list[str]]:
    """The folded words by the first run of letters and digits in each: only those of a text's own runs are sought."""
    found: dict[str, list[str]] = {}
    for word in map(folded, words):
        if first := _PIECE.search(word):
            found.setdefault(first[0], []).append(word)
    return found


def _holds_word(text: str, words: dict[str, list[str]]) -> bool:
    low = folded(text)
    return any(
        re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", low)
        for piece in set(_PIECE.findall(low))
        for word in words.get(piece, ())
    )


def named_files(names: Iterable[str], erased: Erased) -> dict[str, str]:
    """The names of files that name an erased person → what is said instead, each its own."""
    found = [name for name in dict.fromkeys(names) if erased.holds(name)]
    return {name: f"(file {index} {INSTEAD[1:]}" for index, name in enumerate(found, start=1)}


def message(one: Message, erased: Erased) -> Message:
    """A message that names nobody who is erased."""
    found = erased.scrubbed(one.found)
    if erased.is_blind and _LETTERS.search(one.found):
        found = WITHHELD
    return replace(
        one,
        file=erased.file(one.file),
        column=erased.said(one.column) if one.column else one.column,
        found=found,
        wanted=erased.said(one.wanted),
        outcome=_unquoted(one.outcome, erased),
        todo=_unquoted(one.todo, erased),
    )


def _unquoted(text: str, erased: Erased) -> str:
    """What we say of it; without what it quotes, where nobody knows whom that names."""
    first, last = text.find("'"), text.rfind("'")
    if erased.is_blind and first < last:  # what is quoted may hold quotation marks itself
        return text[:first] + WITHHELD + text[last + 1 :]
    return erased.said(text)


def question(one: Question, erased: Erased) -> Question:
    """A question that names nobody who is erased; its answer counts under the key it then has."""
    return replace(
        one,
        key=veiled(one.key) if erased.holds(one.key) else one.key,
        message=message(one.message, erased),
        choices=tuple(veiled(choice) if erased.holds(choice) else choice for choice in one.choices),
    )


def row(one: SetAside, erased: Erased) -> SetAside:
    """A row set aside that names nobody who is erased."""
    return replace(
        one,
        file=erased.file(one.file),
        column=erased.said(one.column),
        found=erased.scrubbed(one.found),
        wanted=erased.said(one.wanted),
        todo=erased.said(one.todo),
    )


def _note(note: Message, headings: str, erased: Erased) -> Message:
    """A note of a file; one that lists its headings may have been cut within a name."""
    text = message(note, erased)
    is_list = bool(note.found) and headings.startswith(note.found)
    return replace(text, found=INSTEAD) if is_list and erased.holds(headings) else text


def read_file(one: ReadFile, erased: Erased) -> ReadFile:
    """A file read, told of without the people erased: its name, headings and messages."""
    if not erased.is_anyone:
        return one
    headings = ", ".join(one.unknown_columns)
    labels = tuple((key, erased.said(label)) for key, label in one.plan.labels) if one.plan else ()
    return replace(
        one,
        file=erased.file(one.file),
        notes=tuple(_note(note, headings, erased) for note in one.notes),
        skipped=tuple(message(skip, erased) for skip in one.skipped),
        set_aside=tuple(message(aside, erased) for aside in one.set_aside),
        unknown_columns=tuple(dict.fromkeys(map(erased.said, one.unknown_columns))),
        refused=message(one.refused, erased) if one.refused else None,
        changed=_changed(one.changed, erased),
        plan=replace(one.plan, labels=labels, title=erased.said(one.plan.title)) if one.plan else None,
    )


def _changed(one: Changed, erased: Erased) -> Changed:
    went, came = (tuple(map(erased.said, labels)) for labels in (one.went, one.came))
    return Changed(erased.said(one.mapping), went, came)


def result(one: BuildResult, erased: Erased) -> BuildResult:
    """How a build ended, told without the people erased."""
    if not erased.is_anyone:
        return one
    return replace(
        one,
        files=tuple({**account, "file": erased.file(str(account["file"]))} for account in one.files),
        messages=tuple(message(said, erased) for said in one.messages),
        questions=tuple(question(asked, erased) for asked in one.questions),
        set_aside=tuple(row(aside, erased) for aside in one.set_aside),
        taken=tuple(_taken(file, erased) for file in one.taken),
    )


def _taken(one: Taken, erased: Erased) -> Taken:
    return replace(
        one,
        waiting=tuple(replace(word, word=erased.scrubbed(word.word)) for word in one.waiting),
        changed=_changed(one.changed, erased),
        file=erased.file(one.file),
        holds=_unquoted(one.holds, erased),
        asked=tuple(veiled(key) if erased.holds(key) else key for key in one.asked),
        why=_unquoted(one.why, erased),
        todo=_unquoted(one.todo, erased),
    )

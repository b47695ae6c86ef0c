"""The lists of labels and words in nine languages, read once; a file of ours that is wrong fails at once."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hiring import config
from hiring.loading import forgetting
from hiring.mapping.nine_languages.folding import BETWEEN, Heart, heart, words_of

#: In place of a table: the file is called after something that is none of ours.
OTHERS = "others"
#: What turns a word around: `nicht gewonnen`.
_NEGATIONS = "not no un non nicht kein ne pas sin niet geen nao inte ej nie bez"
_NOT = frozenset(_NEGATIONS.split())


@forgetting.too
@lru_cache(maxsize=1024)
def _labels() -> Mapping[str, Any]:
    return tomllib.loads((config.NINE_LANGUAGES / "labels.toml").read_text(encoding="utf-8"))


def _listed(text: str) -> list[str]:
    """The labels of a list, in order; `@name` stands for those of a shared one."""
    found: list[str] = []
    for part in text.split(","):
        label = " ".join(part.split())
        found += _listed(_labels()["shared"][label[1:]]) if label.startswith("@") else [label]
    return [label for label in found if label]


@forgetting.too
@lru_cache(maxsize=1024)
def labels(table: str, column: str) -> Mapping[str, int]:
    """What labels of a column are at heart → its place in the list: those first that say it best."""
    return _ranked(_labels()["tables"].get(table, {}).get(column, ""))


@forgetting.too
@lru_cache(maxsize=1024)
def parts_of_names() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The same for first names and for last names."""
    shared = _labels()["shared"]
    return _ranked(shared["first_name"]), _ranked(shared["last_name"])


def _ranked(text: str) -> Mapping[str, int]:
    hearts: list[Heart] = [heart(label) for label in _listed(text)]
    return {one: at for at, one in reversed(list(enumerate(one.text for one in hearts)))}


@forgetting.too
@lru_cache(maxsize=1024)
def things(table: str) -> frozenset[str]:
    """The words for what a table's rows are, as they stand beside another label."""
    return frozenset(_listed(_labels()["things"].get(table, "")))


@forgetting.too
@lru_cache(maxsize=8192)
def without_its_thing(table: str, label: str) -> str:
    """A label without the word for what the table's rows are, before or after it; nothing where there is none."""
    words = [word for word in words_of(label) if word not in BETWEEN]
    if len(words) > 1 and words[-1] in things(table):
        return " ".join(words[:-1])
    return " ".join(words[1:]) if len(words) > 1 and words[0] in things(table) else ""


@forgetting.too
@lru_cache(maxsize=8192)
def is_email_of(column: str, label: str, table: str) -> bool:
    """Whether a label says `e-mail` beside one for the names of those whose e-mails they are: `Assigned To E-mail`."""
    names = column.replace("email", "name")
    emails = {words_of(one) for one in _listed("@email")}
    words = words_of(label)
    rests = [words[:at] for at in range(1, len(words)) if words[at:] in emails]
    rests += [words[at:] for at in range(1, len(words)) if words[:at] in emails]
    return any(heart(" ".join(rest)).text in labels(table, names) for rest in rests)


def named_by_file(file: str) -> frozenset[str]:
    """The tables whose words stand in the name of a file; `OTHERS` where those of other things do."""
    said = set(words_of(file))
    return frozenset(
        table for table, text in _labels()["files"].items() if said & set(text.replace(",", " ").split())
    )


@forgetting.too
@lru_cache(maxsize=1)
def _tables_by_label() -> Mapping[str, int]:
    tables = _labels()["tables"]
    return Counter(
        text
        for table, columns in tables.items()
        for text in {one for name in columns for one in labels(table, name)}
    )


def tells(label: str) -> int:
    """How much a label says of what a file holds: 2 in the lists of one table, 1 of two; `Name` stands in any list."""
    return {1: 2, 2: 1}.get(_tables_by_label()[heart(label).text], 0)


@forgetting.too
@lru_cache(maxsize=1024)
def _meanings(about: str) -> Mapping[tuple[str, ...], str]:
    words = tomllib.loads((config.NINE_LANGUAGES / "words.toml").read_text(encoding="utf-8"))
    return {
        words_of(spelling): ours
        for ours, text in words.get(about, {}).items()
        for spelling in text.split(",")
        if spelling.strip()
    }


def meaning(table: str, column: str, word: str) -> str:
    """Our word that a word of a column means; nothing where none stands in it, or those of several do."""
    known, said = _meanings(f"{table}.{column}"), words_of(word)
    if said in known:
        return known[said]
    found = {
        (start, end): known[said[start:end]]
        for start in range(len(said))
        for end in range(start + 1, len(said) + 1)
        if said[start:end] in known
    }
    if _NOT & set(said) and not any(_NOT & set(said[start:end]) for start, end in found):
        return ""
    # Of words one within another the longer speaks: `offer declined` is not `declined`.
    longest = {
        ours
        for (start, end), ours in found.items()
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in found)
    }
    return longest.pop() if len(longest) == 1 else ""

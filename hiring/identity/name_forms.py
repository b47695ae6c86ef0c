"""The words of a name, and the forms in which a system or a person may write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hiring.identity.folding import letters, plain, words, written_out
from hiring.loading import forgetting

TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "herr", "frau", "jr", "sr", "ii", "iii"}
)
TITLES |= {"iv", "phd", "md", "dds", "esq", "cpa", "mba", "msc", "bsc"}
#: Shorter pieces of a name stand in half of all texts.
SHORT = 3
_NAME_SIGNS = re.compile(r"[^\d_@%&\\/|;:=+<>()\[\]]+")
_NAMELIKE = re.compile(r"[^\s.,-]+")
_PARTICLES = frozenset(
    {"van", "der", "den", "de", "la", "di", "da", "do", "dos", "von", "zu", "el", "al", "bin", "ibn"}
)
_PARTICLES |= {"del", "du", "le", "ten", "ter", "af", "av", "y", "e"}
#: Particles that are words as well: "Ada y Byron" are two.
_MEANING_MORE = frozenset({"y", "e", "do", "el", "al", "le", "la", "du", "ten", "av", "da"})
#: They part no two words of a name (O'Brien), though they may in a text.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′\u02b9\u02c8\ua78b\ua78c"))


@forgetting.too
@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, given names first, without titles; `Byron, Ada` gives `ada`, `byron`."""
    joined = name.translate(_APOSTROPHES)
    parts = [[word.letters for word in words(plain(part))] for part in joined.split(",")]
    parts = [part for part in parts if part and "".join(part) not in TITLES]
    turned = [*parts[1:2], *parts[:1], *parts[2:]]
    ordered = [word for part in turned for word in part]
    bare = [word for word in ordered if word not in TITLES]
    while len(bare) > 2 and "".join(bare[-2:]) in TITLES:
        bare = bare[:-2]
    return tuple(bare if len(bare) > 1 else ordered)


def looks_like_a_name(cell: str) -> bool:
    """Whether a cell is a name and nothing else: words with a capital, particles aside, and no other signs."""
    pieces = _NAMELIKE.findall(cell.translate(_APOSTROPHES))
    return bool(_NAME_SIGNS.fullmatch(cell)) and all(
        piece[0].isupper() or piece in _PARTICLES for piece in pieces
    )


def same_name(one: str, other: str) -> bool:
    """Whether two cells give the same name, in whatever order and spelling."""
    return bool(letters(one)) and sorted(name_words(one)) == sorted(name_words(other))


def family_start(name: tuple[str, ...]) -> int:
    """Where the family name of a name of several words begins: with its particles (`van der Berg`)."""
    particles = (index for index, word in enumerate(name[:-1]) if index and word in _PARTICLES)
    return next(particles, len(name) - 1)


def is_middle(word: str) -> bool:
    """Whether a word in small letters may stand between the given and the last name of somebody: a particle."""
    return word in _PARTICLES and word not in _MEANING_MORE


def may_be_one(one: str, other: str, *, is_strict: bool) -> bool:
    """Whether two names may be one person's; `is_strict`: only where the first names do not differ."""
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs or sorted(mine) == sorted(theirs):
        return True
    is_cut = mine[0].startswith(theirs[0]) or theirs[0].startswith(mine[0])
    if is_strict:
        return is_cut
    return is_cut or bool(set(mine) & set(theirs)) or min(len(mine), len(theirs)) == 1


@dataclass
class Forms:
    """The forms of one name: as a whole in any order, cut short, with initials (each with its full stop).

    `gaps`: its words before and behind a given name more than it has.
    """

    whole: set[str]
    short: set[str]
    initials: set[str]
    gaps: set[tuple[str, str]]


def locals_of(name: tuple[str, ...]) -> set[str]:
    """What stands before the @ of a name: an initial and the last name, in either order."""
    family = "".join(name[family_start(name) :])
    return {form for last in (name[-1], family) for form in (name[0][0] + last, last + name[0][0])}


def forms_of(name: tuple[str, ...]) -> Forms:
    """The forms of a name of two words or more."""
    start = family_start(name)
    first, last, given, family = name[0], name[-1], name[:start], "".join(name[start:])
    whole = {"".join(name[turn:] + name[:turn]) for turn in range(len(name))}
    short = {form for one in given for end in (last, family) for form in (one + end, end + one)}
    for one in given[1:]:
        short |= {first + one[0] + last, last + first + one[0]}
    initials: set[str] = set()
    if len(last) >= SHORT:
        middle = "".join(f"{word[0]}." for word in given[1:])
        for end in {last, family, "".join(name[1:])}:
            initials |= {f"{first[0]}.{end}", f"{end}{first[0]}."}
        initials |= {f"{first[0]}.{middle}{last}", f"{last}{first[0]}.{middle}"}
        initials |= {f"{first}{last[0]}.", f"{''.join(given)}{last[0]}."}
        if middle:
            initials |= {f"{first}{middle}{last}", f"{last}{first}{middle}"}
    cuts = range(1, start + 1)
    gaps = {("".join(name[:cut]), tail) for cut in cuts for tail in ("".join(name[cut:]), family, last)}
    return Forms(whole, short, initials, gaps)


def readings_of(name: str) -> set[tuple[str, ...]]:
    """A name's words as they stand, and with umlauts written out or, where they are, taken back."""
    given = name_words(name)
    taken_back = tuple(re.sub("([aou])e", r"\1", word) for word in given)
    found = {given, name_words(written_out(name)), taken_back}
    return {one for one in found if one and all(one)}


def is_long_enough(name: tuple[str, ...]) -> bool:
    """Whether a name's forms are told in texts; of fewer letters only the name as it is spelt."""
    return len(name) == 1 or len("".join(name)) > SHORT


def anchors_of(name: tuple[str, ...]) -> set[str]:
    """Letters of which one stands in every form of the name."""
    first, last = name[0], name[-1]
    if len(name) == 1:
        return {first}
    if len(last) >= SHORT:
        return {last, first + last[0], "".join(name[: family_start(name)]) + last[0]}
    return {first} if len(first) >= SHORT else {"".join(name), last + first, first + last}

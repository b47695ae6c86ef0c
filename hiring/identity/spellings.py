"""How the names and addresses of some people may be written, and whether a text holds one of them.

Whole names only, whatever parts their words or none: never a first or a last name alone, nor letters within a longer
word (forgetting Ada leaves Canada where it is). A form that may be somebody else's is no form of theirs: initials,
a name cut short and the part before the @ count only where nobody who stays is called so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from hiring.identity.addresses import address, addresses_in
from hiring.identity.folding import Word, decoded, letters, plain, squeezed, words, written_out

TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "herr", "frau", "jr", "sr", "ii", "iii"}
)
TITLES |= {"iv", "phd", "md", "dds", "esq", "cpa", "mba", "msc", "bsc"}
#: Shorter pieces of a name stand in half of all texts.
_SHORT = 3
#: A login is told by itself from this length on; `spark` may be Sam Park's, or a spark.
_LONG = 6
#: So many pieces are looked for one after the other; of more, every pair of letters is looked up.
_FEW = 50
#: What may stand between the words of one name; a comma or an "and" may not, where a word is passed over.
_WITHIN = re.compile(r"[\s._'’-]*")
#: Scripts that put no space between words.
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, given names first, without titles; `Byron, Ada` gives `ada`, `byron`."""
    parts = [[word.letters for word in words(plain(part))] for part in name.split(",")]
    parts = [part for part in parts if part and "".join(part) not in TITLES]
    turned = [*parts[1:2], *parts[:1], *parts[2:]]
    ordered = [word for part in turned for word in part]
    bare = [word for word in ordered if word not in TITLES]
    while len(bare) > 2 and "".join(bare[-2:]) in TITLES:
        bare = bare[:-2]
    return tuple(bare if len(bare) > 1 else ordered)


def same_name(one: str, other: str) -> bool:
    """Whether two cells give the same name, in whatever order and spelling."""
    return bool(letters(one)) and sorted(name_words(one)) == sorted(name_words(other))


@dataclass
class _Forms:
    """The forms of one name: as a whole in any order, cut short, with initials (each with its full stop)."""

    whole: set[str]
    short: set[str]
    initials: set[str]
    ends: set[tuple[str, str]]


def _forms(name: tuple[str, ...]) -> _Forms:
    first, last, rest = name[0], name[-1], name[1:]
    whole = {"".join(name[turn:] + name[:turn]) for turn in range(len(name))}
    short = {first + last, last + first}
    for given in name[:-1]:
        short |= {given + last, last + given}
    for given in rest[:-1]:
        short |= {first + given[0] + last, last + first + given[0]}
    initials: set[str] = set()
    if len(last) >= _SHORT:
        middle = "".join(f"{word[0]}." for word in rest[:-1])
        for end in {last, "".join(rest)}:
            initials |= {f"{first[0]}.{end}", f"{end}{first[0]}."}
        initials |= {f"{first[0]}.{middle}{last}", f"{last}{first[0]}.{middle}", f"{first}{last[0]}."}
        initials |= {f"{first}{middle}{last}", f"{last}{first}{middle}"}
    return _Forms(whole, short, initials, {(first, last)})


def _readings(name: str) -> set[tuple[str, ...]]:
    """A name's words as they stand, and with umlauts written out or, where they are, taken back."""
    given = name_words(name)
    taken_back = tuple(re.sub("([aou])e", r"\1", word) for word in given)
    found = {given, name_words(written_out(name)), taken_back}
    return {one for one in found if one and all(one)}


def _is_long_enough(name: tuple[str, ...]) -> bool:
    """Whether a name is to be looked for within texts; of fewer letters it counts only where it is the whole cell."""
    return len("".join(name)) >= (2 if len(name) == 1 else _SHORT + 1)


def _anchors(name: tuple[str, ...]) -> set[str]:
    """Letters of which one stands in every form of the name."""
    first, last = name[0], name[-1]
    if len(name) == 1:
        return {first}
    if len(last) >= _SHORT:
        return {last, first + last[0]}
    return {first} if len(first) >= _SHORT else {"".join(name), last + first, first + last}


class Spellings:
    """The forms of the names and addresses of some people, to be looked for in texts.

    `kept_names` and `kept_addresses` are those of everybody who stays.
    """

    def __init__(
        self,
        names: Iterable[str],
        addresses: Iterable[str] = (),
        kept_names: Iterable[str] = (),
        kept_addresses: Iterable[str] = (),
    ) -> None:
        names = list(names)
        self.is_ascii = all(name.isascii() for name in names)
        every = {reading for name in names for reading in _readings(name)}
        self._cells = {"".join(name) for name in every}
        readings = {name for name in every if _is_long_enough(name)}
        self._whole: set[str] = set()
        self._single = {name[0] for name in readings if len(name) == 1}
        self._initials: set[str] = set()
        self._ends: set[tuple[str, str]] = set()
        self._addresses = {one for one in map(address, addresses) if one}
        self._kept_addresses = {one for one in map(address, kept_addresses) if one} - self._addresses
        same = {"".join(sorted(name)) for name in every}
        kept = [name for name in map(name_words, kept_names) if "".join(sorted(name)) not in same]
        self._kept = _Kept(kept, self._kept_addresses)
        several = [name for name in readings if len(name) > 1]
        for forms in map(_forms, several):
            self._whole |= forms.whole | (forms.short - self._kept.names)
            self._initials |= forms.initials - self._kept.initials
            self._ends |= forms.ends
        self._locals = {name[0][0] + name[-1] for name in several} | {
            name[-1] + name[0][0] for name in several
        }
        self._locals -= self._kept.locals
        self._logins = self._own_logins({name[-1] for name in several})
        self._starts = {form[:end] for form in self._whole for end in range(1, len(form) + 1)}
        self._starts |= {form[:end] for form in self._initials for end in range(1, len(form) + 1)}
        self._unparted = tuple(form for form in self._whole | self._single if _UNPARTED.search(form))
        self.anchors = tuple(
            sorted({one for name in readings for one in _anchors(name)} | self._of_addresses())
        )

        self._by_start: dict[str, tuple[str, ...]] = {}
        self._squeezed_anchors = tuple(map(squeezed, self.anchors))
        for anchor in self._squeezed_anchors:
            self._by_start[anchor[:2]] = (*self._by_start.get(anchor[:2], ()), anchor)

    def _own_logins(self, last_names: Collection[str]) -> set[str]:
        found = {letters(one.partition("@")[0]) for one in self._addresses}
        named = {one for one in found if any(last in one for last in last_names if len(last) >= _SHORT)}
        return {one for one in named if len(one) >= _LONG} - set(last_names) - self._kept.locals

    def _of_addresses(self) -> set[str]:
        found = set()
        for one in self._addresses:
            local, _, domain = one.partition("@")
            found.add(letters(local) if len(letters(local)) >= _SHORT else letters(domain) or domain)
        return found

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._cells or self._addresses)

    def holds(self, text: str) -> bool:
        """Whether a name or an address of theirs stands in the text."""
        return any(self._may_hold(reading) and self._held(reading) for reading in (text, *decoded(text)))

    def _may_hold(self, text: str) -> bool:
        run, starts = squeezed(text), self._by_start
        if len(self.anchors) <= _FEW:
            return any(anchor in run for anchor in self._squeezed_anchors)
        return any(
            run.startswith(starts[run[place : place + 2]], place)
            for place in range(len(run) - 1)
            if run[place : place + 2] in starts
        )

    def is_all_of(self, text: str) -> bool:
        """Whether the text is a name of theirs and nothing else, titles aside; never where it is a kept one's."""
        if self.is_kept(text):
            return False
        found = [word for word in words(plain(text)) if word.letters not in TITLES]
        is_cell = "".join(word.letters for word in found) in self._cells
        return is_cell or len(found) in self._ends_of(found, 0) or self._is_initials(found)

    def is_kept(self, text: str) -> bool:
        """Whether a cell is the name of somebody who stays, and of nobody who goes."""
        return "".join(name_words(text)) in self._kept.names - self._whole

    def _held(self, text: str) -> bool:
        if "@" in text:
            if self._address_held(text):
                return True
            text = self._without_kept(text)
        seen = plain(text)
        return self._held_plain(seen) or (not text.isascii() and self._held_plain(plain(text, parted=True)))

    def _held_plain(self, seen: str) -> bool:
        if self._unparted and any(form in letters(seen) for form in self._unparted):
            return True
        found = words(seen)
        if self._any_from(found) or self._is_initials(found):
            return True
        if not seen.islower() and not seen.isupper():
            humps = words(seen, humps=True)
            if len(humps) > len(found) and self._any_from(humps):
                return True
        untitled = [word for word in found if word.letters not in TITLES]
        return len(untitled) < len(found) and self._any_from(untitled)

    def _any_from(self, found: list[Word]) -> bool:
        return any(True for start in range(len(found)) for _ in self._ends_of(found, start))

    def _ends_of(self, found: list[Word], start: int) -> Iterator[int]:
        """The places behind each form of a name that begins with this word."""
        first = found[start].letters if start < len(found) else ""
        if not first:
            return
        if not found[start].is_hump and (first in self._single or first in self._logins):
            yield start + 1
        run, dotted = "", ""
        for place in range(start, len(found)):
            word = found[place]
            run += word.letters
            dotted += word.letters + ("." if _is_initial(word) else "")
            if run in self._whole or dotted in self._initials:
                yield place + 1
            if run not in self._starts and dotted not in self._starts:
                break
        if start + 2 < len(found) and (first, found[start + 2].letters) in self._ends:
            middle, last = found[start + 1], found[start + 2]
            if _is_within(middle, last) and first + middle.letters + last.letters not in self._kept.names:
                yield start + 3

    def _is_initials(self, found: list[Word]) -> bool:
        """Whether the whole text is an initial and a last name, full stop or not."""
        if len(found) != 2 or (len(found[0].letters) > 1 and len(found[1].letters) > 1):
            return False
        return "".join(word.letters + "." * (len(word.letters) == 1) for word in found) in self._initials

    def _address_held(self, text: str) -> bool:
        for _, one in addresses_in(text):
            local = letters(one.partition("@")[0])
            if one in self._addresses:
                return True
            if one not in self._kept_addresses and local in self._locals:
                return True
        return False

    def _without_kept(self, text: str) -> str:
        for written, one in addresses_in(text):
            if one in self._kept_addresses:
                text = text.replace(written, " ")
        return text


class _Kept:
    """What those who stay are called: whole names, initials, and what stands before the @."""

    def __init__(self, names: Iterable[tuple[str, ...]], addresses: Iterable[str]) -> None:
        called = [name for name in names if name]
        self.names = {"".join(name) for name in called}
        self.initials: set[str] = set()
        for name in called:
            if len(name) > 1:
                forms = _forms(name)
                self.initials |= forms.initials
        self.locals = {letters(one.partition("@")[0]) for one in addresses}
        self.locals |= {name[0][0] + name[-1] for name in called} | {name[-1] + name[0][0] for name in called}


def _is_initial(word: Word) -> bool:
    """Whether a word is an initial: one letter before a full stop or a sign that joins, or a capital behind a comma."""
    if len(word.letters) != 1:
        return False
    behind_comma = word.is_capital and word.before.strip() == "," and not word.after.strip(" ;|/)")
    return behind_comma or word.after.startswith((".", "_", "-"))


def _is_within(middle: Word, last: Word) -> bool:
    """Whether the middle one of three words may be another given name."""
    if not (_WITHIN.fullmatch(middle.before) and _WITHIN.fullmatch(last.before)):
        return False
    is_joined = bool(middle.before and last.before) and not re.search(r"\s", middle.before + last.before)
    return middle.is_capital or is_joined

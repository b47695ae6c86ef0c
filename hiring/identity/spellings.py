"""How the names and addresses of some people may be written, and whether a text holds one of them.

Whole names only, whatever parts their words or none: never a first or a last name alone, nor letters within a longer
word (forgetting Ada leaves Canada where it is). A form that may be somebody else's is no form of theirs: initials,
a name cut short and the part before the @ count only where nobody who stays is called so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from hiring.identity.addresses import address, addresses_in
from hiring.identity.folding import Word, decoded, letters, plain, squeezed, words
from hiring.identity.name_forms import (
    SHORT,
    TITLES,
    anchors_of,
    forms_of,
    is_long_enough,
    locals_of,
    name_words,
    readings_of,
)

#: A login is told by itself from this length on; `spark` may be Sam Park's, or a spark.
_LONG = 6
#: So many pieces are looked for one after the other; of more, every pair of letters is looked up.
_FEW = 50
#: What may stand between the words of one name; a comma or an "and" may not, where a word is passed over.
_WITHIN = re.compile(r"[\s._'’-]*")
#: Scripts that put no space between words.
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


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
        every = {reading for name in names for reading in readings_of(name)}
        self._cells = {"".join(name) for name in every}
        readings = {name for name in every if is_long_enough(name)}
        self._whole: set[str] = set()
        self._single = {name[0] for name in readings if len(name) == 1}
        self._initials: set[str] = set()
        self._gaps: dict[str, set[str]] = {}
        self._addresses = {one for one in map(address, addresses) if one}
        self._kept_addresses = {one for one in map(address, kept_addresses) if one} - self._addresses
        same = {"".join(sorted(name)) for name in every}
        kept = [name for name in map(name_words, kept_names) if "".join(sorted(name)) not in same]
        self._kept = _Kept(kept, self._kept_addresses)
        several = [name for name in readings if len(name) > 1]
        for forms in map(forms_of, several):
            self._whole |= forms.whole | (forms.short - self._kept.names)
            self._initials |= forms.initials - self._kept.initials
            for head, tail in forms.gaps:
                self._gaps.setdefault(head, set()).add(tail)
        self._look_behind(several)
        self._unparted = tuple(form for form in self._whole | self._single if _UNPARTED.search(form))
        self.anchors = tuple(
            sorted({one for name in readings for one in anchors_of(name)} | self._of_addresses())
        )

        self._by_start: dict[str, tuple[str, ...]] = {}
        self._squeezed_anchors = tuple(map(squeezed, self.anchors))
        for anchor in self._squeezed_anchors:
            self._by_start[anchor[:2]] = (*self._by_start.get(anchor[:2], ()), anchor)

    def _look_behind(self, several: Collection[tuple[str, ...]]) -> None:
        """Work out what stands before an @, and how every form begins."""
        self._longest = max((len(form) for form in self._whole), default=0)
        self._locals = {one for name in several for one in locals_of(name)} - self._kept.locals
        self._logins = self._own_logins({name[-1] for name in several})
        self._starts = {form[:end] for form in self._whole for end in range(1, len(form) + 1)}
        self._starts |= {form[:end] for form in self._initials for end in range(1, len(form) + 1)}

    def _own_logins(self, last_names: Collection[str]) -> set[str]:
        found = {letters(one.partition("@")[0]) for one in self._addresses}
        named = {one for one in found if any(last in one for last in last_names if len(last) >= SHORT)}
        return {one for one in named if len(one) >= _LONG} - set(last_names) - self._kept.locals

    def _of_addresses(self) -> set[str]:
        found = set()
        for one in self._addresses:
            local, _, domain = one.partition("@")
            found.add(letters(local) if len(letters(local)) >= SHORT else letters(domain) or domain)
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
            yield from self._over_one(found, run, place)
            if run not in self._starts and dotted not in self._starts:
                break

    def _over_one(self, found: list[Word], run: str, place: int) -> Iterator[int]:
        """The places behind a name whose first words end here, where one more given name follows that is not theirs."""
        tails = self._gaps.get(run)
        if not tails or place + 2 >= len(found) or not _is_within(found[place + 1], found[place + 2]):
            return
        tail, middle = "", found[place + 1].letters
        for end in range(place + 2, len(found)):
            tail += found[end].letters
            if tail in tails and run + middle + tail not in self._kept.names:
                yield end + 1
            if len(tail) > self._longest:
                break

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
                forms = forms_of(name)
                self.initials |= forms.initials
        self.locals = {letters(one.partition("@")[0]) for one in addresses}
        self.locals |= {local for name in called if len(name) > 1 for local in locals_of(name)}


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

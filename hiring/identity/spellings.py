"""How the names and addresses of some people may be written, and whether a text holds one of them.

Whole names only, whatever parts their words or none: never a first or a last name alone, nor letters within a longer
word (forgetting Ada leaves Canada where it is). A form that may be somebody else's is no form of theirs: initials,
a name cut short or turned round and the part before the @ count only where nobody who stays is called so; nor is the
name within a longer one of somebody who stays. A name of one word is looked for in names, not in texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hiring.identity.addresses import address, addresses_in
from hiring.identity.folding import Word, decoded, folded, letters, plain, squeezed, words
from hiring.identity.name_forms import (
    SHORT,
    TITLES,
    anchors_of,
    family_start,
    forms_of,
    is_long_enough,
    locals_of,
    name_words,
    readings_of,
)
from hiring.identity.word_runs import (
    OFFICES,
    UNPARTED,
    KeptForms,
    holds_unparted,
    is_as_spelt,
    is_within,
    stands_in,
    with_full_stop,
)

#: A login is told by itself from this length on, and a name in one; `spark` may be Sam Park's, or a spark.
_LONG = 6
#: So many words more a name has at most that holds another.
_LONGEST_NAME = 3
#: So many pieces are looked for one after the other; of more, every pair of letters is looked up.
_FEW = 50


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
        self._every = every
        self._cells = {"".join(name) for name in every}
        readings = {name for name in every if is_long_enough(name)}
        self._whole: set[str] = set()
        self._single = {name[0] for name in readings if len(name) == 1}
        self._short = every - readings
        self._initials: set[str] = set()
        self._gaps: dict[str, set[str]] = {}
        self._addresses = {one for one in map(address, addresses) if one}
        self._kept_addresses = {one for one in map(address, kept_addresses) if one} - self._addresses
        kept = [name for name in map(name_words, kept_names) if name not in every]
        self._kept = KeptForms(kept, self._kept_addresses)
        several = [name for name in readings if len(name) > 1]
        for forms in map(forms_of, several):
            self._whole |= (forms.whole | forms.short) - self._kept.names
            self._initials |= forms.initials - self._kept.initials
            for head, tail in forms.gaps:
                self._gaps.setdefault(head, set()).add(tail)
        self._whole |= {"".join(name) for name in several}
        self._turned = {
            ("".join(name[family_start(name) :]), name[0]) for name in several if len(name[0]) >= SHORT
        }
        self._look_behind(several)
        glued = self._whole | self._single | {"".join(name) for name in self._short}
        self._unparted = tuple(form for form in glued if UNPARTED.search(form) and len(form) > 1)
        self.anchors = tuple(
            sorted({one for name in every for one in anchors_of(name)} | self._of_addresses())
        )
        self._look_for_anchors()

    def _look_for_anchors(self) -> None:
        """Work out by which two letters a piece of every form begins."""
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
        written = {one.partition("@")[0] for one in self._addresses}
        written = {
            one for one in written if letters(one) not in self._kept.locals and len(letters(one)) >= _LONG
        }
        self._tokens = tuple(one for one in written if any(sign.isdigit() for sign in one))
        found = set(map(letters, written))
        self._locals |= found - OFFICES
        named = {one for one in found if any(last in one for last in last_names if len(last) >= SHORT)}
        return named - set(last_names)

    def _of_addresses(self) -> set[str]:
        found = set()
        for one in self._addresses:
            local, _, domain = one.partition("@")
            found.add(letters(local) if len(letters(local)) >= SHORT else letters(domain) or domain)
        return found

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._cells or self._addresses)

    def holds(self, text: str, *, lone: bool = False) -> bool:
        """Whether a name or an address of theirs stands in the text; with `lone`, a name of one word as well."""
        if lone and self._single and any(word.letters in self._single for word in words(plain(text))):
            return True
        return any(self._may_hold(reading) and self._held(reading) for reading in (text, *decoded(text)))

    def _may_hold(self, text: str) -> bool:
        run, starts = squeezed(text), self._by_start
        if len(self.anchors) <= _FEW:
            return any(anchor in run for anchor in self._squeezed_anchors)
        return any(
            run.startswith(starts[run[index : index + 2]], index)
            for index in range(len(run) - 1)
            if run[index : index + 2] in starts
        )

    def is_all_of(self, text: str) -> bool:
        """Whether the text is a name of theirs and nothing else, titles aside; never where it is a kept one's."""
        if self.is_kept(text):
            return False
        if self.is_exactly(text):
            return True
        found = [word for word in words(plain(text)) if word.letters not in TITLES]
        is_cell = "".join(word.letters for word in found) in self._cells
        return is_cell or len(found) in self._ends_of(found, 0) or self._is_initials(found)

    def has_address(self, text: str) -> bool:
        """Whether an address is theirs as it stands."""
        return address(text) in self._addresses

    def is_exactly(self, text: str) -> bool:
        """Whether a cell is a whole name of theirs, its words in order or as `Last, First`."""
        return name_words(text) in self._every

    def is_kept(self, text: str) -> bool:
        """Whether a cell is the name of somebody who stays, and of nobody who goes."""
        name = "".join(name_words(text))
        return name in self._kept.names and name not in self._whole

    def _held(self, text: str) -> bool:
        if "@" in text:
            if self._address_held(text):
                return True
            text = self._without_kept(text)
        low = folded(text) if self._tokens else ""
        if any(token in low and stands_in(token, low) for token in self._tokens):
            return True
        seen = plain(text)
        return self._held_plain(seen) or (not text.isascii() and self._held_plain(plain(text, parted=True)))

    def _held_plain(self, seen: str) -> bool:
        found = words(seen)
        if self._unparted and holds_unparted(found, self._unparted):
            return True
        if self._any_from(found) or self._is_initials(found):
            return True
        if not seen.islower() and not seen.isupper():
            humps = words(seen, humps=True)
            if len(humps) > len(found) and self._any_from(humps):
                return True
        untitled = [word for word in found if word.letters not in TITLES]
        return len(untitled) < len(found) and self._any_from(untitled)

    def _any_from(self, found: list[Word]) -> bool:
        return any(
            not self._is_of_kept(found, start, end)
            for start in range(len(found))
            for end in self._ends_of(found, start)
        )

    def _is_of_kept(self, found: list[Word], start: int, end: int) -> bool:
        """Whether these words are a part of a longer name, of somebody who stays."""
        if not self._kept.names:
            return False
        return any(
            "".join(word.letters for word in found[first:last]) in self._kept.turned
            for first in range(max(0, start - _LONGEST_NAME), start + 1)
            for last in range(end, min(len(found), end + _LONGEST_NAME) + 1)
            if (first, last) != (start, end)
        )

    def _ends_of(self, found: list[Word], start: int) -> Iterator[int]:
        """The places behind each form of a name that begins with this word."""
        first = found[start].letters if start < len(found) else ""
        if not first:
            return
        if not found[start].is_hump and first in self._logins:
            yield start + 1
        yield from self._as_spelt(found, start)
        run, dotted = "", ""
        for index in range(start, len(found)):
            word = found[index]
            run += word.letters
            dotted += with_full_stop(found, index)
            # Two short words in one are another word too often: Al So, Lin Da.
            is_long_enough = index > start or len(run) >= _LONG
            if is_long_enough and (run in self._whole or dotted in self._initials):
                yield index + 1
            if index > start and self._is_plural(run):
                yield index + 1
            yield from self._over_more(found, run, index)
            yield from self._over_turned(found, run, index)
            if run not in self._starts and dotted not in self._starts:
                break

    def _is_plural(self, run: str) -> bool:
        return run[-1] == "s" and run[:-1] in self._whole and run not in self._kept.names

    def _as_spelt(self, found: list[Word], start: int) -> Iterator[int]:
        """The place behind a name of very few letters that stands here as it is spelt, capitals and all."""
        for name in self._short:
            end = start + len(name)
            here = found[start:end]
            if not all(map(is_as_spelt, here)):
                continue
            between = [word.before.strip() for word in here[1:]]
            order = tuple(word.letters for word in here)
            if (order == name and not any(between)) or (
                order == (name[-1], *name[:-1]) and between[:1] == [","]
            ):
                yield end

    def _over_more(self, found: list[Word], run: str, index: int) -> Iterator[int]:
        """The places behind a name whose first words end here, with one or two given names, initials or a particle
        between that are not theirs."""
        tails = self._gaps.get(run, ())
        middle = ""
        for next_place in (index + 1, index + 2) if tails else ():
            if next_place + 1 >= len(found) or not is_within(found[next_place], found[next_place + 1]):
                return
            middle += found[next_place].letters
            tail = ""
            for end in range(next_place + 1, len(found)):
                tail += found[end].letters
                if tail in tails and run + middle + tail not in self._kept.names:
                    yield end + 1
                if len(tail) > self._longest:
                    break

    def _over_turned(self, found: list[Word], run: str, index: int) -> Iterator[int]:
        """The place behind `Last, Other First`, where the last name ends here."""
        if index + 2 >= len(found) or (run, found[index + 2].letters) not in self._turned:
            return
        other, given = found[index + 1], found[index + 2]
        is_name = other.before.strip() == "," and other.is_capital and given.is_capital
        if (
            is_name
            and not given.before.strip()
            and other.letters + given.letters + run not in self._kept.names
        ):
            yield index + 3

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

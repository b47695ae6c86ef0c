"""What stands between the words of a name in a text, and the forms of names that are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from hiring.identity.folding import Word, letters
from hiring.identity.name_forms import forms_of, is_middle, locals_of

#: What may stand between the words of one name; a comma or an "and" may not, where a word is passed over.
_WITHIN = re.compile(r"[\s._'’-]*")
#: A nickname stands in quotes or brackets between the words of a name.
_OPENED, _CLOSED = frozenset("\"“”„«‘'(["), frozenset("\"”“»’')]")


#: Words before an @ that are an office's, whoever sits there.
OFFICES = frozenset(
    {"support", "recruiting", "hiring", "office", "contact", "careers", "people", "talent", "admin"}
)
#: Scripts that put no space between words.
UNPARTED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)
#: English, Spanish, Italian, Polish and others: I will; Ada y Byron.
_WORDS_OF_ONE = frozenset("aeiouy")
#: Korean parts words, but hangs particles on them.
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


class KeptForms:
    """What those who stay are called: whole names, initials, and what stands before the @."""

    def __init__(self, names: Iterable[tuple[str, ...]], addresses: Iterable[str]) -> None:
        called = [name for name in names if name]
        self.names = {"".join(name) for name in called}
        #: The same as `Last, First` gives them.
        self.turned = {"".join(name[turn:] + name[:turn]) for name in called for turn in range(len(name))}
        self.initials: set[str] = set()
        for name in called:
            if len(name) > 1:
                forms = forms_of(name)
                self.initials |= forms.initials
        self.locals = {letters(one.partition("@")[0]) for one in addresses}
        self.locals |= {local for name in called if len(name) > 1 for local in locals_of(name)}


def holds_unparted(found: list[Word], forms: Collection[str]) -> bool:
    """Whether a name of a script without spaces stands anywhere, or a Korean one where a word begins."""
    run, starts = "", set()
    for word in found:
        starts.add(len(run))
        run += word.letters
    return any(
        any(run.startswith(form, start) for start in starts) if _HANGUL.search(form) else True
        for form in forms
        if form in run
    )


def with_full_stop(found: list[Word], index: int) -> str:
    """The letters of a word, with a full stop behind where it is an initial."""
    word = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    return word.letters + "." * (is_initial(word) or is_bare_initial(word, following))


def is_bare_initial(word: Word, following: Word | None) -> bool:
    """Whether a capital by itself stands before a word with one (`K Byron`), and is no word of a language either."""
    if following is None or len(word.letters) != 1 or word.letters in _WORDS_OF_ONE:
        return False
    return word.is_capital and following.is_capital and bool(word.after) and word.after.isspace()


def is_initial(word: Word) -> bool:
    """Whether a word is an initial: one letter before a full stop or a sign that joins, or a capital behind a comma."""
    if len(word.letters) != 1:
        return False
    behind_comma = word.is_capital and word.before.strip() == "," and not word.after.strip(" ;|/)")
    return behind_comma or word.after.startswith((".", "_", "-"))


def is_as_spelt(word: Word) -> bool:
    """Whether a word has its capital, where its script has any."""
    return word.is_capital or word.letters[0].upper() == word.letters[0]


def stands_in(token: str, text: str) -> bool:
    """Whether letters and digits stand in a text by themselves."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(token)}(?![^\W_])", text))


def is_within(middle: Word, last: Word) -> bool:
    """Whether the middle one of three words may be another given name, a nickname, an initial or a particle."""
    if middle.before.strip() in _OPENED and last.before.strip() in _CLOSED:
        return True
    if not (_WITHIN.fullmatch(middle.before) and _WITHIN.fullmatch(last.before)):
        return False
    is_joined = bool(middle.before and last.before) and not re.search(r"\s", middle.before + last.before)
    return middle.is_capital or is_joined or is_middle(middle.letters)

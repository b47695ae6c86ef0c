"""The pack of a quarterly review as one plain value: slides, print, workbook and web page are made of it alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit

WOULD_BE = " would be)"  # ends a note that says what would have been a change
DIGEST_SHOWN = 16  # letters of the digest: enough to tell two warehouses apart, short enough to read out


@dataclass(frozen=True)
class Figure:
    """One of the decision page's numbers: "Met the bar", "58 %", "of 106; year before 52 %; no reliable change"."""

    label: str
    value: str
    note: str
    card: str = ""  # what it means, by the name of its card

    @property
    def brief(self) -> str:
        """The note without what would have been a change: beside it that is one more number."""
        return self.note.rpartition(" (")[0] if self.would_be else self.note

    @property
    def would_be(self) -> str:
        """ "46 points": what would have been told as a change; "" where that is not said."""
        last = self.note.rpartition(" (")[2]
        return last.removesuffix(WOULD_BE) if last.endswith(WOULD_BE) else ""


@dataclass(frozen=True)
class Digits:
    """What a number of the decision page is made of, with all digits, in its `unit`; None where it is not told."""

    unit: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    before: float | None = None
    n_before: int | None = None


SHARE = "share"  # the unit of what is written in percent


@dataclass(frozen=True)
class Section:
    """A part of the pack: exhibits, and `lines`, each what it is about ("" where that is clear) and a sentence."""

    title: str
    exhibits: tuple[Exhibit, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Pack:
    """All that a pack says, in plain text, none of it markup.

    `audience` says whom it is for and what it therefore holds ("the meeting: no names of hires"); `lead` and
    `standfirst` are the answer, `figures` the numbers beside it, `proposals` what pages say can be
    done next, each after its page's name. `comments` has by the key of an exhibit what whoever
    prepared the pack wrote of it; `cards` by the name of a card what it says; `left_out` what is not in it, as the lead
    it would have had; `digits` has the numbers by their label, `tables` what a workbook holds beside them, each by its
    name. `filters`, `counted` ("367 hires"), `as_of`, `digest`, `program` and `definitions` (versions) say
    what it was made of. An exhibit that stays on its page, or a key that two of them have, raises ValueError.
    """

    quarter: str
    company: str
    audience: str
    lead: str
    standfirst: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    filters: str
    counted: str
    as_of: date
    digest: str
    program: str
    definitions: str
    cards: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[tuple[str, str], ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    digits: Mapping[str, Digits] = field(default_factory=dict)
    tables: tuple[tuple[str, pd.DataFrame], ...] = ()

    def __post_init__(self) -> None:
        keys = [one.key for one in self.exhibits()]
        staying = [one.key for one in self.exhibits() if one.stays]
        if staying:
            raise ValueError(f"{', '.join(staying)} may not leave their page")
        if len(set(keys)) < len(keys):
            raise ValueError(f"an exhibit stands twice in the pack: {', '.join(sorted(keys))}")

    def exhibits(self) -> Iterator[Exhibit]:
        """Every exhibit in its order."""
        return (one for section in self.sections for one in section.exhibits)

    @property
    def title(self) -> str:
        """What the pack is called."""
        return f"Quarterly review {self.quarter}"

    @property
    def made_of(self) -> tuple[tuple[str, str], ...]:
        """What the pack was made of, as pairs of heading and words; every format says all of it."""
        told = (
            ("Quarter", self.quarter),
            ("Company", self.company),
            ("For", self.audience),
            ("Filters", self.filters),
            ("Counted", self.counted),
            ("Data as of", words.day(self.as_of)),
            ("Warehouse", f"digest {self.digest[:DIGEST_SHOWN]}" if self.digest else ""),
            ("Program", self.program),
            ("Definitions", self.definitions),
        )
        return tuple((head, words) for head, words in told if words)

    @property
    def file_stem(self) -> str:
        """A file name of plain letters, whatever the quarter is called: "review-fy2026q3-jul-sep-2026"."""
        letters = "".join(one if one.isascii() and one.isalnum() else " " for one in self.quarter.lower())
        return "-".join(("review", *letters.split()))[:60].rstrip("-")

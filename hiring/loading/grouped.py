"""Reports grouped by owner: the name stands in the first row of a group, or on a row of its own, and not on the deals.

Read as they are, all deals but the first of each group would be nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hiring.loading.messages import Message, RefusedError, counted, refuse
from hiring.loading.read_file import ReadFile
from hiring.mapping.asking import Ask
from hiring.mapping.rules import sources

#: Aggregates over the first rows of the file → their values.
Look = Callable[[Sequence[str]], Sequence[int]]
#: The table whose rows may do without an owner, and where it stands; other tables set rows without such a cell aside.
TABLE = "opportunities"
_OWNERS = ("owner_id", "owner_email", "owner_name")
_SUBTOTAL = (
    "(?i)^((sub|grand)[ -]?)?totals?([ :(].*)?$|^(sum|summe|zwischensumme|gesamt|count|average)([ :(].*)?$"
)
_COUNTED = r"(?i)[(][0-9][0-9.,]* (records?|rows?|items?|deals?|opportunit(y|ies))[)]$"
NOBODYS = "they are nobody's"


@dataclass(frozen=True)
class _Counts:
    """Of the first rows: sums, rows with one lone cell (of those, with a count), deals with and without an owner."""

    subtotals: int
    lone: int
    headings: int
    without: int
    owned: int
    owners: int

    @property
    def is_once_each(self) -> bool:
        """Whether no owner stands on two rows, as in a report that names each once."""
        return self.owned == self.owners

    @property
    def is_grouped(self) -> bool:
        """Whether rows that are no deals say that it is a grouped report."""
        if self.headings:
            return True
        return self.without > 0 and self.is_once_each and (self.subtotals + self.lone) > 0

    @property
    def may_be(self) -> bool:
        """Whether only the cells without an owner say so."""
        return self.without >= self.owned > 1 and self.is_once_each


def judged(file: ReadFile, look: Look) -> Ask | None:
    """A question where a report may be grouped; raises `RefusedError` where it is."""
    if file.table != TABLE or file.path is None or not file.records:
        return None
    owners, key = _places(file, _OWNERS), _places(file, ("opportunity_id",))
    if not key:
        return None
    counts = _counted(file, owners, key[0], look)
    if counts.is_grouped:
        raise _refused(file, counts)
    if not owners or not counts.may_be:
        return None
    message = Message(
        "held",
        file.file,
        column=file.label_of("owner_name") if "owner_name" in _named(file) else None,
        found=f"{counted(counts.without, 'row')} without an owner, and {counts.owned:,} with one, each another",
        wanted="the owner on each row",
        outcome="build held: is it a grouped report?",
        todo=f"{_TO_A_LIST}; or answer that deals without an owner are nobody's",
    )
    return Ask(f"rows without an owner in {file.file}", message, (NOBODYS,))


_TO_A_LIST = (
    "export it as a list of rows (Salesforce: Details Only; elsewhere take grouping and subtotals out)"
)


def _refused(file: ReadFile, counts: _Counts) -> RefusedError:
    more = counts.subtotals + counts.lone
    return refuse(
        file.file,
        "a grouped report, whose rows do not all name their owner",
        found=f"{counted(counts.without, 'row')} without an owner, {counted(more, 'row')} of headings and sums",
        wanted="one row for each deal, with its owner",
        todo=_TO_A_LIST,
    )


def _named(file: ReadFile) -> dict[str, tuple[str, ...]]:
    """Canonical column → the file's columns that fill it, as the file is read."""
    if file.plan is None:
        return {name: (name,) for name in file.columns if name}
    return {name: sources(rule) for name, rule in file.plan.main.columns}


def _places(file: ReadFile, columns: Sequence[str]) -> list[str]:
    named, places = _named(file), {key: f"c{index}" for index, key in enumerate(file.columns) if key}
    return [places[key] for column in columns for key in named.get(column, ()) if key in places]


def _filled(cell: str) -> str:
    return f"nullif(trim({cell}), '')"


def _counted(file: ReadFile, owners: Sequence[str], key: str, look: Look) -> _Counts:
    filled = [_filled(f"c{index}") for index in range(len(file.columns))]
    first = f"coalesce({', '.join(filled)})"
    is_lone = f"({' + '.join(f'({cell} is not null)::integer' for cell in filled)} = 1)"
    owner = f"coalesce({', '.join(map(_filled, owners))})" if owners else "null"
    is_sum = f"regexp_matches({first}, '{_SUBTOTAL}')"
    is_heading = f"({is_lone} and regexp_matches({first}, '{_COUNTED}'))"
    is_deal = f"{_filled(key)} is not null and not {is_lone} and not coalesce({is_sum}, false)"
    found = look(
        [
            f"count(*) filter ({is_sum} and not {is_heading})",
            f"count(*) filter ({is_lone} and not coalesce({is_sum}, false))",
            f"count(*) filter ({is_heading})",
            f"count(*) filter ({is_deal} and {owner} is null)",
            f"count(*) filter ({is_deal} and {owner} is not null)",
            f"count(distinct {owner}) filter ({is_deal})",
        ]
    )
    # What no row of the file's own width could be: set aside, or passed over as a footer.
    short = [_text(message) for message in (*file.set_aside, *file.skipped)]
    sums = sum(bool(re.match(_SUBTOTAL, text)) for text in short if not re.match("(?i)grand", text))
    headings = sum(bool(re.search(_COUNTED, text)) for text in map(_text, file.set_aside))
    return _Counts(found[0] + sums, found[1] + headings, found[2] + headings, *found[3:])


def _text(message: Message) -> str:
    """The first cell of a row that was not read, as far as it can be told from its text."""
    return re.split("[,;\t|]", message.found)[0].strip(' "')

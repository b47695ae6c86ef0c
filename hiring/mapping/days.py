"""What the cells of a column of days tell: the order of day and month, or that they are numbers; and what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hiring.loading.messages import Message, note, refuse
from hiring.mapping import evidence, number_days
from hiring.mapping.asking import Ask
from hiring.mapping.day_sql import AS_NUMBER
from hiring.mapping.evidence import Counted
from hiring.mapping.rules import CENTURIES, DAY_FIRST, ISO, MONTH_FIRST, NO_CENTURY

#: What of a column its questions say was looked at.
WHOLE_COLUMN = "the whole column"
_SAID = {DAY_FIRST: "day", MONTH_FIRST: "month"}


def hundred_years(first: str) -> str:
    """The hundred years that begin with one, and what two of their years look like."""
    last = int(first) + 99
    return f"the years {first} to {last} ({first})"


def _with_century(cell: str, order: str, century: str) -> str:
    """The day that a cell of numbers is by its order and a century; nothing of another cell."""
    parts = (cell.split() or [""])[0].replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return ""
    month, day = parts[:2] if order == MONTH_FIRST else parts[1::-1]
    return f"{int(century) + int(parts[2])}-{int(month):02}-{int(day):02}"


def order_key(label: str, file: str) -> str:
    """The question in which order a column's days and months stand."""
    return f"date order of {label} in {file}"


def century_key(label: str, file: str) -> str:
    """The question which hundred years a column's years of two digits are of."""
    return f"century of {label} in {file}"


@dataclass(frozen=True)
class DayColumn:
    """One column of days: what was counted in its cells, and up to which day (`latest`) a number may be one."""

    file: str
    label: str
    source: str
    counted: Counted
    looked_at: str
    latest: date

    def count(self, what: str) -> int:
        """One count over the column."""
        return evidence.count(self.counted, self.source, what)

    def refuse_cut(self) -> None:
        """Raises `RefusedError` where most cells are what a spreadsheet left of a moment: minutes and seconds."""
        if self.count("cut") * 2 > self.count("filled"):
            raise refuse(
                self.file,
                f"the column {self.label} holds minutes and seconds where its dates were",
                found="cells such as 00:00.0",
                wanted="whole dates",
                todo="a spreadsheet cut them: export again and do not open the file in between",
            )

    def form(self) -> str:
        """The form of number that at least half of the cells have; nothing where they are days, or a few stray ones."""
        filled = self.count("filled")
        return next((form for form in AS_NUMBER if 0 < filled <= 2 * self.count(form)), "")

    def is_sure(self, form: str) -> bool:
        """Whether nobody need be asked: a column called a date, in which every cell is such a day of our time."""
        return not self._doubts(form)

    def _range(self, form: str) -> tuple[float, float]:
        low, high = (float(str(self.counted[self.source, f"{form} {end}"])) for end in ("low", "high"))
        return low, high

    def _days(self, form: str) -> tuple[date, date]:
        low, high = self._range(form)
        return number_days.day_of(form, low), number_days.day_of(form, high)

    def _doubts(self, form: str) -> list[str]:
        first, last = self._days(form)
        found = []
        if self.count(form) < self.count("filled"):
            found.append("other cells among them")
        if not number_days.FIRST <= first <= last <= self.latest:
            found.append(f"as days they would be {first} to {last}")
        if not number_days.is_called_a_date(self.label):
            found.append("a column that is not called a date")
        return found

    def read_as(self, form: str) -> Message:
        """What is said of numbers read as days."""
        first, last = self._days(form)
        low, high = self._range(form)
        sentence = f"{self.label}: numbers read as days, {first} to {last}"
        return note(self.file, sentence, found=f"{low:.0f} to {high:.0f}")

    def which_number(self, form: str) -> Ask:
        """The question whether numbers are days."""
        message = Message(
            "held",
            self.file,
            column=self.label,
            found=f"numbers such as {self._range(form)[0]:.0f}, and {' and '.join(self._doubts(form))}",
            wanted=f"{number_days.IN_WORDS[form]} ({form}), or no days at all ({ISO})",
            outcome="build held",
            todo="answer, or declare date_order in the mapping file",
        )
        return Ask(order_key(self.label, self.file), message, (form, ISO))

    def order(self) -> str:
        """The order of day and month that the cells tell; nothing where they leave it open."""
        if not self.count("parted"):
            return ISO
        first, second = self.count("first"), self.count("second")
        if bool(first) == bool(second):
            return ""
        return DAY_FIRST if first else MONTH_FIRST

    def by_others(self) -> str:
        """Of days with points between, the day first where the file's other days have it so; nothing of other cells.

        Nobody writes the month first with points: only together is it sure.
        """
        is_open = not self.count("first") and not self.count("second")
        has_points = self.count("points") and not self.count("slashes") and not self.count("hyphens")
        return DAY_FIRST if is_open and has_points and self._order_of_others() == DAY_FIRST else ""

    def as_others(self) -> Message:
        """What is said of days read as the file's other days are."""
        found = str(self.counted.get((self.source, "example")))
        return note(self.file, f"{self.label}: the day first, as in the file's other dates", found=found)

    def which_order(self) -> Ask:
        """The question which of day and month stands first."""
        why = "days above 12 on both places" if self.count("first") else "no day above 12"
        likely = self._order_of_others()
        beside = f"; the file's other dates have the {_SAID[likely]} first" if likely else ""
        message = Message(
            "held",
            self.file,
            column=self.label,
            found=f"{self.counted.get((self.source, 'example'))}, and {why} in {self.looked_at}{beside}",
            wanted="the day first (dmy) or the month first (mdy)",
            outcome="build held",
            todo="answer, or declare date_order in the mapping file",
        )
        choices = (MONTH_FIRST, DAY_FIRST) if likely == MONTH_FIRST else (DAY_FIRST, MONTH_FIRST)
        return Ask(order_key(self.label, self.file), message, choices)

    def has_short_years(self) -> bool:
        """Whether at least half of the cells have a year of two digits; a few stray ones are left to their rows."""
        return 0 < self.count("filled") <= 2 * self.count("short")

    def which_century(self, order: str) -> Ask:
        """The question which century years of two digits are of; it shows the day that a cell would be.

        `23-10-31` may have its year in front: whoever answers must see what is made of it.
        """
        example = str(self.counted.get((self.source, "short example")))
        read = _with_century(example, order, CENTURIES[0])
        message = Message(
            "held",
            self.file,
            column=self.label,
            found=f"{example}, and years of two digits{f' (by {CENTURIES[0]} it is {read})' if read else ''}",
            wanted=f"{' or '.join(map(hundred_years, CENTURIES))}, or no days at all ({NO_CENTURY})",
            outcome="build held",
            todo="answer, declare century in the mapping file, or export the years with four digits",
        )
        return Ask(century_key(self.label, self.file), message, (*CENTURIES, NO_CENTURY))

    def _order_of_others(self) -> str:
        """The order that the file's other columns tell, where they agree: an offer, never taken by itself."""
        others = {other for other, _ in self.counted} - {self.source}
        days = any(evidence.count(self.counted, other, "first") for other in others)
        months = any(evidence.count(self.counted, other, "second") for other in others)
        return "" if days == months else DAY_FIRST if days else MONTH_FIRST

"""A file that DuckDB cannot account for as it lies, written anew from our own records."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from operator import itemgetter
from pathlib import Path
from typing import TextIO

from hiring.contract import normalised
from hiring.loading import skips
from hiring.loading.dialect import physical_lines
from hiring.loading.footers import TAIL_ROWS, Shape, TailRow, declared_records, footer_rows
from hiring.loading.limits import Limits
from hiring.loading.messages import Message, note, refuse
from hiring.loading.opening import Opened
from hiring.loading.parsing import Record, records
from hiring.loading.plain import shape_of
from hiring.loading.sheet_totals import NOTHING_THERE, SheetTotals
from hiring.loading.sheets_written import Rewritten, Sheet, sheets_of
from hiring.mapping.reshaping import reshaper
from hiring.mapping.rules import WIDE_LABEL

_KEPT_CHARACTERS = 4_000  # of a set-aside row's text
_ROWS_IN_A_CELL = 4  # so many lines in one cell that each look like a row: a quote is missing


class _Writer:
    """Judges records one by one and writes the good ones; the last few wait, as they may be a footer."""

    def __init__(
        self, found: Opened, result: Rewritten, outs: Sequence[TextIO], doubtful: TextIO, limits: Limits
    ) -> None:
        self._found = found
        self._result = result
        self._limits = limits
        self._shape: Shape = shape_of(found)
        self._header = tuple(normalised(cell) for cell in found.dialect.header.cells)
        self._last_label = found.dialect.header.cells[-1].casefold()
        self._blank_characters = f' \t\r\n\ufeff"{found.dialect.delimiter}'
        self._blanks = 0
        self._first_blank = 0
        self._waiting: deque[tuple[Record, bool]] = deque()
        self._doubtful = doubtful
        doubtful.write("header\n")
        self._writers = [self._writer(sheet, out) for sheet, out in zip(result.sheets, outs, strict=True)]
        plan = found.recognised.plan
        self._totals: SheetTotals | None = None
        if plan and plan.main.is_turned:
            keys = [name or "" for name in found.recognised.columns]
            self._totals = SheetTotals(found.file, plan.main, plan, keys)
            result.notes.extend(self._totals.unread())

    def _writer(self, sheet: Sheet, out: TextIO) -> Callable[[Record], None]:
        """What writes the rows of one record into a sheet."""
        write = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
        write.writerow(sheet.columns)
        plan, columns = self._found.recognised.plan, self._found.recognised.columns
        if plan is None or sheet.feed is None or sheet.feed.is_row_for_row:
            places = [columns.index(name) for name in sheet.columns]
            chosen: Callable[[list[str]], Iterable[str]] = (
                itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
            )

            def one(record: Record) -> None:
                sheet.lines.append(record.line)
                write.writerow(chosen(record.cells))

            return one
        rows = reshaper(sheet.feed, plan, [name or "" for name in columns])

        of_heading = sheet.columns.index(WIDE_LABEL) if sheet.feed.is_turned else None

        def several(record: Record) -> None:
            for row in rows(record.cells):
                sheet.lines.append(record.line)
                if of_heading is not None:
                    sheet.headings.append(row[of_heading])
                write.writerow(row)

        return several

    def take(self, record: Record) -> None:
        """Judge one record as far as it can be judged before the next ones are known."""
        if self._is_blank(record):
            self._first_blank = self._first_blank if self._blanks else record.line
            self._blanks += 1
            return
        after_blank = self._blanks > 0
        self._flush_blanks()
        if self._repeats_header(record):
            self._skip(record, "the header once more")
            return
        self._waiting.append((record, after_blank))
        if len(self._waiting) > TAIL_ROWS:
            self._keep(self._waiting.popleft()[0], last=False)

    def _is_blank(self, record: Record) -> bool:
        if record.trouble or record.text.strip(self._blank_characters):
            return False
        return not any(cell.strip() for cell in record.cells)

    def _repeats_header(self, record: Record) -> bool:
        cells = record.cells
        if len(cells) != self._shape.width or cells[-1].strip().casefold() != self._last_label:
            return False
        return (
            tuple(normalised(cell.strip().removeprefix("\ufeff").strip('"')) for cell in cells)
            == self._header
        )

    def _flush_blanks(self) -> None:
        if self._blanks:
            self._result.skipped.append(skips.blank_run(self._found.file, self._first_blank, self._blanks))
            self._result.skipped_lines += self._blanks
            self._blanks = 0

    def _skip(self, record: Record, why: str) -> None:
        text = record.text.strip("\r\n")[:_KEPT_CHARACTERS]
        self._result.skipped.append(skips.skipped(self._found.file, record.line, why, text))
        self._result.skipped_lines += 1

    def _keep(self, record: Record, *, last: bool) -> None:
        """Write a record, or set it aside."""
        if spoiled := self._found.spoiled.get(record.line):
            self._put_aside(spoiled)
            return
        trouble = record.trouble or self._wrong_width(record, last)
        if trouble:
            self._set_aside(record, trouble)
            return
        if self._totals and self._passes_over(self._totals, record):
            return
        if "\n" in record.text[:-2] or "\r" in record.text[:-2]:
            self._look_inside(record)
        self._result.records += 1
        for write in self._writers:
            write(record)
        if record.doubtful:
            self._result.first_doubtful = self._result.first_doubtful or record.line
            self._result.doubtful += 1
            self._doubtful.write(_one_line_end(record.text) + "\n")

    def _passes_over(self, totals: SheetTotals, record: Record) -> bool:
        """Whether a row of a turned sheet is nobody's; totals are held against their parts."""
        why = totals.why_no_row(record.cells)
        if why:
            self._skip(record, why)
        if why != NOTHING_THERE:
            self._result.notes.extend(totals.take(record.line, record.cells, is_total=bool(why)))
        return bool(why)

    def _wrong_width(self, record: Record, last: bool) -> str:
        width, found = self._shape.width, len(record.cells)
        if found == width:
            return ""
        cut = last and found < width and not self._found.scan.ends_with_line_end
        words = f"{width:,} fields wanted, {found:,} found"
        return f"{words}; the file may be cut here" if cut else words

    def _set_aside(self, record: Record, trouble: str) -> None:
        self._put_aside(
            Message(
                "set aside",
                self._found.file,
                record.line,
                None,
                record.text.strip("\r\n")[:_KEPT_CHARACTERS],
                f"{self._shape.width:,} fields",
                f"row set aside: {trouble}",
                "put the row right, or export again",
            )
        )

    def _put_aside(self, message: Message) -> None:
        if len(self._result.set_aside) >= self._limits.max_set_aside:
            raise refuse(
                self._found.file,
                f"more than {self._limits.max_set_aside:,} rows do not fit the header",
                line=message.line,
                todo="look at the separator and the header, and export again",
            )
        self._result.set_aside.append(message)

    def _look_inside(self, record: Record) -> None:
        """A cell over several lines that each look like a row means a quote that was never closed."""
        self._result.several_lines = True
        lines = physical_lines(record.text)[1:]
        width = self._shape.width
        if width < 4 or any(line.count(self._found.dialect.delimiter) != width - 1 for line in lines):
            return
        if len(lines) >= _ROWS_IN_A_CELL:
            raise refuse(
                self._found.file,
                f"a quote opened on this line takes in {len(lines):,} lines that look like rows",
                line=record.line,
                found=record.text[:200],
                wanted="a closing quote on the same row",
                todo="close the quote, or export again",
            )
        self._result.notes.append(
            note(
                self._found.file,
                "one cell takes in a line that looks like a row; is a quote missing?",
                line=record.line,
                found=record.text[:200],
            )
        )

    def finish(self) -> None:
        """Judge the last rows: which are a footer, which is cut."""
        rows = [TailRow(tuple(record.cells), after_blank) for record, after_blank in self._waiting]
        footers = footer_rows(rows, self._shape)
        below = len(rows) - footers
        for at, (record, _) in enumerate(self._waiting):
            if at < below:
                self._keep(record, last=at == len(rows) - 1)
            else:
                self._skip(record, "a footer")
        self._flush_blanks()
        self._compare(declared_records(rows[below:]))

    def _compare(self, declared: int | None) -> None:
        """Hold the file against the number of records that its own footer gives."""
        found = self._result.records + len(self._result.set_aside)
        if declared is None or declared == found:
            return
        kind = "held" if found < 0.8 * declared else "note"
        self._result.notes.append(
            Message(
                kind,
                self._found.file,
                None,
                None,
                f"{found:,} rows",
                f"{declared:,} rows, as its footer says",
                "the file may be cut",
                "export it again",
            )
        )


def _one_line_end(text: str) -> str:
    return text.rstrip("\r\n").replace("\r\n", "\n").replace("\r", "\n")


def rewritten(found: Opened, scratch: Path, limits: Limits) -> Rewritten:
    """Read the whole file with our own parser and write its good records to a new file for each table it feeds.

    A new file is comma-separated UTF-8 with one header line and holds the known columns only.
    Raises `RefusedError` where it is uncertain where a row ends.
    """
    result = Rewritten(sheets_of(found.recognised, scratch), scratch.with_suffix(".doubtful.csv"))
    header = found.dialect.header
    result.skipped.extend(skips.preamble_messages(found))
    result.skipped_lines = header.first_line - 1
    with ExitStack() as open_files:
        source = open_files.enter_context(found.path.open(encoding="utf-8", newline=""))
        outs = [
            open_files.enter_context(sheet.path.open("w", encoding="utf-8", newline=""))
            for sheet in result.sheets
        ]
        doubtful = open_files.enter_context(result.doubtful_path.open("w", encoding="utf-8", newline=""))
        writer = _Writer(found, result, outs, doubtful, limits)
        for record in records(source, found.file, found.dialect.delimiter, header.last_line, limits):
            writer.take(record)
        writer.finish()
    return result

"""Where a quoted cell ends: the few rules on which reading a broken row rests, in linear time."""

from __future__ import annotations

QUOTE = '"'


def closing_quote(text: str, start: int) -> int:
    """The place of the quote that closes a cell whose content starts at `start`; -1 if none does."""
    at = text.find(QUOTE, start)
    while at >= 0 and text[at + 1 : at + 2] == QUOTE:
        at = text.find(QUOTE, at + 2)
    return at


def _after_spaces(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def open_quote(text: str, delimiter: str, inside: bool = False) -> int:
    """The place of the quote still open where `text` ends; -1 if none is.

    `inside` says that the text starts within a quoted cell; that quote then counts as at place 0.
    """
    opened_at, at = 0, 0
    while True:
        if not inside:
            opened_at = _after_spaces(text, at)
            inside = text[opened_at : opened_at + 1] == QUOTE
            at = opened_at + 1 if inside else at
        if inside:
            at = closing_quote(text, at)
            if at < 0:
                return opened_at
            inside = False
            at += 1
        at = text.find(delimiter, at)
        if at < 0:
            return -1
        at += 1


def cells_of(text: str, delimiter: str) -> list[str] | None:
    """The cells of one record, spaces around a quoted cell forgiven as DuckDB forgives them.

    `None` if anything but spaces stands after a closing quote, or a line ends outside quotes.
    """
    cells: list[str] = []
    at = 0
    while True:
        opened_at = _after_spaces(text, at)
        if text[opened_at : opened_at + 1] == QUOTE:
            closed = closing_quote(text, opened_at + 1)
            if closed < 0:
                return None
            cells.append(text[opened_at + 1 : closed].replace(QUOTE * 2, QUOTE))
            at = _after_spaces(text, closed + 1)
            if at < len(text) and text[at] != delimiter:
                return None
        else:
            end = text.find(delimiter, at)
            cell = text[at:] if end < 0 else text[at:end]
            if "\n" in cell or "\r" in cell:
                return None
            cells.append(cell)
            at = len(text) if end < 0 else end
        if at >= len(text):
            return cells
        at += 1

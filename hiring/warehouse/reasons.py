"""Why a row is set aside, in words: what was wanted in its place and what to do about it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hiring import contract
from hiring.contract import id_text

_AGAIN = "correct it at the source and export again"

#: reason → (what was wanted, what to do)
REASONS: dict[str, tuple[str, str]] = {
    "empty": ("a value", "fill it in at the source and export again"),
    "not_printable": (
        "an id of letters and digits, one script a word, with signs of a keyboard",
        "type the id anew at the source and export again",
    ),
    "digits_lost": (
        "an id with all its digits",
        "a spreadsheet shortened it: format the column as text before saving, or export again",
    ),
    "not_in_list": ("one of the words the contract lists", _AGAIN),
    "not_a_truth": ("true or false", _AGAIN),
    "not_a_day": ("a day such as 2026-03-31", _AGAIN),
    "not_a_moment": ("a moment such as 2026-03-31 14:30", _AGAIN),
    "not_a_month": ("the first day of a month such as 2026-03-01", _AGAIN),
    "not_a_number": (
        "a plain number such as 1234.50, digits 0-9 only",
        "write it without signs, separators or exponents, or export again",
    ),
    "not_a_whole_number": ("a whole number such as 4", _AGAIN),
    "not_a_currency": ("three letters such as EUR", _AGAIN),
    "sentinel_day": (
        "a day from 1950 to twenty years from now",
        "a placeholder day? leave the cell empty instead",
    ),
    "amount_too_large": ("an amount under 1,000,000,000,000", "check the decimal sign and export again"),
    "other_currency": ("an amount in the currency its row names", "make symbol and currency column agree"),
    "exact_duplicate": ("each row once", "nothing: the first copy is loaded"),
    "same_key_other_values": (
        "one row for each key",
        "decide at the source which row is right: none of them is loaded",
    ),
    "won_without_a_close": ("the day a won deal closed", "fill in the close date and export again"),
    "after_the_build": (
        "a won deal that has closed by today",
        "correct the close date, or wait for that day",
    ),
    "no_rate_for_month": (
        "a rate of exchange for that month",
        "add the month and currency to exchange_rates",
    ),
    "exit_before_hire": ("a termination on or after the hire date", _AGAIN),
    "spells_overlap": (
        "one employment at a time",
        "end the earlier spell, or give each person an e-mail of their own",
    ),
    "after_the_hire": ("an interview before the person started", "correct the day, or cancel the interview"),
    "off_the_scale": ("a value on its scale", _AGAIN),
    "ends_before_it_starts": ("a period that ends after it starts", _AGAIN),
    "without_an_end": (
        "a last day, or a later start of the same owner",
        "fill in the last day, or add a row with the next start",
    ),
    "before_the_application": ("a day on or after the application", _AGAIN),
    "below_zero": ("an amount of zero or more", "correct the quota itself, not by a row that takes from it"),
    "overlaps_another": (
        "one quota for each seller and day",
        "decide at the source which of the two is right: none of them is loaded, and none are added",
    ),
    "other_periods_count": (
        "the periods that count by your answer",
        "nothing, or change the answer to overlapping quotas in answers.toml",
    ),
    "closed_before_opened": ("a close on or after the opening", _AGAIN),
    "not_positive": ("a rate above zero", _AGAIN),
    "scale_not_positive": ("a scale whose top is above zero", _AGAIN),
}


def explained(table: str, column: str, reason: str, found: str) -> tuple[str, str]:
    """(what was wanted, what to do) for one row set aside; raises `KeyError` on a reason nobody wrote down."""
    if reason.startswith("not_in_") and reason != "not_in_list":
        other = reason.removeprefix("not_in_")
        return f"{column} found in {other}", f"export {other} again with this row in it"
    wanted, todo = REASONS[reason]
    if reason == "not_in_list":
        words = ", ".join(word for word, _ in contract.BY_NAME[table].column(column).words)
        wanted = f"one of {words}"
    if reason == "not_printable":
        trouble = id_text.trouble(found.strip(" "))
        wanted = f"{wanted}, not {trouble}" if trouble else wanted
    if reason in ("not_a_day", "not_a_moment"):
        todo = _serial_hint(found) or todo
    if reason == "not_a_number":
        wanted, todo = _number_hint(found) or (wanted, todo)
    return wanted, todo


def _serial_hint(found: str) -> str:
    """What day a spreadsheet's serial number would be: a suggestion, never taken by itself."""
    whole = re.fullmatch(r"([0-9]{5})([.][0-9]+)?", found)
    if whole is None or not 18264 <= int(whole[1]) <= 73050:
        return ""
    day = date(1899, 12, 30) + timedelta(days=int(whole[1]))
    return f"a spreadsheet's day number? it would be {day.isoformat()}: export the column as a date"


_NUMBER = "a plain number such as 1234.50"
_NUMBER_HINTS = (
    (r"-?[0-9]+,[0-9]{1,2}", _NUMBER, "a decimal comma? export again with a decimal point"),
    (r"-?[0-9]{1,3}([,.' \u00a0\u202f][0-9]{3})+([.,][0-9]+)?", _NUMBER, "export again without separators"),
    (r"-?[0-9.]+[eE][+-]?[0-9]+", f"{_NUMBER}, plain decimals only", "export again without exponents"),
    (r"\([0-9.,]+\)", _NUMBER, "negative? write it with a minus sign: -1200"),
    (r"-?[0-9.,]+ ?%", _NUMBER, "export the number without the percent sign"),
    (
        r"-?[0-9]{12,}([.][0-9]+)?",
        "a number under a million million",
        "check the decimal sign and export again",
    ),
)


def _number_hint(found: str) -> tuple[str, str] | None:
    """What is wrong with something that is nearly a number; `None` where that cannot be told."""
    text = found.strip(" ")
    for shape, wanted, todo in _NUMBER_HINTS:
        if re.fullmatch(shape, text):
            return wanted, todo
    if any(character.isdigit() and not character.isascii() for character in text):
        return f"{_NUMBER}, digits 0-9 only", "export again with the digits 0-9"
    return None

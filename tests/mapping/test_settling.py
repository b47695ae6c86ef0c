"""What cells tell of themselves and what is asked: date order, decimal sign, currency, hire date."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from hiring.loading.messages import RefusedError
from hiring.mapping.asking import Ask
from hiring.mapping.evidence import is_open, wanted
from hiring.mapping.number_days import is_called_a_date
from hiring.mapping.rules import (
    DAY_FIRST,
    EPOCH,
    ISO,
    MONTH_FIRST,
    SERIAL,
    CodeInCell,
    Constant,
    Day,
    Feed,
    First,
    Number,
    Plan,
    Rule,
    Text,
)
from hiring.mapping.settling import Settled, settled

LABELS = (
    ("close", "Close Date"),
    ("amount", "Amount"),
    ("hire", "Hire Date"),
    ("first", "Original Hire Date"),
)


def plan_of(table: str, clock_choice: bool = False, **rules: Rule) -> Plan:
    return Plan("p", "Vendor export", True, (Feed(table, tuple(rules.items())),), LABELS, clock_choice)


def told(
    plan: Plan,
    *rows: tuple[str | None, ...],
    answers: dict[str, str] | None = None,
    base: str | None = None,
    latest: date = date.max,
) -> Settled:
    """The plan settled over rows of the cells of its sources, in order."""
    places = {source: f"c{at}" for at, source in enumerate(plan.sources)}
    aggregates = wanted(plan, places)
    columns = ", ".join(f"cast(null as varchar) as c{at}" for at in range(len(places)))
    connection = duckdb.connect()
    connection.execute(f"create table cells as select {columns} where false")
    connection.executemany(f"insert into cells values ({', '.join('?' * len(places))})", rows)
    row = connection.execute(f"select {', '.join(aggregates.values()) or '1'} from cells").fetchone()
    assert row is not None
    counted = dict(zip(aggregates, row, strict=False))

    def answered(ask: Ask, _digest: str) -> str | None:
        return (answers or {}).get(ask.key)

    return settled("deals.csv", "digest", plan, counted, answered, base, latest=latest)


def day_of(result: Settled) -> Day:
    rule = result.plan.main.rule("closed_on")
    assert isinstance(rule, Day)
    return rule


CLOSES = plan_of("opportunities", closed_on=Day("close"))


def test_a_day_above_twelve_tells_the_order_of_the_whole_column() -> None:
    assert day_of(told(CLOSES, ("03/04/2025",), ("7/22/2025",))).order == MONTH_FIRST
    assert day_of(told(CLOSES, ("03/04/2025",), ("22/7/2025",))).order == DAY_FIRST
    assert day_of(told(CLOSES, ("2025-04-03",), (None,))).order == ISO


def test_the_separators_of_the_column_are_kept() -> None:
    assert day_of(told(CLOSES, ("22.7.2025",))).separators == "."
    assert day_of(told(CLOSES, ("22.7.2025",), ("23/7/2025",), ("24-7-2025",))).separators == "/.-"


def test_a_question_says_where_only_the_first_rows_were_looked_at() -> None:
    counted = {("close", "parted"): 1, ("close", "example"): "03/04/2025"}
    result = settled("deals.csv", "", CLOSES, counted, lambda *_: None, None, "the first rows")
    assert result.asks[0].message.found == "03/04/2025, and no day above 12 in the first rows"


def test_no_day_above_twelve_is_one_question() -> None:
    result = told(CLOSES, ("03/04/2025",), ("05/06/2025",))
    assert [ask.key for ask in result.asks] == ["date order of Close Date in deals.csv"]
    ask = result.asks[0]
    assert ask.choices == (DAY_FIRST, MONTH_FIRST)
    assert ask.binds
    said = str(ask.message)
    assert "\n" not in said
    assert "found 03/04/2025, and no day above 12 in the whole column" in said
    assert "column Close Date" in said


def test_days_with_points_are_read_as_the_files_other_dates_settle_it_and_that_is_said() -> None:
    plan = plan_of("opportunities", created_on=Day("hire"), closed_on=Day("close"))
    result = told(plan, ("22.7.2025", "03.02.2025"))
    assert result.asks == ()
    assert result.plan.main.rule("closed_on").order == DAY_FIRST
    assert "the day first, as in the file's other dates" in str(result.notes[0])
    assert len(told(plan, ("12.7.2025", "03.02.2025")).asks) == 2
    assert len(told(plan, ("7/22/2025", "03.02.2025")).asks) == 1


def test_the_files_other_dates_are_offered_as_the_first_answer_and_never_taken_by_themselves() -> None:
    plan = plan_of("opportunities", created_on=Day("hire"), closed_on=Day("close"))
    result = told(plan, ("7/22/2025", "03/04/2025"))
    assert [ask.choices for ask in result.asks] == [(MONTH_FIRST, DAY_FIRST)]
    assert "the file's other dates have the month first" in result.asks[0].message.found


def test_days_above_twelve_on_both_places_are_one_question() -> None:
    result = told(CLOSES, ("22/7/2025",), ("7/22/2025",))
    assert "days above 12 on both places" in str(result.asks[0].message)


def test_an_answer_settles_the_order() -> None:
    key = "date order of Close Date in deals.csv"
    result = told(CLOSES, ("03/04/2025",), answers={key: MONTH_FIRST})
    assert (day_of(result).order, result.asks) == (MONTH_FIRST, ())


def test_an_order_that_is_declared_is_neither_counted_nor_asked() -> None:
    plan = plan_of("opportunities", closed_on=Day("close", DAY_FIRST))
    assert {what for _, what in wanted(plan, {"close": "c0"})} == {"filled", "short", "short example"}
    assert told(plan, ("03/04/2025",)).asks == ()


@pytest.mark.parametrize("order", ["", DAY_FIRST])
def test_years_of_two_digits_ask_for_their_century_whether_or_not_the_order_is_declared(order: str) -> None:
    plan = plan_of("opportunities", closed_on=Day("close", order))
    result = told(plan, ("31/10/23",), ("28/2/98 8:05",), ("30/12/2023",))
    (ask,) = result.asks
    assert (ask.key, ask.choices) == (
        "century of Close Date in deals.csv",
        ("2000", "1950", "1900", "none"),
    )
    assert ask.message.found == "28/2/98 8:05, and years of two digits (by 2000 it is 2098-02-28)"
    for answer in ask.choices:
        again = told(plan, ("31/10/23",), answers={ask.key: answer})
        assert (day_of(again).century, day_of(again).order, again.asks) == (answer, DAY_FIRST, ())


def test_a_year_that_may_stand_in_front_is_shown_as_it_would_be_read() -> None:
    (ask,) = told(CLOSES, ("23-10-31",), ("23-11-05",)).asks
    assert ask.message.found == "23-10-31, and years of two digits (by 2000 it is 2031-10-23)"
    (ask,) = told(CLOSES, ("10/31/23",)).asks
    assert ask.message.found.endswith("(by 2000 it is 2023-10-31)")


@pytest.mark.parametrize("cell", ["20-Sep-19", "5 août 19"])
def test_a_month_by_name_asks_for_the_century_too(cell: str) -> None:
    assert [ask.key for ask in told(CLOSES, (cell,)).asks] == ["century of Close Date in deals.csv"]


def test_a_stray_year_of_two_digits_is_left_to_its_row() -> None:
    result = told(CLOSES, ("31/10/23",), ("31/12/2023",), ("30/12/2023",))
    assert (day_of(result).century, result.asks) == ("", ())


def test_months_by_name_and_zones_are_seen_in_the_cells() -> None:
    assert day_of(told(CLOSES, ("1er août 2023",))).named_months
    assert day_of(told(CLOSES, ("31/10/2023 23:30 +0200",))).zoned
    plain = day_of(told(CLOSES, ("31-10-2023",)))
    assert (plain.named_months, plain.zoned) == (False, False)


SERIALS, SECONDS = ("45231", "45262.5"), ("1698710400", "1698796800")


@pytest.mark.parametrize(
    ("cells", "form", "first"),
    [
        (SERIALS, SERIAL, "2023-11-01"),
        (SECONDS, EPOCH, "2023-10-31"),
        (("1698710400000",), EPOCH, "2023-10-31"),
    ],
)
def test_a_column_called_a_date_that_is_all_numbers_of_our_time_is_read_as_days(cells, form, first) -> None:
    result = told(CLOSES, *((cell,) for cell in cells), (None,), latest=date(2031, 1, 1))
    assert (day_of(result).order, result.asks) == (form, ())
    assert next(note.outcome for note in result.notes).startswith(
        f"Close Date: numbers read as days, {first}"
    )


@pytest.mark.parametrize(
    ("source", "cells", "why"),
    [
        ("amount", SERIALS, "a column that is not called a date"),
        ("close", ("45231", "31/12/2023"), "other cells among them"),
        ("close", ("45231", "soon"), "other cells among them"),
        ("close", ("45231", "12000"), "as days they would be 1932-11-07 to 2023-11-01"),
        ("close", ("45231", "48000"), "as days they would be 2023-11-01 to 2031-06-01"),
        ("close", ("1698710400", "9999999999"), "as days they would be 2023-10-31 to 2286-11-20"),
    ],
)
def test_numbers_that_may_be_days_are_asked_about_else(source: str, cells: tuple[str, ...], why: str) -> None:
    plan = plan_of("opportunities", closed_on=Day(source))
    result = told(plan, *((cell,) for cell in cells), latest=date(2031, 1, 1))
    (ask,) = result.asks
    assert why in ask.message.found
    assert ask.choices in ((SERIAL, ISO), (EPOCH, ISO))
    for answer in ask.choices:
        again = told(plan, *((cell,) for cell in cells), answers={ask.key: answer}, latest=date(2031, 1, 1))
        assert (day_of(again).order, again.asks) == (answer, ())


def test_a_few_stray_numbers_among_dates_are_left_to_their_rows() -> None:
    result = told(CLOSES, ("45231",), ("31/12/2023",), ("30/12/2023",))
    assert (day_of(result).order, result.asks) == (DAY_FIRST, ())


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        *(
            (label, True)
            for label in ("Hire Date", "created_at", "closed_on", "CloseDate", "Month", "closedate")
        ),
        *(
            (label, True)
            for label in ("Eintrittsdatum", "Fecha de cierre", "Start-Date*", "Dzień", "Jour d'entrée")
        ),
        *(
            (label, False)
            for label in ("Amount", "Eintritt", "At", "Region", "Metadata id", "Candidate", "Mandate")
        ),
        *((label, False) for label in ("Last updated", "")),
    ],
)
def test_what_a_column_of_days_is_called(label: str, is_one: bool) -> None:
    assert is_called_a_date(label) is is_one


def test_dates_cut_to_minutes_and_seconds_refuse_the_file() -> None:
    with pytest.raises(RefusedError) as refused:
        told(CLOSES, ("00:00.0",), ("00:00.0",), (None,))
    assert "column Close Date holds minutes and seconds" in str(refused.value)


SHARES = plan_of("opportunity_splits", share=Number("amount", ".", percent=None))
SHARE_KEY = "percent or share of Amount in deals.csv"


@pytest.mark.parametrize(
    ("cells", "percent"),
    [
        (("50 %", "0.5%", None, "-"), True),
        (("0.5", "1", "1.00", "0", None), False),
        (("0,25", "0,125"), False),
    ],
)
def test_the_cells_tell_whether_a_share_is_written_in_hundredths(
    cells: tuple[str | None, ...], percent: bool
) -> None:
    result = told(SHARES, *((cell,) for cell in cells))
    assert (result.plan.main.rule("share").percent, result.asks) == (percent, ())


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("50", "0.5"), "50, and no percent sign in the whole column"),
        (("1.5",), "1.5, and no percent sign in the whole column"),
        (("50%", "0.5"), "0.5, and cells with and without a percent sign in the whole column"),
    ],
)
def test_numbers_above_one_or_some_signs_only_are_one_question(cells: tuple[str, ...], found: str) -> None:
    rows = [(cell,) for cell in cells]
    [ask] = told(SHARES, *rows).asks
    assert (ask.key, ask.choices, ask.message.found) == (SHARE_KEY, ("percent", "share"), found)
    for answer in ask.choices:
        settled_by = told(SHARES, *rows, answers={SHARE_KEY: answer})
        assert settled_by.asks == ()
        assert settled_by.plan.main.rule("share").percent == (answer == "percent")


def test_one_share_anywhere_may_decide_so_all_of_them_are_counted() -> None:
    assert is_open(SHARES, {("amount", "digits"): 9, ("amount", "percent signs"): 9})
    declared = plan_of("opportunity_splits", share=Number("amount", ".", percent=True))
    assert wanted(declared, {"amount": "c0"}) == {}


def test_a_number_that_starts_with_nought_has_no_thousands() -> None:
    for cell, sign in (("0,125", ","), ("0.125", "."), ("-0,125", ",")):
        result = told(AMOUNTS, (cell, "EUR"))
        assert (result.plan.main.rule("amount").decimal, result.asks) == (sign, ())


AMOUNTS = plan_of("opportunities", amount=Number("amount"), currency=Text("currency"))


def decimal_of(result: Settled) -> str:
    rule = result.plan.main.rule("amount")
    assert isinstance(rule, Number)
    return rule.decimal


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1,234.50", "12"], "."),
        (["1.234,50", "12"], ","),
        (["1,234", "12.5"], "."),
        (["1,234,567"], "."),
        (["1.234.567"], ","),
        (["3,5"], ","),
        (["12", "99"], "."),
        (["USD 1,234.50"], "."),
    ],
)
def test_the_cells_tell_the_decimal_sign(cells: list[str], decimal: str) -> None:
    result = told(AMOUNTS, *((cell, "EUR") for cell in cells))
    assert (decimal_of(result), result.asks) == (decimal, ())


@pytest.mark.parametrize(("cells"), [["1,234"], ["1.234", "12"], ["3,5", "3.5"]])
def test_a_decimal_sign_that_cannot_be_told_is_asked(cells: list[str]) -> None:
    result = told(AMOUNTS, *((cell, "EUR") for cell in cells))
    assert [ask.key for ask in result.asks] == ["decimal sign of Amount in deals.csv"]
    assert result.asks[0].choices == (".", ",")


IN_CELLS = plan_of("opportunities", amount=Number("amount"), currency=First((CodeInCell("amount"),)))


def test_a_code_in_every_cell_is_currency_enough() -> None:
    assert told(IN_CELLS, ("USD 12.5",), ("EUR 1.5",)).asks == ()


def test_the_companys_base_currency_serves_where_cells_name_none_and_that_is_said() -> None:
    result = told(IN_CELLS, ("12.5",), base="CHF")
    rule = result.plan.main.rule("currency")
    assert isinstance(rule, First)
    assert rule.rules[-1] == Constant("CHF")
    assert "taken to be in CHF" in str(result.notes[0])


def test_amounts_whose_currency_nobody_names_are_asked_about_once_for_all_exports() -> None:
    result = told(IN_CELLS, ("12.5",))
    assert [ask.key for ask in result.asks] == ["currency of Amount in deals.csv"]
    assert "CAD" in result.asks[0].choices


def test_a_currency_in_the_label_is_taken() -> None:
    plan = Plan("p", "t", True, IN_CELLS.feeds, (("amount", "Annual Revenue (AUD)"),))
    rule = told(plan, ("12.5",)).plan.main.rule("currency")
    assert isinstance(rule, First)
    assert rule.rules[-1] == Constant("AUD")


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Valor (R$)", "BRL"),
        ("Importe €", "EUR"),
        ("Value (£)", "GBP"),
        ("Wartość [zł]", "PLN"),
        ("Value in USD", "USD"),
        ("Betrag CHF", "CHF"),
    ],
)
def test_a_currency_by_its_sign_or_after_the_label_is_taken_even_where_the_company_counts_in_another(
    label: str, code: str
) -> None:
    plan = Plan("p", "t", True, IN_CELLS.feeds, (("amount", label),))
    result = told(plan, ("12.5",), base="SEK")
    rule = result.plan.main.rule("currency")
    assert isinstance(rule, First)
    assert (rule.rules[-1], result.asks) == (Constant(code), ())


@pytest.mark.parametrize("label", ["Amount ($)", "Belopp (kr)", "EUR or USD £", "Total ¥"])
def test_a_sign_that_several_currencies_have_is_asked_about_and_not_taken_for_another_base(
    label: str,
) -> None:
    plan = Plan("p", "t", True, IN_CELLS.feeds, (("amount", label),))
    assert [ask.key for ask in told(plan, ("12.5",), base="PLN").asks] == [
        f"currency of {label} in deals.csv"
    ]


def test_a_sign_that_the_base_currency_has_too_stands_for_it() -> None:
    plan = Plan("p", "t", True, IN_CELLS.feeds, (("amount", "Amount ($)"),))
    rule = told(plan, ("12.5",), base="CAD").plan.main.rule("currency")
    assert isinstance(rule, First)
    assert rule.rules[-1] == Constant("CAD")


@pytest.mark.parametrize("label", ["Try again", "Krona", "Amount", "Zloty"])
def test_letters_within_a_word_are_no_sign_of_a_currency(label: str) -> None:
    plan = Plan("p", "t", True, IN_CELLS.feeds, (("amount", label),))
    rule = told(plan, ("12.5",), base="PLN").plan.main.rule("currency")
    assert isinstance(rule, First)
    assert rule.rules[-1] == Constant("PLN")


STARTS = plan_of("employees", True, hire_date=Day("hire"), original_hire_date=Day("first"))
WHICH = "which hire date counts in Vendor export"


def test_two_hire_dates_that_differ_ask_which_one_counts() -> None:
    result = told(STARTS, ("2024-01-13", "2024-01-13"), ("2024-02-01", "2020-02-01"))
    assert [ask.key for ask in result.asks] == [WHICH]
    assert result.asks[0].choices == ("Hire Date", "Original Hire Date")
    assert not result.asks[0].binds
    assert "1 rows in which the two differ" in str(result.asks[0].message)


def test_two_hire_dates_that_agree_ask_nothing() -> None:
    assert told(STARTS, ("2024-01-13", "2024-01-13"), ("2024-02-01", None)).asks == ()


def test_the_answer_chooses_the_date_that_starts_the_clock() -> None:
    rows = (("2024-02-01", "2020-02-01"),)
    later = told(STARTS, *rows, answers={WHICH: "Hire Date"}).plan.main.rule("hire_date")
    first = told(STARTS, *rows, answers={WHICH: "Original Hire Date"}).plan.main.rule("hire_date")
    assert isinstance(later, Day)
    assert isinstance(first, First)
    assert later.source == "hire"
    # Who was never hired again may have no original date: then the other one counts.
    assert [rule.source for rule in first.rules if isinstance(rule, Day)] == ["first", "hire"]


def test_first_rows_that_tell_nothing_leave_it_to_the_rest_of_the_file() -> None:
    assert is_open(CLOSES, {("close", "filled"): 0})
    assert is_open(CLOSES, {("close", "filled"): 3, ("close", "parted"): 3})
    assert not is_open(CLOSES, {("close", "filled"): 3, ("close", "parted"): 3, ("close", "second"): 1})
    assert not is_open(CLOSES, {("close", "filled"): 3, ("close", "parted"): 0})

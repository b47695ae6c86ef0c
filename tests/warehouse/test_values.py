"""What a single cell must look like: one file with every bad value, and the fate of each of its rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from helpers.small_company import EMPLOYEES, Built, built
from warehouse.fates import deal, deals, fates, padded, quoted

BAD_AMOUNTS = {
    "N/A": ("not_a_number", "a plain number such as 1234.50"),
    "-": ("not_a_number", "a plain number"),
    "#N/A": ("not_a_number", "a plain number"),
    "null": ("not_a_number", "a plain number"),
    "NaN": ("not_a_number", "a plain number"),
    "inf": ("not_a_number", "a plain number"),
    "1_000": ("not_a_number", "a plain number"),
    "1e400": ("not_a_number", "plain decimals only"),
    "3e0": ("not_a_number", "plain decimals only"),
    "3,5": ("not_a_number", "decimal comma"),
    "1,234.50": ("not_a_number", "without separators"),
    "1.234,56": ("not_a_number", "without separators"),
    "(1200)": ("not_a_number", "minus sign"),
    "12%": ("not_a_number", "percent sign"),
    "٣": ("not_a_number", "digits 0-9"),
    "twelve": ("not_a_number", "a plain number"),
    "1€200": ("not_a_number", "a plain number"),
    "12EUR34": ("not_a_number", "a plain number"),
    "€ $ 12": ("not_a_number", "a plain number"),
    "$ 1200": ("other_currency", "the currency its row names"),
    "1200 USD": ("other_currency", "the currency its row names"),
    "USD 1200": ("other_currency", "the currency its row names"),
    "1000000000000": ("amount_too_large", "under 1,000,000,000,000"),
    "-1000000000000": ("amount_too_large", "under 1,000,000,000,000"),
    "1" + "0" * 15: ("amount_too_large", "under 1,000,000,000,000"),
    "": ("empty", "a value"),
    " ": ("empty", "a value"),
}
GOOD_AMOUNTS = {
    "€ 1200": 1200,
    "€1200.50": 1200.50,
    "-€12": -12,
    "1200 EUR": 1200,
    "1200eur": 1200,
    "EUR 7": 7,
    "12€": 12,
    "-1": -1,
    "0": 0,
    "999999999999.99": 999999999999.99,
    "00012.50": 12.50,
}
BAD_TRUTHS = ("on", "ja", "2", "X", "truee")
TRUTHS = {"TRUE": 1, "Yes": 1, "y": 1, "1": 1, "t": 1, "N": 0, "no": 0, "0": 0, "F": 0, "False": 0}
BAD_DAYS = {
    "2024-02-30": "not_a_day",
    "2024-13-01": "not_a_day",
    "2024-01-5 ": "not_a_day",
    " 024-01-05": "not_a_day",
    "00:00.0": "not_a_day",
    "46347": "not_a_day",
    "٢٠٢٤-٠١-٠٥": "not_a_day",
    "2024-01-05 25:00": "not_a_day",
    "1900-01-01": "sentinel_day",
    "1949-12-31": "sentinel_day",
    "9999-12-31": "sentinel_day",
    "2046-12-31": "sentinel_day",
}
GOOD_DAYS = (
    *("1950-01-01", "2024-01-05", "2024-01-05 10:00", "2024-01-05T10:00:00", "2024-01-05T23:30:00Z"),
    # One of them tells the order of the column, the others need none.
    *("31/12/2024", "05.01.2024", "2024/01/05", "2024-1-05", "20240105", "Jan 5 2024"),
)
BAD_IDS = {
    "abc\u200bd": "not the invisible character U+200B at position 4",
    "ab\u00adc": "not the invisible character U+00AD at position 3",
    "a\u00a0b": "not the invisible character U+00A0 at position 2",
    "\ufeffa": "not the invisible character U+FEFF at position 1",
    "a\tb": "not the invisible character U+0009 at position 2",
    "Zoe\u03081": "not the character U+0308 at position 4",  # the accent as a sign of its own
    "\u0410B1": "not letters of two scripts in one word, Cyrillic U+0410 and Latin U+0042 at position 2",
    "a1\u043e": "not letters of two scripts in one word, Latin U+0061 and Cyrillic U+043E at position 3",
    "\u03bf\u043e": "not letters of two scripts in one word, Greek U+03BF and Cyrillic U+043E at position 2",
    "\u05d0b": "not letters of two scripts in one word, Hebrew U+05D0 and Latin U+0062 at position 2",
    "x\u202ey": "not the invisible character U+202E at position 2",
    "\u200f\u05d0": "not the invisible character U+200F at position 1",
    "\uff21": "not the character U+FF21 at position 1",  # an A of full width
    "x\u3164": "not the character U+3164 at position 2",  # a letter that shows nothing
}
GOOD_IDS = {
    "007": "007",
    "9223372036854775808": "9223372036854775808",
    "  X 9  ": "X 9",
    "1E5": "1E5",
    "a/b|c": "a/b|c",
    "Zoë1": "Zoë1",
    "Müller-7": "Müller-7",
    "Łódź_01": "Łódź_01",
    "СД-204": "СД-204",
    "СД-204/EU": "СД-204/EU",  # two words, a script each
    "Ωμέγα 3": "Ωμέγα 3",
    "\u05d3\u05d9\u05dc-7": "\u05d3\u05d9\u05dc-7",
    "\u0635\u0641\u0642\u0629-7": "\u0635\u0641\u0642\u0629-7",
    "商談7号": "商談7号",
    "거래-7": "거래-7",
}
BAD_CURRENCIES = ("euro", "EU", "€", "12X", "E€R", "NaN", "tbd", "XXX")
ROWS = [
    *(deal(f"A{n}", amount=quoted(value)) for n, value in enumerate(BAD_AMOUNTS)),
    *(deal(f"T{n}", is_won=value) for n, value in enumerate(BAD_TRUTHS)),
    *(deal(f"D{n}", created_on=value) for n, value in enumerate(BAD_DAYS)),
    *(deal(quoted(value)) for value in BAD_IDS),
    *(deal(f"C{n}", currency=value) for n, value in enumerate(BAD_CURRENCIES)),
    deal("1.23457E+11"),
    deal('"1,23457E+11"'),
]
GOOD = [
    *(deal(f"GA{n}", amount=quoted(value)) for n, value in enumerate(GOOD_AMOUNTS)),
    *(deal(f"GT{n}", is_won=value) for n, value in enumerate(TRUTHS)),
    *(deal(f"GD{n}", created_on=value) for n, value in enumerate(GOOD_DAYS)),
    *(deal(quoted(value)) for value in GOOD_IDS),
]
NAMES = ("Null", "None", "NA", "True", "N/A", "nan", "名", "Zoë 🙂", "=1+1", "<b>", "O'Neil, Jr.")
BLANK_NAMES = (" ", "\u00a0", "\u200b\u200b", "\t")
PEOPLE = [
    *(f"BN{n},{quoted(name)},Sales,2024-01-01" for n, name in enumerate(BLANK_NAMES)),
    *(f"N{n},{quoted(name)},Sales,2024-01-01" for n, name in enumerate(NAMES)),
]
SCORES = ("N/A", "-", "#N/A", "null", "٣", "5.1", "-1", "3e0", "")


def _person(number: int) -> str:
    return f"P{number},Person {number},Sales,2024-01-01"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    ratings = padded(
        "interview_id,competency,score,scale_max",
        [*(f"I1,C{n},{score}," for n, score in enumerate(SCORES)), "I1,Z,0,0"],
        lambda number: f"I1,Skill {number},4,",
    )
    tables = {
        "opportunities": deals([*ROWS, *GOOD], times=10),
        "employees": padded(
            "employee_id,full_name,department,hire_date", [*PEOPLE, "A,Ada,Sales,2024-01-01"], _person
        ),
        "ratings": ratings,
    }
    return built(tmp_path_factory.mktemp("values"), tables)


def _line(start: int, number: int) -> int:
    return 2 + start + number


@pytest.mark.parametrize(("value", "told"), BAD_AMOUNTS.items(), ids=repr)
def test_an_amount_that_is_no_plain_number_is_set_aside(
    company: Built, value: str, told: tuple[str, str]
) -> None:
    fate = fates(company, "opportunities")[_line(0, list(BAD_AMOUNTS).index(value))]
    assert (fate.column, fate.found.strip(), fate.reason) == ("amount", value.strip(), told[0])
    assert told[1] in f"{fate.wanted} · {fate.todo}"


@pytest.mark.parametrize(("value", "amount"), GOOD_AMOUNTS.items(), ids=repr)
def test_a_plain_amount_or_one_with_its_own_currency_is_loaded(
    company: Built, value: str, amount: float
) -> None:
    number = list(GOOD_AMOUNTS).index(value)
    found = company.one(f"select amount from marts.credits where opportunity_id = 'GA{number}'")
    assert Decimal(str(found)) == Decimal(str(amount))


@pytest.mark.parametrize("value", BAD_TRUTHS)
def test_a_truth_is_one_of_the_documented_words(company: Built, value: str) -> None:
    start = len(BAD_AMOUNTS)
    fate = fates(company, "opportunities")[_line(start, BAD_TRUTHS.index(value))]
    assert (fate.column, fate.found, fate.reason) == ("is_won", value, "not_a_truth")
    assert fate.wanted == "true or false"


def test_every_documented_word_for_true_and_false_is_read(company: Built) -> None:
    won = {row[0] for row in company.rows("select opportunity_id from marts.credits")}
    assert {word: int(f"GT{n}" in won) for n, word in enumerate(TRUTHS)} == TRUTHS


@pytest.mark.parametrize(("value", "reason"), BAD_DAYS.items(), ids=repr)
def test_a_day_in_another_form_or_out_of_all_reason_is_set_aside(
    company: Built, value: str, reason: str
) -> None:
    start = len(BAD_AMOUNTS) + len(BAD_TRUTHS)
    fate = fates(company, "opportunities")[_line(start, list(BAD_DAYS).index(value))]
    assert (fate.column, fate.found, fate.reason) == ("created_on", value, reason)
    assert "2026-03-31" in fate.wanted or "1950" in fate.wanted


def test_a_spreadsheets_day_number_is_set_aside_with_the_day_it_would_be(company: Built) -> None:
    start = len(BAD_AMOUNTS) + len(BAD_TRUTHS)
    fate = fates(company, "opportunities")[_line(start, list(BAD_DAYS).index("46347"))]
    assert "2026-11-21" in fate.todo


def test_days_from_1950_to_twenty_years_on_and_moments_are_days(company: Built) -> None:
    won = {row[0] for row in company.rows("select opportunity_id from marts.credits")}
    assert {f"GD{n}" for n in range(len(GOOD_DAYS))} <= won


@pytest.mark.parametrize(("value", "wanted"), BAD_IDS.items(), ids=repr)
def test_an_id_with_a_hidden_or_foreign_character_is_set_aside_and_shown_where(
    company: Built, value: str, wanted: str
) -> None:
    start = len(BAD_AMOUNTS) + len(BAD_TRUTHS) + len(BAD_DAYS)
    fate = fates(company, "opportunities")[_line(start, list(BAD_IDS).index(value))]
    assert (fate.column, fate.found, fate.reason) == ("opportunity_id", value, "not_printable")
    assert wanted in fate.wanted


def test_ids_are_text_trimmed_and_nothing_else(company: Built) -> None:
    ids = {row[0] for row in company.rows("select opportunity_id from marts.credits")}
    assert set(GOOD_IDS.values()) <= ids


def test_a_currency_is_three_letters(company: Built) -> None:
    start = len(BAD_AMOUNTS) + len(BAD_TRUTHS) + len(BAD_DAYS) + len(BAD_IDS)
    found = [fates(company, "opportunities")[_line(start, n)] for n in range(len(BAD_CURRENCIES))]
    assert [(fate.column, fate.found, fate.reason) for fate in found] == [
        ("currency", value, "not_a_currency") for value in BAD_CURRENCIES
    ]


def test_a_few_ids_shortened_by_a_spreadsheet_are_set_aside(company: Built) -> None:
    start = len(ROWS) - 2
    found = [fates(company, "opportunities")[_line(start, n)] for n in (0, 1)]
    assert [(fate.column, fate.found, fate.reason) for fate in found] == [
        ("opportunity_id", "1.23457E+11", "digits_lost"),
        ("opportunity_id", "1,23457E+11", "digits_lost"),
    ]


def test_every_row_but_the_bad_ones_is_loaded(company: Built) -> None:
    read, loaded, aside, skipped = company.account("opportunities")
    assert (aside, skipped) == (len(ROWS), 0)
    assert read == loaded + aside
    assert set(fates(company, "opportunities")) == {_line(0, n) for n in range(len(ROWS))}


def test_any_name_with_something_to_see_is_a_name(company: Built) -> None:
    found = dict(company.rows("select employee_id, full_name from marts.people where employee_id like 'N%'"))
    assert found == {f"N{n}": name for n, name in enumerate(NAMES)}


def test_a_blank_name_is_set_aside_whatever_it_is_blank_with(company: Built) -> None:
    found = fates(company, "employees")
    assert {line: (fate.column, fate.reason) for line, fate in found.items()} == {
        _line(0, n): ("full_name", "empty") for n in range(len(BLANK_NAMES))
    }


def test_a_score_is_a_plain_number_on_its_scale(company: Built) -> None:
    found = fates(company, "ratings")
    assert [(fate.column, fate.found, fate.reason) for fate in found.values()] == [
        ("score", "N/A", "not_a_number"),
        ("score", "-", "not_a_number"),
        ("score", "#N/A", "not_a_number"),
        ("score", "null", "not_a_number"),
        ("score", "٣", "not_a_number"),
        ("score", "5.1", "off_the_scale"),
        ("score", "-1", "off_the_scale"),
        ("score", "3e0", "not_a_number"),
        ("score", "", "empty"),
        ("scale_max", "0", "scale_not_positive"),
    ]
    assert "digits 0-9 only" in found[_line(0, 4)].wanted


def test_every_message_has_file_line_column_found_wanted_and_what_to_do(company: Built) -> None:
    for row in company.result.set_aside:
        message = row.message
        assert message.line is not None
        parts = (message.file, message.column, message.found, message.wanted, message.outcome, message.todo)
        assert all(parts), message
        assert "\n" not in str(message)


@pytest.mark.proof
def test_more_than_a_hundredth_of_the_ids_shortened_refuses_the_file(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("digits")
    company = built(folder, {"opportunities": deals([deal("1.23457E+11"), deal("1.23458E+11")], times=99)})
    assert company.result.outcome == "served"  # 2 of 200
    company = built(folder, {"opportunities": deals([deal("1.23457E+11"), deal("1.23458E+11")], times=98)})
    assert company.result.outcome == "refused"
    (message,) = company.result.messages
    assert (message.file, message.line, message.column) == ("opportunities.csv", 2, "opportunity_id")
    assert "digits lost" in str(message)
    assert message.found == "1.23457E+11, one of 2 in 198 rows"


def test_an_empty_owner_or_day_is_unknown_and_no_fault(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = deals([deal("O1", owner="", stage="Open", is_won="false", closed_on="")])
    company = built(tmp_path_factory.mktemp("empty"), {"opportunities": rows, "employees": EMPLOYEES})
    assert company.account("opportunities")[2] == 0

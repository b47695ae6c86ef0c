"""What the Data health page says, from frames a person can count."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from hiring.findings.data_health import answer, lines, matching, revenue
from hiring.findings.data_health import blocks as data_blocks
from hiring.loading.messages import Message
from hiring.warehouse.attempts import Asked, Attempt

SOLD = "every won deal has a seller we know"
AT = datetime(2026, 7, 1, 14, 5, tzinfo=UTC)


def files_frame(*rows: tuple[str, str | None, int, int, int, int]) -> pd.DataFrame:
    names = ["file", "table_name", "count_read", "count_loaded", "count_set_aside", "count_skipped"]
    return pd.DataFrame(rows, columns=names)


FILES = files_frame(
    ("employees.csv", "employees", 100, 100, 0, 0),
    ("deals.csv", "opportunities", 1010, 1000, 7, 3),
    ("quotas.csv", "quotas", 51, 50, 0, 1),
    ("extra.csv", None, 0, 0, 0, 0),
)
TABLES = pd.DataFrame(
    [
        ("employees", "HRIS", "employment spell", "who was hired", True, 100),
        ("interviews", "ATS", "interviewer and meeting", "who interviewed whom", False, 0),
    ],
    columns=["table_name", "system", "one_row_per", "lights_up", "is_needed", "count_rows"],
)
WORDS = pd.DataFrame(
    [
        ("employees", "department", "SALES", "Sales", 40),
        ("employees", "department", "Talent", "HR", 3),
        ("employees", "department", "Ann\u202egpj", "Other", 1),
    ],
    columns=["table_name", "column_name", "given", "read_as", "count_rows"],
)


def aside_frame(*rows: tuple[object, ...]) -> pd.DataFrame:
    names = ["file", "table_name", "line", "column_name", "found", "wanted", "reason", "todo"]
    return pd.DataFrame(rows, columns=names).astype({"line": "Int64"})


def came(*rows: tuple[str, str | None, int, int, int, int]) -> answer.Arrived:
    return answer.arrived(files_frame(*rows))


def test_rows_that_hold_data_are_counted_without_skipped_lines_and_unknown_files() -> None:
    arrived = answer.arrived(FILES)
    assert (arrived.rows, arrived.loaded, arrived.set_aside, arrived.skipped) == (1157, 1150, 7, 4)
    assert (arrived.files, arrived.files_touched, arrived.unknown) == (3, 2, ("extra.csv",))
    assert arrived.adds_up


def test_a_file_whose_rows_do_not_add_up_is_said() -> None:
    arrived = came(("a.csv", "quotas", 10, 8, 1, 0))
    assert not arrived.adds_up
    assert answer.account_note(arrived) == "Some rows are not accounted for: please report this."


@pytest.mark.parametrize(
    ("loaded", "aside", "deals", "sentence"),
    [
        (5, 0, 0, "Every won deal has a known seller; all 5 rows loaded"),
        (
            1150,
            3,
            1,
            "99.3 % of won revenue has a known seller; all but 3 of 1,153 rows loaded",
        ),
        (
            900,
            9,
            676,
            "99.3 % of won revenue has a known seller; 99 % of 909 rows loaded",
        ),
    ],
)
def test_the_lead_says_which_deals_have_no_seller_and_what_was_loaded(
    loaded: int, aside: int, deals: int, sentence: str
) -> None:
    arrived = came(("a.csv", "quotas", loaded + aside, loaded, aside, 0))
    counts = pd.DataFrame(
        [("revenue_with_no_seller", deals, 6.4e6)], columns=["count_name", "count_found", "amount"]
    )
    lead = answer.lead(arrived, matching.sold_by(counts, pd.DataFrame({"won_revenue": [9.55e8]})))
    assert lead.sentence.replace("\xa0", " ").replace("\u202f", " ") == sentence
    assert len(lead.sentence) <= 90
    assert "Filters do not apply" in lead.standfirst


def test_a_file_that_was_not_loaded_comes_before_the_rows_that_were() -> None:
    lead = answer.lead(answer.arrived(FILES), "2 won deals have no known seller")
    assert (
        lead.sentence
        == "1 file was not loaded; of the others, 99\u202f% of 1,157 rows were loaded, 7 set aside"
    )
    assert lead.standfirst.startswith("2 won deals have no known seller. Filters do not apply")
    two = came(("a.csv", "quotas", 5, 5, 0, 0), ("b.csv", None, 0, 0, 0, 0), ("c.csv", None, 0, 0, 0, 0))
    assert answer.lead(two, SOLD).sentence == "2 files were not loaded; of the others, all 5 rows were loaded"


@pytest.mark.parametrize(
    ("outcome", "sentence", "word"),
    [
        ("refused", "The last build was refused; the one before it is still shown", "did not go through"),
        ("held", "The last build waits for an answer; the one before it is still shown", "was held"),
        ("failed", "The last build failed; the one before it is still shown", "broke off"),
    ],
)
def test_a_build_that_did_not_come_through_is_said_first(outcome: str, sentence: str, word: str) -> None:
    lead = answer.lead(answer.arrived(FILES), SOLD, Attempt(outcome, AT))
    assert lead.sentence == sentence
    assert f"1\u00a0Jul\u00a02026, 14:05 UTC {word}" in lead.standfirst
    assert "99\u202f% of 1,157 rows loaded" in lead.standfirst


def test_a_build_that_came_through_changes_nothing() -> None:
    arrived = answer.arrived(FILES)
    assert answer.lead(arrived, SOLD, Attempt("unchanged", AT)) == answer.lead(arrived, SOLD)
    assert data_blocks.of_attempt(Attempt("served", AT)) == []
    assert data_blocks.of_attempt(None) == []


def test_what_a_build_found_is_told_with_place_and_what_to_do() -> None:
    message = Message("held", "deals.csv", 14, "stage", "Par\u202eked", "a meaning", "build held", "answer")
    blocks = data_blocks.of_attempt(
        Attempt("held", AT, (message,), 1, (Asked("k", '"k" = {answer = "won"}', ("won", "lost")),))
    )
    assert blocks[0].title == "1 thing to decide"
    assert blocks[0].frame.iloc[0].tolist() == [
        "deals.csv · line 14 · stage",
        "Par\\u{202e}ked",
        "a meaning",
        "build held",
        "answer",
    ]
    assert blocks[1].code == '# one of: won, lost\n"k" = {answer = "won"}'


def test_a_line_to_copy_hides_nothing_and_is_still_the_same_toml() -> None:
    code = data_blocks.answers_code([Asked("k", '"stage \u202ex" = {answer = "won"}', ("won",))])
    assert code == '"stage \\u202ex" = {answer = "won"}'


def test_what_cannot_be_seen_is_written_out_and_long_values_are_cut() -> None:
    assert lines.visible("a\u200bb\n\u202e") == "a\\u{200b}b\\n\\u{202e}"
    assert lines.visible("x" * 500) == "x" * (lines.LONGEST_SHOWN - 1) + "…"
    assert [lines.visible(nothing) for nothing in (None, pd.NA, float("nan"))] == ["", "", ""]


def test_the_files_that_lost_most_are_drawn_first_and_whole_ones_not() -> None:
    bars = answer.account_bars(FILES)
    assert bars.values.tolist() == [["deals.csv", 1000, 7, 3], ["quotas.csv", 50, 0, 1]]
    assert answer.account_title(answer.arrived(FILES)) == "1 of 3 files was loaded whole"


def test_the_account_ends_with_all_files() -> None:
    table = answer.account_table(FILES)
    assert table.iloc[1].tolist() == ["deals.csv", "1,010", "1,000", "7", "3"]
    assert table.iloc[-1].tolist() == ["All files", "1,161", "1,150", "7", "4"]


def test_a_row_set_aside_is_told_with_place_reason_and_remedy() -> None:
    row = ("deals.csv", "opportunities", 4812, "amount", "1,5", "a number", "not_a_number", "export again")
    assert lines.aside_table(aside_frame(row)).iloc[0].tolist() == [
        "deals.csv · line 4,812 · amount",
        "1,5",
        "a number",
        "not a number",
        "export again",
    ]


def test_an_empty_value_reads_nothing_and_a_row_without_a_line_has_none() -> None:
    table = lines.aside_table(aside_frame(("a.csv", "t", None, None, "", "a value", "empty", "fill it")))
    assert table.iloc[0].tolist() == ["a.csv", "nothing", "a value", "nothing in it", "fill it"]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("not_in_employees", "not found in employees"),
        ("not_in_list", "not a word of the list"),
        ("exit_before_hire", "exit before hire"),
        ("row set aside: 4 fields, not 5", "4 fields, not 5"),
    ],
)
def test_reasons_are_words(reason: str, told: str) -> None:
    assert lines.reason_in_words(reason) == told


def test_reasons_are_counted_over_all_columns_most_frequent_first() -> None:
    reasons = pd.DataFrame(
        [("empty", "quotas", "amount", 1), ("not_a_day", "a", "x", 2), ("not_a_day", "b", "y", 3)],
        columns=["reason", "table_name", "column_name", "count_rows"],
    )
    assert lines.reasons_table(reasons).values.tolist() == [
        ["not a day", "5", "a.x, b.y"],
        ["nothing in it", "1", "quotas.amount"],
    ]


def test_the_rows_of_a_file_are_found_and_a_cut_list_says_so() -> None:
    rows = aside_frame(*((f"{name}.csv", "t", 2, "c", "v", "w", "empty", "d") for name in "aab"))
    assert len(lines.of_file(rows, "a.csv")) == 2
    assert len(lines.of_file(rows, lines.ALL_FILES)) == 3
    assert data_blocks.of_rows(rows, "All files", 3).note == ""
    assert data_blocks.of_rows(rows, "All files", 900).note == "All files: the first 3 of 900 rows."


def test_files_to_choose_from_are_those_that_lost_rows() -> None:
    assert lines.files_with_rows_aside(FILES) == {"All files": 7, "deals.csv": 7}


def test_spellings_read_as_another_word_stand_apart_from_those_read_as_they_are() -> None:
    assert answer.words_table(WORDS, changed=True).values.tolist() == [
        ["employees.department", "Talent", "HR", "3"],
        ["employees.department", "Ann\\u{202e}gpj", "Other", "1"],
    ]
    assert answer.words_table(WORDS, changed=False)["Written in the file"].tolist() == ["SALES"]
    assert answer.words_sentence(WORDS).startswith("2 of 3 spellings")


def test_missing_tables_say_what_they_would_light_up_and_how_to_start_one() -> None:
    (first,), every = data_blocks.of_missing(TABLES), data_blocks.of_tables(TABLES)
    assert first.title == "1 of 2 tables has rows; 1 more would light up what is dark"
    assert first.frame.iloc[0].tolist() == [
        "interviews.csv",
        "ATS",
        "interviewer and meeting",
        "who interviewed whom",
    ]
    assert first.code == "python -m hiring template --out templates"
    assert every.frame["Came in"].tolist() == ["100 rows", "missing"]


def test_a_table_that_no_page_uses_yet_would_light_up_nothing() -> None:
    unused = TABLES.assign(lights_up=["what was sold", ""])
    (first,), every = data_blocks.of_missing(unused), data_blocks.of_tables(unused)
    assert first.title == "1 of 2 tables has rows; no page uses the others yet"
    assert first.frame["Would light up"].tolist() == ["nothing yet: no page uses it"]
    assert every.frame["Lights up"].tolist() == ["what was sold", "nothing yet: no page uses it"]


def test_with_every_table_there_nothing_is_missing() -> None:
    every = TABLES.assign(count_rows=1)
    assert data_blocks.of_missing(every) == []
    assert data_blocks.of_tables(every).title == "All 2 tables have rows"
    assert data_blocks.of_tables(TABLES).title == "Every table, there or missing"


def test_what_waits_for_an_answer_stands_open_and_what_is_only_to_look_up_is_folded() -> None:
    read = data_blocks.of_words(WORDS)
    assert [block.folded for block in read] == [True, True]
    assert not data_blocks.of_words(WORDS.head(1))[0].folded  # nothing to fold: a sentence
    (unknown,) = data_blocks.of_unknown(answer.arrived(FILES))
    assert (unknown.folded, unknown.frame["File"].tolist()) == (False, ["extra.csv"])
    assert data_blocks.of_unknown(came(("a.csv", "quotas", 5, 5, 0, 0))) == []
    (missing,) = data_blocks.of_missing(TABLES)
    assert not missing.folded


def test_money_that_does_not_add_up_is_never_folded_away() -> None:
    names = ("hires", "others")
    parts = {f"revenue_of_{name}": 5.0 for name in names} | {
        "revenue_before_hire": 0.0,
        "revenue_after_exit": 0.0,
        "revenue_of_nobody": 0.0,
        "credit_notes": 0.0,
    }
    right = pd.DataFrame([{"won_revenue": 10.0, "credited_revenue": 10.0, **parts}])
    assert data_blocks.of_revenue(right, "EUR").folded
    assert not data_blocks.of_revenue(right.assign(credited_revenue=11.0), "EUR").folded


def people(*rows: tuple[str, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(
        [(key, name, "Channel", pd.Timestamp(2024, 1, 2), pd.NaT, bare) for key, name, bare in rows],
        columns=[
            *("employee_id", "full_name", "role_profile"),
            *("hire_date", "termination_date", "is_without_login"),
        ],
    )


def owners(*rows: tuple[str | None, str]) -> pd.DataFrame:
    told = [(f"{key or ''}||", key, name, 2, 1500.0) for key, name in rows]
    return pd.DataFrame(told, columns=["owner_key", "owner_id", "full_name", "count_deals", "amount"])


def test_people_left_over_are_listed_or_said_to_be_none() -> None:
    titles = [title for title, _, _ in matching.lists(owners(), people(("7", "Ann", False)), "EUR")]
    assert titles == ["Every owner is matched", "Every hire has a login"]
    listed = matching.lists(owners((None, "Bob")), people(("7", "Ann", True)), "EUR")
    assert [title for title, _, _ in listed] == [
        "1 owner in the CRM without an employee",
        "1 hire without a login",
    ]
    assert listed[0][2].iloc[0].tolist() == ["Bob", "", "2", "EUR\u00a01.5k"]
    assert listed[1][2].iloc[0].tolist() == ["Ann", "7", "Channel", "2\u00a0Jan\u00a02024", ""]


def test_owners_who_bear_the_name_of_a_hire_without_a_login_are_said_to() -> None:
    both = people(("7", "Ann", True), ("8", "Cid", False))
    first, _ = matching.lists(owners(("U1", "Ann"), ("U2", "Cid"), ("U3", "Queue")), both, "EUR")
    assert first[1] == (
        "To mend: 1 owner bears the name of a hire without a login, listed below; until then that hire's "
        "sales are not known; not all need be people: queues and integrations own deals, too"
    )
    first, _ = matching.lists(owners(("U2", "Cid")), both, "EUR")
    assert first[1] == "Not all need be people: queues and integrations own deals, too"


def test_the_other_deals_of_nobody_are_said_to_name_no_owner() -> None:
    counts = pd.DataFrame(
        {"count_name": ["revenue_with_no_seller"], "count_found": [9], "amount": [10_000.0]}
    )
    # Two owners of two deals, EUR 1,500 each.
    rest = matching.elsewhere(owners(("U1", "Ann"), ("U2", "Cid")), counts, "EUR")
    assert rest == (
        ". These owners have 4 of the won deals of nobody; the 5 other won deals, EUR\u00a07k, name no owner"
    )
    assert matching.elsewhere(owners(("U1", "Ann")), counts.assign(count_found=2), "EUR") == ""
    first, _ = matching.lists(owners(("U2", "Cid")), people(), "EUR", elsewhere=rest)
    assert first[1].endswith("own deals, too" + rest)


COUNTS = pd.DataFrame(
    [
        (1, "unmatched_owners", 7, 2500.0),
        (2, "unmatched_sellers", 2, None),
        (3, "revenue_before_hire", 59, 1.0),
        (4, "revenue_after_exit", 53, 1.0),
        (5, "revenue_with_no_seller", 676, 6.4e6),
        (6, "sellers_with_no_revenue", 37, None),
        (7, "hired_or_interviewing_without_an_employee", 14, None),
    ],
    columns=["place", "count_name", "count_found", "amount"],
)


def test_the_seven_counts_have_the_words_of_their_cards_and_money_only_where_it_is_meant() -> None:
    table = matching.counts_table(COUNTS, "EUR")
    assert table["How many"].tolist() == ["7", "2", "59", "53", "676", "37", "14"]
    assert table["Won revenue"].tolist()[:3] == ["EUR\u00a02.5k", "", "EUR\u00a01"]
    assert table["What"].tolist()[:2] == ["Owners not matched", "Sellers not matched"]


def test_the_tiles_say_how_many_of_how_many() -> None:
    ways = pd.DataFrame(
        [("id", 700, 1.0), ("not matched", 7, 2.0)], columns=["matched_by", "count_owners", "amount"]
    )
    tiles = matching.numbers(COUNTS, ways, 480, "EUR")
    assert [(tile.value, tile.note) for tile in tiles] == [
        ("7", "of 707 names and ids"),
        ("2", "of 480 hires"),
        ("676", "won deals · EUR\u00a06.4M"),
        ("14", "hired or interviewing"),
    ]
    first, second = answer.arrival_numbers(answer.arrived(FILES))
    assert (first.value, first.note) == ("1,150", "99\u202f% of 1,157 rows")
    assert (second.value, second.note) == ("7", "and 4 skipped")


def test_owners_are_listed_by_the_surest_way_they_were_matched() -> None:
    ways = pd.DataFrame(
        [("e-mail", 3, 1.0), ("id", 5, 1.0), ("not matched", 0, 0.0), ("new way", 1, 0.0)],
        columns=["matched_by", "count_owners", "amount"],
    )
    told = matching.ways_table(ways, "EUR")["Matched"].tolist()
    assert told == ["by employee id", "by e-mail address", "not at all", "new way"]
    assert matching.matching_title(ways) == "Every way in which the CRM names an owner leads to a person"
    assert matching.matching_title(ways.assign(count_owners=2)) == (
        "6 of 8 ways in which the CRM names an owner lead to a person"
    )
    assert matching.matching_title(ways.assign(count_owners=0)) == "No deal names an owner"


def totals(**amounts: float) -> pd.DataFrame:
    parts = ("of_hires", "of_others", "before_hire", "after_exit", "of_nobody")
    row = {f"revenue_{part}": amounts.get(part, 0.0) for part in parts}
    return pd.DataFrame(
        [row | {n: amounts.get(n, 0.0) for n in ("won_revenue", "credited_revenue", "credit_notes")}]
    )


def test_revenue_that_adds_up_is_said_to() -> None:
    check = revenue.revenue_check(
        totals(of_hires=70.0, of_nobody=30.0, won_revenue=100.0, credited_revenue=100.0)
    )
    assert check.adds_up
    assert revenue.revenue_title(check, "EUR") == ("Every won deal is counted once: EUR\u00a0100")
    assert revenue.revenue_table(check)["Amount"].tolist() == ["70", "0", "0", "0", "30", "100", "100"]
    assert "no split deal gives away more" in revenue.revenue_notes(check, "EUR")[0]


def test_splits_beyond_the_whole_are_taken_off_and_said() -> None:
    check = revenue.revenue_check(
        totals(of_hires=150.0, won_revenue=100.0, credited_revenue=150.0, credit_notes=-5.0)
    )
    table = revenue.revenue_table(check)
    assert table.iloc[-2].tolist() == ["Shares beyond a whole deal, taken off", "\u221250"]
    assert table.iloc[-1]["Amount"] == "100"
    notes = revenue.revenue_notes(check, "EUR")
    assert "EUR\u00a050 more than the deals" in notes[0]
    assert "credit notes of EUR\u00a05" in notes[1]


def test_revenue_that_does_not_add_up_is_our_fault_and_said() -> None:
    check = revenue.revenue_check(totals(of_hires=70.0, won_revenue=100.0, credited_revenue=100.0))
    assert revenue.revenue_title(check, "EUR") == "The won revenue does not add up: please report this"


def test_the_build_is_named_by_day_folder_and_digest() -> None:
    company = pd.Series(
        {"built_on": pd.Timestamp(date(2026, 7, 1)), "exports_name": "q\u202e3", "digest": "a" * 64}
    )
    assert answer.build_sentence(company) == (
        f"Built on 1\u00a0Jul\u00a02026 from the folder q\\u{{202e}}3, digest {'a' * 16}."
    )

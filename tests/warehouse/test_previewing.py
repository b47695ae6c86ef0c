"""The preview is what the build then does: the same rows and values, the same rows set aside for the same reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import CLOCK, Built
from helpers.strange_deals import (
    ANSWERS,
    CURRENCY,
    FILE,
    PANEL_COLUMNS,
    PANEL_FILE,
    PERCENT_KEY,
    SPLIT_COLUMNS,
    SPLITS_FILE,
    STAFF_COLUMNS,
    STAFF_FILE,
    TOLD,
    strange_exports,
    strange_people,
    strange_splits,
)
from hiring.config import CompanySettings
from hiring.contract import TABLES, Table
from hiring.loading import first_rows, telling
from hiring.mapping import own
from hiring.mapping.drafting import draft
from hiring.mapping.preview import Preview
from hiring.mapping.wizard import Answers
from hiring.mapping.writing import Chosen, Draft, mapping_text, preset_from
from hiring.warehouse.build import BuildResult, Request, build
from hiring.warehouse.previewing import preview
from hiring.warehouse.surveying import survey

#: Whom to forget, a table of which a column only tells versions apart, and two of the others.
MAPPED_NOW = tuple(
    table
    for table in TABLES
    if table.name in ("erased_people", "opportunities", "employees", "exchange_rates")
)
ALLOW = (
    f'"set aside in {FILE}" = {{answer = "load the rest", by = "Hana", on = 2026-06-01, file = "DIGEST"}}\n'
)


def seen(exports: Path, answers: Answers, settings: CompanySettings = CompanySettings()) -> Preview:  # noqa: B008
    drafted = preset_from(draft(survey(exports, FILE), answers), "geschafte-q3")
    return preview(exports, FILE, (*own.every(exports), drafted), settings, CLOCK)


def built_by(exports: Path, answers: Answers) -> Built:
    """The build once the answers are saved and the lost row is allowed for."""
    own.save(exports, FILE, mapping_text(draft(survey(exports, FILE), answers)))
    request = Request(exports, exports.parent / "warehouse", clock=CLOCK, wait=lambda _path: None)
    held = build(request)
    if held.questions:
        line = ALLOW.replace("DIGEST", held.questions[0].digest)
        (exports / "answers.toml").write_text(line, encoding="utf-8")
    return Built(build(request), request.warehouse)


def test_a_saved_mapping_gives_the_build_the_figures_of_the_canonical_file(tmp_path: Path) -> None:
    exports = strange_exports(tmp_path / "exports")
    told = seen(exports, ANSWERS)
    company = built_by(exports, ANSWERS)
    revenue = dict(company.rows("select employee_id, credited_revenue from marts.hires"))
    # As in the small company's own file: Ada 1,000 and 500.50, Ben 700 and 70.
    assert {who: float(amount) for who, amount in revenue.items()} == {"A": 1500.5, "B": 770.0}
    assert (
        company.account("opportunities")
        == (7, told.loaded, told.count_set_aside, told.skipped)
        == (7, 6, 1, 0)
    )
    kept = company.rows("select file, line, column_name, found, wanted, todo from marts.rows_set_aside")
    assert kept == [
        (one.file, one.line, one.column, one.found, one.wanted, one.todo) for one in told.set_aside
    ]
    assert [one.line for one in told.set_aside] == [8]


def test_rows_are_shown_as_they_would_load_with_their_lines(tmp_path: Path) -> None:
    told = seen(strange_exports(tmp_path), ANSWERS)
    rows = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    assert told.lines[:2] == (2, 3)
    assert rows[0] == {
        "opportunity_id": "O1",
        "owner_id": "U-A",
        "stage": "Gewonnen",
        "is_won": "true",
        "amount": "1000.0000",
        "currency": "EUR",
        "created_on": "2023-12-01",
        "closed_on": "2024-02-01",
    }
    assert rows[5]["is_won"] == "false"


@pytest.mark.proof
@pytest.mark.parametrize(
    ("meaning", "last"), breadth.first(1, [("open", date(2025, 3, 1)), ("lost", date(2026, 5, 1))])
)
def test_the_day_hoped_for_of_an_open_deal_is_not_the_latest_day_of_the_exports(
    tmp_path: Path, meaning: str, last: date
) -> None:
    exports = strange_exports(tmp_path / "exports")
    deals = (
        (exports / FILE)
        .read_text(encoding="utf-8")
        .replace("viel;01/04/2024;01/03/2025", "7;01/04/2024;01/05/2026")
    )
    (exports / FILE).write_text(deals, encoding="utf-8")
    answers = replace(ANSWERS, meanings={**ANSWERS.meanings, ("is_won", "Angebot"): meaning})
    told = seen(exports, answers)
    assert told.rows[6][told.columns.index("is_won")] == "false"
    assert told.rows[6][told.columns.index("closed_on")] == (None if meaning == "open" else "2026-05-01")
    assert built_by(exports, answers).one("select as_of from marts.company") == last


def test_what_cells_leave_open_is_asked_and_the_answer_changes_what_loads(tmp_path: Path) -> None:
    exports = strange_exports(tmp_path)
    open_ = seen(exports, replace(ANSWERS, by_ask={}))
    assert {ask.key for ask in open_.asks} == {*TOLD, *CURRENCY}
    assert seen(exports, ANSWERS).asks == ()
    american = dict.fromkeys(TOLD, "mdy")
    told = seen(exports, replace(ANSWERS, by_ask={**american, **CURRENCY}))
    assert told.rows[0][told.columns.index("created_on")] == "2023-01-12"


def test_of_a_large_file_the_first_rows_are_tried_and_questions_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = strange_exports(tmp_path)
    assert seen(exports, ANSWERS).is_whole
    monkeypatch.setattr(first_rows, "MOST_ROWS", 5)
    told = seen(exports, ANSWERS)
    assert (told.loaded, told.count_set_aside, told.is_whole) == (5, 0, False)
    assert told.lines == (2, 3, 4, 5, 6)
    [order, *_] = seen(exports, replace(ANSWERS, by_ask={})).asks
    assert "no day above 12 in the first rows of the column" in order.message.found


OTHER_ORDER = "O8;U-A;Gewonnen;1,00;01/04/2024;02/13/2025;\n"
OTHER_SIGN = "O8;U-A;Gewonnen;2,500.75;01/04/2024;01/02/2025;\n"


def built_with(exports: Path, later: str) -> BuildResult:
    """The build of a file mapped by its first 7 rows, in which another stands behind them."""
    with (exports / FILE).open("a", encoding="utf-8") as file:
        file.write(later)
    assert not seen(exports, ANSWERS).is_whole
    own.save(exports, FILE, mapping_text(draft(survey(exports, FILE), ANSWERS)))
    return build(Request(exports, exports.parent / "warehouse", clock=CLOCK, wait=lambda _path: None))


@pytest.mark.parametrize(
    ("later", "column", "found", "also"),
    breadth.first(
        1,
        [
            (OTHER_ORDER, "Abschluss", "02/13/2025", [f"two date orders in Abschluss of {FILE}"]),
            (OTHER_SIGN, "Wert", "2,500.75", []),
        ],
    ),
    ids=["another date order", "another decimal sign"],
)
def test_later_rows_of_a_large_file_that_are_written_otherwise_are_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: str, column: str, found: str, also: list[str]
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 7)
    monkeypatch.setattr(telling, "_FIRST_ROWS", 7)
    result = built_with(strange_exports(tmp_path / "exports"), later)
    aside = [(one.line, one.column, one.found) for one in result.set_aside]
    assert aside == [(8, "Wert", "viel"), (9, column, found)]
    assert [one.key for one in result.questions] == [*also, f"set aside in {FILE}"]


def test_a_column_written_in_two_ways_is_asked_about_where_the_build_sees_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 7)
    result = built_with(strange_exports(tmp_path / "exports"), OTHER_SIGN)
    assert [one.key for one in result.questions] == [f"decimal sign of Wert in {FILE}"]


def test_a_stage_that_only_later_rows_hold_is_asked_about_by_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 6)
    exports = strange_exports(tmp_path / "exports")
    facts = survey(exports, FILE)
    assert "Angebot" not in dict(facts.words["phase"])
    own.save(exports, FILE, mapping_text(draft(facts, ANSWERS)))
    path = exports / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("viel", "7,00"), encoding="utf-8")
    result = build(Request(exports, tmp_path / "warehouse", clock=CLOCK, wait=lambda _path: None))
    assert [question.key for question in result.questions] == ["stage Angebot"]


def splits_seen(exports: Path, told: dict[str, str]) -> tuple[Preview, str]:
    """How the splits would load by these answers, and their mapping file."""
    drafted = draft(survey(exports, SPLITS_FILE), Answers("opportunity_splits", SPLIT_COLUMNS, by_ask=told))
    known = (*own.every(exports), preset_from(drafted, "aufteilung"))
    return preview(exports, SPLITS_FILE, known, CompanySettings(), CLOCK), mapping_text(drafted)


def test_hundredths_without_a_sign_are_asked_about_and_shown_as_shares(tmp_path: Path) -> None:
    exports = strange_splits(tmp_path)
    open_, _ = splits_seen(exports, {})
    assert [ask.key for ask in open_.asks] == [PERCENT_KEY]
    as_percent, _ = splits_seen(exports, {PERCENT_KEY: "percent"})
    assert [row[-1] for row in as_percent.rows] == ["0.500000", "0.500000", "0.125000"]
    as_share, _ = splits_seen(exports, {PERCENT_KEY: "share"})
    assert (as_share.loaded, as_share.count_set_aside) == (0, 3)


@pytest.mark.proof
def test_the_build_credits_hundredths_as_shares_once_somebody_said_so(tmp_path: Path) -> None:
    exports = strange_splits(tmp_path / "exports")
    request = Request(exports, tmp_path / "warehouse", clock=CLOCK, wait=lambda _path: None)
    own.save(exports, SPLITS_FILE, splits_seen(exports, {})[1])
    assert [question.key for question in build(request).questions] == [PERCENT_KEY]
    own.save(exports, SPLITS_FILE, splits_seen(exports, {PERCENT_KEY: "percent"})[1], replaces=True)
    company = Built(build(request), request.warehouse)
    credited = "select cast(amount as double) from marts.credits where opportunity_id = 'O1'"
    assert company.rows(credited) == [(500.0,), (500.0,)]


def people_seen(exports: Path, file: str, answers: Answers) -> list[dict[str, str | None]]:
    """The rows of a file of people as they would load."""
    drafted = draft(survey(exports, file), answers)
    told = preview(exports, file, (preset_from(drafted, "people"),), CompanySettings(), CLOCK)
    return [dict(zip(told.columns, row, strict=True)) for row in told.rows]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("each", ["Ada Byron", "Carl Gauss", "Mona Manager"]),
        ("one", ["Ada Byron; Carl Gauss", "Mona Manager"]),
    ],
)
def test_of_several_people_in_a_cell_each_has_a_row_where_it_was_said_so(
    tmp_path: Path, said: str, names: list[str]
) -> None:
    exports = strange_people(tmp_path)
    answers = Answers("interviews", PANEL_COLUMNS, people={"interviewer_name": said})
    assert [row["interviewer_name"] for row in people_seen(exports, PANEL_FILE, answers)] == names


@pytest.mark.parametrize(
    ("said", "managers"),
    [("names", [None, "7", "7"]), ("ids", [None, "Manager, Mona", "Mona Manager"])],
)
def test_managers_by_name_are_looked_up_where_it_was_said_so(
    tmp_path: Path, said: str, managers: list[str | None]
) -> None:
    exports = strange_people(tmp_path)
    answers = Answers("employees", STAFF_COLUMNS, people={"manager_id": said})
    assert [row["manager_id"] for row in people_seen(exports, STAFF_FILE, answers)] == managers


def test_the_companys_currency_answers_for_amounts_without_one(tmp_path: Path) -> None:
    told = seen(
        strange_exports(tmp_path), replace(ANSWERS, by_ask=TOLD), CompanySettings(base_currency="CHF")
    )
    assert told.asks == ()
    assert told.rows[0][told.columns.index("currency")] == "CHF"


def test_a_column_that_is_not_there_sets_every_row_aside_and_says_why(tmp_path: Path) -> None:
    columns = {**ANSWERS.columns, "closed_on": ("betreuer",)}
    told = seen(strange_exports(tmp_path), replace(ANSWERS, columns=columns))
    assert (told.loaded, told.count_set_aside, told.rows) == (0, 7, ())
    assert {one.column for one in told.set_aside} == {"Betreuer", "Wert"}


@pytest.mark.proof
def test_rates_beside_the_file_are_heeded(tmp_path: Path) -> None:
    dollars = dict.fromkeys(CURRENCY, "USD")
    answers = replace(ANSWERS, by_ask={**TOLD, **dollars})
    settings = CompanySettings(base_currency="EUR")
    without = seen(strange_exports(tmp_path / "without"), answers, settings)
    assert without.loaded == 1
    months = sorted({f"{row}-01" for row in ("2024-02", "2024-06", "2024-07", "2025-02")})
    rates = "month,currency,rate\n" + "\n".join(f"{month},USD,0.9" for month in months)
    with_rates = seen(strange_exports(tmp_path / "with", {"exchange_rates": rates}), answers, settings)
    assert with_rates.loaded == 6


def test_of_the_group_somebody_says_they_are_of_only_that_there_is_one_is_shown(tmp_path: Path) -> None:
    (tmp_path / "Bewerber.csv").write_text(
        "Nummer;Geschlecht\nB1;zzwoman\nB2;\nB3;zzwoman;zzman\n", encoding="utf-8"
    )
    answers = Answers("candidates", {"candidate_id": ("nummer",), "gender": ("geschlecht",)})
    drafted = draft(survey(tmp_path, "Bewerber.csv"), answers)
    told = preview(tmp_path, "Bewerber.csv", (preset_from(drafted, "b"),), CompanySettings(), CLOCK)
    rows = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    assert rows == [
        {"candidate_id": "B1", "gender": "not shown"},
        {"candidate_id": "B2", "gender": None},
    ]
    (torn,) = told.set_aside
    assert (torn.line, torn.found) == (4, "not shown")
    assert "zz" not in str(told)


def test_a_file_that_cannot_be_read_says_so_in_the_builds_own_words(tmp_path: Path) -> None:
    exports = strange_exports(tmp_path)
    drafted = preset_from(draft(survey(exports, FILE), ANSWERS), "x")
    (exports / FILE).write_text("Geschäfts-Nr;Betreuer\n", encoding="utf-8")
    told = preview(exports, FILE, (drafted,), CompanySettings(), CLOCK)
    assert told.trouble is not None
    (exports / FILE).unlink()
    gone = preview(exports, FILE, (drafted,), CompanySettings(), date(2026, 7, 1))
    assert "it is not there any more" in str(gone.trouble)


def test_a_wrong_mapping_beside_the_exports_refuses_the_build_in_one_line(tmp_path: Path) -> None:
    exports = strange_exports(tmp_path / "exports")
    (exports / "mappings").mkdir()
    (exports / "mappings" / "x.toml").write_text("vendor = 1\n")
    result = build(Request(exports, tmp_path / "warehouse", clock=CLOCK, wait=lambda _path: None))
    assert [str(message) for message in result.messages] == [
        "x.toml · build refused: feeds · found [] · wanted at least one [[feeds]] · correct the mapping file"
    ]


@pytest.mark.parametrize("table", breadth.always(MAPPED_NOW, TABLES), ids=lambda table: table.name)
def test_every_column_of_every_table_may_be_mapped_and_looked_at(tmp_path: Path, table: Table) -> None:
    """A column that only tells versions of a row apart (a deal's account) is mapped as well, and shows no words."""
    labels = [f"Our {column.name}" for column in table.columns]
    (tmp_path / FILE).write_text(f"{','.join(labels)}\n{','.join(['x'] * len(labels))}\n", encoding="utf-8")
    chosen = tuple((c.name, Chosen((label,))) for c, label in zip(table.columns, labels, strict=True))
    drafted = preset_from(Draft("Own export", FILE, table.name, chosen), "ours")
    told = preview(tmp_path, FILE, (drafted,), CompanySettings(), CLOCK)
    if table.name == "erased_people":  # a system nobody knows: whom to forget would be kept
        assert "a person to forget would be kept" in str(told.trouble)
        return
    assert told.trouble is None
    assert told.columns == tuple(column.name for column in table.columns if not column.only_compared)
    assert told.loaded + told.count_set_aside == 1


def test_quotas_in_a_currency_of_their_own_would_load_where_no_deal_says_which_one_the_company_counts_in(
    tmp_path: Path,
) -> None:
    path = tmp_path / "quotas.csv"
    path.write_text(
        "owner_id,period_start_on,period_end_on,amount,currency\n"
        "U1,2024-01-01,2024-03-31,100.00,BRL\nU2,2024-01-01,2024-03-31,50.00,BRL\n"
        "U3,2024-01-01,2024-03-31,50.00,USD\n"
    )
    found = preview(tmp_path, path.name, (), CompanySettings(), CLOCK)
    assert (found.loaded, found.count_set_aside) == (2, 1)
    assert "USD 2024-01" in str(found.set_aside[0])
    in_euros = preview(tmp_path, path.name, (), CompanySettings(base_currency="EUR"), CLOCK)
    assert (in_euros.loaded, in_euros.count_set_aside) == (0, 3)


def test_rates_of_a_file_with_a_mapping_of_its_own_are_heeded(tmp_path: Path) -> None:
    (tmp_path / "kurser.csv").write_text("Manad;Kod;Varde\n2024-02-01;USD;0.9\n2024-03-01;USD;0.9\n")
    columns = {"month": ("manad",), "currency": ("kod",), "rate": ("varde",)}
    told = draft(survey(tmp_path, "kurser.csv"), Answers("exchange_rates", columns), "kurser")
    own.save(tmp_path, "kurser", mapping_text(told))
    path = tmp_path / "opportunities.csv"
    path.write_text(
        "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
        "O1,A,Won,true,10.00,USD,2024-01-01,2024-02-10\nO2,A,Won,true,10.00,EUR,2024-01-01,2024-02-10\n"
        "O3,A,Won,true,10.00,USD,2024-01-01,2024-05-10\n"
    )
    found = preview(tmp_path, path.name, own.every(tmp_path), CompanySettings(base_currency="EUR"), CLOCK)
    assert (found.loaded, found.count_set_aside) == (2, 1)

"""The first promise: for every file, read = loaded + set aside + skipped, and every row's fate can be looked up."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from helpers import breadth
from helpers.small_company import BASE, Built, write_exports
from hiring import contract
from hiring.contract import Column, Kind
from hiring.warehouse.staging import NOT_SHOWN
from warehouse.fates import DEALS, built_from, deal, deals, fates


def _text(rows: list[str], *, end: str = "\n", header: str = DEALS) -> str:
    return end.join([header, *rows]) + end


def _few_bad(prefix: str, bad: list[tuple[int, str]]) -> list[str]:
    """Twenty sound rows with bad ones put at given places."""
    rows = [deal(f"{prefix}{number}") for number in range(20)]
    for place, row in bad:
        rows.insert(place, row)
    return rows


COMMENTED = DEALS + ",account"


def _multi_line() -> bytes:
    rows = [f'{deal(f"M{n}")},"two\nlines"' for n in range(20)]
    rows.insert(10, f'{deal("MX", amount="bad")},"one, ""two""\n\nthree"')
    return _text(rows, header=COMMENTED).encode()


def _blank_lines() -> bytes:
    rows = _few_bad("B", [(5, ""), (6, ""), (8, deal("BX", amount="bad"))])
    return _text(rows).encode()


def _preamble() -> bytes:
    text = _text(_few_bad("P", [(0, deal("PX", amount="bad"))]))
    return ("Deals of all regions\nas of 2024-07-01\n\n" + text).encode()


#: File → (its bytes, the physical line on which its one bad row starts).
FILES = {
    "opportunities_plain.csv": (_text(_few_bad("N", [(4, deal("NX", amount="bad"))])).encode(), 6),
    "opportunities_crlf.csv": (_text(_few_bad("R", [(4, deal("RX", amount="bad"))]), end="\r\n").encode(), 6),
    "opportunities_cr.csv": (_text(_few_bad("O", [(4, deal("OX", amount="bad"))]), end="\r").encode(), 6),
    "opportunities_utf16.csv": (_text(_few_bad("U", [(7, deal("UX", amount="bad"))])).encode("utf-16"), 9),
    "opportunities_mark.csv": (_text(_few_bad("K", [(0, deal("KX", amount="bad"))])).encode("utf-8-sig"), 2),
    "opportunities_gzip.csv": (
        gzip.compress(_text(_few_bad("Z", [(2, deal("ZX", amount="bad"))])).encode()),
        4,
    ),
    "opportunities_lines.csv": (_multi_line(), 22),
    "opportunities_blank.csv": (_blank_lines(), 10),
    "opportunities_title.csv": (_preamble(), 5),
}


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One company whose deals come in nine files, each of another shape, each with one bad row."""
    folder = tmp_path_factory.mktemp("shapes")
    exports = write_exports(folder / "exports", {k: v for k, v in BASE.items() if k != "opportunities"})
    for name, (content, _) in FILES.items():
        (exports / name).write_bytes(content)
    return built_from(exports, folder / "warehouse")


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, (_, line) in FILES.items()])
def test_a_row_set_aside_is_found_on_its_physical_line_whatever_the_file_is_like(
    shapes: Built, name: str, line: int
) -> None:
    rows = shapes.rows(
        f"select line, column_name, found, reason from marts.rows_set_aside where file = '{name}'"
    )
    assert rows == [(line, "amount", "bad", "not_a_number")]


def test_the_account_has_one_entry_a_file_and_each_adds_up(shapes: Built) -> None:
    files = {str(file["file"]): file for file in shapes.result.files}
    assert set(files) == {*FILES, "employees.csv", "crm_users.csv"}
    for file in files.values():
        assert file["read"] == int(str(file["loaded"])) + int(str(file["quarantined"])) + int(
            str(file["skipped"])
        )
    assert {name: files[name]["skipped"] for name in FILES} == {
        **dict.fromkeys(FILES, 0),
        "opportunities_blank.csv": 2,
        "opportunities_title.csv": 3,
    }
    assert {files[name]["loaded"] for name in FILES} == {20}


def test_the_account_is_kept_in_the_warehouse(shapes: Built) -> None:
    kept = shapes.rows(
        "select file, table_name, count_read, count_loaded, count_set_aside, count_skipped from marts.files_read"
    )
    assert kept == [tuple(file.values()) for file in shapes.result.files]


def test_an_unknown_file_is_listed_and_not_loaded(tmp_path: Path) -> None:
    exports = write_exports(tmp_path / "exports", BASE)
    (exports / "lunch.csv").write_text("dish,price\nsoup,4\n")
    company = built_from(exports, tmp_path / "warehouse")
    assert company.result.outcome == "served"
    (listed,) = [file for file in company.result.files if file["file"] == "lunch.csv"]
    assert listed == {
        "file": "lunch.csv",
        "table": None,
        "read": 0,
        "loaded": 0,
        "quarantined": 0,
        "skipped": 0,
    }


def test_one_bad_row_never_cascades(tmp_path: Path) -> None:
    applications = "application_id,candidate_id,source,applied_on,status\n" + "".join(
        f"P{n},C{n},Board,{'soon' if n == 0 else '2024-01-01'},rejected\n" for n in range(20)
    )
    interviews = "interview_id,application_id,stage,interviewer_id,scheduled_for,status\n" + "".join(
        f"I{n},{'P0' if n < 2 else 'P1' if n < 20 else 'P99'},screen,M1,2024-01-04,held\n" for n in range(21)
    )
    ratings = "interview_id,competency,score\nI0,Drive,4\nI0,Care,3\n" + "".join(
        f"I5,S{n},3\n" for n in range(20)
    )
    splits = "opportunity_id,owner_id,share\nBAD,U-A,0.5\n" + "".join(f"G{n},U-A,1\n" for n in range(12))
    exports = write_exports(
        tmp_path / "exports",
        {
            **BASE,
            "applications": applications,
            "interviews": interviews,
            "ratings": ratings,
            "opportunity_splits": splits,
            "opportunities": deals([deal("BAD", amount="x")]),
        },
    )
    company = built_from(exports, tmp_path / "warehouse")
    assert [(f.column, f.found) for f in fates(company, "applications").values()] == [("applied_on", "soon")]
    # The interviews of the application set aside stay; only the one of no application at all goes.
    assert {line: (f.column, f.found, f.reason) for line, f in fates(company, "interviews").items()} == {
        22: ("application_id", "P99", "not_in_applications")
    }
    assert fates(company, "ratings") == {}
    assert fates(company, "opportunity_splits") == {}


GOOD_CELLS = {
    Kind.NAME: "Name",
    Kind.TEXT: "Words",
    Kind.DAY: "2024-01-05",
    Kind.MOMENT: "2024-01-05 10:00",
    Kind.MONTH: "2024-01-01",
    Kind.MONEY: "12.50",
    Kind.NUMBER: "1",
    Kind.WHOLE: "1",
    Kind.TRUTH: "true",
    Kind.CURRENCY: "EUR",
}
BAD_CELLS = (
    *(
        "",
        " ",
        "x",
        "null",
        "N/A",
        "-1",
        "3e0",
        "1e400",
        "NaN",
        "1,5",
        "(1)",
        "12%",
        "1e+11",
        "2024-02-30",
        "9999-12-31",
    ),
    *(
        "a\u200bb",
        "é",
        "٣",
        "true",
        "|",
        "a|b|c",
        "'",
        '"',
        "two\nlines",
        "=1+1",
        "0",
        "1000000000000",
        "hris",
        "€ 1",
        "usd",
    ),
)


def _sound(column: Column, row: int) -> str:
    if column.kind is Kind.ID:
        return f"K{row}"
    if column.kind is Kind.EMAIL:
        return f"k{row}@firm.example"
    if column.kind is Kind.WORD:
        return column.words[0][0]
    return "crm" if column.name == "system" else GOOD_CELLS[column.kind]


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """A few rows of every table, with any cell replaced by something strange."""
    drawn = {}
    for table in contract.TABLES:
        if table.name == "erased_people":
            continue
        rows = [[_sound(column, row) for column in table.columns] for row in range(5)]
        for row in rows[1:]:
            if draw(st.booleans()):
                place = draw(st.integers(0, len(row) - 1))
                row[place] = draw(st.sampled_from(BAD_CELLS))
        shapes = draw(st.lists(st.sampled_from(["short", "long", "blank", "again"]), max_size=2))
        for shape in shapes:
            extra = {"short": rows[0][:-1], "long": [*rows[0], "x"], "blank": [], "again": rows[0]}[shape]
            rows.insert(draw(st.integers(1, len(rows) - 1)), extra)
        drawn[table.name] = rows
    return drawn


def _with(cells: dict[tuple[str, str], str]) -> dict[str, list[list[str]]]:
    """Five sound rows of every table; in each column named, the second row holds the cell given."""
    tables = {table.name: table for table in contract.TABLES if table.name != "erased_people"}
    drawn = {
        name: [[_sound(column, row) for column in table.columns] for row in range(5)]
        for name, table in tables.items()
    }
    for (name, wanted), cell in cells.items():
        drawn[name][1][[column.name for column in tables[name].columns].index(wanted)] = cell
    return drawn


#: A currency that is none and one in small letters: both were shown in capitals, as no file has them.
CURRENCIES = {
    ("employment_costs", "currency"): "NaN",
    ("quotas", "currency"): "nan",
    ("opportunities", "currency"): "usd",
    ("sourcing_costs", "currency"): "usd",
}


def _written(names: list[str], rows: list[list[str]]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return buffer.getvalue()


@settings(
    max_examples=breadth.some(2, 8), phases=[Phase.explicit, Phase.generate]
)  # a smaller example costs a build a try
@example(_with(CURRENCIES))
@given(tables())
def test_whatever_stands_in_the_cells_the_account_adds_up(
    tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, list[list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("cells")
    texts = {
        name: _written([column.name for column in contract.BY_NAME[name].columns], rows)
        for name, rows in drawn.items()
    }
    exports = write_exports(folder / "exports", texts)
    company = built_from(exports, folder / "warehouse", clock=date(2026, 7, 1) + timedelta(days=1))
    result = company.result
    assert result.outcome in ("held", "served"), list(map(str, result.messages))
    assert {str(file["table"]) for file in result.files} == set(drawn)
    counted: dict[str, int] = {}
    for row in result.set_aside:
        counted[row.file] = counted.get(row.file, 0) + 1
        lines = (exports / row.file).read_text(encoding="utf-8").split("\n")
        assert row.line is not None
        assert row.line >= 2
        assert row.column in {column.name for column in contract.BY_NAME[row.table].columns}
        assert row.wanted
        assert row.todo
        first_word = row.found.split("\n")[0].split(" ")[0].split('"')[0]
        is_told = not contract.BY_NAME[row.table].is_silent
        assert first_word in lines[row.line - 1] if is_told else row.found == NOT_SHOWN, (
            row,
            lines[row.line - 1],
        )
    for file in result.files:
        read, loaded, aside, skipped = (
            int(str(file[part])) for part in ("read", "loaded", "quarantined", "skipped")
        )
        rows = drawn[str(file["table"])]
        assert read == loaded + aside + skipped == len(rows), (
            file,
            (exports / str(file["file"])).read_text(),
        )
        assert skipped == sum(not row for row in rows)
        assert aside - counted.get(str(file["file"]), 0) == sum(
            len(row) not in (0, len(contract.BY_NAME[str(file["table"])].columns)) for row in rows
        )

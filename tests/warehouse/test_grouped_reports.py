"""Reports grouped by owner: refused with the way to a list of rows, however they are laid out; flat ones are not."""

# ruff: noqa: E501 (a header is as wide as the vendor makes it)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers import breadth
from helpers.small_company import Built
from helpers.vendor_exports import answer, built_from, said

REPORT = "report1700000000000.csv"
HEADER = (
    '"Opportunity Owner","Opportunity ID","Stage","Amount Currency","Amount","Created Date","Close Date"\n'
)
OURS = "owner_name,opportunity_id,stage,is_won,amount,currency,created_on,closed_on\n"
WAY = "export it as a list of rows (Salesforce: Details Only; elsewhere take grouping and subtotals out)"


def deal(owner: str, number: str, amount: str = "1,000.00") -> str:
    return f'"{owner}","{number}","Closed Won","EUR","{amount}","1/13/2024","2/28/2024"\n'


SUBTOTAL = '"Subtotal","","","EUR","3,000.00","",""\n'
FOOTER = '"Total","","","EUR","7,500.00","",""\n"Grand Totals (4 records)"\n'
TWO_EACH = (deal("Ada Byron", "D1") + deal("", "D2"), deal("Carl Gauss", "D3") + deal("", "D4"))
GROUPED = {
    "blank cells and subtotals": HEADER + TWO_EACH[0] + SUBTOTAL + TWO_EACH[1] + SUBTOTAL + FOOTER,
    "one group, whose subtotal is the footer": HEADER + TWO_EACH[0] + SUBTOTAL + FOOTER,
    "headings of full width with a count": HEADER
    + '"Opportunity Owner: Ada Byron (2 records)","","","","","",""\n'
    + deal("", "D1")
    + deal("", "D2")
    + '"Opportunity Owner: Carl Gauss (1 record)","","","","","",""\n'
    + deal("", "D3"),
    "short headings with a count": HEADER
    + '"Opportunity Owner: Ada Byron (2 records)"\n'
    + deal("", "D1")
    + deal("", "D2")
    + '"Opportunity Owner: Carl Gauss (1 record)"\n'
    + deal("", "D3"),
    "names on rows of their own": HEADER
    + '"Ada Byron","","","","","",""\n'
    + deal("", "D1")
    + deal("", "D2")
    + '"Carl Gauss","","","","","",""\n'
    + deal("", "D3"),
    "our own columns": OURS
    + "Ada Byron,D1,Won,true,1,EUR,2024-01-13,2024-02-28\n,D2,Won,true,1,EUR,2024-01-13,2024-02-28\n"
    + "Subtotal,,,,2,EUR,,\nCarl Gauss,D3,Won,true,1,EUR,2024-01-13,2024-02-28\n,D4,Won,true,1,EUR,2024-01-13,2024-02-28\n",
}


@pytest.mark.parametrize("how", GROUPED)
def test_a_grouped_report_is_refused_with_the_way_to_a_list(tmp_path: Path, how: str) -> None:
    built = built_from(tmp_path, {REPORT: GROUPED[how]})
    assert built.result.outcome == "refused"
    (line,) = said(built)
    assert line.startswith(f"{REPORT} · found ")
    assert line.endswith(f"file refused: a grouped report, whose rows do not all name their owner · {WAY}")


@pytest.mark.parametrize(
    ("merged", "why"), [("", "file refused: a grouped report"), ("A2:A3", "no cells merged")]
)
def test_a_grouped_sheet_is_refused_as_well(tmp_path: Path, merged: str, why: str) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Won"
    for line in (
        HEADER.strip().replace('"', "").split(","),
        ["Ada Byron", "D1", "Closed Won", "EUR", 1000, date(2024, 1, 13), date(2024, 2, 28)],
        [None, "D2", "Closed Won", "EUR", 2000, date(2024, 1, 13), date(2024, 2, 28)],
        ["Subtotal", None, None, "EUR", 3000, None, None],
        ["Carl Gauss", "D3", "Closed Won", "EUR", 4000, date(2024, 1, 13), date(2024, 2, 28)],
    ):
        sheet.append(line)
    if merged:
        sheet.merge_cells(merged)
    (tmp_path / "exports").mkdir()
    book.save(tmp_path / "exports" / "deals.xlsx")
    built = built_from(tmp_path, {REPORT: ""})
    assert built.result.outcome == "refused"
    assert "deals.xlsx › Won" in said(built)[0]
    assert why in said(built)[0]


def owners(built: Built) -> list[tuple[str, str | None]]:
    return built.rows("select opportunity_id, employee_id from marts.credits order by 1")


def test_owners_named_once_each_and_no_sums_are_asked_about(tmp_path: Path) -> None:
    report = HEADER + "".join(TWO_EACH)
    held = built_from(tmp_path, {REPORT: report})
    assert held.result.outcome == "held"
    (question,) = held.result.questions
    assert (question.key, question.choices) == (f"rows without an owner in {REPORT}", ("they are nobody's",))
    assert (
        "column Opportunity Owner · found 2 rows without an owner, and 2 with one, each another"
        in said(held)[0]
    )
    line = answer(question.key, "they are nobody's", question.digest)
    built = built_from(tmp_path, {REPORT: report, "answers.toml": line})
    assert owners(built) == [("D1", "00042"), ("D2", None), ("D3", "00043"), ("D4", None)]


@pytest.mark.parametrize(
    "rows",
    breadth.first(
        1,
        [
            deal("Ada Byron", "D1") + deal("Carl Gauss", "D2") + deal("", "D3"),
            deal("", "D1") + deal("", "D2"),
            TWO_EACH[0] + deal("Ada Byron", "D3") + FOOTER.replace("(4", "(3"),
            *breadth.proof(
                deal("Ada Byron", "D1") + deal("Ada Byron", "D2") + deal("", "D3") + deal("", "D4"),
                deal("Ada Byron", "D1") + deal("", "D2"),
            ),
        ],
    ),
)
def test_a_list_in_which_some_deals_are_nobodys_is_read_as_it_is(tmp_path: Path, rows: str) -> None:
    built = built_from(tmp_path, {REPORT: HEADER + rows})
    assert built.result.outcome == "served", said(built)
    assert {who for _, who in owners(built)} <= {"00042", "00043", None}

"""Quotas below zero are set aside, attainments beyond belief are said, and a fault of ours refuses the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import OPPORTUNITIES, built
from hiring.warehouse import sql_files
from hiring.warehouse.sql_files import Query

AMOUNTS = (280, -290, *[0] * 10)
HEAD = "owner_id,period_start_on,period_end_on,amount,currency\n"


def test_a_quota_below_zero_is_set_aside_with_its_line_and_the_rest_is_loaded(tmp_path: Path) -> None:
    months = [
        f"U-A,2024-{month:02}-01,2024-{month:02}-28,{amount},EUR" for month, amount in enumerate(AMOUNTS, 1)
    ]
    quotas = HEAD + "\n".join(months)
    company = built(tmp_path, {"quotas": quotas})
    (row,) = company.result.set_aside
    assert (row.line, row.column, row.reason, row.found) == (3, "amount", "below_zero", "-290")
    assert company.one("select quota from marts.hires where employee_id = 'A'") == pytest.approx(
        280 * 19 / 28
    )


@pytest.mark.proof
def test_a_quota_of_nothing_is_loaded(tmp_path: Path) -> None:
    quotas = HEAD + "U-A,2024-01-01,2024-01-31,0,EUR\n"
    assert built(tmp_path, {"quotas": quotas}).account("quotas") == (1, 1, 0, 0)


def _remarks(company) -> list[str]:
    return [str(message) for message in company.result.messages if "the lowest quota" in str(message)]


def test_an_attainment_beyond_fifty_is_said_with_the_hire_and_the_row_of_the_quota(tmp_path: Path) -> None:
    quotas = (
        HEAD
        + "U-A,2024-01-01,2024-06-30,3000,EUR\nU-A,2024-07-01,2025-03-01,1,EUR\nU-B,2024-01-01,2024-12-31,10,EUR\n"
    )
    company = built(tmp_path, {"quotas": quotas})
    assert company.result.outcome == "served"
    (remark,) = _remarks(company)
    assert remark == (
        "quotas.csv · line 4 · B, hired 2024-03-01, sold 139 times the quota in the first 6 months; "
        "the lowest quota of that time is this one, 2024-01-01 to 2024-12-31 · "
        "is the amount right, and is a refund in it? nothing is changed"
    )
    assert company.rows("select line from marts.notes where outcome like '%the lowest quota%'") == [(4,)]


@pytest.mark.proof
def test_a_refund_that_outweighs_all_sales_is_said_and_stays(tmp_path: Path) -> None:
    refund = "\nO7,U-B,Won,true,-2000.00,EUR,2024-04-01,2024-08-01"
    quotas = HEAD + "U-B,2024-01-01,2024-12-31,10,EUR\n"
    company = built(tmp_path, {"quotas": quotas, "opportunities": OPPORTUNITIES.rstrip() + refund})
    (remark,) = _remarks(company)
    assert "B, hired 2024-03-01, sold -" in remark
    assert company.one("select attainment from marts.hires where employee_id = 'B'") < -50


@pytest.mark.proof
def test_fifty_times_a_quota_is_not_said(tmp_path: Path) -> None:
    quotas = HEAD + "U-B,2024-03-01,2024-08-31,15.4,EUR\n"  # 770 is fifty times it
    assert not _remarks(built(tmp_path, {"quotas": quotas}))


def test_a_quota_we_work_out_below_zero_refuses_the_build_as_a_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = sql_files.layer

    def wrong(name: str) -> dict[str, Query]:
        found = layer(name)
        if name == "marts":
            text = found["tenure_quotas"].text
            found["tenure_quotas"] = Query("tenure_quotas", text.replace("* (\n", "* -(\n", 1))
        return found

    monkeypatch.setattr(sql_files, "layer", wrong)
    company = built(tmp_path, {"quotas": HEAD + "U-A,2024-01-01,2024-01-31,310,EUR\n"})
    assert company.result.outcome == "refused"
    (message,) = company.result.messages
    assert (message.file, message.line, message.todo) == ("employees.csv", 4, "please report this")
    assert "below zero" in message.wanted

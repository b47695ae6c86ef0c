"""The one number and the renewals, counted a second time from invented exports: day by day, by pandas alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.small_company import built
from hiring.access import scope
from hiring.findings.shared_result import answer, renewals
from hiring.warehouse.asking import Warehouse

AS_OF, FIRST, YEARS, HIRES = pd.Timestamp("2025-06-30"), pd.Timestamp("2022-01-03"), (2022, 2023, 2024), 20


def exports() -> dict[str, pd.DataFrame]:
    """Sixty hires over three years, some of whom left; seven hundred accounts; pay and one source's cost by month."""
    random = np.random.default_rng(41)
    starts = [
        pd.Timestamp(year, 1, 5) + pd.Timedelta(days=int(17 * n)) for year in YEARS for n in range(HIRES)
    ]
    stays = random.integers(120, 1200, len(starts))
    ends = [start + pd.Timedelta(days=int(stay)) for start, stay in zip(starts, stays, strict=True)]
    people = pd.DataFrame({"employee_id": [f"E{n:02d}" for n in range(len(starts))], "hire_date": starts})
    people["termination_date"] = [end if end <= AS_OF else pd.NaT for end in ends]
    last = people["termination_date"].fillna(AS_OF)
    who = random.integers(0, len(people), 1500)
    days = (random.random(1500) * (last - people["hire_date"]).dt.days.to_numpy()[who]).astype(int)
    deals = pd.DataFrame({"owner_id": people["employee_id"].to_numpy()[who]})
    deals["closed_on"] = people["hire_date"].to_numpy()[who] + pd.to_timedelta(days, unit="D")
    inherited = random.random(1500) < 0.1
    deals["created_on"] = people["hire_date"].to_numpy()[who] + pd.to_timedelta(
        np.where(inherited, -9, 0), unit="D"
    )
    deals["amount"] = random.integers(900, 9000, 1500)
    deals["kind"] = random.choice(["new", "renewal", "expansion"], 1500, p=[0.5, 0.4, 0.1])
    deals["account"] = [f"Firm {n}" for n in random.integers(0, 700, 1500)]
    deals.insert(0, "opportunity_id", [f"D{n}" for n in range(1500)])
    months = pd.date_range("2022-01-01", AS_OF, freq="MS")
    pay = people.merge(pd.DataFrame({"month": months}), how="cross").merge(
        pd.DataFrame({"employee_id": people["employee_id"], "last": last})
    )
    pay = pay[(pay["month"] + pd.offsets.MonthEnd(0) >= pay["hire_date"]) & (pay["month"] <= pay["last"])]
    pay["amount"] = random.integers(3000, 6000, len(pay))
    return {
        "people": people.assign(last=last),
        "deals": deals,
        "pay": pay,
        "months": pd.DataFrame({"month": months}),
    }


def as_files(made: dict[str, pd.DataFrame]) -> dict[str, str]:
    people, deals, pay = made["people"], made["deals"], made["pay"]
    hired = people["hire_date"].dt.strftime("%Y-%m-%d")
    staff = people[["employee_id", "hire_date", "termination_date"]].assign(
        full_name=[f"Person {n}" for n in range(len(people))],
        department="Sales",
        role_profile="Inside sales",
        region="North",
    )
    applied = pd.DataFrame(
        {
            "application_id": "P" + people["employee_id"],
            "candidate_id": "C" + people["employee_id"],
            "source": "Board",
        }
    ).assign(
        applied_on=hired, status="hired", ended_on=hired, accepted_on=hired, employee_id=people["employee_id"]
    )
    costs = made["months"].assign(source="Board", amount=2400, currency="EUR")
    opened = pd.DataFrame(
        [{"opportunity_id": "L", "owner_id": "E00", "closed_on": FIRST, "created_on": FIRST, "amount": 1}]
    )
    lost = opened.assign(stage="Lost", is_won="false", currency="EUR", kind="new", account="Lost")
    tables = {
        "employees": staff,
        "crm_users": staff[["employee_id", "full_name"]].assign(owner_id=people["employee_id"]),
        "opportunities": pd.concat([lost, deals.assign(stage="Won", is_won="true", currency="EUR")]),
        "applications": applied,
        "sourcing_costs": costs,
        "employment_costs": pay[["employee_id", "month", "amount"]].assign(currency="EUR"),
    }
    return {name: table.to_csv(index=False, date_format="%Y-%m-%d") for name, table in tables.items()}


@pytest.fixture(scope="module")
def asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, pd.DataFrame], pd.DataFrame, pd.DataFrame]:
    """The exports, and what the two questions answer on them."""
    made = exports()
    folder: Path = tmp_path_factory.mktemp("shared_result")
    company = built(folder, as_files(made), as_of=date(2025, 6, 30))
    assert company.result.is_good, "\n".join(map(str, company.result.messages))
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    parameters = scope.everything(choices).parameters()
    names = ("sources/payback_by_hire", "shared_result/renewals_by_account")
    payback, accounts = (warehouse.ask(name, viewer, parameters) for name in names)
    return made, payback, accounts


def test_margin_for_every_unit_spent_is_counted_day_by_day(asked) -> None:
    made, payback, _ = asked
    people, deals, pay = made["people"], made["deals"], made["pay"]
    a_hire = 2400 * len(made["months"]) / len(people)
    for year, cohort in zip(YEARS, answer.cohorts_of(payback), strict=True):
        margin = cost = 0.0
        through = 0
        for one in people[people["hire_date"].dt.year == year].itertuples():
            end = one.hire_date + pd.DateOffset(months=12) - pd.Timedelta(days=1)
            if end > AS_OF:
                continue
            through += 1
            mine = deals[(deals["owner_id"] == one.employee_id) & (deals["closed_on"] <= end)]
            margin += 0.7 * mine.loc[mine["created_on"] >= one.hire_date, "amount"].sum()
            cost += a_hire
            for paid in pay[pay["employee_id"] == one.employee_id].itertuples():
                days = pd.date_range(paid.month, paid.month + pd.offsets.MonthEnd(0))
                days = days[(days >= one.hire_date) & (days <= one.last)]
                cost += paid.amount * (days <= end).sum() / len(days)
        assert (cohort.name, cohort.back.n, cohort.waiting) == (str(year), through, HIRES - through)
        assert cohort.back.estimate == pytest.approx(margin / cost, rel=1e-9)


def test_accounts_renewed_are_counted_one_by_one(asked) -> None:
    made, _, accounts = asked
    people, deals = made["people"].set_index("employee_id"), made["deals"]
    old = renewed = young = 0
    stayed = [0, 0]
    for _, account in deals.sort_values(["closed_on", "opportunity_id"]).groupby("account"):
        first = account.iloc[0]
        seller = people.loc[first["owner_id"]]
        if first["kind"] != "new" or first["created_on"] < seller["hire_date"]:
            continue
        low, high = (first["closed_on"] + pd.DateOffset(months=months) for months in (9, 15))
        if high > AS_OF:
            young += 1
            continue
        won = bool(((account["kind"] == "renewal") & account["closed_on"].between(low, high)).any())
        old, renewed = old + 1, renewed + won
        if not seller["termination_date"] < low:
            stayed = [stayed[0] + 1, stayed[1] + won]
    found = renewals.renewed(accounts)
    assert (found.n, round(found.estimate * found.n), len(accounts) - found.n) == (old, renewed, young)
    row = renewals.by_seller(accounts).iloc[0]
    assert row["Renewed"] == f"{stayed[1]} of {stayed[0]}"
    assert young > 0 < stayed[1] < renewed < old

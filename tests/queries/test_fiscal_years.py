"""Years and half-years of a start where the fiscal year begins in April: FY2026 ends with March 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import CRM_USERS, EMPLOYEES, Built, built
from hiring.access.scope import choices_from, everything
from hiring.warehouse.asking import Warehouse

HEAD = EMPLOYEES.strip().splitlines()[0]
STARTS = ("2024-03-31", "2024-04-01", "2024-09-30", "2024-10-01", "2025-01-15", "2025-04-01")
PEOPLE = "\n".join(
    (
        HEAD,
        *(f"P{place},Pia {place},,Sales,Inside sales,North,SMB,{day}," for place, day in enumerate(STARTS)),
    )
)

# Without logins nobody's sales would be known: the company's deals have owners whom nobody is found for.
LOGINS = "\n".join(
    (CRM_USERS.strip().splitlines()[0], *(f"U{place},Pia {place},,P{place}" for place in range(len(STARTS))))
)
COMPANY = {"employees": PEOPLE, "crm_users": LOGINS}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("april"), COMPANY, config_toml="fiscal_year_starts_in = 4\n")


def test_a_start_is_of_the_fiscal_year_that_ends_after_it(company: Built) -> None:
    found = company.rows("select start_year, start_half from marts.hires order by sales_start_on")
    assert found == [
        ("FY2024", 2),
        ("FY2025", 1),
        ("FY2025", 1),
        ("FY2025", 2),
        ("FY2025", 2),
        ("FY2026", 1),
    ]


@pytest.mark.parametrize(
    ("starts_in", "year", "half"),
    breadth.first(
        1, [(1, "2025", 1), (2, "FY2025", 2), (7, "FY2025", 2), (8, "FY2025", 1), (12, "FY2025", 1)]
    ),
)
def test_a_start_in_january_falls_into_the_year_that_the_setting_cuts(
    tmp_path: Path, starts_in: int, year: str, half: int
) -> None:
    one = built(tmp_path, COMPANY, config_toml=f"fiscal_year_starts_in = {starts_in}\n")
    assert one.rows("select start_year, start_half from marts.hires where sales_start_on = '2025-01-15'") == [
        (year, half)
    ]


def test_a_half_year_knows_the_day_it_ends_on(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = choices_from(
        *(warehouse.ask(f"shared/{name}", viewer, {}) for name in ("filter_values", "company"))
    )
    found = warehouse.ask("overview/bar_by_half_year", viewer, everything(choices).parameters())
    ends = {(row.hire_year, row.hire_half): row.half_ends_on.date() for row in found.itertuples()}
    assert ends == {
        ("FY2024", 2): date(2024, 3, 31),
        ("FY2025", 1): date(2024, 9, 30),
        ("FY2025", 2): date(2025, 3, 31),
        ("FY2026", 1): date(2025, 9, 30),
    }


def test_the_year_of_a_start_is_the_fiscal_one_in_the_evidence_too(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    found = warehouse.for_estimates("evidence/outcomes", warehouse.viewer(), {})
    assert set(found["start_year"]) <= {"FY2024", "FY2025", "FY2026"}
    assert len(found)

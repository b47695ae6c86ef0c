"""People with a role of Sales whose department is not read as Sales: no hires, and never without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import built
from helpers.vendor_exports import said

HEAD = "employee_id,full_name,department,job_title,role_profile,hire_date\n"
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
DEALS += "O,A,Lost,false,1,EUR,2023-01-02,2023-03-01"


def told(folder: Path, *people: str) -> list[str]:
    tables = {"employees": HEAD + "\n".join(people), "crm_users": "", "opportunities": DEALS}
    company = built(folder, tables)
    assert company.rows("select employee_id from marts.hires order by 1") == [("A",)]
    return [line for line in said(company) if "read as outside Sales" in line]


def test_a_role_of_sales_in_a_department_read_as_another_is_said_with_its_first_row(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        "A,Ada First,Sales,AE,AE,2023-01-02",
        "B,Ben Second,Vertrieb,AE,AE,2023-02-01",
        "C,Cem Third,Vertrieb,SDR,AE,2023-03-01",
        "D,Dora Fourth,Finance,Clerk,,2023-03-01",
    ) == [
        "employees.csv · line 3 · department Vertrieb is read as outside Sales, though 2 rows of it have a role of "
        "Sales (AE): no hire of it is counted · if it sells, write Sales there, or map the file and say that the "
        "word means Sales"
    ]


@pytest.mark.proof
def test_a_title_that_every_department_has_is_no_role_of_sales(tmp_path: Path) -> None:
    assert not told(
        tmp_path, "A,Ada First,Sales,Team lead,,2023-01-02", "B,Ben Second,Finance,Team lead,,2023-02-01"
    )


def test_a_title_named_like_a_role_of_sales_is_one(tmp_path: Path) -> None:
    (line,) = told(
        tmp_path,
        "A,Ada First,Sales,Account executive,,2023-01-02",
        "B,Ben Second,Commercial,Account executive,,2023-02-01",
    )
    assert line.startswith(
        "employees.csv · line 3 · department Commercial is read as outside Sales, though 1 row of"
    )

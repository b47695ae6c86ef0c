"""Lists of contacts, accounts, invoices, trainings beside a company's own files: named, left out, no revenue moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, Built, built
from helpers.standing import standing
from helpers.vendor_exports import built_from, said

CREDITED = "select opportunity_id, employee_id from marts.credits order by 1"
#: One list a line: what it is called, and what stands in it.
LISTS = {
    "contacts-export.csv": "Contact ID,Full Name,Email,Owner ID,City\nC1,Ben Second,ben@firm.example,U-Q,Oslo\n"
    "C2,Xia Buyer,xia@buyer.example,U-X,Oslo\n",
    "contacts without ids.csv": "Full Name,Email,Owner ID\nBen Second,ben@firm.example,U-Q\nXia,xia@b.example,U-Q\n",
    "crm_users_2.csv": "Owner ID,Full Name,Email,Account ID\nU-Q,Ben Second,ben@firm.example,A1\n",
    "accounts.csv": "Account ID,Account Name,Owner ID,Full Name,Email\nA1,Acme,U-Q,Ben Second,ben@firm.example\n",
    "leads.csv": "Lead ID,Owner ID,Full Name,Email,Employee ID\nL1,U-Q,Ben Second,ben@firm.example,B\n",
    "opportunities_2.csv": "Invoice ID,Opportunity ID,Owner ID,Stage,Is Won,Amount,Currency,Created On,Closed On\n"
    "I1,O91,U-B,Won,true,5000,EUR,2024-04-01,2024-07-01\n",
    "invoices.csv": "Invoice No,Opportunity ID,Amount,Currency,Created On\nI1,O1,1000,EUR,2024-01-01\n",
    "training.csv": "Employee ID,Full Name,Department,Course,Completed On\nA,Ada First,Sales,Selling,2024-02-01\n",
    "employees-2.csv": "Employee ID,Full Name,Department,Hire Date,Course ID\nA,Ada First,Sales,2024-02-01,S1\n",
    "survey.csv": "Employee ID,Full Name,Department,Question,Score\nA,Ada First,Sales,Happy?,9\n",
    "seats.csv": "ats_user_id,owner_id,full_name,email\nG1,U-Q,Ben Second,ben@firm.example\n",
    "bamboo training.csv": "Employee #,Last name,First name,Status,Department,Job Title,Course,Completed\n"
    "A,First,Ada,Active,Sales,AE,Selling,2024-02-01\n",
    "hubspot contacts.csv": "Record ID,First Name,Last Name,Email,Contact owner,Create Date,Associated Company\n"
    "1,Ben,Second,ben@firm.example,Ada First,2024-01-01,Acme\n",
    "hubspot companies.csv": "Record ID,Company name,Company owner,Create Date,Phone Number\n"
    "1,Acme,Ada First,2024-01-01,\n",
    "pipedrive people.csv": "Person - ID,Person - Name,Person - Email,Person - Owner,Person - Organization\n"
    "1,Ben Second,ben@firm.example,Ada First,Acme\n",
    "dynamics accounts.csv": "(Do Not Modify) Account,(Do Not Modify) Row Checksum,Account Name,Main Phone,Owner\n"
    "1,x,Acme,,Ada First\n",
    "crm_users 3.csv": "Owner ID,Full Name,Email,Phone\nU-Q,Ben Second,ben@firm.example,1\nU-Q,Xia,xia@b.example,2\n"
    "U-R,Yan,yan@b.example,3\n",
    "users.csv": "User ID,Name,Email\nU-Q,Ben Second,ben@firm.example\n",
    "hubspot all contacts.csv": "Record ID - Contact,First Name,Last Name,Email,Contact owner,Create Date\n"
    "1,Ben,Second,ben@firm.example,Ada First,2024-01-01\n",
    "hubspot owner contacts.csv": "owner_id,email,first_name,last_name,portal_id,contact_id\n"
    "U-Q,ben@firm.example,Ben,Second,1,99\n",
    "expenses.csv": "Employee ID,Month,Amount,Currency,What\nA,2024-05-01,9,EUR,Taxi\nA,2024-05-01,5,EUR,Hotel\n"
    "A,2024-05-01,7,EUR,Food\n",
    "commissions.csv": "Owner ID,Period Start On,Period End On,Amount,Currency,Invoice ID\n"
    "U-A,2024-01-01,2024-12-31,100,EUR,I9\n",
    "salesforce contacts.csv": "Contact ID,Full Name,Email,Account Name,Owner ID\n"
    "3,Ben Second,ben@firm.example,Acme,U-Q\n",
}
#: One of each kind: with an id of its own, without, in a name of ours, a column too many, of people, of a vendor
#: by its header, and one with nothing but our own columns.
KINDS = (
    "contacts-export.csv",
    "contacts without ids.csv",
    "crm_users_2.csv",
    "opportunities_2.csv",
    "training.csv",
    "hubspot contacts.csv",
    "users.csv",
    "expenses.csv",
)
# U-Q is nobody's login yet: a list that ties it to Ben would give him Ada's deal.
DEAL = "O9,U-Q,Won,true,900.00,EUR,2024-04-01,2024-07-01"


ALONE = {"opportunities": f"{BASE['opportunities'].rstrip()}\n{DEAL}\n"}


def _company(folder: Path, **lists: str) -> Built:
    every = {name.removesuffix(".csv"): text for name, text in lists.items()}
    return built(folder, {**ALONE, **every})


@pytest.mark.parametrize("name", breadth.first(2, breadth.always(KINDS, LISTS)))
def test_a_list_of_other_things_moves_no_revenue_stops_no_build_and_is_named(
    tmp_path: Path, name: str
) -> None:
    alone = standing(tmp_path / "alone", ALONE)
    company = _company(tmp_path / "beside", **{name: LISTS[name]})
    assert company.result.outcome == "served", said(company)
    assert company.rows(CREDITED) == alone.rows(CREDITED)
    entry = next(file for file in company.result.files if file["file"] == name)
    assert (entry["table"], entry["loaded"]) == (None, 0)
    (line,) = [line for line in said(company) if line.startswith(f"{name} ·")]
    assert " · not loaded: " in line
    assert "python -m hiring map" in line


@pytest.mark.parametrize(
    "name", breadth.first(1, ["bamboo training.csv", "contacts-export.csv", "invoices.csv"])
)
def test_the_same_beside_vendors_files(tmp_path: Path, name: str) -> None:
    company = built_from(tmp_path, {name: LISTS[name]})
    assert company.result.outcome == "served", said(company)
    assert any(line.startswith(f"{name} ·") and "not loaded: " in line for line in said(company))


def test_only_an_unknown_file_is_named_with_the_way_to_map_it(tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    deals = "dealname,dealstage,close date\nAlpha,Closed Won,01-14-2020\n"
    company = built(tmp_path, base={"deals": deals})
    assert company.result.outcome == "refused"
    first, *rest = said(company)
    assert first.startswith(
        "deals.csv · found dealname, dealstage, close date · not loaded: its header is none of"
    )
    assert first.endswith("python -m hiring map deals.csv")
    assert [line.split(" · ")[0] for line in rest] == ["employees", "opportunities"]


def test_a_file_under_any_name_that_lacks_one_column_is_told_with_the_column(tmp_path: Path) -> None:
    staff = "employee_id,full_name,department,hired_on\nA,Ada First,Sales,2024-01-10\n"
    company = built(tmp_path, {"employees": "", "staff": staff})
    assert company.result.outcome == "refused"
    assert (
        "not loaded: its header is near that of employees, but missing: hire_date; unexpected: hired_on; "
        "hired_on: meant `hire_date`?" in said(company)[0]
    )


def test_a_file_read_before_that_lost_columns_refuses_the_build(tmp_path: Path) -> None:
    quotas = "owner_id,period_start_on,period_end_on,amount,currency\nU-A,2024-01-01,2024-12-31,100,EUR\n"
    assert built(tmp_path, {"targets": quotas}).result.outcome == "served"
    cut = "owner_id,amount,currency,period_end_on\nU-A,100,EUR,2024-12-31\n"
    lost = built(tmp_path, {"targets": cut})
    assert lost.result.outcome == "refused"
    assert said(lost)[0].startswith("targets.csv · ")
    assert "file refused: its header is near that of quotas, but missing: period_start_on" in said(lost)[0]
    never_read = built(tmp_path / "another", {"targets": cut})
    assert never_read.result.outcome == "served"


@pytest.mark.proof
def test_logins_beside_contacts_are_the_logins(tmp_path: Path) -> None:
    company = _company(tmp_path, **{"contacts-export.csv": LISTS["contacts-export.csv"]})
    assert company.account("crm_users") == (3, 3, 0, 0)
    assert company.one("select person_id from marts.owners where owner_id = 'U-Q'") is None

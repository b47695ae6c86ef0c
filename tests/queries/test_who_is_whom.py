"""Who owns a deal and who interviewed: exact ids, addresses that are one person's, names freed of their marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from helpers.vendor_exports import said

CREDITED = "select opportunity_id, employee_id from marts.credits order by 1"
HEADER = "opportunity_id,owner_id,owner_email,owner_name,stage,is_won,amount,currency,created_on,closed_on"


def deals(*owners: str) -> str:
    """Won deals P01, P02, … of these owners, each `id,email,name`."""
    rows = [
        f"P{n:02},{owner},Won,true,10,EUR,2024-01-05,2024-06-01" for n, owner in enumerate(owners, start=1)
    ]
    return "\n".join([HEADER, *rows])


def credited(folder: Path, *owners: str, **tables: str) -> list[str | None]:
    """Whose the deals of these owners are."""
    company = built(folder, {"crm_users": "", "opportunities": deals(*owners), **tables})
    return [who for _, who in company.rows(CREDITED)]


STAFF = """
employee_id,full_name,work_email,department,role_profile,hire_date,termination_date
A,Ada First,{a},Sales,Inside sales,2024-01-10,
B,Ben Second,{b},Sales,Inside sales,2024-01-10,
"""


def staff(a: str, b: str) -> str:
    return STAFF.format(a=a, b=b)


@pytest.mark.proof
def test_an_exact_id_goes_before_an_address(tmp_path: Path) -> None:
    assert credited(tmp_path, "B,ada@firm.example,", ",ada@firm.example,") == ["B", "A"]
    users = "owner_id,full_name,email,employee_id\nU1,Somebody,ada@firm.example,B\n"
    assert credited(tmp_path / "logins", "U1,,", crm_users=users) == ["B"]


@pytest.mark.parametrize(
    "address",
    breadth.first(1, ["sales.north@firm.example", "Info@Firm.example", *breadth.proof("info@firm.example")]),
)
def test_an_address_of_two_people_of_different_names_is_nobodys_and_both_are_kept(
    tmp_path: Path, address: str
) -> None:
    company = built(
        tmp_path,
        {
            "employees": staff(address, address),
            "crm_users": "",
            "opportunities": deals(f",{address},", "A,,", f"B,{address},"),
        },
    )
    assert company.account("employees") == (2, 2, 0, 0)
    assert company.rows(CREDITED) == [("P01", None), ("P02", "A"), ("P03", "B")]
    (line,) = [line for line in said(company) if address.casefold() in line]
    assert "joins nobody" in line
    assert "python -m hiring matches" in line


@pytest.mark.parametrize(
    "mailbox",
    breadth.first(
        1,
        ["info", "n/a", "test1", *breadth.proof("unknown", "none", "no-reply", "noreply", "admin", "sales")],
    ),
)
def test_a_placeholder_is_nobodys_though_one_person_has_it(tmp_path: Path, mailbox: str) -> None:
    address = f"{mailbox}@firm.example"
    assert credited(tmp_path, f",{address},", employees=staff(address, "ben@firm.example")) == [None]


def test_two_ids_of_one_name_and_address_are_one_person_still(tmp_path: Path) -> None:
    again = """
employee_id,full_name,work_email,department,role_profile,hire_date,termination_date
A1,Ada First,ada@firm.example,Sales,Inside sales,2023-01-10,2023-06-30
A2,"First, Ada ",ada@firm.example,Sales,Inside sales,2024-01-10,
B,Ben Second,ben@firm.example,Sales,Inside sales,2024-01-10,
"""
    company = built(
        tmp_path, {"employees": again, "crm_users": "", "opportunities": deals(",ada@firm.example,")}
    )
    assert company.rows("select employee_id, person_id from marts.people order by 1") == [
        ("A1", "A1"),
        ("A2", "A1"),
        ("B", "B"),
    ]
    assert company.rows(CREDITED) == [("P01", "A2")]


@pytest.mark.proof
def test_two_logins_of_different_people_with_one_address_are_nobodys_by_it(tmp_path: Path) -> None:
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,team.north@firm.example,A
U-B,Ben Second,team.north@firm.example,B
"""
    found = credited(
        tmp_path, ",team.north@firm.example,", "U-A,,", "U-B,team.north@firm.example,", crm_users=users
    )
    assert found == [None, "A", "B"]


@pytest.mark.proof
def test_several_logins_of_one_person_share_their_address(tmp_path: Path) -> None:
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,ada@firm.example,
U-A2,Ada First (Deactivated User),ada@firm.example,
"""
    assert credited(tmp_path, "U-A,,", "U-A2,,", ",ada@firm.example,", crm_users=users) == ["A", "A", "A"]


@pytest.mark.parametrize(
    ("first", "second"),
    breadth.first(
        1,
        [
            ("ada@firm.example", "ADA@firm.example"),
            ("Ada First <ada@firm.example>", "Ada (ada@firm.example)"),
        ],
    ),
)
def test_an_address_in_the_place_of_a_name_is_used_as_one(tmp_path: Path, first: str, second: str) -> None:
    assert credited(tmp_path, f",,{first}", f",,{second}") == ["A", "A"]


@pytest.mark.proof
def test_what_a_system_hangs_on_a_name_is_taken_off(tmp_path: Path) -> None:
    users = "owner_id,full_name,email,employee_id\nU-A,Ada First,,A\nU-B,Ben Second,,B\n"
    names = (
        "Ada First (Deactivated User)",
        "Ada First (Inactive)",
        "Ada First (inactive user)",
        "[Deleted] Ada First",
        "zz_Ada First - LEFT",
        "ZZ Ada First",
        "Ada First - Inactive",
        "Ada First - left 2024",
        "ada first",
        "Ada  First (Former employee)",
        "x_Ada First",  # one letter is an initial
    )
    found = credited(tmp_path, *(f",,{name}" for name in names), crm_users=users)
    assert dict(zip(names, found, strict=True)) == {**dict.fromkeys(names, "A"), "x_Ada First": None}


@pytest.mark.proof
def test_other_names_stay_others(tmp_path: Path) -> None:
    users = "owner_id,full_name,email,employee_id\nU-A,Ada First,,A\nU-B,Ley First,,B\n"
    names = ("Ada First (Berlin)", "Exley First", "Zzed First", "Leftwich - Partner")
    assert credited(tmp_path, *(f",,{name}" for name in names), crm_users=users) == [None] * len(names)


@pytest.mark.proof
def test_a_bare_name_that_two_people_have_finds_nobody_and_the_exact_one_its_login(tmp_path: Path) -> None:
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,,A
U-B,Ada First (Inactive),,B
"""
    owners = (",,Ada First", ",,Ada First (Inactive)", ",,Ada First (Deactivated User)")
    assert credited(tmp_path, *owners, crm_users=users) == ["A", "B", None]


def test_interviewers_are_found_the_same_way(tmp_path: Path) -> None:
    interviews = """
interview_id,application_id,stage,interviewer_email,interviewer_name,scheduled_for,status
I1,P1,first,,ben@firm.example,2024-01-02,held
I2,P1,first,,Ada First (Deactivated User),2024-01-02,held
I3,P1,first,info@firm.example,,2024-01-02,held
"""
    users = "ats_user_id,full_name,email,employee_id\nG1,Ada First,,A\nG2,Ben Second,info@firm.example,\n"
    company: Built = built(tmp_path, {"interviews": interviews, "ats_users": users})
    found = dict(company.rows("select interviewer_key, is_matched from marts.interviewers"))
    assert list(found.values()).count(True) == 2
    assert found["|info@firm.example|"] is False


@pytest.mark.parametrize(
    ("owners", "unknown"),
    breadth.first(
        2, [(("A,,", ",,Nobody Known"), ["B"]), (("A,,", "B,,", ",,Nobody Known"), []), (("A,,",), [])]
    ),
)
def test_sales_are_unknown_without_a_login_only_where_deals_of_nobody_may_be_theirs(
    tmp_path: Path, owners: tuple[str, ...], unknown: list[str]
) -> None:
    tables = {"employees": staff("", ""), "crm_users": "", "opportunities": deals(*owners)}
    company = built(tmp_path, tables)
    rows = company.rows("select employee_id from marts.hires where is_login_missing")
    assert [who for (who,) in rows] == unknown
    for table, is_known in (
        ("hires", "is_start_observed"),
        ("hire_months", "is_sales_known_so_far"),
        ("hire_windows", "is_sales_known"),
    ):
        rows = company.rows(f"select distinct employee_id from marts.{table} where not {is_known} order by 1")
        assert [who for (who,) in rows] == unknown, table
    counted = company.rows("select distinct employee_id from marts.hire_windows where is_counted order by 1")
    assert [who for (who,) in counted] == [who for who in ("A", "B") if who not in unknown]

"""Forgetting somebody takes nothing from others: of their name, of their address, or called by a word they use."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built

_HEAD = (
    "interview_id,application_id,stage,interviewer_id,interviewer_email,interviewer_name,scheduled_for,status"
)


def _people(*rows: str) -> str:
    return (
        EMPLOYEES.rstrip()
        + "".join(f"\n{row},Sales,Inside sales,North,SMB,2024-02-01," for row in rows)
        + "\n"
    )


def _interviews(*whom: str, comment: str = "") -> str:
    """One interview by each of `id,address,name`, its number in the order given, and twenty by Mona."""
    rows = [f"I{n},P1,first,{one},2024-05-05,held,{comment}" for n, one in enumerate(whom)]
    rows += [f"Q{n},P1,first,M1,,,2024-05-05,held," for n in range(20)]
    return "\n".join([_HEAD + ",comment", *rows]) + "\n"


def _deals(*owners: str) -> str:
    """One deal for each `address,name`, D0, D1 … in the order given."""
    head, *rows = OPPORTUNITIES.strip().splitlines()
    rows = [f"{row},,," for row in rows]
    rows += [f"D{n},,Won,true,10,EUR,2024-01-01,2024-06-01,{one}," for n, one in enumerate(owners)]
    return "\n".join([head + ",owner_email,owner_name,territory", *rows]) + "\n"


def _forget(person: str, system: str = "hris") -> str:
    return f"system,person_id,erased_on\n{system},{person},2026-06-01\n"


CANDIDATES = "candidate_id,full_name,email\nC1,Cleo Cand,cleo@x.example\nC2,Dora Dee,dora@x.example\n"
APPLICATIONS = (
    "application_id,candidate_id,source,source_detail,applied_on,status\n"
    "P1,C1,Referral,North region closed,2024-05-01,rejected\nP2,C2,Campus,Campus fair,2024-05-01,rejected\n"
)


def _company(folder: Path, forget: str, **tables: str) -> Built:
    every = {"candidates": CANDIDATES, "applications": APPLICATIONS, **tables, "erased_people": forget}
    company = built(folder, every)
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    assert company.rows("select * from marts.rows_set_aside") == []
    return company


def _left(company: Built) -> dict[str, str]:
    """The interviews of the given people that stay → how the interviewer is called."""
    return dict(
        company.rows(
            "select interview_id, full_name from marts.interviews where interview_id like 'I%' order by 1"
        )
    )


def _owners(company: Built) -> dict[str, str]:
    return dict(
        company.rows(
            "select credits.opportunity_id, coalesce(owners.full_name, '') from marts.credits as credits "
            "left join marts.owners as owners using (owner_key) where credits.opportunity_id like 'D%' order by 1"
        )
    )


def test_an_id_or_an_address_that_says_who_it_is_wins_over_a_name(tmp_path: Path) -> None:
    company = _company(
        tmp_path,
        _forget("E5"),
        employees=_people("E5,John Smith,js@firm.example", "E6,John Smith,js6@firm.example"),
        interviews=_interviews(
            "E6,,John Smith", ",js6@firm.example,John Smith", "E5,,", ",js@firm.example,", ",,John Smith"
        ),
        opportunities=_deals("js6@firm.example,John Smith", ",John Smith"),
    )
    left = _left(company)
    assert list(left) == ["I0", "I1", "I4"]  # of a name alone nobody can say whose it is
    assert (left["I0"], left["I1"]) == ("John Smith", "John Smith")
    assert left["I4"].startswith("erased ")
    assert _owners(company)["D0"] == "John Smith"
    assert not _owners(company)["D1"]


@pytest.mark.proof
def test_a_name_turned_round_is_another_persons_where_that_one_is_known(tmp_path: Path) -> None:
    company = _company(
        tmp_path,
        _forget("E5"),
        employees=_people("E5,James Thomas,jt@firm.example", "E6,Thomas James,tj@firm.example"),
        crm_users=CRM_USERS.rstrip() + "\nU-6,Thomas James,,E6\n",
        interviews=_interviews(
            "E6,,Thomas James", ",,Thomas James", '"","","Thomas, James"', ",,James Thomas"
        ),
    )
    assert _left(company)["I0"] == "Thomas James"
    assert _left(company)["I1"] == "Thomas James"
    assert set(_left(company)) == {"I0", "I1"}
    assert company.rows("select full_name from marts.crm_logins where owner_id = 'U-6'") == [
        ("Thomas James",)
    ]


def test_whoever_shares_a_last_name_keeps_rows_and_deals(tmp_path: Path) -> None:
    company = _company(
        tmp_path,
        _forget("E5") + "hris,E6,2026-06-01\n",
        employees=_people("E5,Pieter van der Berg,", "E6,João da Silva,"),
        interviews=_interviews(
            ",,Saskia van der Berg",
            ",ana.dasilva@firm.example,",
            ",,Ana da Silva",
            comment="the Der Berg account",
        ),
        opportunities=_deals(",Saskia van der Berg"),
    )
    assert set(_left(company)) == {"I0", "I1", "I2"}
    assert _left(company)["I2"] == "Ana da Silva"
    assert _owners(company) == {"D0": "Saskia van der Berg"}


def test_a_row_goes_only_by_the_whole_name_and_what_is_left_of_another_names_somebody(tmp_path: Path) -> None:
    company = _company(
        tmp_path,
        _forget("E5"),
        employees=_people("E5,John Smith,john.smith@firm.example"),
        interviews=_interviews(
            ",john.smith2@firm.example,",
            ",j.smith@agency.example,",
            ",jsmith@firm.example,Jane Smith",
            ",,J. Smith",
            ",jane.s@firm.example,Jane John Smith",
            ",,John Smith",
            ',,"Smith, John"',
        ),
    )
    left = _left(company)
    assert set(left) == {"I0", "I1", "I2", "I3", "I4"}
    assert (left["I2"], left["I4"]) == ("Jane Smith", "Jane John Smith")
    assert len({left["I0"], left["I1"], left["I3"]}) == 3


def test_whoever_is_named_beside_somebody_else_in_one_cell_goes_from_it(tmp_path: Path) -> None:
    deals = _deals(',"Tom Ross, Cher Bono"', ",Madonna (left)", ",Madonna Lee", ",Tom Ross")
    people = _people("E5,Madonna,", "E6,Cher Bono,")
    forget = _forget("E5") + "hris,E6,2026-06-01\n"
    company = _company(tmp_path, forget, employees=people, opportunities=deals)
    assert _owners(company) == {"D0": "", "D1": "", "D2": "Madonna Lee", "D3": "Tom Ross"}


@pytest.mark.proof
def test_an_address_of_two_people_leads_to_neither(tmp_path: Path) -> None:
    twins = CANDIDATES + "C8,Tom Ross,ross@x.example\nC9,Ann Ross,ross@x.example\n"
    company = _company(tmp_path, _forget("C8", "ats_candidate"), candidates=twins)
    assert company.account("candidates") == (4, 3, 0, 1)


@pytest.mark.proof
def test_an_id_that_spells_the_name_leaves_a_namesake_their_row(tmp_path: Path) -> None:
    people = CANDIDATES + "C9,John Smith,js@x.example\njohn.smith.2,John Smith,john2@other.example\n"
    applied = (
        APPLICATIONS + "P9,C9,Campus,,2024-05-01,rejected\nP8,john.smith.2,Campus,,2024-05-01,rejected\n"
    )
    company = _company(tmp_path, _forget("C9", "candidate"), candidates=people, applications=applied)
    assert company.account("candidates") == (4, 3, 0, 1)
    assert company.account("applications") == (4, 3, 0, 1)


def test_ratings_stay_where_two_others_held_the_interview_and_become_nobodys_else(tmp_path: Path) -> None:
    held = [
        f"I{n},P1,first,{one},,,2024-05-05,held,"
        for n, who in enumerate(("E5 M1 H1", "E5 M1"))
        for one in who.split()
    ]
    company = _company(
        tmp_path,
        _forget("E5"),
        employees=_people("E5,John Smith,"),
        interviews=_interviews() + "\n".join(held),
        ratings="interview_id,competency,score\nI0,Drive,4\nI1,Drive,3\nQ1,Drive,3\n",
    )
    assert company.account("ratings") == (3, 2, 0, 1)
    assert company.rows("select interviewer_id from marts.ratings where interview_id = 'I0'") == [(None,)]


@pytest.mark.proof
def test_what_is_emptied_stays_apart_and_asks_nothing(tmp_path: Path) -> None:
    company = _company(
        tmp_path,
        _forget("E5"),
        employees=_people("E5,Ada Byron,"),
        territory_revenue="territory,month,amount,currency\nAda Byron North,2024-01-01,900,EUR\n"
        '"Byron, Ada: South",2024-01-01,800,EUR\nT1,2024-01-01,1,EUR\n',
        sourcing_costs="source,month,amount,currency\nReferral by Ada Byron,2024-01-01,70,EUR\n"
        "Referral: Ada Byron,2024-01-01,60,EUR\n",
        applications=APPLICATIONS + "P3,C2,Referral by Ada Byron,,2024-05-01,rejected\n",
        opportunities=_deals("ada@x.example,").replace("ada@x.example,,", ",,Ada Byron North"),
    )
    assert company.account("territory_revenue") == (3, 3, 0, 0)
    assert company.account("sourcing_costs") == (2, 2, 0, 0)
    sources = company.rows("select source from marts.applications where application_id = 'P3'")
    assert sources[0][0].startswith("erased ")
    territory = company.rows("select territory from marts.credits where opportunity_id = 'D0'")
    assert territory[0][0].startswith("erased ")


@pytest.mark.parametrize("name", breadth.first(1, ["North", "Al So", *breadth.proof("Campus")]))
def test_a_name_that_is_a_word_empties_no_region_and_no_source(tmp_path: Path, name: str) -> None:
    people = CANDIDATES + f"C9,{name},n@x.example\n"
    company = _company(
        tmp_path,
        _forget("C9", "candidate"),
        candidates=people,
        interviews=_interviews("M1,,", comment="also fine"),
    )
    assert company.account("candidates") == (3, 2, 0, 1)
    assert company.rows("select distinct region from marts.spells where region = 'North'") == [("North",)]
    rows = company.rows("select source, source_detail from marts.applications order by application_id")
    assert rows == [("Referral", "North region closed"), ("Campus", "Campus fair")]

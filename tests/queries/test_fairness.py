"""Selection rates by group: who was decided on, at which stage, until when, who said nothing, where it may not go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from helpers import breadth
from helpers.sample import sellers
from helpers.small_company import Built
from helpers.standing import seen
from hiring.access.scope import choices_from, everything
from hiring.warehouse import sql_files
from hiring.warehouse.asking import Warehouse

OPENINGS = """
requisition_id,role_profile,opened_on,region
R1,Inside sales,2023-12-01,North
R2,Channel,2023-12-01,South
"""
#: Words that stand in no other column: wherever one is met, it came from a group.
WOMAN, MAN, SAMOYED, AGE = "zzwoman", "zzman", "zzsamoyed", "zzforty"
ON = "fairness = true\n"


def _tables(count: int = 24) -> dict[str, str]:
    """Applications in turns: a woman, a man, one who said nothing; of every four the first is hired, one withdraws."""
    applications = (
        "application_id,candidate_id,source,applied_on,status,ended_on,requisition_id,employee_id\n"
    )
    candidates = "candidate_id,full_name,email,years_in_sales,gender,ethnicity,age_band\n"
    interviews = "interview_id,application_id,stage,interviewer_email,scheduled_for,status\n"
    for n in range(count):
        status = ("hired", "rejected", "rejected", "withdrawn")[n // 3 % 4]
        applications += f"P{n},C{n},Board,2024-01-{1 + n % 9:02d},{status},2024-02-20,R{1 + n % 2},\n"
        gender = (WOMAN, f" {MAN.upper()} ", "prefer not to say")[n % 3]
        candidates += f"C{n},Can Didate,c{n}@else.example,3,{gender},{SAMOYED},\n"
        if n // 3 % 4 != 2:
            interviews += f"I{n},P{n},screen,hana@firm.example,2024-01-20 09:00,held\n"
    # Decided in the quarter that still runs, under way, and without a line in candidates.csv.
    applications += "PL,CL,Board,2024-01-02,rejected,2024-04-02,R1,\nPA,CA,Board,2024-01-02,active,,R1,\n"
    applications += "PX,CX,Board,2024-01-02,rejected,2024-03-31,R1,\n"
    candidates += (
        f"CL,Late One,late@else.example,3,{WOMAN},,\nCA,Still There,there@else.example,3,{WOMAN},,\n"
    )
    # Rows that cannot be loaded as they stand, each with a group in it.
    candidates += f"CB,Bad Years,bad@else.example,many,{WOMAN},{SAMOYED},{AGE}\n"
    candidates += f"CT,Torn Row,torn@else.example,3,{WOMAN},{SAMOYED},{AGE},too,much\n"
    candidates += f"CD,Twice There,one@else.example,3,{WOMAN},{SAMOYED},{AGE}\n"
    candidates += f"CD,Twice There,two@else.example,3,{MAN},{SAMOYED},{AGE}\n"
    candidates += f",No Id,none@else.example,3,{WOMAN},{SAMOYED},{AGE}\n"
    candidates += "".join(f"D{n},Never Applied,d{n}@else.example,3,,,\n" for n in range(60))
    return {
        "applications": applications,
        "candidates": candidates,
        "interviews": interviews,
        "requisitions": OPENINGS,
    }


@pytest.fixture(scope="module")
def company() -> Built:
    """Built once: it is only read. The data's day lies in the middle of a quarter."""
    made = seen(_tables(), as_of=date(2024, 5, 15), config_toml=ON)
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made


def _counted(company: Built, attribute: str, stage: str) -> dict[str, tuple[int, int]]:
    rows = company.rows(
        "select group_name, count_decided, count_selected from marts.fairness_counts "
        f"where attribute = '{attribute}' and stage = '{stage}'"
    )
    return {name or "": (decided, selected) for name, decided, selected in rows}


def test_hired_and_turned_down_are_counted_and_who_withdrew_waits_or_ended_this_quarter_is_not(
    company,
) -> None:
    """24 in turns: each of three kinds has 2 hired, 4 rejected, 2 withdrawn; the one without a line said nothing."""
    counted = _counted(company, "gender", "bottom_line")
    assert counted == {WOMAN: (6, 2), MAN.upper(): (6, 2), "": (7, 2)}


def test_a_stage_counts_who_went_on_and_who_was_turned_down_there(company) -> None:
    """All eight of a kind applied; two had no screen and were turned down before it. Of six in it two withdrew."""
    assert _counted(company, "gender", "applied") == {WOMAN: (8, 6), MAN.upper(): (8, 6), "": (9, 6)}
    assert _counted(company, "gender", "screen") == {WOMAN: (4, 2), MAN.upper(): (4, 2), "": (4, 2)}


def test_what_somebody_would_rather_not_say_is_not_said(company) -> None:
    assert set(_counted(company, "ethnicity", "bottom_line")) == {SAMOYED, ""}
    assert set(_counted(company, "age_band", "bottom_line")) == {""}


def test_what_to_expect_is_what_every_role_gives_to_all_alike(company) -> None:
    rows = company.rows(
        "select sum(count_expected), sum(count_selected) from marts.fairness_counts where attribute = 'gender' "
        "and stage = 'bottom_line'"
    )
    assert rows[0] == (pytest.approx(6), 6)
    by_role = company.rows(
        "select role_profile, status, count(*) from marts.applications where status in ('hired', "
        "'rejected') and ended_on < date '2024-04-01' group by all"
    )
    rate = {
        role: sum(n for one, status, n in by_role if (one, status) == (role, "hired"))
        / sum(n for one, _, n in by_role if one == role)
        for role in ("Inside sales", "Channel")
    }
    women = [n for n in range(24) if n % 3 == 0 and n // 3 % 4 != 3]
    expected = sum(rate["Inside sales" if n % 2 == 0 else "Channel"] for n in women)
    (found,) = company.rows(
        "select count_expected from marts.fairness_counts where stage = 'bottom_line' "
        f"and attribute = 'gender' and group_name = '{WOMAN}'"
    )
    assert found[0] == pytest.approx(expected)


@pytest.mark.parametrize("as_of", breadth.first(1, [date(2024, 3, 31), date(2024, 4, 1), date(2024, 6, 29)]))
def test_a_quarter_counts_once_it_is_over(as_of: date) -> None:
    made = seen(_tables(), as_of=as_of, config_toml=ON)
    assert _counted(made, "gender", "bottom_line")[""] == (7, 2)


@pytest.mark.proof
def test_before_the_quarter_is_over_nobody_of_it_is_counted() -> None:
    made = seen(_tables(), as_of=date(2024, 3, 30), config_toml=ON)
    assert made.rows("select * from marts.fairness_counts") == []


@pytest.mark.parametrize("setting", breadth.first(1, ["", "fairness = false\n"]))
def test_unless_it_is_turned_on_nothing_is_made_of_the_groups(setting: str) -> None:
    made = seen(_tables(), as_of=date(2024, 5, 15), config_toml=setting)
    assert made.rows("select * from marts.fairness_counts") == []
    assert made.one("select is_fairness_on from marts.company") is False


def test_who_asks_gets_no_group_of_fewer_than_ten(company) -> None:
    warehouse = Warehouse(company.folder)
    rows = warehouse.ask("fairness/groups_by_stage", warehouse.viewer(), {})
    gender = rows[(rows["attribute"] == "gender") & (rows["stage"] == "bottom_line")]
    assert gender[["count_decided", "is_together"]].values.tolist() == [[19, True]]
    assert WOMAN not in rows.to_csv()


@pytest.mark.parametrize("question", sorted(n for n in sql_files.questions() if not n.endswith("_in_scope")))
def test_no_other_question_tells_of_anybodys_group(question: str, company) -> None:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    values, told = (warehouse.ask(f"shared/{one}", viewer, {}) for one in ("filter_values", "company"))
    parameters = {**everything(choices_from(values, told)).parameters(), "hire": "A.2024-01-10"}
    header = sql_files.questions()[question].header
    if header("rights"):  # they decide who sees what, and are shown to nobody
        found = warehouse.for_rights(question)
    else:
        ask = warehouse.for_estimates if header("estimates") else warehouse.ask
        found = ask(question, viewer, parameters)
    cells = found.to_csv().lower()
    if question != "fairness/groups_by_stage":
        assert not [word for word in (WOMAN, MAN, SAMOYED, AGE) if word in cells]


def test_no_mart_but_the_counts_holds_a_group_and_none_of_anybody(company) -> None:
    """Rows set aside and notes among them: what is kept of the files is kept without these cells."""
    names = [name for (name,) in company.rows("select table_name from information_schema.tables")]
    found = {}
    for name in names:
        cells = str(company.rows(f"select * from marts.{name}")).lower()
        if any(word in cells for word in (WOMAN, MAN, SAMOYED, AGE)):
            found[name] = name
    assert set(found) == {"fairness_counts"}
    columns = company.rows(
        "select column_name from information_schema.columns where table_name = 'fairness_counts'"
    )
    assert not [name for (name,) in columns if str(name).endswith("_id")]


def test_what_a_build_says_names_nobodys_group(company) -> None:
    result = company.result
    said = " ".join(map(str, (*result.messages, *result.set_aside, *result.files))).lower()
    assert result.set_aside, "rows were set aside"
    assert not [word for word in (WOMAN, MAN, SAMOYED, AGE) if word in said]


def test_an_erased_person_is_in_no_group() -> None:
    erased = "system,person_id,erased_on\nats,C0,2024-05-01\n"
    before = seen(_tables(), as_of=date(2024, 5, 15), config_toml=ON)
    after = seen({**_tables(), "erased_people": erased}, as_of=date(2024, 5, 15), config_toml=ON)
    assert after.result.is_good, "\n".join(map(str, after.result.messages))
    assert _counted(before, "gender", "bottom_line")[WOMAN] == (6, 2)
    assert _counted(after, "gender", "bottom_line")[WOMAN] == (5, 1)
    assert _counted(after, "ethnicity", "bottom_line")[SAMOYED] == (17, 5)


def test_the_question_counts_as_pandas_does_from_the_files(sample_warehouse: Path) -> None:
    applications = sellers.file("applications").drop_duplicates("application_id", keep=False)
    gone = set(sellers.file("erased_people").query("system == 'ats'")["person_id"])
    days = pd.to_datetime(applications["applied_on"], errors="coerce").notna()
    decided = applications[
        days & applications["status"].isin(["hired", "rejected"]) & ~applications["candidate_id"].isin(gone)
    ]
    people = sellers.file("candidates").drop_duplicates("candidate_id").set_index("candidate_id")
    warehouse = Warehouse(sample_warehouse)
    rows = warehouse.ask("fairness/groups_by_stage", warehouse.viewer(), {})
    for attribute in ("gender", "ethnicity", "age_band"):
        group = decided["candidate_id"].map(people[attribute]).fillna("").replace("", "not said")
        by_hand = decided.groupby(group)["status"].agg(["size", lambda one: (one == "hired").sum()])
        told = rows[(rows["attribute"] == attribute) & (rows["stage"] == "bottom_line")]
        names = told["group_name"].fillna("not said")
        counted = dict(
            zip(names, zip(told["count_decided"], told["count_selected"], strict=True), strict=True)
        )
        assert counted == {name: tuple(row) for name, row in zip(by_hand.index, by_hand.values, strict=True)}

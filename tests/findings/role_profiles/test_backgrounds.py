"""What hires brought with them and whose ratings resemble another role's: what is told, and what stays untold."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from hiring.findings.role_profiles import backgrounds as brought
from hiring.statistics.profiles.backgrounds import DECLARED, FactEvidence
from hiring.statistics.profiles.evidence import State
from hiring.statistics.profiles.resembling import Resembling
from hiring.statistics.verdicts import Label

YEARS, INDUSTRY = DECLARED
ROLES = ("Field", "Inside")


def fact(role: str, group: str = "", **given: object) -> FactEvidence:
    made = FactEvidence(
        role,
        INDUSTRY if group else YEARS,
        group,
        70,
        4.5,
        0.05,
        -0.1,
        0.2,
        0.7,
        0.04,
        Label.CANNOT_TELL,
        State.TOLD,
    )
    return replace(made, **given)  # type: ignore[arg-type]


FEW = {"n": 3, "label": Label.TOO_FEW, "state": State.TOO_FEW}
CLEAR = {"estimate": 0.2, "low": 0.05, "high": 0.35, "label": Label.CLEAR}


def test_a_fact_has_a_row_and_each_role_a_cell_with_interval_and_hires() -> None:
    facts = (fact("Field"), fact("Inside", **CLEAR), fact("Field", "Retail", **FEW), fact("Other"))
    table = brought.table(facts, ROLES)
    assert list(table.columns) == ["Fact", *ROLES]
    assert list(table["Fact"]) == ["Years in sales, 4.5 more", "Previous industry: Retail"]
    assert table.loc[0, "Field"] == "+1 (−3 to +6) · 70"
    assert table.loc[0, "Inside"] == "+6 (+1 to +11) · 70 · Clear"
    assert table.loc[1, "Field"] == "too few"  # and not how few
    assert table.loc[1, "Inside"] == "not known"
    assert brought.table((fact("Other"),), ROLES).empty


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ((fact("Field"),), "No background fact stands out"),
        ((fact("Field", label=Label.LEANING),), "No background fact is clear; some lean"),
        ((fact("Field", **CLEAR),), "1 background fact clearly goes with results"),
        (
            (fact("Field", **CLEAR), fact("Inside", "X", **CLEAR)),
            "2 background facts clearly go with results",
        ),
        ((fact("Field", **FEW),), "What hires brought with them: too few to say"),
        ((fact("Other", **CLEAR),), "What hires brought with them: too few to say"),
    ],
)
def test_the_title_says_what_the_facts_allow(facts: tuple[FactEvidence, ...], title: str) -> None:
    assert brought.title(facts, ROLES) == title


def test_a_fact_that_goes_with_age_comes_with_its_caveat() -> None:
    told = brought.note((fact("Field"), fact("Inside")), ROLES)
    assert "never a reason to turn anybody away" in told
    assert "Of 2 comparisons one or another may look clear by luck" in told


def resembling(*said: tuple[str, str, str, float]) -> Resembling:
    rows = pd.DataFrame(
        [
            {
                "employee_id": who,
                "hire_date": pd.Timestamp("2024-01-01"),
                "role": role,
                "other_role": other,
                "difference": 0.456,
                "probability": chance,
            }
            for who, role, other, chance in said
        ],
        columns=["employee_id", "hire_date", "role", "other_role", "difference", "probability"],
    )
    counts = rows.groupby(["role", "other_role"]).size().rename("count_said").reset_index()
    return Resembling(("Field", "Inside"), rows, counts.assign(count_hires=200))


def test_below_the_gate_it_is_said_how_many_there_are() -> None:
    nobody = Resembling((), pd.DataFrame(), pd.DataFrame())
    said = brought.not_asked(nobody, {"Field": 115}, ROLES)
    assert said.startswith("Whose ratings resemble stronger hires of another role needs 150 hires")
    assert "115 in Field and 0 in Inside" in said
    assert brought.not_asked(resembling(), {}, ROLES) == ""
    assert brought.not_asked(resembling(), {}, ("Partner",)) != ""


def test_where_roles_do_not_differ_that_is_said_and_not_that_hires_are_too_few() -> None:
    alike = replace(resembling(), roles_differ=False)
    assert brought.not_asked(alike, {"Field": 200, "Inside": 200}, ROLES) == brought.ALIKE_ROLES
    small = Resembling(("Field",), pd.DataFrame(), pd.DataFrame(), roles_differ=False)
    assert brought.not_asked(small, {"Field": 200, "Inside": 20}, ROLES).startswith(
        "Whose ratings resemble stronger hires of another role needs 150 hires"
    )


def test_few_people_are_counted_and_not_told_by_role() -> None:
    few = resembling(*((f"E{n}", "Field", "Inside", 0.95) for n in range(7)))
    assert brought.resembling_title(few, ROLES) == (
        "The ratings of 7 hires resemble stronger hires of another role"
    )
    assert brought.resembling_sentences(few, ROLES) == ()
    many = resembling(*((f"E{n}", "Field", "Inside", 0.95) for n in range(8)))
    assert brought.resembling_sentences(many, ROLES) == (
        "Field: the ratings of 8 of 200 hires resemble those of stronger hires in Inside.",
    )
    assert brought.resembling_title(many, ("Inside",)).startswith("No hire's ratings")


def test_people_are_listed_by_name_the_surest_first() -> None:
    found = resembling(
        ("E1", "Field", "Inside", 0.91), ("E2", "Field", "Inside", 0.97), ("E3", "Inside", "Field", 0.99)
    )
    hires = pd.DataFrame(
        {
            "employee_id": ["E1", "E2", "E3"],
            "hire_date": [pd.Timestamp("2024-01-01")] * 3,
            "full_name": ["Ada", None, "Cy"],
        }
    )
    listed = brought.people(found, hires, ("Field",))
    assert list(listed["Hire"]) == ["E2", "Ada"]
    assert list(listed["Higher by, SD"]) == [0.46, 0.46]
    assert set(listed["Ratings resemble"]) == {"Inside"}

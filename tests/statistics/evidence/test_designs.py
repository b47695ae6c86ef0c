"""Matrices by hand: who belongs where, which levels are put together, which pairs enter."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.invented.hires import DAY, hire, months
from hiring.statistics.evidence.designs import OTHERS, Design, collapsed, designed, joined_years, places
from hiring.statistics.evidence.fits import main_blocks
from hiring.statistics.evidence.luck import adjusted
from hiring.statistics.outcomes import Outcomes, Switches, measured


def seat(who: str, interviewer: str, department: str = "Sales", stage: str = "first") -> dict[str, object]:
    return {
        "employee_id": who,
        "hire_date": DAY,
        "interviewer_id": interviewer,
        "department": department,
        "stage": stage,
    }


def outcomes(rows: list[dict[str, object]]) -> Outcomes:
    sold = [row for place, one in enumerate(rows) for row in months(str(one["employee_id"]), [float(place)])]
    return measured(pd.DataFrame(rows), pd.DataFrame(sold), Switches(fewest_months=1))


def test_each_interviewer_is_one_column_and_belongs_to_the_hires_they_saw() -> None:
    seats = pd.DataFrame(
        [seat("A", "I2"), seat("A", "I1"), seat("B", "I2"), seat("B", "I2", stage="final"), seat("Z", "I9")]
    )
    design = designed(outcomes([hire("A", tenure=1), hire("B", tenure=1)]), seats)
    assert design.interviewers.labels == ("I1", "I2")
    assert design.interviewers.design.toarray().tolist() == [[1, 1], [0, 1]]
    assert design.interviewers.counts.tolist() == [1, 2]


def test_a_pair_enters_from_five_common_hires_and_knows_its_two_people() -> None:
    names = [f"H{n}" for n in range(6)]
    seats = [seat(name, "I1") for name in names] + [seat(name, "I2") for name in names[:5]]
    seats += [seat(name, "I3") for name in names[2:]]
    design = designed(outcomes([hire(name, tenure=1) for name in names]), pd.DataFrame(seats))
    # I1 and I2 share five hires; I1 and I3 four, I2 and I3 three.
    assert design.pairs.labels == ("I1 + I2",)
    assert design.pair_members.tolist() == [[0, 1]]
    assert design.pairs.design.toarray().ravel().tolist() == [1, 1, 1, 1, 1, 0]


def test_a_hire_without_a_recorded_source_belongs_to_none() -> None:
    rows = [hire("A", tenure=1, source="Agency"), hire("B", tenure=1, source="Not recorded")]
    design = designed(outcomes(rows), pd.DataFrame([seat("A", "I1")]))
    assert design.sources.labels == ("Agency",)
    assert design.sources.design.toarray().tolist() == [[1], [0]]


def of_managers(*given: str | None) -> Design:
    rows = [hire(f"H{place}", tenure=1, manager_id=one) for place, one in enumerate(given)]
    return designed(outcomes(rows), pd.DataFrame([seat(row["employee_id"], "I1") for row in rows]))


def test_managers_of_two_hires_are_held_once_there_are_two_of_them() -> None:
    two = of_managers("M1", "M1", "M2", "M2", "M3")
    assert two.managers.labels == ("M1", "M2", "M3")
    assert two.often_managers.labels == ("M1", "M2")
    assert [block.name for block in main_blocks(two)] == ["interviewer", "source", "manager"]
    one = of_managers("M1", "M1", "M1", "M2", "M3")
    assert one.managers.labels == ()
    assert [block.name for block in main_blocks(one)] == ["interviewer", "source"]


def test_many_hires_without_a_known_manager_are_a_level_of_their_own() -> None:
    known = ["M1"] * 4 + ["M2"] * 4
    assert "manager not known" in of_managers(*known, *[None] * 8).fixed_names
    assert "manager not known" not in of_managers(*known, *[None] * 7).fixed_names
    assert "manager not known" not in of_managers(*[None] * 9).fixed_names


def test_what_is_held_leaves_nothing_of_a_manager_with_two_hires() -> None:
    made = of_managers(*["M1"] * 5, *["M2"] * 2, "M3", "M4", "M4")
    left = adjusted(np.arange(10.0) ** 2, made.held())
    assert np.abs([left[:5].mean(), left[5:7].mean(), left[8:].mean()]).max() < 1e-9
    assert np.ptp(adjusted(np.arange(10.0) ** 2, made.fixed)[7:]) > 1
    assert [made.held(fewest).shape[1] - made.fixed.shape[1] for fewest in (1, 2, 3)] == [4, 3, 1]
    assert of_managers("M1", "M1", None).held().shape[1] == 1


def test_fixed_effects_are_an_intercept_and_all_levels_but_the_most_frequent() -> None:
    rows = [hire(f"A{n}", tenure=1) for n in range(9)] + [
        hire(f"B{n}", tenure=1, role="Channel") for n in range(8)
    ]
    design = designed(outcomes(rows), pd.DataFrame([seat(row["employee_id"], "I1") for row in rows]))
    assert design.fixed_names == ("all hires", "role Channel")
    assert design.fixed.sum(axis=0).tolist() == [17, 8]


def test_hires_without_a_panel_have_a_level_of_their_own_in_each_place() -> None:
    rows = [hire(f"A{n}", tenure=1) for n in range(17)]
    design = designed(outcomes(rows), pd.DataFrame([seat(f"A{n}", "I1") for n in range(8)]))
    assert design.fixed_names == ("all hires", "no panel North · SMB")
    assert design.fixed.sum(axis=0).tolist() == [17, 9]
    assert design.panel_places.tolist() == [0] * 8 + [-1] * 9


def test_rare_levels_are_put_together_and_with_the_most_frequent_where_still_too_few() -> None:
    many = pd.Series(["a"] * 9 + ["b"] * 4 + ["c"] * 4)
    assert collapsed(many).tolist() == ["a"] * 9 + [OTHERS] * 8
    few = pd.Series(["a"] * 9 + ["b"] * 3)
    assert set(collapsed(few)) == {"a"}
    assert set(collapsed(pd.Series(["a", "b"]))) == {OTHERS}


def test_thin_years_go_to_their_neighbour() -> None:
    years = pd.Series([2021] * 3 + [2022] * 9 + [2023] * 8 + [2024] * 2)
    assert joined_years(years).tolist() == [2021] * 12 + [2023] * 10


def test_a_place_is_a_region_with_its_segment_where_both_have_enough_hires() -> None:
    region = pd.Series(["North"] * 17)
    segment = pd.Series(["SMB"] * 8 + ["Enterprise"] * 2 + ["Mid"] * 7)
    made = places(region, segment)
    assert made.tolist() == ["North · SMB"] * 8 + ["North"] * 9


def test_strata_are_role_year_and_region() -> None:
    rows = [hire(f"A{n}", tenure=1, region="North" if n < 8 else "South") for n in range(16)]
    design = designed(outcomes(rows), pd.DataFrame([seat("A0", "I1")]))
    assert np.unique(design.strata[:8]).size == 1
    assert design.strata[0] != design.strata[8]

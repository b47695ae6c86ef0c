"""Scores by group, counted a second time by pandas; of too few answers there is none."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.candidates.scores import KEPT_BACK, NOT_SHOWN, sections
from hiring.findings.exhibit import Exhibit

COLUMNS = ["source", "role_profile", "region", "stages", "status", "is_met", "recommendation"]


def ended(*groups: tuple[str, int, int, int]) -> pd.DataFrame:
    """Rejected applications: of each source so many 10s, 0s and without an answer, decided after 3 days."""
    rows = [
        (source, "Desk", "North", "applied,screen", "rejected", True, 2.0, score)
        for source, tens, zeros, silent in groups
        for score in [10] * tens + [0] * zeros + [None] * silent
    ]
    made = pd.DataFrame(rows, columns=[*COLUMNS, "recommend_score"])
    return made.assign(days_to_first_interview=2, days_to_decision=3)


def figure(key: str, frame: pd.DataFrame) -> Exhibit:
    return {one.key: one for one in sections(frame)}[f"candidates_{key}"]


def rows_of(key: str, frame: pd.DataFrame) -> pd.DataFrame:
    return figure(key, frame).marks.rows.set_index("name")


def test_each_group_has_score_range_and_who_answered() -> None:
    rows = rows_of("source", ended(("Board", 6, 3, 11), ("Fair", 2, 8, 0)))
    assert rows["estimate"].tolist() == pytest.approx([100 / 3, -60])
    assert rows["right"].str.replace("\u202f", " ").tolist() == [
        "+33 · 9 of 20 (45 %)",
        "−60 · 10 of 10 (100 %)",
    ]
    assert (rows["low"] < rows["estimate"]).all()


def test_below_five_answers_there_is_no_score_and_none_of_the_next_smallest() -> None:
    """61 less the shown 12, 18, 13, 10 and 6 would be the 2 of the smallest: the 6 go with them."""
    frame = ended(
        ("A", 6, 6, 0), ("B", 9, 9, 0), ("C", 7, 6, 0), ("D", 5, 5, 0), ("E", 3, 3, 0), ("Few", 1, 1, 30)
    )
    hidden = rows_of("source", frame)
    assert hidden.index[hidden["estimate"].isna()].tolist() == ["E", "Few"]
    assert hidden.index[hidden["n"].isna()].tolist() == ["E", "Few"]
    assert hidden.loc[["E", "Few"], "right"].tolist() == ["", ""]
    assert set(hidden["instead"]) == {NOT_SHOWN}
    assert figure("source", frame).note == KEPT_BACK
    assert figure("source", frame.query("source < 'E'")).note == ""


def test_two_small_groups_of_together_fewer_than_five_take_a_third_with_them() -> None:
    rows = rows_of("source", ended(("A", 10, 10, 0), ("B", 6, 3, 0), ("C", 1, 1, 0), ("D", 1, 1, 0)))
    assert rows.index[rows["n"].isna()].tolist() == ["B", "C", "D"]


def test_of_two_groups_of_which_one_is_small_there_is_no_split() -> None:
    assert not figure("source", ended(("Board", 12, 20, 0), ("Fair", 2, 2, 0))).is_drawn


def test_the_few_who_belong_to_no_group_do_not_come_out_as_the_rest() -> None:
    """Three were never interviewed: the bands of all the others would give away their answers."""
    frame = ended(("Board", 10, 13, 0))
    frame["days_to_first_interview"] = [2] * 12 + [9] * 11
    frame.loc[20:, "is_met"] = False
    rows = rows_of("first_interview", frame)
    assert rows.index[rows["n"].isna()].tolist() == ["Second week"]


def test_a_heading_names_the_lowest_and_the_highest_and_says_whether_their_ranges_meet() -> None:
    near = figure("source", ended(("Board", 6, 8, 0), ("Fair", 5, 9, 0), ("Mail", 7, 7, 0)))
    assert near.lead == "By source: lowest Fair −29, highest Mail 0; ranges meet"
    far = figure("source", ended(("Board", 40, 4, 0), ("Fair", 4, 40, 0)))
    assert far.lead == "By source: lowest Fair −82, highest Board +82"
    assert len(figure("source", ended(("B" * 80, 40, 4, 0), ("F" * 80, 4, 40, 0))).lead) <= 90


def test_the_line_is_the_score_of_the_people_shown_and_of_nobody_else() -> None:
    """Of 20 turned down after an interview 15 gave a 10 and 5 a 0; those who withdrew are not among them."""
    frame = ended(("Board", 15, 5, 0), ("Fair", 0, 20, 0))
    frame.loc[frame["source"] == "Fair", "status"] = "withdrawn"
    frame["days_to_decision"] = [3] * 10 + [40] * 10 + [3] * 20
    assert figure("decision", frame).marks.given["reference"].value == pytest.approx(50)
    assert figure("source", frame).marks.given["reference"].value == pytest.approx(-25)


def test_of_a_wait_that_neither_rises_nor_falls_no_lowest_and_no_highest_is_named() -> None:
    frame = ended(("Board", 60, 60, 0))
    frame["recommend_score"] = [10] * 40 + [0] * 40 + [10] * 20 + [0] * 20
    frame["days_to_decision"] = [3] * 40 + [20] * 40 + [50] * 40
    assert figure("decision", frame).lead == "By wait for the decision: no steady pattern"
    assert "who waited longer had come further" in figure("decision", frame).standfirst


def test_roles_are_those_of_the_files(ask, exports) -> None:
    rows = rows_of("role", ask("candidates/applications_ended"))
    role = exports["applications"].set_index("application_id")["role_profile"]
    answers = ask("candidates/applications_ended").set_index("application_id")["recommend_score"].dropna()
    by_hand = answers.groupby(role).agg(lambda given: 100 * ((given >= 9).mean() - (given <= 6).mean()))
    assert rows["estimate"].to_dict() == pytest.approx(by_hand.to_dict())


def test_waits_stand_in_bands_whose_ends_belong_to_them() -> None:
    frame = ended(("Board", 20, 20, 0))
    frame["days_to_decision"] = [14] * 10 + [15] * 10 + [28] * 10 + [43] * 10
    frame["days_to_first_interview"] = [0] * 20 + [7] * 10 + [8] * 10
    decided = rows_of("decision", frame)
    assert decided["n"].to_dict() == {"Up to 2 weeks": 10, "Over 2 to 4 weeks": 20, "Over 6 weeks": 10}
    assert rows_of("first_interview", frame)["n"].to_dict() == {"First week": 30, "Second week": 10}


def test_the_wait_for_a_decision_is_of_whom_was_met_and_rejected() -> None:
    frame = ended(("Board", 10, 10, 0))
    frame.loc[:4, "is_met"] = False
    frame.loc[5:9, "status"] = "withdrawn"
    assert rows_of("decision", frame)["n"].tolist() == [10]
    assert rows_of("stage", frame).index.tolist() == ["Screen"]

"""Scores by group, counted a second time by pandas; of too few answers there is none."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.candidates.scores import sections

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


def rows_of(key: str, frame: pd.DataFrame, is_nameless: bool = False) -> pd.DataFrame:
    found = {one.key: one for row in sections(frame, is_nameless) for one in row}
    return found[f"candidates_{key}"].marks.rows.set_index("name")


def test_each_group_has_score_range_and_who_answered() -> None:
    rows = rows_of("source", ended(("Board", 6, 3, 11), ("Fair", 2, 8, 0)))
    assert rows["estimate"].tolist() == pytest.approx([100 / 3, -60])
    assert rows["right"].str.replace("\u202f", " ").tolist() == [
        "+33 · 9 of 20 (45 %)",
        "−60 · 10 of 10 (100 %)",
    ]
    assert (rows["low"] < rows["estimate"]).all()


def test_below_five_answers_there_is_no_score_and_for_who_sees_no_names_none_of_the_next_smallest() -> None:
    frame = ended(("Board", 6, 3, 11), ("Fair", 2, 8, 0), ("Mail", 2, 2, 30))
    assert rows_of("source", frame)["estimate"].isna().tolist() == [False, False, True]
    hidden = rows_of("source", frame, is_nameless=True)
    assert hidden["estimate"].isna().tolist() == [True, False, True]
    assert hidden["n"].isna().tolist() == [True, False, True]
    assert hidden.loc["Mail", "right"] == ""


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

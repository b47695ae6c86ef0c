"""The gap by role and by round, counted a second time by pandas; what would tell a person is words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.findings.alignment.groups import by_role_and_round
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.scorecards import Rated


def rated(ask) -> Rated:
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    assert isinstance(found, Rated)
    return found


def test_each_role_stands_with_the_gap_of_the_files(ask, exports) -> None:
    roles, _ = by_role_and_round(rated(ask), 0.0, is_nameless=False)
    scores = exports["ratings"].merge(exports["interviews"], on="interview_id")
    means = scores.groupby(["application_id", "competency", scores["interviewer_id"].str[0]])["score"].mean()
    both = means.unstack().dropna()
    gap = (both["H"] - both["S"]).groupby("application_id").mean()
    role = exports["applications"].set_index("application_id")["role_profile"].reindex(gap.index)
    by_hand = gap.groupby(role).agg(["mean", "size"])
    rows = roles.marks.rows.set_index("name")
    assert rows["estimate"].to_dict() == pytest.approx(by_hand["mean"].to_dict())
    assert rows["n"].astype(int).to_dict() == by_hand["size"].to_dict()
    assert "verdict" not in rows
    assert roles.n == by_hand["size"].sum()


def test_whom_both_saw_in_different_rounds_alone_are_all(ask) -> None:
    _, rounds = by_role_and_round(rated(ask), 0.0, is_nameless=False)
    assert rounds.marks.rows["name"].tolist() == ["In different rounds"]


def test_a_row_that_rests_on_few_people_is_words_for_who_may_see_no_names(ask) -> None:
    found = rated(ask)
    few = replace(found, cards=found.cards.assign(interviewer_id="one"))
    roles, _ = by_role_and_round(few, 0.0, is_nameless=True)
    assert not roles.is_drawn
    shown, _ = by_role_and_round(few, 0.0, is_nameless=False)
    assert shown.marks.rows["estimate"].notna().all()


def test_too_few_candidates_are_words_and_no_number(ask) -> None:
    found = rated(ask)
    cards = found.cards.assign(
        role_profile=found.cards["role_profile"].mask(found.cards["candidate"] < 4, "Rare")
    )
    rows = by_role_and_round(replace(found, cards=cards), 0.0, is_nameless=False)[0].marks.rows.set_index(
        "name"
    )
    assert rows.loc["Rare", ["estimate", "low", "high"]].isna().all()
    assert (rows.loc["Rare", "right"], rows.loc["Rare", "instead"]) == ("", "too few")

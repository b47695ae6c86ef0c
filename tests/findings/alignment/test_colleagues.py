"""Sellers beside their managers and who has met, counted a second time by pandas; lists for who may see names."""

from __future__ import annotations

import pandas as pd

from helpers.invented import both_sides
from hiring import words
from hiring.findings.alignment.colleagues import FEW_PAIRS, FEW_TOGETHER, Section, managers, met
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.scorecards import Rated

AS_OF = pd.Timestamp(both_sides.AS_OF)


def rated(ask) -> Rated:
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    assert isinstance(found, Rated)
    return found


def of_managers(ask, people: bool = True) -> Section:
    return managers(rated(ask), ask("alignment/managers"), ask("craft/people") if people else None)


def of_met(ask, people: bool = True, as_of: pd.Timestamp = AS_OF) -> Section:
    named = ask("craft/people") if people else None
    return met(rated(ask), ask("craft/scorecards"), ask("alignment/met_first"), as_of, named)


def twos(exports) -> pd.DataFrame:
    """Scores of a first talk beside those of the last one, which S0 held, on the same competency."""
    scores = exports["ratings"].merge(exports["interviews"], on="interview_id")
    first, last = (scores[scores["stage"] == stage] for stage in ("first", "final"))
    both = first.merge(last, on=["application_id", "competency"], suffixes=("", "_s0"))
    both = both[both["interviewer_id"] != "S0"]
    return both.assign(
        difference=both["score"] - both["score_s0"], led=both["interviewer_id"].isin(["S1", "S2", "S3"])
    )


def test_scores_far_apart_of_sellers_and_managers_are_those_of_the_files(ask, exports) -> None:
    both = twos(exports)
    far = both["difference"].abs() >= 2
    own, others = (words.percent(far[mine].mean()) for mine in (both["led"], ~both["led"]))
    told = of_managers(ask)
    assert (
        told.lead == f"Sellers and own managers are far apart on {own} of scores, others of Sales on {others}"
    )
    assert f"of {int(both['led'].sum())} scores; any other two of Sales: {others} (" in told.says
    gap = both[both["led"]].groupby("application_id")["difference"].mean()
    assert f"over {len(gap)} candidates." in told.says


def test_a_seller_is_listed_from_ten_candidates_on_by_name(ask, exports) -> None:
    own = twos(exports).query("led").groupby(["interviewer_id"])["application_id"].nunique()
    told = of_managers(ask)
    assert set(told.people["Manager"]) <= {"Sam 0"}
    assert len(told.people) == int((own >= 10).sum())
    left = len(own) - len(told.people)
    assert told.rest == (f"Not listed: {words.counted(left, 'pair')} with fewer candidates." if left else "")


def test_of_three_sellers_nothing_is_told_without_names(ask) -> None:
    none = managers(rated(ask), ask("alignment/managers").iloc[:0], ask("craft/people"))
    for told in (of_managers(ask, people=False), none):
        assert (told.lead, told.says, told.people.empty) == (FEW_TOGETHER, "", True)


def test_pairs_who_hire_for_the_same_role_are_those_of_the_files(ask, exports) -> None:
    """Nobody sat in one round with another and no opening is loaded: nobody has met."""
    late = exports["interviews"].merge(exports["applications"], on="application_id")
    late = late[pd.to_datetime(late["scheduled_for"]).dt.normalize() > AS_OF - pd.Timedelta(days=365)]
    roles = late.groupby("interviewer_id")["role_profile"].agg(set)
    hr, sales = (roles[roles.index.str[0] == side] for side in "HS")
    pairs = sum(bool(one & other) for one in hr for other in sales)
    assert of_met(ask).lead == f"0 of {pairs} pairs of HR and Sales who hire for the same role have met"


def test_those_with_most_candidates_in_common_are_listed_first_by_name(ask, exports) -> None:
    late = exports["interviews"][
        pd.to_datetime(exports["interviews"]["scheduled_for"]).dt.normalize() > AS_OF - pd.Timedelta(days=365)
    ]
    hr, sales = (late[late["interviewer_id"].str[0] == side] for side in "HS")
    both = hr.merge(sales, on="application_id").groupby(["interviewer_id_x", "interviewer_id_y"])
    most = both["application_id"].nunique().max()
    told = of_met(ask)
    assert told.people.iloc[0]["Candidates of both"] == str(most)
    assert told.people["Of HR"].str.startswith("Hana ").all()
    assert told.people["Of Sales"].str.startswith("Sam ").all()
    assert len(told.people) == 6
    assert told.rest.endswith("pairs more who have not met.")


def test_who_may_see_no_names_gets_the_counts_and_no_list(ask) -> None:
    told = of_met(ask, people=False)
    assert told.people.empty
    assert told.lead == of_met(ask).lead
    assert "pairs who had met too few scores to tell" in told.says


def test_where_nobody_interviews_any_more_who_has_met_is_not_known(ask) -> None:
    told = of_met(ask, as_of=pd.Timestamp("2030-01-01"))
    assert (told.lead, told.says, told.people.empty) == (FEW_PAIRS, "", True)

"""Alignment as found, counted a second time by pandas from the exports themselves."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring import words
from hiring.findings import links
from hiring.findings.alignment import answer
from hiring.findings.alignment.answer import AT_PACE, Alignment
from hiring.findings.craft.summed import SMALL_DEPARTMENT
from hiring.findings.numbers import Number
from hiring.statistics.high_performers.expected import HIGH_PERFORMER, MET_BAR, STAYED
from hiring.statistics.ratings import scorecards
from hiring.statistics.ratings.not_known import NO_INTERVIEWS
from hiring.statistics.ratings.scorecards import Rated

START = pd.Timestamp("2024-02-05")
#: Of every hire the evidence knows nothing but these; one in four was to be expected a high performer.
NOBODY = pd.DataFrame(columns=["employee_id", "hire_date", HIGH_PERFORMER, MET_BAR, STAYED, "baseline"])


def rated(ask) -> Rated:
    found = scorecards.rated(ask("craft/scorecards"), ask("craft/ratings"))
    assert isinstance(found, Rated)
    return found


def hired(ask) -> tuple[Rated, pd.DataFrame, pd.DataFrame]:
    """Cards, applications and hires, as if everybody met had been hired: who did what is told by the number."""
    found, applications = rated(ask), ask("alignment/applications_decided")
    number = applications["application_id"].str[1:].astype(int)
    keys = pd.DataFrame({"employee_id": "E" + number.astype(str), "hire_date": START})
    applications = applications.assign(is_hired=True, has_offer=True, **keys)
    cards = found.cards.drop(columns=["employee_id", "hire_date"]).merge(
        applications[["application_id", "employee_id", "hire_date"]], on="application_id"
    )
    hires = keys.assign(
        **{
            HIGH_PERFORMER: number % 5 == 0,
            MET_BAR: number % 2 == 0,
            STAYED: number % 7 > 1,
            "baseline": 0.25,
        }
    )
    return Rated(cards, found.scores, 1.0, 5.0, True, 0), applications, hires


def told(ask, **changed) -> Alignment:
    given = {
        "rated": rated(ask),
        "cards": ask("craft/scorecards"),
        "applications": ask("alignment/applications_decided"),
        "hires": NOBODY,
        "pace": ask("alignment/at_pace"),
        "is_nameless": False,
    }
    return answer.alignment(**(given | changed))


def sides(exports) -> pd.DataFrame:
    """Every score with the side and candidate it belongs to, by a merge of the files."""
    scores = exports["ratings"].merge(exports["interviews"], on="interview_id")
    return scores.assign(side=scores["interviewer_id"].str[0].map({"H": "hr", "S": "sales"}))


def test_the_gap_on_the_whole_is_that_of_the_files_and_says_how_it_is_weighted(ask, exports) -> None:
    means = (
        sides(exports).groupby(["application_id", "competency", "side"])["score"].mean().unstack().dropna()
    )
    gap = (means["hr"] - means["sales"]).groupby("application_id").mean()
    told_of_it = dict(told(ask).measured)["On average"]
    assert f": {words.signed(gap.mean(), 2)} (" in told_of_it
    assert f"over {len(gap)} candidates, each counted once" in told_of_it


def test_votes_apart_are_those_of_the_files(ask, exports) -> None:
    cards = exports["interviews"].assign(side=exports["interviews"]["interviewer_id"].str[0])
    for_it = cards.groupby(["application_id", "side"])["recommendation"].mean().unstack() >= 3
    apart = int((for_it["H"] != for_it["S"]).sum())
    (tile,) = (one for one in told(ask).numbers if one.title() == "Votes apart")
    assert tile.value == words.percent(apart / len(for_it))
    assert tile.note.startswith(f"{apart} of {len(for_it)} · likely ")


def test_the_standfirst_counts_where_they_parted_and_how_each_sides_own_hires_did(ask, exports) -> None:
    cards = exports["interviews"].assign(side=exports["interviews"]["interviewer_id"].str[0])
    for_it = cards.groupby(["application_id", "side"])["recommendation"].mean().unstack() >= 3
    apart = (for_it["H"] != for_it["S"]).sum()
    ways = {side: for_it[side] & ~for_it[other] for side, other in (("H", "S"), ("S", "H"))}
    parted = f"They recommended differently on {apart} of {len(for_it)} applications."
    assert told(ask).standfirst == parted  # nobody's first year is known
    found, applications, hires = hired(ask)
    best = pd.Series(for_it.index.str[1:].astype(int) % 5 == 0, for_it.index)
    did = ", of those only ".join(
        f"{side} was for {(best & mine).sum()} of {mine.sum()} ({words.number(0.25 * mine.sum())} expected)"
        for side, mine in zip(("HR", "Sales"), ways.values(), strict=True)
    )
    shown = told(ask, rated=found, applications=applications, hires=hires)
    assert shown.standfirst.endswith(
        f" Of hires only {did} became high performers. Who was right this does not tell."
    )


def test_what_can_be_done_next_is_to_talk_about_the_widest_clear_gap() -> None:
    tile = Number("departments_apart", "0.46 points", "assertiveness · likely", "Sales clearly higher")
    assert answer._next((tile,)) == (
        "talk about what each side means by assertiveness: Sales rates the same candidates 0.46 points higher."
    )
    assert answer._next(()) == ""


def test_where_nobody_applied_the_page_says_so_and_asks_for_no_file(ask) -> None:
    """The interviews are loaded: an address with days before all data leaves no candidate."""
    none, applications = ask("craft/scorecards").iloc[:0], ask("alignment/applications_decided")
    gone = told(ask, rated=NO_INTERVIEWS, cards=none, applications=applications.iloc[:0]).missing
    assert gone is not None
    assert (gone.fact, gone.file, gone.remedy) == (
        "No candidate applied within these filters.",
        "",
        links.WIDEN,
    )
    unmet = told(ask, rated=NO_INTERVIEWS, cards=none).missing
    assert unmet is not None
    assert (unmet.fact, unmet.file) == (NO_INTERVIEWS.fact, "")


def test_what_each_side_had_rated_higher_is_the_difference_of_plain_means(ask, exports) -> None:
    found, applications, hires = hired(ask)
    shown = told(ask, rated=found, applications=applications, hires=hires).held_up.set_index("Hires who")
    card = sides(exports).groupby(["application_id", "interview_id", "side"])["score"].mean()
    mean = card.groupby(["application_id", "side"]).mean().unstack()
    did = mean.index.str[1:].astype(int) % 7 > 1
    for side, head in (("hr", "HR rated them higher by"), ("sales", "Sales rated them higher by")):
        by_hand = mean.loc[did, side].mean() - mean.loc[~did, side].mean()
        assert shown.loc["stayed a year", head].replace("\u2212", "-").startswith(f"{by_hand:+.2f} (")
    assert shown.loc["stayed a year", "Who did, who did not"] == f"{did.sum()} and {(~did).sum()}"
    assert shown.loc["were at quota pace within a year", "HR rated them higher by"] == "too few to tell"


def test_pace_is_told_of_the_hires_whose_pace_is_known(ask) -> None:
    found, applications, hires = hired(ask)
    pace = hires[["employee_id", "hire_date"]].assign(
        **{AT_PACE: pd.array([n % 3 == 0 if n < 60 else None for n in range(len(hires))], dtype="boolean")}
    )
    shown = told(ask, rated=found, applications=applications, hires=hires, pace=pace).held_up
    assert (
        shown.set_index("Hires who").loc["were at quota pace within a year", "Who did, who did not"]
        == "20 and 40"
    )


def test_who_may_see_no_names_is_told_nothing_of_a_department_as_small_as_a_person(ask) -> None:
    cards = ask("craft/scorecards")
    few = cards[cards["department"].ne("HR") | cards["interviewer_id"].isin(["H0", "H1", "H2", "H3"])]
    assert told(ask, cards=few, is_nameless=True).missing is SMALL_DEPARTMENT
    assert told(ask, cards=few).missing is None
    assert told(ask, is_nameless=True).missing is None


def test_the_widest_gaps_are_cases_with_what_became_of_them(ask, exports) -> None:
    shown = answer.cases(told(ask).people, ask("alignment/candidates"))
    means = (
        sides(exports).groupby(["application_id", "competency", "side"])["score"].mean().unstack().dropna()
    )
    gap = (means["hr"] - means["sales"]).groupby("application_id").mean().abs()
    assert len(shown) == 5
    first = shown.iloc[0]
    assert gap["A" + first["Candidate"][1:]] == pytest.approx(gap.max())
    status = exports["applications"].set_index("candidate_id")["status"]
    assert first["Now"] == status[first["Candidate"]].replace("_", " ")
    assert np.isfinite(float(first["HR"]))

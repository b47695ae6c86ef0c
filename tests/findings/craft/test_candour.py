"""What is said of candour: a table a side, what of the profile is rated, and the pull of the one before."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring import metrics
from hiring.findings.craft import candour as candid
from hiring.findings.craft.pull import NOT_KNOWN, pull_figure
from hiring.statistics.ratings.candour import COVERED, INDEPENDENT, ON_TIME, WHOLE_SCALE, WORDS
from hiring.statistics.ratings.contrast import TOO_FEW, Contrast
from hiring.statistics.ratings.coverage import NO_PROFILES, Coverage

THIN = "\u202f"


def shares(*rows: tuple[str, str, int, int]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["department", "card", "count", "n"])
    rate = made["count"] / made["n"].astype(float)
    return made.assign(rate=rate, low=rate - 0.02, high=rate + 0.02)


BOTH = shares(
    ("HR", WORDS, 30, 100),
    ("HR", ON_TIME, 90, 100),
    ("Sales", ON_TIME, 60, 100),
    ("Sales", INDEPENDENT, 70, 100),
    ("Sales", WHOLE_SCALE, 4, 4),
    ("Sales", COVERED, 50, 100),
)


def covered() -> Coverage:
    kinds = {"count_cards": 50, "count_people": 6, "count_asked": 100, "count_rated": 50}
    stages = pd.DataFrame(
        {"department": ["HR", "HR", "Sales"], "stage": ["screen", "panel", "panel"], "rate": 0.5, **kinds}
    )
    stages = stages.assign(low=0.45, high=0.55, count_people=[6, 4, 6])
    competencies = pd.DataFrame(
        {
            "competency": ["Grit", "Discovery"],
            "count_candidates": 40,
            "count_rated": [10, 40],
            "rate": [0.25, 1.0],
            "low": [0.14, 0.91],
            "high": [0.4, 1.0],
            "HR": [0.0, 0.6],
            "Sales": [0.3, 1.0],
        }
    )
    return Coverage(stages.head(1), stages, competencies, 7)


def test_each_side_has_a_table_with_its_highest_share_first_and_what_is_not_known_last() -> None:
    hr, sales = candid.candour(BOTH, covered()).sides
    assert hr.table["Of HR"].tolist() == [
        "Scorecards in the days promised",
        "Scorecards with a written comment",
        "Scorecards before a colleague's came in",
        "Interviewers who gave every grade",
        "Competencies asked for that one scorecard rates",
    ]
    assert hr.table["Share"].tolist()[:3] == [f"90{THIN}% (88–92)", f"30{THIN}% (28–32)", "not known"]
    assert hr.table["Count"].tolist()[:3] == ["90 of 100", "30 of 100", "–"]
    assert (hr.lead, sales.lead) == ("Scorecards of HR", "Scorecards of Sales")
    assert len(sales.table) == len(hr.table) == 5
    # Four interviewers with scorecards enough are fewer than a group; of words the file has none.
    told = dict(zip(sales.table["Of Sales"], sales.table["Share"], strict=True))
    assert told["Interviewers who gave every grade"] == "too few"
    assert told["Scorecards with a written comment"] == "none in the file"


def test_of_when_the_share_in_time_is_stands_in_its_row() -> None:
    hr = candid.candour(BOTH, covered(), is_lately=True).sides[0]
    assert hr.table["Of HR"][0] == "In the days promised, last four quarters"


def test_a_side_without_a_scorecard_says_so() -> None:
    hr, _ = candid.candour(BOTH[BOTH["department"] == "Sales"], covered()).sides
    assert hr.lead == "How candid HR is, is not known"
    assert hr.table.empty


def test_what_somebody_rated_of_nearly_all_leads_and_neither_side_is_told_off() -> None:
    found = candid.candour(BOTH, covered())
    assert found.lead == f"Every competency is rated for 25{THIN}% of candidates or more"
    most = covered()
    most.by_competency.loc[:, "rate"] = 0.949
    assert candid.candour(BOTH, most).lead == (
        f"1 of 2 competencies rests on one side; each is rated for 94{THIN}% of candidates or more"
    )
    assert found.next_step == (
        "say in the profiles who rates what: 1 of 2 competencies rests on one side, as the other rates it on fewer "
        f"than 10{THIN}% of its cards."
    )
    made = covered()
    made.by_competency.loc[0, ["rate", "HR"]] = 0.949, 0.5
    nearly = candid.candour(BOTH, made)
    assert (
        nearly.lead
        == f"The two share the work: every competency is rated for 94{THIN}% of candidates or more"
    )
    assert nearly.next_step == ""
    assert found.standfirst == candid.COVERED_IN
    assert found.by_competency.to_dict("records")[0] == {
        "Competency": "Grit",
        "Rated by somebody": f"25{THIN}% (14–40) of 40",
        "HR": f"0{THIN}%",
        "Sales": f"30{THIN}%",
    }
    assert "Left out: 7 scorecards of a day without a profile of the role." in found.note


def test_a_competency_nobody_rates_is_said_to_be_rated_by_nobody() -> None:
    made = covered()
    made.by_competency.loc[0, "count_rated"] = 0
    assert candid.candour(BOTH, made).lead == "Grit is asked for, and nobody rated it on any candidate"


def test_stages_come_in_their_order_and_few_people_of_a_side_there_are_not_told() -> None:
    rows = candid.candour(BOTH, covered()).by_stage
    assert rows["Stage"].tolist() == ["Screen", "Panel interview"]
    assert rows["HR"].tolist() == [f"50{THIN}% (45–55) of 50", "too few"]
    assert rows["Sales"].tolist() == ["–", f"50{THIN}% (45–55) of 50"]


def test_of_a_side_that_may_not_be_told_nothing_stands_anywhere() -> None:
    found = candid.only_of(candid.candour(BOTH, covered()), ["Sales"])
    hr, sales = found.sides
    assert (hr.table.empty, hr.lead) == (True, "HR has too few interviewers to be told")
    assert len(sales.table) == 5
    assert "HR" not in found.by_competency
    assert "HR" not in found.by_stage
    assert found.next_step == ""


def test_without_a_profile_the_file_is_named() -> None:
    found = candid.candour(BOTH, NO_PROFILES)
    assert found.missing is not None
    assert found.missing.file == "role_profiles.csv"
    assert found.by_competency.empty


def test_every_share_has_a_card() -> None:
    assert [metrics.card(one).name for one in candid.WHAT] == list(candid.WHAT)


def pulled(slope: float) -> Contrast:
    return Contrast(slope, -0.02, 0.05, np.linspace(-0.03, 0.06, 400), 1200, 30)


def test_the_pull_is_a_plain_fact_beside_what_another_order_gives() -> None:
    within = pull_figure(pulled(0.03)).exhibit
    assert within.lead == "No sign that the candidate seen just before moves a rating"
    assert within.standfirst == (
        "After a candidate others rated a point higher, the next got 0.03 points more. Shuffling the order of "
        "candidates gives −0.02 to +0.05 points in 95 of 100: this is within what another order gives. 1,200 "
        "interviews of 30 interviewers"
    )
    assert (within.label, within.n, len(within.marks.rows)) == ("", 1200, 400)
    beyond = pull_figure(pulled(-0.06)).exhibit
    assert beyond.lead == "After a candidate others rated a point higher, the next got 0.06 points less"
    assert "outside what another order gives" in beyond.standfirst
    assert max(len(within.lead), len(beyond.lead)) <= 90
    assert metrics.card(within.definition[0]).label == "Pull of one before"


def test_a_pull_of_too_few_interviews_is_not_known() -> None:
    figure = pull_figure(TOO_FEW)
    assert figure.exhibit.lead == NOT_KNOWN
    assert figure.missing is TOO_FEW

"""What is said of kinds of panel: the plain fact, the vote, and that nothing is called clear."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.high_performers.groups import Group, Groups
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.panels import answer, people
from hiring.findings.panels.answer import (
    NOBODY,
    NOTHING_APART,
    Voted,
    lead,
    of_vote,
    sayings,
    standfirst,
    tiles,
)
from hiring.statistics.evidence.contrasts import SellingHours
from hiring.statistics.high_performers.groups import AGAINST, WITH_SELLER, WITHOUT_SELLER

ROWS = pd.DataFrame(
    {
        "level": [WITH_SELLER, WITHOUT_SELLER, AGAINST],
        "n": [200, 100, 40],
        "count": [50, 20, 6],
        "counted": [25.0, 20.0, 15.0],
        "expected": [20.0, 25.0, 20.0],
        "difference": [5.0, -5.0, -5.0],
        "difference_low": [-2.0, -13.0, -15.0],
        "difference_high": [12.0, 4.0, 8.0],
    }
)
DRAWN = Exhibit("k", "", "", Marks("counted_and_expected", ROWS), "")
FOUND = Groups("", (DRAWN,), pd.DataFrame(), (), ROWS)
SIZES = Group("of Panels of 5", "Panels of 5", 60, 100, 20.0, 25.0, 50.0)


def test_where_nothing_stands_out_the_lead_says_so_and_the_standfirst_tells_both_counts() -> None:
    assert lead(FOUND, HIGH_PERFORMERS) == (
        "With a seller in the last interview 25 in 100 became high performers, else 20; may be luck"
    )
    assert standfirst(FOUND, HIGH_PERFORMERS) == (
        "50 of 200 hires who met a seller in the last stage became high performers, expected 40; "
        "20 of 100 hires who met none became high performers, expected 25."
    )
    assert sayings(FOUND) == [
        "Hires who met a seller in the last stage: +5 in 100, likely −2 to +12 against expected, so luck could be all "
        "of it."
    ]


def test_the_lead_says_where_luck_could_be_all_of_it_and_without_the_last_stage_that_nothing_stands_out() -> (
    None
):
    sure = replace(FOUND, rows=ROWS.assign(difference_low=1.0))
    assert lead(sure, HIGH_PERFORMERS).endswith("became high performers, else 20")
    assert lead(replace(FOUND, rows=ROWS.tail(1)), HIGH_PERFORMERS) == NOTHING_APART


def test_each_row_of_the_figure_has_the_range_of_its_difference_below_its_name() -> None:
    drawn = pd.concat([ROWS, pd.DataFrame([{"level": "3 others"}])])
    assert list(answer._with_ranges(drawn)["below"]) == [
        *("likely −2 to +12", "likely −13 to +4", "likely −15 to +8", "")
    ]


def test_where_ranges_looked_at_alone_leave_out_zero_the_heading_says_how_many_do() -> None:
    assert answer._nothing_apart(ROWS) == NOTHING_APART
    alone = ROWS.assign(difference_high=[12.0, -1.0, 8.0])
    assert (
        answer._nothing_apart(alone) == "Looked at together no kind of panel stands out; alone 1 of 3 would"
    )


def test_what_stands_out_is_the_lead_and_no_label_is_given() -> None:
    found = replace(FOUND, standing_out=(SIZES,))
    said = lead(found, HIGH_PERFORMERS)
    assert said == "Panels of 5: more high performers than luck would explain"
    assert "clear" not in (said + " ".join(sayings(found))).lower()
    assert "60 of 100, expected 20" in sayings(found)[0]


def test_hires_against_the_vote_are_counted_beside_what_was_expected() -> None:
    said = of_vote(FOUND, Voted(300, 40, 9), HIGH_PERFORMERS)
    assert said == (
        "40 of 300 hires were made with a vote below yes on the mean, 9 of them with more no than yes. 6 of 40 became "
        "high performers, expected 8: −5 in 100, likely −15 to +8."
    )
    assert "Too few" in of_vote(FOUND, Voted(4, 1, 0), HIGH_PERFORMERS)


def test_tiles_name_their_hires_and_there_are_none_without_any() -> None:
    made = tiles(
        FOUND, Voted(300, 40, 9), None, SellingHours(100, 20, 150.0, 30.0, 4), 25, HIGH_PERFORMERS, "2025"
    )
    assert [(one.label, one.value) for one in made] == [
        ("Hours in last stages", "30"),
        ("Hours per acceptance", "6"),
        ("Seller in last stage", "67 in 100"),
        ("Met a seller", "+5 in 100"),
        ("Vote below yes", "13 in 100"),
    ]
    assert [one.note for one in made[:2]] == [
        "of 150 · 4 sellers, 8 hours each, 2025",
        "150 hours · 25 accepted offers, 2025",
    ]
    assert "13 weeks" not in made[0].definition() + made[1].definition()
    assert all(one.definition() for one in made)
    nobody = Groups("", (), pd.DataFrame(), (), pd.DataFrame())
    assert lead(nobody, HIGH_PERFORMERS) == NOBODY
    assert tiles(nobody, Voted(0, 0, 0), None, SellingHours(0, 0, 0.0, 0.0), 0, HIGH_PERFORMERS, "") == ()


def test_hires_against_the_vote_are_listed_best_first_and_no_other_spell_of_theirs() -> None:
    known = pd.DataFrame(
        {
            "employee_id": ["a", "a", "b", "c"],
            "hire_date": pd.to_datetime(["2020-01-01", "2023-01-01", "2022-01-01", "2022-05-01"]),
            "vote": [AGAINST, "with", AGAINST, None],
        }
    )
    hires = known.drop(columns="vote").assign(
        window_ramped_attainment=[0.4, 2.0, 1.2, 3.0], is_login_missing=False
    )
    hires = hires.assign(window_revenue=1.0, is_counted=True)
    assert list(people.against_the_vote(hires, known)["window_ramped_attainment"]) == [1.2, 0.4]
    assert people.list_title(2) == "Hired on a vote below yes, best first: 2 hires"


def test_of_few_hires_the_lead_tells_counts_and_no_share() -> None:
    few = ROWS.assign(n=[24, 12, 9], count=[5, 4, 2])
    said = lead(replace(FOUND, rows=few), HIGH_PERFORMERS)
    assert (
        said
        == "With a seller in the last interview 5 of 24 became high performers, else 4 of 12; may be luck"
    )

"""Second look as found: what leads, what is too few to tell, what stands beside it; by hand from invented ratings."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.second_look import answer, figures
from hiring.findings.second_look.answer import SecondLook, second_look
from hiring.findings.second_look.places import Patterns, patterns
from hiring.statistics.high_performers.expected import HIGH_PERFORMER

DAY = pd.Timestamp("2024-01-01")
#: competency, side, stage → rating → how many went on and how many were turned down.
Counts = dict[tuple[str, str, str], dict[int, tuple[int, int]]]
SCREEN: Counts = {
    ("Drive", "HR", "screen"): {1: (15, 5), 3: (10, 10), 5: (4, 16)},
    ("Care", "HR", "screen"): {2: (5, 15), 4: (16, 4)},
    ("Drive", "Sales", "first"): {1: (3, 9), 5: (9, 3)},
}


def scores(counts: Counts, people: int = 5) -> pd.DataFrame:
    """Ratings so counted, given by so many interviewers of each side in turn."""
    rows = []
    for (competency, side, stage), bands in counts.items():
        for points, (on, down) in bands.items():
            for number in range(on + down):
                who = f"{competency}{side}{points}-{number}"
                rows.append(
                    {
                        "application_id": who,
                        "interviewer_id": f"{side}{number % people}",
                        "department": side,
                        "stage": stage,
                        "competency": competency,
                        "score": float(points),
                        "went_on": number < on,
                        "is_turned_down": number >= on,
                        "is_hired": number < on,
                        "employee_id": who if number < on else None,
                        "hire_date": DAY if number < on else pd.NaT,
                    }
                )
    return pd.DataFrame(rows)


def hires(given: pd.DataFrame) -> pd.DataFrame:
    """Of the hires rated on Drive by HR every third a high performer; each was expected to be one with 20 %."""
    who = given.loc[given["is_hired"], "employee_id"].reset_index(drop=True)
    became = pd.array([place % 3 == 0 for place in range(len(who))], dtype="boolean")
    return pd.DataFrame({"employee_id": who, "hire_date": DAY, HIGH_PERFORMER: became, "baseline": 0.2})


REASONS = pd.DataFrame(
    {
        "department": ["HR", "HR", "HR", "Sales"],
        "reason": ["Too loud", "Pay", None, "Green"],
        "is_recorded": [True, True, False, True],
        "count_rejections": [20, 3, 7, 4],
    }
)


def told(counts: Counts = SCREEN, competency: str = "Drive", is_nameless: bool = False) -> SecondLook:
    given = scores(counts)
    return second_look(patterns(given, is_nameless), competency, hires(given), REASONS)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_how_hires_did_leads_and_who_went_on_at_both_sides_stands_below() -> None:
    found = told()
    assert found.lead == found.hired.lead
    assert plain(found.standfirst) == (
        "HR's screen lets on 20 % of those rated 4–5 and 75 % of those rated 1–2; Sales' first interview, of those who "
        f"are left, lets on 75 % of those rated 4–5 and 25 % of those rated 1–2.{answer.FIRST}"
    )
    given = scores(SCREEN)
    new = second_look(
        patterns(given, False), "Drive", hires(given).iloc[:0], REASONS
    )  # nobody's first year is over
    assert plain(new.lead) == "Rated 4–5 on Drive: 20 % go on at HR's screen, 75 % at Sales' first interview"


def test_the_stage_told_is_the_first_and_not_the_one_that_looks_worst() -> None:
    later: Counts = {**SCREEN, ("Drive", "Sales", "final"): {1: (12, 0), 5: (0, 12)}}
    found = told(later)
    assert "Sales' first interview, of those who are left, lets on 75 %" in plain(found.standfirst)
    assert found.passed[1].lead == "Sales, stage by stage: who went on"


def test_the_first_competency_is_the_one_of_that_place_and_another_has_its_own_lead() -> None:
    found = patterns(scores(SCREEN), False)
    assert (found.offered, found.first) == (("Care", "Drive"), "Drive")
    other = told(competency="Care")
    assert plain(other.standfirst).startswith("HR's screen lets on 80 % of those rated 4–5 and ")


def test_each_side_has_a_figure_and_the_counts_stand_at_its_rows() -> None:
    hr, sales = told().passed
    assert hr.marks.rows["right"].tolist() == ["15 of 20", "10 of 20", "4 of 20"]
    assert hr.marks.rows["name"].tolist() == ["Screen, 1–2", "Screen, 3", "Screen, 4–5"]
    assert sales.lead == "Sales, stage by stage: who went on"
    assert sales.marks.rows["instead"].fillna("").tolist() == ["", "too few to show", ""]
    assert hr.n == 60
    assert not hr.label


def test_hires_are_counted_beside_expected_and_bands_of_few_are_not_told() -> None:
    found = told().hired
    rows = found.marks.rows
    assert rows.iloc[:3]["name"].tolist() == ["Rated 1–2 by HR", "Rated 3 by HR", "Rated 4–5 by HR"]
    assert rows.iloc[0]["right"] == "5 of 15, expected 3"
    assert rows.iloc[0]["estimate"] == pytest.approx(100 / 3)
    assert rows.iloc[0]["low"] < rows.iloc[0]["estimate"] < rows.iloc[0]["high"]
    # Four hires were rated 4–5 by HR: too few, and told with the next smallest they would come out of the sum.
    assert rows.iloc[1:3]["instead"].tolist() == ["too few", "too few"]
    assert rows.iloc[1:3]["right"].tolist() == ["", ""]


def test_the_heading_of_the_hires_says_whether_luck_gives_what_was_counted() -> None:
    given = scores({("Drive", "HR", "screen"): {1: (15, 5), 5: (12, 8)}})
    found = second_look(patterns(given, False), "Drive", hires(given), REASONS)
    assert found.hired.lead == "Among hires no difference by Drive can be told; of others nobody knows"
    apart = second_look(
        patterns(given, False), "Drive", hires(given).assign(baseline=0.9), REASONS
    ).hired.lead
    assert apart == "High performers: not all within luck of what was expected"


def test_tiles_are_the_same_of_both_sides() -> None:
    tiles = {one.title(): (plain(one.value), plain(one.note)) for one in told().numbers}
    assert tiles["Screen, HR 4–5"][0] == "20 %"
    assert tiles["First, Sales 4–5"][1].startswith("went on, 9 of 12 · likely ")
    assert tiles["First, Sales 4–5"][1].endswith("; of those rated 1–2: 25 %")
    assert not {"Hires, HR 4–5", "Hires, Sales 4–5"} & set(tiles)  # four hires; nine that would tell of three
    enough = told({("Drive", "HR", "screen"): {1: (15, 5), 5: (12, 8)}}).numbers
    assert {one.title(): one.value for one in enough}["Hires, HR 4–5"] == "4 of 12"


def test_rejected_stand_beside_hired_place_by_place() -> None:
    first = told().against.iloc[0].tolist()
    assert first[:3] == ["HR, screen", "3.71 · 31", "2.24 · 29"]
    assert first[3].startswith("−1.47 (")


def test_reasons_add_up_and_few_are_among_the_others() -> None:
    (heading, table), *more = told().reasons
    assert (heading, more) == ("Why HR turned down 30 applications", [])
    assert table[["Reason", "Applications"]].to_numpy().tolist() == [
        ["Too loud", "20"],
        ["Other reasons", "3"],
        ["Not recorded", "7"],
    ]


def test_where_no_side_is_recorded_the_reasons_still_stand() -> None:
    given, unknown = scores(SCREEN), REASONS.assign(department=None)
    ((heading, table),) = second_look(patterns(given, False), "Drive", hires(given), unknown).reasons
    assert heading == "Why 34 applications were turned down, by whom is not recorded"
    assert table["Applications"].tolist() == ["20", "7", "7"]


def test_a_reason_kept_back_is_among_the_others_and_not_called_unrecorded() -> None:
    hidden = REASONS.assign(reason=[*REASONS["reason"][:1], None, None, None])
    given = scores(SCREEN)
    (_, table), *_ = second_look(patterns(given, True), "Drive", hires(given), hidden).reasons
    assert table["Applications"].tolist() == ["20", "3", "7"]


def test_below_ten_at_an_end_nothing_leads_and_below_five_nothing_is_offered() -> None:
    few: Counts = {("Drive", "HR", "screen"): {1: (4, 4), 5: (4, 4)}}
    found = told(few)
    assert (found.lead, found.standfirst, found.numbers) == (answer.TOO_FEW, "", ())
    assert found.passed[0].lead == "HR: too few rated to compare"
    assert not patterns(scores({("Drive", "HR", "screen"): {1: (2, 2), 5: (2, 1)}}), False).offered


def test_without_names_nothing_is_told_of_a_place_that_few_interviewers_rated() -> None:
    given = scores(SCREEN, people=4)
    assert patterns(given, False).offered == ("Care", "Drive")
    assert not patterns(given, True).offered
    assert patterns(given, True).judged == ()


def test_without_names_a_small_band_takes_the_next_smallest_with_it_and_one_of_nobody_is_not_told() -> None:
    given = scores({("Drive", "HR", "screen"): {1: (3, 1), 3: (10, 2), 5: (20, 20)}})
    for is_nameless, untold in ((False, [True, False, False]), (True, [True, True, False])):
        assert patterns(given, is_nameless).passed["is_untold"].tolist() == untold
    nobody = scores({("Drive", "HR", "screen"): {1: (10, 10), 5: (20, 20)}})
    assert patterns(nobody, True).passed["is_untold"].tolist() == [False, True, False]


def test_nobody_rated_is_nobody_offered() -> None:
    found: Patterns = patterns(scores(SCREEN).iloc[:0], False)
    assert (found.offered, found.first, found.judged) == ((), "", ())


@pytest.mark.parametrize("stage", ["screen", "technical"])
def test_a_lead_has_at_most_ninety_letters(stage: str) -> None:
    name = "Relationship building with purchasing departments"
    found = patterns(scores({(name, "Sales", stage): {1: (12, 0), 5: (0, 12)}}), False)
    assert len(answer.lead(found, name)) <= 90
    assert plain(answer.lead(found, name)).startswith("Rated 4–5 on Relationship building with")
    both = {(name, side, stage): {1: (12, 0), 5: (12, 0)} for side in ("HR", "Sales")}
    lead = answer.lead(patterns(scores(both), False), name)
    assert len(lead) <= 90
    assert "…: 100 % go on at HR's " in plain(lead)
    assert len(told(both, name).lead) <= 90


def test_what_is_said_below_the_figures_is_no_verdict() -> None:
    assert "range restriction" in figures.LATER_NOTE
    assert "Counts, no verdicts" in " ".join(answer.READING)


def test_what_both_may_talk_about_are_the_reasons_that_no_profile_asks_for() -> None:
    rows = pd.DataFrame(
        {
            "department": ["HR", "HR", "HR", "HR", "Sales", "Sales"],
            "reason": ["Too loud", "Fit", "Tie", "Pay", "Green", "Skill"],
            "is_asked_for": [False, False, False, None, False, True],
            "count_rejections": [373, 410, 4, 900, 391, 500],
        }
    )
    assert answer.outside(rows) == (
        "decide whether profiles should ask for these reasons, or are no longer used: HR “Fit” 410 and “Too "
        "loud” 373; Sales “Green” 391."
    )
    assert answer.outside(rows.assign(is_asked_for=True)) == ""
    assert answer.outside(rows.iloc[:0]) == ""

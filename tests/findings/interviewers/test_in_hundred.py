"""Everybody in a hundred of their hires: in what order, what is kept back, and how many are compared."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd

from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.high_performers.answer import Counted
from hiring.findings.high_performers.interviewers import Interviewed
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.interviewers.in_hundred import accounted, became, exhibit, how, listed, standing, who_saw
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown

FRAME = pd.DataFrame(
    {
        "section": ["Interviewer", "Interviewer", "Combination"],
        "id": ["b", "a", "a + b"],
        "who": ["Bo", "Ada", "A + B"],
        "side": "Sales",
        "n": [47, 12, 6],
        "count": [24, 11, 6],
        "right": ["24 of 47", "11 of 12", "6 of 6"],
        "counted": [51.0, 92.0, 100.0],
        "name": ["Bo", "Ada", "A + B"],
        "expected": [34.0, 30.0, 20.0],
        "left": [3.0, 20.0, 20.0],
        "difference": [17.0, 62.0, 80.0],
        "levelled": [37.0, 50.0, 40.0],
        "levelled_low": [31.0, 30.0, 20.0],
        "levelled_high": [46.0, 70.0, 60.0],
        "label": ["Can't tell", "Too few hires", "Can't tell"],
        "top_third": [0.64, math.nan, math.nan],
        "needed": [33.0, 90.0, math.nan],
        "why": ["", "fewer than 8 of these hires", ""],
    }
)


def found(sayings: tuple[tuple[str, bool | None, str, str], ...] = ()) -> Interviewed:
    drawn = Exhibit("k", "Among 2 nobody", "", Marks("counted_and_expected", FRAME), "")
    return Interviewed(drawn, sayings, pd.DataFrame(), "Among 2 nobody", "", FRAME)


def test_the_list_keeps_the_order_of_the_rows_and_of_too_few_nothing_is_told_but_counts() -> None:
    table = listed(found()).set_index("Who")
    assert list(table.index) == ["Bo", "Ada", "A + B"]
    assert table.loc["Ada", "Why"] == "fewer than 8 of these hires"
    assert table.loc["Bo", ["Hires", "Counted", "Expected", "After luck", "from", "to"]].tolist() == [
        *(47, 24, 16.0, 37.0, 31.0, 46.0)
    ]
    assert table.loc["Bo", ["Top third, in 10", "Wanted"]].tolist() == [6.0, 30.0]
    assert table.loc["Ada", ["After luck", "from", "to", "Wanted"]].isna().all()


def seen(people: int, pairs: int, rests_on: str = "") -> Shown:
    """So many interviewers and pairs are shown."""
    evidence = Evidence.__new__(Evidence)
    for name, count in (("interviewers", people), ("pairs", pairs)):
        object.__setattr__(evidence, name, pd.DataFrame({"id": range(count)}))
    nobody = pd.DataFrame()
    return Shown(evidence, evidence, nobody, nobody, {}, 0, rests_on)


def test_nobody_is_pointed_at_and_all_are_accounted_for() -> None:
    assert accounted(found(), seen(3, 1)) == (
        "Compared: 1 interviewer and 1 combination. Not compared, for a reason that the list gives: 1 interviewer. "
        "Not in the list, with too few hires of a full first year: 1 interviewer."
    )
    part = replace(seen(3, 1, "Estimates rest on all."), company=seen(65, 258).company)
    assert accounted(found(), part).startswith(
        "Of the company's 65 interviewers and 258 combinations 3 interviewers and 1 combination saw these hires. "
        "Compared: 1 interviewer and 1 combination. Not compared"
    )
    nobody = Interviewed(found().exhibit, (), pd.DataFrame(), "", "")
    assert standing(nobody, seen(3, 1)) == accounted(nobody, seen(3, 1)) == ""


def test_the_page_begins_with_how_many_can_be_compared_and_why_the_others_cannot() -> None:
    others = "the others saw too few such hires, or hires whom hardly anybody else saw."
    assert standing(found(), seen(3, 1)) == (
        f"1 of 3 interviewers and 1 of 1 combination can be compared; {others}"
    )
    part = seen(3, 1, "Estimates rest on all.")
    assert standing(found(), part) == (
        f"1 of 3 interviewers and 1 of 1 combination who saw these hires can be compared; {others}"
    )
    assert standing(found(), seen(1, 1)) == "1 of 1 interviewer and 1 of 1 combination can be compared."
    few = replace(found(), frame=FRAME.assign(label="Too few hires"))
    assert standing(few, seen(3, 0)) == f"None of 3 interviewers can be compared; {others}"


def test_where_nobody_is_told_apart_the_heading_says_so_whatever_single_lines_miss() -> None:
    better = FRAME.assign(levelled_low=[35.0, 30.0, 20.0])  # Bo's line lies above the tick at 34
    lead = exhibit(replace(found(), frame=better)).lead
    assert lead.endswith("; nobody stands out")
    assert "better" not in lead


def test_who_saw_most_of_the_chosen_high_performers_is_a_count_and_no_verdict() -> None:
    of = Counted(pd.DataFrame(index=range(70)), 30, HIGH_PERFORMERS)
    assert who_saw(found(), of) == (
        "Bo saw 24 of the 30 high performers here and 23 of the 40 others; Ada 11 and 1. "
        "These are counts, no verdict."
    )
    assert who_saw(found(), Counted(pd.DataFrame(), 0, HIGH_PERFORMERS)) == ""
    assert who_saw(Interviewed(found().exhibit, (), pd.DataFrame(), "", ""), of) == ""


def test_nobody_is_left_out_who_saw_as_many_as_somebody_named() -> None:
    of = Counted(pd.DataFrame(index=range(40)), 20, HIGH_PERFORMERS)

    def told(*counts: int) -> str:
        people = pd.DataFrame(
            {
                "section": "Interviewer",
                "name": list("ABCDEFGH"[: len(counts)]),
                "count": counts,
                "n": [2 * count for count in counts],
            }
        )
        return who_saw(replace(found(), frame=people), of)

    assert told(7, 5, 5, 5).startswith("A saw 7 of the 20 high performers here and 7 of the 20 others. These")
    assert told(7, 5, 4, 3).startswith(
        "A saw 7 of the 20 high performers here and 7 of the 20 others; B 5 and 5; C 4"
    )
    assert told(5, 5, 5, 5, 2).startswith("4 people saw 5 high performers here each, nobody more.")


def test_the_furthest_are_named_only_where_one_of_their_kind_is_told_from_luck() -> None:
    drawn = FRAME[FRAME["label"] == "Can't tell"]
    none = replace(found(), exhibit=Exhibit("k", "", "", Marks("counted_and_expected", drawn), ""))
    assert exhibit(none).lead == (
        "The only 1 interviewer and 1 combination that can be compared; nobody stands out"
    )
    leans = replace(none, frame=FRAME.assign(label=["Leaning", "Too few hires", "Can't tell"]))
    assert exhibit(leans).lead == (
        "The furthest above and below of 2 interviewers and the only 1 combination that can be compared"
    )
    more = pd.concat([FRAME, FRAME.assign(id=["c", "d", "c + d"])])
    assert exhibit(replace(none, frame=more)).lead == (
        "The 1 interviewer and 1 combination with most hires; nobody stands out"
    )


def test_the_list_says_in_what_order_it_is() -> None:
    assert how(listed(found())).startswith("In the order of hires seen, no ranking.")
    leans = replace(found(), frame=FRAME.assign(label=["Leaning", "Too few hires", "Can't tell"]))
    assert how(listed(leans)).startswith("In the order of what is left after luck")


def test_wanted_is_explained_only_where_it_stands() -> None:
    assert "Wanted: more hires" in how(listed(found()))
    out = listed(Interviewed(found().exhibit, (), pd.DataFrame(), "", "", FRAME.assign(needed=math.nan)))
    assert "Wanted" not in out
    assert "no number of further hires" in how(out)


def test_the_hires_behind_a_row_are_told_from_those_it_counts() -> None:
    hires = pd.DataFrame(
        {
            "is_counted": [True] * 3 + [False],
            "is_high_performer": pd.array([True, False, pd.NA, True], dtype="boolean"),
        }
    )
    assert became(hires) == (
        "1 of the 2 hires with a full first year became high performers; what the other 2 did in theirs is not known "
        "yet, or left out."
    )
    assert became(hires.head(2)) == "1 of the 2 hires with a full first year became high performers."

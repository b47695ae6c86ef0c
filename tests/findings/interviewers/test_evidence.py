"""The forest, the pairs, luck, panels, checks and the hires behind a mark: each says what the judgement holds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import Made, all_shown, company
from hiring import charts, words
from hiring.findings.interviewers import rows as interviewer_words
from hiring.findings.interviewers.checks import checks, unequal
from hiring.findings.interviewers.hires import at, behind, options, row_of, title
from hiring.findings.interviewers.luck import luck_box
from hiring.findings.interviewers.pairs import MOST_SAID, pairs
from hiring.findings.interviewers.people import people
from hiring.statistics.evidence.claims import Cap, Combination
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.evidence.luck import NOBODY
from hiring.statistics.verdicts import Label
from hiring.words import THIN


@cache
def made() -> Made:
    return company(count=900, interviewers=45, spread=0.5, seed=3)


@cache
def judged() -> Evidence:
    return whole(made().hires, made().months, made().seats)


@cache
def names() -> dict[str, str]:
    return {who: f"Ada Person-{who}" for who in made().seats["interviewer_id"].unique()}


def numbers(text: str) -> list[float]:
    return [float(one.replace("−", "-")) for one in re.findall(r"[+−]?\d+(?:\.\d+)?", text)]


def test_a_clear_dot_has_an_interval_without_zero_and_the_others_their_own_grammar() -> None:
    frame = people(judged(), names()).frame
    clear = frame[frame["verdict"] == Label.CLEAR.value]
    assert len(clear)
    assert ((clear["low"] > 0) | (clear["high"] < 0)).all()
    assert (frame.loc[frame["verdict"] == Label.CANNOT_TELL.value, "direction"].isna()).all()
    assert set(clear["direction"]) <= {"higher", "lower"}


def test_a_row_tells_department_and_n_and_the_hover_the_plain_mean() -> None:
    found = judged().interviewers.set_index("id")
    frame = people(judged(), names()).frame.set_index("id")
    for who in frame.index[:5]:
        assert frame.loc[who, "right"] == f"{found.loc[who, 'department']} · {found.loc[who, 'n']}"
        assert f"{found.loc[who, 'raw_mean']:+.1f}".replace("-", "−") in frame.loc[who, "detail"]


def test_cells_of_the_table_never_round_a_clear_bound_to_zero() -> None:
    table = people(judged(), names()).table
    for cell in table.loc[table["What may be said"] == Label.CLEAR.value, "Against comparable hires, SD"]:
        _estimate, low, high = numbers(cell)
        assert low * high > 0
    assert words.fine(0.004) == "+0.004"
    assert words.fine(0.3) == "+0.3"
    assert words.fine(0.0) == "0"


def test_the_next_step_of_those_who_cannot_be_told_is_the_middle_of_what_they_need() -> None:
    assert interviewer_words.most(pd.Series([10.0, 96.0, 300.0, np.nan, 0.0])) == "about 100"
    assert interviewer_words.most(pd.Series([np.nan, 0.0])) == ""
    quiet = company(count=300, seed=5)
    found = whole(quiet.hires, quiet.months, quiet.seats)
    assert "More hires alone will not tell" in people(found, {}).next_step
    reachable = replace(found, interviewers=found.interviewers.assign(needed=96.0))
    assert "about 100 more hires seen by the same person" in people(reachable, {}).next_step


def test_two_people_of_one_initial_and_name_keep_their_whole_names() -> None:
    short = interviewer_words.brief(["Ada King", "Abe King", "Cleo Ray", "Solo", "Ray, Cleo"])
    assert short == {
        "Ada King": "Ada King",
        "Abe King": "Abe King",
        "Cleo Ray": "C. Ray",
        "Solo": "Solo",
        "Ray, Cleo": "Ray, Cleo",
    }


def test_the_triangle_holds_ten_people_and_says_who_is_left_out() -> None:
    found = pairs(judged(), names())
    assert len(found.triangle.marks.given["people"]) == 10
    assert charts.MOST_PEOPLE == 10
    shown = set(found.triangle.marks.given["people"]["person_id"])
    inside = judged().pairs["first_id"].isin(shown) & judged().pairs["second_id"].isin(shown)
    everybody = set(judged().pairs["first_id"]) | set(judged().pairs["second_id"])
    assert f"{len(everybody) - 10} others, with {int((~inside).sum())} pairs" in found.triangle.note
    clear = judged().pairs[judged().pairs["label"] == Label.CLEAR]
    furthest = clear.loc[clear["estimate"].abs().idxmax()]
    assert {furthest["first_id"], furthest["second_id"]} <= shown


def test_a_small_company_leaves_nobody_out() -> None:
    small = company(count=200, interviewers=9, seed=4)
    found = pairs(whole(small.hires, small.months, small.seats), {})
    assert found.triangle.note == ""
    assert len(found.triangle.marks.given["people"]) <= 9


def test_the_list_sets_each_pair_beside_its_plain_mean_and_n() -> None:
    found = pairs(judged(), names())
    known = judged().pairs.set_index("id")
    assert found.listed.marks.rows["estimate"].is_monotonic_decreasing
    for row in found.listed.marks.rows.to_dict("records"):
        assert row["right"].endswith(f"· {known.loc[row['id'], 'n']} hires")
        assert numbers(row["right"])[0] == pytest.approx(known.loc[row["id"], "raw_mean"], abs=0.051)
        assert row["estimate"] == known.loc[row["id"], "estimate"]
        assert abs(row["estimate"]) < abs(row["raw_mean"]) or row["verdict"] == Label.CLEAR.value


def test_what_may_be_said_gives_both_sides_their_turn_and_counts_the_rest() -> None:
    found = pairs(judged(), names())
    label = judged().pairs["label"]
    claimed = judged().pairs[label.isin([Label.CLEAR, Label.LEANING])]
    ways = [is_better for name, is_better, _about, _said in found.sayings if is_better is not None]
    assert len(ways) == min(MOST_SAID, len(claimed))
    assert ways == [True, False, True, False]  # in each turn the one further up first
    (more,) = [about for name, _way, about, _said in found.sayings if name == "And more"]
    assert sum(numbers(more)) == len(claimed) - MOST_SAID
    assert not any("because of" in said for *_rest, said in found.sayings)


def test_all_pairs_are_said_to_be_alike_only_where_none_is_too_few_to_tell() -> None:
    frame = judged().pairs.assign(label=Label.CANNOT_TELL.value)
    alike = pairs(replace(judged(), pairs=frame), names())
    assert [about for _name, _way, about, _said in alike.sayings] == ["All pairs"]
    few = frame.assign(label=[Label.TOO_FEW.value] * 7 + [Label.CANNOT_TELL.value] * (len(frame) - 7))
    some = pairs(replace(judged(), pairs=few), names())
    assert [about for _name, _way, about, _said in some.sayings] == [f"{len(frame) - 7} pairs", "7 pairs"]


def test_a_good_pair_is_said_to_be_good_as_each_is_or_more_than_the_sum() -> None:
    frame = judged().pairs.copy()
    best = frame["estimate"].idxmax()
    for combination, said in (
        (Combination.EACH_IS_GOOD, "no sign that together they add"),
        (Combination.MORE_THAN_THE_SUM, "more than their separate records"),
    ):
        frame["label"] = Label.CANNOT_TELL.value
        frame["combination"] = ""
        frame.loc[best, ["label", "combination"]] = [Label.CLEAR.value, combination.value]
        found = pairs(replace(judged(), pairs=frame.copy()), names())
        assert said in found.sayings[0][3]
        assert combination.value in found.sayings[0][3]
    assert found.triangle.lead == "One pair did better together than the two people's own records"


def test_below_300_hires_what_a_pair_adds_is_said_to_be_out_of_reach() -> None:
    small = company(count=200, interviewers=9, seed=4)
    found = pairs(whole(small.hires, small.months, small.seats), {})
    assert "cannot be told below 300 hires" in found.together


def test_the_luck_box_holds_the_companys_own_numbers() -> None:
    box = luck_box(all_shown(judged(), names()))
    luck = judged().luck.pairs
    (said,) = [said for about, said in box.sentences if about == "Pairs"]
    assert f"{luck.best_mean:+.1f}" in said
    assert (
        f"the luckiest of {luck.count_groups} pairs would still look like {luck.luckiest_mean:+.1f}" in said
    )
    who = [names()[one] for one in luck.best.split(" + ")]
    assert " and ".join(who) in said
    assert box.pairs.marks.given["company"] == luck.best_mean
    assert len(box.pairs.marks.rows) == 1000
    as_good = int((box.pairs.marks.rows["value"] >= luck.best_mean).sum())
    assert f"In {as_good} of 1,000 shuffles" in box.pairs.standfirst
    assert as_good == 23
    assert "By luck alone, a pair can look as high" in box.pairs.lead
    alone = replace(luck, shuffled=np.minimum(luck.shuffled, luck.best_mean - 0.1))
    rare = replace(judged(), luck=replace(judged().luck, pairs=alone))
    assert "further out than luck reaches" in luck_box(all_shown(rare, names())).pairs.lead


def test_more_than_luck_is_said_only_where_no_shuffle_of_a_thousand_is_as_wide() -> None:
    luck = judged().luck
    checked = replace(luck, interviewers=replace(luck.interviewers, p_any=93 / 1001), pairs=NOBODY)
    box = luck_box(all_shown(replace(judged(), luck=checked), names()))
    ((about, said),) = box.sentences
    assert about == "Interviewers"
    assert said.startswith(
        "Dealt out at random, interviewers would differ as much in 9 of 100 tries: luck is enough."
    )
    assert not box.pairs.is_drawn
    seldom = replace(luck, interviewers=replace(luck.interviewers, p_any=2 / 1001))
    second = luck_box(all_shown(replace(judged(), luck=seldom), names())).sentences[0][1]
    assert second.startswith(
        "Dealt out at random, interviewers would differ as much in 1 of 1,000 tries: it cannot be told. That is "
        "seldom, but so many comparisons are made on these pages that yes takes none. "
    )
    assert "That is seldom" not in said
    rare = replace(luck, interviewers=replace(luck.interviewers, p_any=1 / 1001))
    first = luck_box(all_shown(replace(judged(), luck=rare), names())).sentences[0][1]
    assert first.startswith(
        "Dealt out at random, interviewers would differ as much in none of 1,000 tries: on the whole that is more than "
        "luck."
    )


def test_where_seats_are_missing_it_is_said_beside_interviewers() -> None:
    some = replace(judged(), recorded=0.64)
    beside = (
        "Seats of these panels are missing, so it takes more hires until anything can be said of somebody."
    )
    assert people(some, names()).exhibit.note.count(beside) == 1
    assert beside not in people(judged(), names()).exhibit.note


def test_who_interviews_for_one_manager_is_not_said_to_have_too_few_hires() -> None:
    frame = judged().interviewers.assign(label=Label.TOO_FEW.value)
    frame["capped_by"] = ["own team", "one manager", *[""] * (len(frame) - 2)]
    rows = people(replace(judged(), interviewers=frame), names()).frame.set_index("id")["instead"]
    assert rows[frame["id"][:2]].tolist() == ["nearly all came to one manager"] * 2
    assert rows[frame["id"][2:]].isna().all()


def test_checks_say_how_many_claims_fell_and_why() -> None:
    frame = judged().interviewers.copy()
    frame.loc[frame.index[:2], "capped_by"] = Cap.ONE_HIRE.value
    frame.loc[frame.index[2], "capped_by"] = Cap.OTHER_OUTCOME.value
    told = dict(checks(replace(judged(), interviewers=frame, pairs=judged().pairs.assign(capped_by=""))))
    assert told["One hire"].startswith("2 claims did not stand with the best hire left out")
    assert told["Leavers"].startswith(
        "1 claim did not stand when only the months in the job count and is only"
    )
    assert "did not start from unequal ground" in told["Equal hands"]
    assert told["How many more"].startswith("Until a difference of 0.3 SD would show: ")
    assert told["Managers"].startswith("Managers at the start are not known for enough hires")
    assert unequal(judged()) is None


def test_behind_a_mark_stand_as_many_hires_as_it_counts() -> None:
    listed = made().hires[["employee_id", "hire_date"]].assign(full_name="Somebody")
    first = judged().interviewers.iloc[0]
    pair = judged().pairs.iloc[0]
    assert len(behind(listed, judged(), first["id"])) == first["n"]
    hires = behind(listed, judged(), pair["id"])
    assert len(hires) == pair["n"]
    seen = made().seats.groupby("employee_id")["interviewer_id"].agg(set)
    assert all({pair["first_id"], pair["second_id"]} <= seen[who] for who in hires["employee_id"])


def test_a_choice_is_offered_by_name_with_its_count_and_found_by_its_mark() -> None:
    frame = pd.DataFrame({"id": ["b + c", "a"], "name": ["B. + C.", "A."], "n": [5, 1]})
    assert options(frame) == {"a": "A. (1 hire)", "b + c": "B. + C. (5 hires)"}
    assert (at(frame, (0,)), at(frame, ()), at(frame, (7,))) == ("b + c", None, None)
    assert title(row_of(frame, "b + c")) == "5 hires seen by B. and C."


def test_every_figure_can_be_drawn() -> None:
    found, box = pairs(judged(), names()), luck_box(all_shown(judged(), names()))
    assert charts.draw(found.triangle.marks).to_dict()
    assert charts.draw(found.listed.marks).to_dict()
    assert charts.draw(box.pairs.marks).to_dict()
    assert f"95{THIN}%" in interviewer_words.LINE

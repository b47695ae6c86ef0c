"""What the page "Leadership and placement" says of few hires, unknown days and those who could have led: by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring.findings.leadership import answer, few, groups, placement
from hiring.statistics import leading
from hiring.words import THIN

MONTH = leading.MONTH_DAYS
DAY = pd.Timestamp("2020-01-01")
USUAL = {
    "hire_date": DAY,
    "sales_start_on": DAY,
    "role_profile": "R",
    "source": "Referral",
    "region_now": "North",
    "count_hr": 1,
    "count_sales": 1,
    "is_told": True,
    "days_to_lead": None,
    "days_observed": 60 * MONTH,
    "months_since_hire": 60,
    "leads_today": False,
    "is_selling": True,
    "is_counted": True,
    "met_bar": False,
    "is_high_performer": False,
    "manager_id": "m",
    "is_manager_gone": False,
}


def hires(*rows: dict[str, Any]) -> pd.DataFrame:
    made = [USUAL | {"employee_id": f"e{place}"} | row for place, row in enumerate(rows)]
    return pd.DataFrame(made).assign(days_to_lead=lambda f: f["days_to_lead"].astype("Float64"))


def lead(frame: pd.DataFrame) -> str:
    return answer.lead(frame, leading.followed(frame))


def test_the_lead_tells_three_years_while_five_were_followed_so_long() -> None:
    """Fifty hires, five lead at month 12: of 100 who stay, 10 do; four followed to 36 months tell of two years only."""
    came = [{"days_to_lead": 12 * MONTH}] * 5
    assert lead(hires(*came, *({} for _ in range(45)))) == (
        "5 of 50 hires came to lead people; of 100 who stay three years, 10 do"
    )
    short = [{"days_observed": 30 * MONTH}] * 41
    assert lead(hires(*came, {}, {}, {}, {}, *short)).endswith("of 100 who stay two years, 10 do")
    soon = [{"days_to_lead": 5 * MONTH}] * 5
    assert lead(hires(*soon, *({"days_observed": 6 * MONTH} for _ in range(45)))) == (
        "5 of 50 hires came to lead people"
    )


def test_fewer_than_five_who_came_to_lead_are_nowhere_counted_nor_told_by_what_is_left() -> None:
    frame = hires({"days_to_lead": 12 * MONTH}, *({} for _ in range(10)))
    chosen = leading.followed(frame)
    assert lead(frame) == "Fewer than 5 of 11 hires came to lead people"
    (tile,) = answer.numbers(chosen)
    assert (tile.value, tile.note) == ("<\u00a05", "of 11 hires")
    assert not answer.how_soon(chosen).is_drawn
    assert not groups.of_whom(chosen).is_drawn
    assert "the first after" not in answer.standfirst(frame, chosen)
    many = hires(*({"days_to_lead": 12 * MONTH} for _ in range(10)), {})
    assert lead(many).startswith("More than 6 of 11 hires came to lead people")


def test_a_group_in_which_few_came_hides_its_count_and_the_one_that_would_tell_it() -> None:
    """Nine, seven and one came of A, B and C: with A's nine told, B's seven and all 17, C's one could be worked out."""
    frame = hires(
        *({"role_profile": "A", "days_to_lead": 12 * MONTH} for _ in range(9)),
        *({"role_profile": "B", "days_to_lead": 12 * MONTH} for _ in range(7)),
        {"role_profile": "C", "days_to_lead": 12 * MONTH},
        *({"role_profile": role} for role in "ABCD" for _ in range(10)),
    )
    chosen = leading.followed(frame)
    rows = groups.of_whom(chosen).marks.rows.set_index("name")
    assert rows["instead"].dropna().to_dict() == {"B": "not shown", "C": "not shown"}
    assert rows["counted"].dropna().index.tolist() == ["A", "D"]
    assert groups.groups_table(chosen)["Came to lead"].tolist() == [
        "9 of 19",
        "not shown of 17",
        "not shown of 11",
        "0 of 10",
    ]


def test_nobody_and_no_day_are_told_as_what_they_are() -> None:
    assert lead(hires({}, {})) == "None of 2 hires has come to lead people so far"
    undated = hires({"is_told": False, "leads_today": True}, {"is_told": False})
    assert lead(undated) == "Some of 2 hires lead people today; since when is not known"
    assert answer.standfirst(undated, leading.followed(undated)) == ""
    told = hires({"days_to_lead": 0, "leads_today": True}, {"leads_today": True}, {})
    said = answer.standfirst(told, leading.followed(told))
    assert said.startswith(
        "Fewer than 5 led from the first day and are left out. Fewer than 5 more lead since a day nobody wrote down."
    )


def test_a_group_of_fewer_than_five_shows_no_mark_and_one_far_from_expected_leads() -> None:
    """Six of A come at once, none of thirty of B; C has four. At one pace 6 of 40 come: .9 of A's six."""
    frame = hires(
        *({"days_to_lead": 12 * MONTH, "role_profile": "A"} for _ in range(6)),
        *({"role_profile": "B"} for _ in range(30)),
        *({"role_profile": "C"} for _ in range(4)),
    )
    shown = groups.of_whom(leading.followed(frame))
    assert shown.lead == "A: 6 came to lead, 1 expected"
    rows = shown.marks.rows.set_index("name")
    assert rows["right"].to_dict() == {"A": "6 of 6", "B": "0 of 30", "C": ""}
    assert rows["instead"].to_dict()["C"] == "too few"
    assert rows.loc["A", ["counted", "expected"]].tolist() == [100, 15]
    assert groups.groups_table(leading.followed(frame))["Group"].tolist() == ["B", "A"]
    assert set(rows["section"]) == {"Role"}  # one source and one kind of panel tell nothing apart


def test_ratings_lead_with_the_widest_gap_and_how_sure() -> None:
    frame = hires(*({"days_to_lead": 12 * MONTH} for _ in range(6)), *({} for _ in range(6)))
    scores = [4.0, 5, 4, 5, 4, 5, 3, 2, 3, 2, 3, 2]
    ratings = frame[["employee_id", "hire_date", "role_profile", "met_bar"]].assign(
        competency="Drive", score=scores
    )
    shown = answer.traits(ratings, leading.followed(frame))
    assert shown.lead.startswith("Who came to lead had been rated 2.0 points higher on Drive (likely +1.")
    assert shown.marks.rows["n"].tolist() == [12]
    assert shown.marks.rows["right"].str.fullmatch(r"\+2\.0 \(\+1\.\d to \+\d\.\d\) · 12 hires").all()
    assert "luck alone" not in shown.standfirst  # of one competency none was chosen for being the widest
    drawn = [ratings.assign(competency=f"C{place}") for place in range(8)]
    widest = answer.traits(pd.concat(drawn), leading.followed(frame))
    assert widest.lead == "No single rating marks who came to lead"
    assert widest.standfirst.endswith("Among 8 gaps luck alone makes one look real in 34 of 100 companies")
    few = answer.traits(ratings[:3], leading.followed(frame))
    assert few.lead == "Too few came to lead to compare how they had been rated"


def test_need_says_which_teams_and_hides_regions_of_fewer_than_five() -> None:
    gone = {"met_bar": True, "manager_id": "g", "is_manager_gone": True}
    frame = hires(*[gone] * 5, *({} for _ in range(11)), {"region_now": "South"})
    assert placement.need_lead(frame, leading.teams(frame)) == (
        "Of 2 teams 1 lost its lead, 1 has over 10 sellers to each lead; 5 could be asked"
    )
    assert placement.need(frame, leading.teams(frame)).to_numpy().tolist() == [
        ["North", "not shown", "0", "not shown", "5"],
        ["South", "not shown", "too few to show", "too few to show", "too few to show"],
    ]
    unknown = frame.assign(met_bar=None, is_high_performer=None)
    assert "could be asked" not in placement.need_lead(unknown, leading.teams(unknown))
    assert placement.need(unknown, leading.teams(unknown))["Could be asked"].tolist()[0] not in {"0", "1"}
    (tile,) = placement.numbers(unknown, leading.teams(unknown), None)
    assert (tile.card, tile.value, tile.note) == (
        "lead_today",
        "0",
        "",
    )  # of 17 sellers would tell South's one


def test_a_total_beside_a_part_that_is_kept_back_is_told_nowhere() -> None:
    """In need: 14 of A, 10 of B, 3 of C; with all 27 told, A's 14 would leave 9 to 12 for B beside C's fewer than 5."""
    need = {"manager_id": "g", "is_manager_gone": True}
    led = {"manager_id": None, "met_bar": True}
    frame = hires(
        *(
            {**need, "region_now": region}
            for region, count in (("A", 14), ("B", 10), ("C", 3))
            for _ in range(count)
        ),
        *({**led, "region_now": region} for region in "ABC" for _ in range(6)),
    )
    found = placement.need(frame, leading.teams(frame)).set_index("Region")
    assert found["In teams in need"].to_dict() == {"A": "14", "B": "not shown", "C": "not shown"}
    told = {one.card: one.value for one in placement.numbers(frame, leading.teams(frame), None)}
    assert told == {"lead_today": "0", "may_be_asked": "18"}
    assert few.total(pd.Series([14, 10, 3])) == few.total(pd.Series([3])) == ""
    assert few.total(pd.Series([14, 10, 0])) == "24"
    hidden = hires(
        *({**led, "region_now": region} for region, count in (("A", 9), ("C", 3)) for _ in range(count)), need
    )
    assert "could be asked" not in placement.need_lead(hidden, leading.teams(hidden))


def test_a_team_stays_whole_when_one_role_of_it_is_chosen() -> None:
    frame = hires(*({"role_profile": "A"} for _ in range(6)), *({} for _ in range(5)))
    chosen = frame[frame["role_profile"] == "A"]
    assert placement.need_lead(chosen, leading.teams(frame)).startswith(
        "Of 1 team none lost its lead, 1 has over"
    )
    assert placement.need_standfirst(chosen, leading.teams(frame)).endswith(". Whole teams: 11 sellers")
    assert placement.need_standfirst(frame, leading.teams(frame)) == placement.NEED
    nobody = frame.assign(manager_id=None)
    assert placement.need_lead(nobody, leading.teams(nobody)) == ""
    assert placement.need(chosen, leading.teams(frame)).to_numpy().tolist() == [["North", "6", "0", "6", "0"]]


def test_moves_are_counts_and_small_ones_are_not_told_to_anybody() -> None:
    move = {"from_role": "A", "to_role": "B", "is_mature": True, "is_counted": True, "is_still_there": True}
    rows = pd.DataFrame(
        [move | {"met_bar": place < 3} for place in range(5)]
        + [move | {"to_role": "C", "met_bar": True}]
        + [move | {"to_role": "D", "met_bar": None, "is_mature": False, "is_counted": False}]
    )
    assert placement.moves_lead(rows) == (
        "7 moves to another role; fewer than 5 of 6 at least 12 months old met the bar"
    )
    many = pd.DataFrame([move | {"met_bar": place < 10} for place in range(15)])
    assert placement.moves_lead(many).replace(THIN, " ") == (
        "15 moves to another role; of the 15 at least 12 months old 10 met the bar (42–85 %)"
    )
    assert placement.moves_lead(rows.iloc[5:]) == (
        "Fewer than 5 moves to another role; too few are a year old to say how they went"
    )
    assert placement.moves_lead(rows.iloc[:0]) == "None of these hires moved to another selling role"


def test_strong_yes_says_how_far_apart_both_are_and_what_luck_can_make() -> None:
    """Six of ten who came to lead and five of ten others had a strong yes of Sales: ten points, well within luck."""
    frame = hires(*({"days_to_lead": 12 * MONTH} for _ in range(10)), *({} for _ in range(10)))
    rows = frame[["employee_id", "hire_date"]].assign(
        department="Sales", count_strong_yes=[1] * 6 + [0] * 4 + [1] * 5 + [0] * 5
    )
    (row,) = answer.recommended(rows, leading.followed(frame)).to_numpy().tolist()
    assert row[:3] == ["Sales", "6 of 10", "5 of 10"]
    assert row[3].endswith(" points, may be luck")
    few = answer.recommended(rows.head(4), leading.followed(frame))
    assert few.empty


def test_who_works_in_a_region_now_is_chosen_by_it_wherever_they_were_hired() -> None:
    frame = hires({"region": "South"}, {"region": "North", "region_now": "South"})
    assert leading.working_in(frame, ("North",))["employee_id"].tolist() == ["e0"]
    assert len(leading.working_in(frame, ())) == 2


def test_where_to_ask_first_is_told_of_counts_that_are_told() -> None:
    table = pd.DataFrame(
        {
            "Region": ["North", "South", "East", "West"],
            "In teams in need": ["14", "not shown", "0", "1,020"],
            "Could be asked": ["9", "32", "9", "not shown"],
        }
    )
    assert placement.next_step(table) == (
        "talk first to the managers in North (14 sellers in teams in need, 9 who could be asked)."
    )
    assert placement.next_step(table.iloc[1:3]) == ""

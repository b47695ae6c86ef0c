"""Where high performers came from, on the sample: counts by hand, what stands out, what is drawn and kept back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from hiring import words
from hiring.findings.high_performers import answer
from hiring.findings.high_performers.groups import NOTHING, Groups, groups, said
from hiring.findings.high_performers.outcomes import (
    HIGH_PERFORMERS,
    MET_THE_BAR,
    OUTCOMES,
    STAYED_A_YEAR,
    Outcome,
    outcome_of,
)
from hiring.findings.overview.recent import Recent
from hiring.findings.role_profiles.best import Best
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.outcomes import KEY
from hiring.warehouse import pointer
from hiring.warehouse.asking import Warehouse, connect
from hiring.warehouse.evidence import making


@pytest.fixture(scope="module")
def company(sample_warehouse: Path) -> CompanyEvidence:
    return making.made(Warehouse(sample_warehouse))


RECENT = Recent.at(date(2026, 6, 30), date(2026, 6, 30), answer.WINDOW)


@pytest.fixture(scope="module")
def hires(sample_warehouse: Path) -> pd.DataFrame:
    """The sample's hires with a full first year, out of the mart itself."""
    connection = connect(pointer.served(sample_warehouse))
    rows = connection.execute(
        "select hires.*, windows.is_high_performer, windows.met_bar, windows.is_still_there from marts.hires "
        "join marts.hire_windows as windows using (employee_id, hire_date) "
        "where outcome_window = 12 and role_number = 1 and is_counted"
    ).df()
    connection.close()
    return rows


def _groups(
    company: CompanyEvidence, chosen: pd.DataFrame, outcome: Outcome, *, sees_names: bool = True
) -> Groups:
    return groups(company.high_performers, company.panels, chosen[KEY], outcome, sees_names=sees_names)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.column)
def test_every_count_is_that_of_the_mart(
    company: CompanyEvidence, hires: pd.DataFrame, outcome: Outcome
) -> None:
    rows = _groups(company, hires, outcome).rows
    regions = rows[rows["section"] == "Region"].set_index("name")
    known = hires[hires[outcome.column].notna()]
    by_hand = known.groupby("region")[outcome.column].agg(["size", "sum"])
    assert regions["n"].astype(int).to_dict() == by_hand["size"].to_dict()
    assert regions["count"].astype(int).to_dict() == by_hand["sum"].astype(int).to_dict()


def test_a_region_far_from_what_was_expected_stands_out_and_leads(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    found = _groups(company, hires, HIGH_PERFORMERS)
    assert [group.name for group in found.standing_out] == ["DACH", "North America"]
    assert found.standing_out[0].fact() == "DACH: 42 of 114, expected 15"
    assert [group.is_clear for group in found.standing_out] == [True, False]
    assert (
        found.standing_out[1]
        .sentence()
        .endswith(
            "fewer in 100 than comparable hires; luck alone would put a group this far out in about 2 of 100 companies."
        )
    )
    assert (
        found.standing_out[0]
        .sentence()
        .endswith("; luck alone would put a group this far out in fewer than 1 of 1,000 companies.")
    )
    below = found.exhibits[0].marks.rows.set_index("name")["below"].dropna().to_dict()
    assert below == {"DACH": "clear", "North America": "leaning", "Referral": "leaning"}
    assert found.lead == "DACH (clear) and North America (leaning) lie furthest from what was expected"
    counted = answer.counted(company.high_performers, hires[KEY], HIGH_PERFORMERS)
    assert answer.lead(counted, found) == "More than half of our high performers were hired in DACH"
    assert answer.standfirst(counted, found) == (
        "75 of 365 hires with a full first year became high performers, the top of their role at month 12 by quota "
        "attained. DACH: 42 of 114, expected 15 (clear); North America: 5 of 76, expected 18 (leaning); quotas, "
        "territories or the market may do that as well as hiring."
    )


def test_where_nothing_stands_out_it_is_said_so(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    found = _groups(company, hires, STAYED_A_YEAR)
    assert found.standing_out == ()
    assert said(found).startswith(NOTHING)
    assert found.lead == "No group stands further out than luck reaches"
    counted = answer.counted(company.high_performers, hires[KEY], STAYED_A_YEAR)
    stayed = int(hires["is_still_there"].sum())
    assert (
        answer.lead(counted, found)
        == f"{stayed} of 365 hires were there at month 12; no group stands out by more than luck"
    )
    assert answer.CAUTION not in answer.standfirst(counted, found)


def test_where_luck_does_as_much_the_furthest_group_is_named_and_its_range_said_to_be_looked_at_alone(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    found = _groups(company, hires, MET_THE_BAR)
    counted = answer.counted(company.high_performers, hires[KEY], MET_THE_BAR)
    many = len(found.rows)
    assert answer.standfirst(counted, found).endswith(
        f" DACH lies furthest (71 of 114, expected 50), no further than luck may put one of {many} groups."
    )
    sure = found.table.set_index("Group")["How sure"]
    luck = f": among {many} groups luck does as much"
    assert sure["Region · DACH"] == f"can't tell{luck}"
    assert sure["Source · Referral"] == f"can't tell{luck}"
    assert sure["Region · UK and Ireland"] == "can't tell"
    assert "Difference in 100, looked at alone" in found.table.columns


def test_within_a_choice_the_roles_and_who_is_too_new_are_said_above() -> None:
    part = Best(pd.DataFrame({"High performers": ["5 of 12"]}), "Too few to rank")
    new = "38 of the 79 started after 30 Jun 2025: too new to be judged."
    assert answer.within(HIGH_PERFORMERS, part, f"{new} 1 is not counted.") == f"Too few to rank. {new}"
    assert answer.within(MET_THE_BAR, part, "39 are too new.") == ""
    whole = Best(pd.DataFrame({"In the company's top fifth": ["5 of 12"]}), "No role differs")
    assert answer.within(HIGH_PERFORMERS, whole, "39 are too new.") == ""


def test_roles_stand_by_the_bar_where_a_share_of_each_is_fixed(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    roles = _groups(company, hires, HIGH_PERFORMERS).rows.query("section == 'Role'").set_index("name")
    met = hires[hires["met_bar"].notna()].groupby("role_profile")["met_bar"].sum().astype(int)
    assert roles["count"].astype(int).to_dict() == met.to_dict()
    assert roles["remark"].notna().all()
    of_bar = _groups(company, hires, MET_THE_BAR).rows.query("section == 'Role'")
    assert of_bar["remark"].isna().all()


def test_filters_choose_hires_and_average_what_is_kept(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    north = hires[hires["region"] == "DACH"]
    chosen = _groups(company, north, HIGH_PERFORMERS).rows.query("section == 'Segment'").set_index("name")
    kept = company.high_performers
    group = kept.groups.query("factor == 'segment' and level == 'Mid-size'")["group"].iloc[0]
    members = kept.expected[kept.expected["group"] == group]
    mine = members[kept.hires["region"].to_numpy()[members["hire"].to_numpy(int)] == "DACH"]
    assert chosen.loc["Mid-size", "expected"] == pytest.approx(100 * mine["is_high_performer"].mean())
    assert "Region" not in set(_groups(company, north, HIGH_PERFORMERS).rows["section"])


ONE_LEVEL = [
    (
        "region == 'DACH'",
        "42 of 114 hires became high performers, where 15 were to be expected",
        "Between 15 and 33 more in 100 than comparable hires; quotas",
    ),
    (
        "region == 'North America'",
        "5 of 76 hires became high performers, where 18 were to be expected; luck may explain it",
        "luck alone would put a group this far out in about 2 of 100 companies; quotas",
    ),
    (
        "region == 'UK and Ireland'",
        "12 of 82 hires became high performers, where 18 were to be expected; luck may explain it",
        "Likely 16 fewer to 3 more in 100 than comparable hires.",
    ),
    (
        "source == 'Referral'",
        "20 of 62 hires became high performers, where 11 were to be expected; luck may explain it",
        "Between 3 and 27 more in 100 than comparable hires; DACH: 9 of 18, expected 2 (leaning)",
    ),
    (
        "role_profile == 'Channel'",
        "11 of 53 hires became high performers; no group stands out by more than luck",
        "who met the bar is not: Channel: 26 of 53, expected 26",
    ),
]


@pytest.mark.parametrize(("query", "lead", "told"), ONE_LEVEL)
def test_a_choice_of_one_level_is_held_against_what_the_others_tell_of_it(
    company: CompanyEvidence, hires: pd.DataFrame, query: str, lead: str, told: str
) -> None:
    chosen = hires.query(query)
    found = _groups(company, chosen, HIGH_PERFORMERS)
    counted = answer.counted(company.high_performers, chosen[KEY], HIGH_PERFORMERS)
    assert answer.lead(counted, found) == lead
    assert told in answer.standfirst(counted, found)
    # What is said of its groups says within what: the choice itself may stand far out.
    assert whole_of(found) == query.split("'")[1]
    within = f"Within {whole_of(found)}"
    if found.standing_out:
        assert found.lead == f"{within} DACH (leaning) lies furthest from what was expected"
        assert said(found).startswith(f"{within}: DACH: ")
    else:
        assert found.lead == f"{within} no group stands further out than luck reaches"
        assert said(found).startswith(
            f"{within} none stands out: luck alone sets one of so many groups as far from what was to be expected as "
            "any here."
        )


def whole_of(found: Groups) -> str:
    assert found.whole is not None
    return found.whole.name


@pytest.mark.proof
def test_a_choice_of_one_level_is_as_sure_as_its_row_is_in_the_company(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    every = {group.name: group for group in _groups(company, hires, HIGH_PERFORMERS).standing_out}
    for name in ("DACH", "North America"):
        whole = _groups(company, hires[hires["region"] == name], HIGH_PERFORMERS).whole
        assert whole is not None
        assert whole.by_luck == pytest.approx(every[name].by_luck, rel=1e-3)
        assert (whole.is_clear, whole.stands_out, whole.fact()) == (
            every[name].is_clear,
            True,
            every[name].fact(),
        )
    assert _groups(company, hires, HIGH_PERFORMERS).whole is None


def test_few_hires_are_told_by_their_counts(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    few = pd.concat([hires[hires["region"] == region].head(3) for region in ("DACH", "North America")])
    counted = answer.counted(company.high_performers, few[KEY], HIGH_PERFORMERS)
    found = _groups(company, few, HIGH_PERFORMERS, sees_names=False)
    count = int(few["is_high_performer"].sum())
    assert answer.lead(counted, found).startswith(f"{count} of 6 hires became high performers")
    assert len(answer.lead(counted, found)) <= answer.LONGEST_LEAD


def test_a_long_section_shows_the_furthest_on_each_side_and_says_how_many_are_between(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    found = _groups(company, hires, HIGH_PERFORMERS)
    drawn = found.exhibits[1].marks.rows
    assert "Role" not in set(
        drawn["section"]
    )  # by another outcome, which has another scale: they stand in the table
    industry = drawn[drawn["section"] == "Previous industry"]
    every = found.rows[found.rows["section"] == "Previous industry"]
    assert industry["name"].tolist() == [
        *every["name"].head(2),
        f"{len(every) - 4} others between",
        *every["name"].tail(2),
    ]
    assert len(found.table) == len(found.rows)


def test_years_stand_in_order_of_time(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    years = _groups(company, hires, HIGH_PERFORMERS).rows.query("section == 'Start year'")["name"].tolist()
    assert years == sorted(years)


def test_without_names_no_group_of_fewer_than_five_is_told_nor_can_be_worked_out(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    few = pd.concat([hires[hires["region"] != "DACH"], hires[hires["region"] == "DACH"].head(3)])
    rows = _groups(company, few, HIGH_PERFORMERS, sees_names=False).rows
    regions = rows[rows["section"] == "Region"]["name"].tolist()
    assert "DACH" not in regions
    assert len(regions) == hires["region"].nunique() - 2  # the next smallest goes with it


def test_both_figures_have_one_scale(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    first, second = _groups(company, hires, HIGH_PERFORMERS).exhibits
    assert first.marks.given["most"] == second.marks.given["most"]


def test_without_hires_there_is_nothing_to_draw_and_the_page_says_so(company: CompanyEvidence) -> None:
    nobody = company.high_performers.hires.head(0)
    found = _groups(company, nobody, HIGH_PERFORMERS)
    assert (found.exhibits, found.standing_out) == ((), ())
    counted = answer.counted(company.high_performers, nobody[KEY], HIGH_PERFORMERS)
    assert answer.lead(counted, found) == answer.NOBODY
    assert answer.tiles(counted, found, RECENT) == ()


def test_tiles_name_their_hires(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    found = _groups(company, hires, HIGH_PERFORMERS)
    counted = answer.counted(company.high_performers, hires[KEY], HIGH_PERFORMERS)
    made = answer.tiles(counted, found, RECENT)
    assert [tile.label for tile in made] == [
        *("All 365 hires", "Hired Jul 24–Jun 25", "Hired before Jul 24", "DACH", "North America", "Referral"),
    ]
    assert made[0].value == "21 in 100"
    # What was expected is a count, as what stands before it; in 100 it would be 13, 24 and 18.
    assert [tile.note for tile in made[3:]] == [
        "42 of 114 · expected 15 · clear",
        "5 of 76 · expected 18 · leaning",
        "20 of 62 · expected 11 · leaning",
    ]
    dach = found.table.set_index("Group").loc["Region · DACH"]
    assert dach[["Hires", "Counted", "Expected", "Counted, in 100"]].tolist() == [114, 42, "15", "37"]
    assert sum(int(tile.note.split(" of ")[0]) for tile in made[1:3]) == 75
    assert all(len(tile.label) <= 20 for tile in made)


def test_the_latest_year_is_that_of_the_overview_whoever_is_chosen(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    started = pd.to_datetime(hires["sales_start_on"])
    early = hires[(hires["region"] == "DACH") & (started < "2025-05-15")]  # nobody started in its last weeks
    found = _groups(company, early, HIGH_PERFORMERS)
    counted = answer.counted(company.high_performers, early[KEY], HIGH_PERFORMERS)
    _, late, before, *_ = answer.tiles(counted, found, RECENT)
    assert (late.label, before.label) == ("Hired Jul 24–Jun 25", "Hired before Jul 24")
    is_late = pd.to_datetime(early["sales_start_on"]) >= "2024-07-01"
    assert f" of {is_late.sum()} · " in late.note
    assert f" of {(~is_late).sum()} · " in before.note


def test_a_source_of_fewer_chosen_hires_than_the_least_gets_no_label(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    referred = hires[hires["source"] == "Referral"]
    others = hires[hires["source"] != "Referral"]

    def referral(count: int) -> pd.Series:
        rows = _groups(company, pd.concat([referred.head(count), others]), HIGH_PERFORMERS).rows
        return rows[rows["section"] == "Source"].set_index("name").loc["Referral"]

    few, enough = referral(7), referral(8)
    assert few["n"] == 7
    assert pd.isna(few["verdict"])
    assert few[["levelled", "low", "high"]].isna().all()
    assert enough["verdict"] == "Leaning"
    assert enough[["levelled", "low", "high"]].notna().all()


def _in_emea_last_year(hires: pd.DataFrame) -> pd.DataFrame:
    started = pd.to_datetime(hires["hire_date"]).dt.year == 2025
    return hires[started & (hires["region"] != "North America")]


def test_within_a_filter_roles_are_told_by_the_outcome_itself(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    chosen = _in_emea_last_year(hires)
    found = _groups(company, chosen, HIGH_PERFORMERS)
    roles = found.rows.query("section == 'Role'").set_index("name")
    by_hand = chosen.groupby("role_profile")["is_high_performer"].sum().astype(int)
    assert roles["count"].astype(int).to_dict() == by_hand[roles.index].to_dict()
    assert roles["remark"].isna().all()
    assert "Role" in set(found.exhibits[1].marks.rows["section"])


def test_hires_too_new_to_be_judged_are_counted_among_the_remarks(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    chosen = _in_emea_last_year(hires)
    counted = answer.counted(company.high_performers, chosen[KEY], HIGH_PERFORMERS)
    starts = pd.Series(pd.to_datetime(["2025-01-07", "2025-06-30", "2025-07-01", "2025-12-31"]))
    new = answer.too_new(starts, date(2026, 6, 30), 2)
    assert new == f"2 of the 4 started after {words.day(date(2025, 6, 30))}: too new to be judged."
    assert answer.remarks(counted, new)[0] == new
    assert answer.too_new(starts, date(2026, 6, 30), 1) == f"{new} 1 is not counted for another reason."
    why = dict.fromkeys(("count_without_login", "count_moved", "count_unranked"), 0) | {
        "count_not_observed": 1
    }
    told = answer.too_new(starts, date(2026, 6, 30), 1, why)
    assert told == f"{new} 1 is not counted: 1 before the CRM's history."
    assert answer.too_new(starts, date(2026, 6, 30), 1, why | {"count_moved": 1}).endswith("another reason.")
    assert answer.too_new(starts.head(2), date(2026, 6, 30), 2) == ""
    none_new = why | {"count_not_observed": 0, "count_unranked": 1}
    told = answer.too_new(starts.head(2), date(2026, 6, 30), 1, none_new)
    assert told == "1 is not counted: 1 without a quota for the whole of it."


def test_hires_whose_quotas_do_not_speak_of_all_of_their_year_are_said_beside_those_counted(
    company: CompanyEvidence, hires: pd.DataFrame
) -> None:
    kept = company.high_performers
    lost = kept.hires[HIGH_PERFORMERS.measure].astype("boolean").copy()
    lost.iloc[:40] = pd.NA
    part = replace(kept, hires=kept.hires.assign(**{HIGH_PERFORMERS.measure: lost}))
    found = answer.counted(part, hires[KEY], HIGH_PERFORMERS)
    assert (found.n, found.lacking) == (len(kept.hires) - 40, 40)
    said = answer.standfirst(found, _groups(company, hires, HIGH_PERFORMERS))
    assert "40 more have no quota for all of it and cannot be told." in said
    assert "no quota" not in answer.standfirst(
        answer.counted(kept, hires[KEY], HIGH_PERFORMERS), _groups(company, hires, HIGH_PERFORMERS)
    )


def test_every_group_in_figures_says_how_sure_it_is(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    table = _groups(company, hires, HIGH_PERFORMERS).table.set_index("Group")["How sure"]
    assert table["Region · DACH"] == "clear: by luck in fewer than 1 of 1,000 companies"
    assert table["Region · North America"] == "leaning: by luck in about 2 of 100 companies"
    assert table["Region · UK and Ireland"] == "can't tell"
    assert table["Source · Referral"] == "Leaning"
    assert "Role, met the bar · Channel" in table.index


def test_no_tile_is_of_fewer_than_eight_hires(company: CompanyEvidence, hires: pd.DataFrame) -> None:
    chosen = _in_emea_last_year(hires)
    found = _groups(company, chosen, HIGH_PERFORMERS)
    counted = answer.counted(company.high_performers, chosen[KEY], HIGH_PERFORMERS)
    notes = {tile.label: tile.note for tile in answer.tiles(counted, found, RECENT)}
    assert "Referral" not in notes  # 4 of 7
    assert notes["DACH"] == "5 of 16 · expected 2 · can't tell"


def test_a_switch_that_is_not_there_means_high_performers() -> None:
    assert outcome_of("Met the bar") is MET_THE_BAR
    assert outcome_of("anything") is HIGH_PERFORMERS

"""The page of sources as a reader meets it: the sample, files missing, filters that leave few or nobody.

What it shows is held against the sample's CSV files, read with pandas and none of our selects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers.sample import by_hand
from helpers.sample.by_hand import AS_OF, day, read
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making
from hiring.words import FIXED, THIN

PAGE = "sources"
STAGES = ["screen", "first", "technical", "panel", "final"]


def _plain(markdown: str) -> str:
    """What a reader sees of a Markdown text, its spaces made plain."""
    text = re.sub(r":(?:small|gray|blue|red|color)\[", "[", markdown)
    text = re.sub(r"\\(.)", r"\1", text).replace("[", "").replace("]", "").replace("**", "").replace("`", "")
    return re.sub(" *&ensp;", " ", text.replace(THIN, " ").replace(FIXED, " "))


def _text(at: AppTest) -> str:
    return "\n".join(_plain(element.value) for element in (*at.title, *at.header, *at.markdown))


def _tiles(at: AppTest) -> dict[str, str]:
    return {tile.label: _plain(tile.value) for tile in at.metric}


def _table(at: AppTest, first_column: str, second_column: str) -> pd.DataFrame:
    """The table that opens with these two columns, its cells as a reader sees them."""
    for element in at.table:
        frame = element.value
        if list(frame.columns[:2]) == [first_column, second_column]:
            return frame.map(_plain).set_index(first_column)
    raise AssertionError(f"no table opens with {first_column}, {second_column}")


def _judged(at: AppTest) -> pd.DataFrame:
    """Every source against comparable hires, its cells as a reader sees them."""
    frames = (one.value for one in at.dataframe if "Against comparable, SD" in one.value.columns)
    return next(frames).map(lambda cell: _plain(str(cell))).set_index("Source")


def _alts(at: AppTest) -> list[str]:
    return [chart.proto.alt for chart in at.get("plotly_chart")]


def _spec(at: AppTest, alt: str) -> dict:
    return next(
        json.loads(chart.proto.spec) for chart in at.get("plotly_chart") if alt in _plain(chart.proto.alt)
    )


@cache
def applications() -> pd.DataFrame:
    """Applications as loaded: known words, days that are days, nobody erased."""
    rows = read("applications")
    erased = read("erased_people")
    gone = set(erased.loc[erased["system"] == "ats", "person_id"])
    rows = rows[~rows["candidate_id"].isin(gone) & ~rows["application_id"].duplicated(keep=False)]
    rows = rows.assign(**{c: day(rows[c]) for c in ("applied_on", "ended_on", "offered_on", "accepted_on")})
    known = rows["status"].isin(["active", "hired", "rejected", "withdrawn", "offer_declined"])
    return rows[known & rows["applied_on"].notna() & (rows["applied_on"] <= AS_OF)].reset_index(drop=True)


@cache
def stages() -> pd.DataFrame:
    """Each application's interview stages with the day of the first held one."""
    rows = read("interviews")
    rows = rows[(rows["status"] == "held") & rows["stage"].isin(STAGES)]
    rows = rows.assign(on=day(rows["scheduled_for"]))
    rows = rows[(rows["on"] <= AS_OF) & rows["application_id"].isin(applications()["application_id"])]
    return rows.groupby(["application_id", "stage"], as_index=False)["on"].min()


def _went_on(stage: str) -> tuple[int, int, int]:
    """Came to the stage, of them to a later one, and still waiting in it."""
    came = set(stages().loc[stages()["stage"] == stage, "application_id"])
    later = STAGES[STAGES.index(stage) + 1 :]
    further = set(stages().loc[stages()["stage"].isin(later), "application_id"])
    rows = applications()
    offered = set(rows.loc[rows["offered_on"].notna() | (rows["status"] == "hired"), "application_id"])
    passed = came & (further | offered)
    active = set(rows.loc[rows["status"] == "active", "application_id"])
    return len(came), len(passed), len((came - passed) & active)


def _share(hits: int, n: int) -> str:
    return f"{hits / n * 100:.0f} %"


@pytest.fixture
def sources(app: Callable[..., AppTest]) -> AppTest:
    return app(PAGE)


def test_every_part_of_the_question_is_there(sources: AppTest) -> None:
    assert not sources.exception
    assert not sources.error
    assert len(sources.title) == 1
    assert len(sources.title[0].value) <= 90
    assert list(_tiles(sources)) == [
        "High performers",
        "Meet bar at month 12",
        "Stayed a year",
        "Cost per hire",
        "Per high performer",
        "Payback, median",
    ]
    assert len(_alts(sources)) == 5  # cost and quality, comparable hires, staying, the funnel, the offers
    assert "What source means here" in _text(sources)
    assert "gross margin" in _text(sources)


def test_figures_count_what_the_files_hold(sources: AppTest) -> None:
    rows = applications()
    assert _table(sources, "Stage", "Came to it").loc["Applied", "Came to it"] == f"{len(rows):,}"
    assert _table(sources, "Source", "Hires").loc["All sources", "Hires"] == f"{len(by_hand.hires()):,}"
    offered = _spec(sources, "offers are accepted")
    answered = rows[rows["offered_on"].notna() & (rows["status"] != "active")]
    line = next(shape for shape in offered["layout"]["shapes"] if shape["type"] == "line")
    assert line["y0"] == pytest.approx((answered["status"] == "hired").mean())


def test_the_page_leads_with_what_is_clear_of_money(sources: AppTest) -> None:
    assert _plain(sources.title[0].value) == (
        "A hire through Agency cost EUR 17k; through any other source about EUR 3.3k or less"
    )
    text = _text(sources)
    assert (
        "Half of Agency hires had paid back after 7 months, half of all hires after 4 months; 5 of the 49"
        in text
    )
    assert "Not clear: Referral leans above comparable hires." in text


def test_a_high_performer_costs_the_cost_of_a_hire_over_their_share(sources: AppTest) -> None:
    money = _booked()[_booked()["source"] == "Agency"]["amount"].sum()
    months = _booked()[_booked()["source"] == "Agency"]["month"]
    offers = _accepted()[_accepted()["source"] == "Agency"]
    covered = offers["month"].between(months.min(), months.max()).sum()
    share = next(
        (int(many), int(of))
        for many, of in re.findall(r"Agency: (\d+) of (\d+), expected", " ".join(_alts(sources)))
    )
    each = money / covered / (share[0] / share[1])
    cell = _table(sources, "Source", "Cost per high performer").loc["Agency", "Cost per high performer"]
    assert cell.startswith(f"EUR {each / 1000:.0f}k (")
    assert not cell.startswith("EUR 0")


def test_the_next_tenth_is_told_of_a_source_that_leans_within_the_supply_seen(sources: AppTest) -> None:
    starts = by_hand.hires().merge(_accepted()[["employee_id", "source"]], on="employee_id")
    days = starts.loc[starts["source"] == "Referral", "hired"].drop_duplicates().sort_values()
    told = re.search(
        r"If anything, Referral: of the next (\d+) hires (\d+) would become high performers if they came as its own "
        r"did, likely (\d+) to (\d+); elsewhere (\d+); may be luck\.\n"
        r"A tenth of the (\d+) hires of the latest twelve months is (\d+)\.",
        _text(sources),
    )
    assert told
    count, many, low, high, instead, year, tenth = map(int, told.groups())
    assert count == tenth == -(-year // 10)
    assert year == (by_hand.hires()["hired"] > by_hand.AS_OF - pd.DateOffset(years=1)).sum()
    assert low < instead < many < high <= count
    most = max(((days >= day) & (days < day + pd.DateOffset(years=1))).sum() for day in days)
    assert count <= most + 2  # who moved into Sales started there later than they were hired


@pytest.mark.parametrize(
    ("stage", "name"),
    [("screen", "Screen"), ("technical", "Technical interview"), ("final", "Final interview")],
)
def test_pass_through_is_of_those_who_were_in_the_stage_and_no_longer_wait(
    sources: AppTest, stage: str, name: str
) -> None:
    came, passed, waiting = _went_on(stage)
    row = _table(sources, "Stage", "Came to it").loc[name]
    assert row["Came to it"] == f"{came:,}"
    assert row["Went on"].startswith(_share(passed, came - waiting))
    assert row["Went on"].endswith(f"· {came - waiting:,}")
    assert row["Still in it"] == str(waiting)


def test_days_from_applying_to_the_next_step_are_the_median_of_the_files(sources: AppTest) -> None:
    rows = applications().set_index("application_id")
    step = stages().groupby("application_id")["on"].min().reindex(rows.index)
    left = step.fillna(rows["offered_on"]).fillna(rows["ended_on"])
    days = (left - rows["applied_on"]).dt.days.dropna()
    median = _table(sources, "Stage", "Came to it").loc["Applied", "Days in it, median"]
    assert median.split(" ")[0] == f"{days.median():.0f}"


def test_acceptance_of_a_quarter_is_drawn_from_answered_offers_only(sources: AppTest) -> None:
    rows = applications().dropna(subset=["offered_on"])
    by_quarter = rows.groupby(rows["offered_on"].dt.to_period("Q"))
    first, last = min(by_quarter.groups), max(by_quarter.groups)
    spec = _spec(sources, "offers are accepted")
    dots = [trace for trace in spec["data"] if trace["mode"] == "markers"]
    drawn = {dot["x"][0]: dot["y"][0] for dot in dots}
    quarter = pd.Period("2025Q2", "Q")
    group = by_quarter.get_group(quarter)
    answered = group[group["status"] != "active"]
    place = (quarter - first).n
    assert drawn[place] == pytest.approx((answered["status"] == "hired").sum() / len(answered))
    pending = rows[rows["status"] == "active"]
    assert f"{len(pending)} offers are still open and not counted." in _text(sources)
    assert max(drawn) <= (last - first).n


@cache
def _accepted() -> pd.DataFrame:
    rows = applications()
    rows = rows[rows["status"] == "hired"]
    return rows.assign(month=rows["accepted_on"].dt.to_period("M"))


@cache
def _booked() -> pd.DataFrame:
    rows = read("sourcing_costs")
    rows = rows.assign(
        month=pd.PeriodIndex(day(rows["month"]), freq="M"),
        amount=pd.to_numeric(rows["amount"], errors="coerce"),
    )
    return rows[rows["source"].isin(applications()["source"]) & rows["month"].notna()]


@pytest.mark.parametrize("source", ["Campus", "Agency", "Job board"])
def test_cost_per_hire_is_of_the_months_that_were_booked(sources: AppTest, source: str) -> None:
    booked = _booked()[_booked()["source"] == source]
    offers = _accepted()[_accepted()["source"] == source]
    known = offers[offers["month"].between(booked["month"].min(), booked["month"].max())]
    cost = booked["amount"].sum() / len(known)
    row = _table(sources, "Source", "Cost per hire").loc[source]
    assert row["Offers it covers"] == f"{len(known)} of {len(offers)}"
    shown = f"EUR {cost / 1000:.0f}k" if cost >= 9950 else f"EUR {cost / 1000:.1f}k".replace(".0k", "k")
    assert row["Cost per hire"].startswith(shown + " (")


@pytest.mark.parametrize("source", ["Referral", "Agency"])
def test_a_sources_share_meeting_the_bar_is_of_its_own_mature_hires(sources: AppTest, source: str) -> None:
    came = _accepted()[_accepted()["source"] == source]
    hires = by_hand.outcomes(12).merge(came[["employee_id", "accepted_on"]], on="employee_id")
    wait = (hires["hired"] - hires["accepted_on"]).dt.days
    hires = hires[wait.between(0, 90)]  # who came back has two spells, each with its own application
    judged = hires[hires["is_old"] & hires["is_observed"] & hires["met"].notna()]
    cell = _table(sources, "Source", "Hires").loc[source, "Met the bar at month 12"]
    assert cell.startswith(_share(int(judged["met"].astype(bool).sum()), len(judged)))
    assert cell.endswith(f"· {len(judged)}")


def test_who_referred_hires_is_what_the_files_say(sources: AppTest) -> None:
    """By pandas: whose application names a colleague, by id or address, and which of these never sold."""
    people = read("employees")
    mails = dict(zip(people["work_email"].str.lower(), people["employee_id"], strict=True))
    sold = {*people.loc[people["role_profile"] != "", "employee_id"]}
    sold |= {*read("job_changes").query("role_profile != ''")["employee_id"]}
    hired = read("applications").query("status == 'hired' and referred_by != ''")
    mail = hired["candidate_id"].map(read("candidates").set_index("candidate_id")["email"])
    there = by_hand.hires()
    hired = hired[hired["employee_id"].isin(there["employee_id"]) | mail.str.lower().isin(there["mail"])]
    who = hired["referred_by"].str.lower().map(mails).fillna(hired["referred_by"])
    table = _table(sources, "Referred by", "Hires")["Hires"].astype(int)
    assert table.drop("Nobody, or not written down").sum() == len(hired)
    assert table["Colleagues who do not sell"] == (~who.isin(sold)).sum()
    assert "became high performers, expected" in _text(sources)


def test_the_expected_of_who_was_referred_adds_up_and_sums_that_do_not_say_why(sources: AppTest) -> None:
    cells = _table(sources, "Referred by", "Hires")["High performers"].str.extract(r", expected (\d+)")[0]
    told = re.search(r"named referrer \d+ became high performers, expected (\d+)", _text(sources))
    assert told
    assert cells.drop("Nobody, or not written down").astype(int).sum() == int(told[1])
    assert cells.isna().sum() == 1  # those who tell what was to be expected
    table = _table(sources, "Source", "Cost per high performer")["Stayed a year"].str.extract(r"· (\d+)$")[0]
    missing = int(table["All sources"]) - table.drop("All sources").astype(int).sum()
    assert f" and {missing} of the {table['All sources']} who left or stayed a year." in _text(sources)


def test_where_no_referrer_is_written_down_nothing_is_told_of_them(
    app: Callable[..., AppTest],
) -> None:
    at = app(PAGE, {"sources": ["Agency"]})
    assert "Referred by" not in {column for one in at.table for column in one.value.columns}


def test_the_outcome_window_moves_the_bar_and_stands_in_the_words(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"outcome_window": "6"})
    assert "Meet bar at month 6" in _tiles(at)
    assert "Met the bar at month 6" in _table(at, "Source", "Hires").columns


def test_without_applications_the_page_names_the_file_and_nothing_breaks(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("applications"))
    assert not at.exception
    assert not at.error
    assert at.title[0].value == "Where hires came from is not known: no applications are loaded"
    assert "Add applications.csv to the exports" in _text(at)
    assert _tiles(at)["Hires"] == f"{len(by_hand.hires()):,}"
    assert _tiles(at)["Stayed a year"].endswith(" %")


@pytest.mark.proof
def test_without_interviews_the_funnel_knows_applying_offer_and_answer(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("interviews"))
    assert not at.error
    assert "interviews.csv" in _text(at)
    table = _table(at, "Stage", "Came to it")
    assert list(table.index) == ["Applied", "Offer", "Offer accepted"]
    rows = applications()
    offered, ended = rows["offered_on"].notna(), rows["status"] != "active"
    assert table.loc["Applied", "Went on"].startswith(_share(offered.sum(), (offered | ended).sum()))


def test_without_sourcing_costs_cost_and_payback_are_not_known_and_never_zero(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("sourcing_costs"))
    assert not at.error
    assert "sourcing_costs.csv" in _text(at)
    assert (_tiles(at)["Cost per hire"], _tiles(at)["Payback, median"]) == ("not known", "not known")
    cells = _table(at, "Source", "Cost per hire")
    assert set(cells["Cost per hire"]) == {"not known: nothing booked"}
    assert set(cells["Payback, median months"]) == {"not known"}


@pytest.mark.proof
def test_without_pay_payback_is_not_known_and_the_cost_per_hire_is(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object], sources: AppTest
) -> None:
    whole = _tiles(sources)["Cost per hire"]
    at = app(PAGE, warehouse=warehouse_without("employment_costs"))
    assert not at.error
    assert "employment_costs.csv" in _text(at)
    assert (_tiles(at)["Cost per hire"], _tiles(at)["Payback, median"]) == (whole, "not known")


def test_without_quotas_the_bar_is_not_known_and_staying_is_still_compared(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("quotas"))
    assert not at.error
    assert "quotas.csv" in _text(at)
    assert _tiles(at)["Meet bar at month 12"] == "not known"
    assert any("stay a year" in alt for alt in _alts(at))
    assert not any("meet the bar" in alt for alt in _alts(at))
    assert _table(at, "Source", "Hires")["Met the bar at month 12"].eq("not known").all()


def test_filters_that_leave_nobody_say_so(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"hired_from": "2020-10-01", "hired_to": "2020-10-03"})
    assert not at.exception
    assert not at.error
    assert at.title[0].value == "Nobody was hired and nobody applied within these filters"
    assert not at.metric
    assert "take a filter off" in _text(at)


def test_a_few_weeks_are_too_early_for_a_judgement_and_for_the_funnel(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"hired_from": "2026-05-01"})
    assert not at.error
    assert at.title[0].value == "No hire that matches these filters has been here six months or more"
    assert "Too few hires to compare" in _text(at)
    assert "Too early to say how many applications end in an accepted offer" in _text(at)
    assert not any("differs" in alt for alt in _alts(at))


FIGURES = ["Plain average, SD", "Against comparable, SD", "Label", "More hires"]


@pytest.mark.parametrize(
    "query", [{"sources": ["Campus"]}, {"role_profiles": ["Channel"]}, {"regions": ["DACH"]}]
)
def test_filters_choose_which_sources_are_shown_and_change_no_number(
    app: Callable[..., AppTest], sources: AppTest, query: dict[str, list[str]]
) -> None:
    at = app(PAGE, query)
    assert not at.error
    whole, mine = _judged(sources), _judged(at)
    assert 0 < len(mine) <= len(whole)
    pd.testing.assert_frame_equal(mine[FIGURES], whole.loc[mine.index, FIGURES])
    for name, told in mine["Hires"].items():
        assert told.split(" of ")[-1] == whole.loc[name, "Hires"]
    assert (
        "Estimates rest on all 414 such hires of the company; the filters choose whose rows are shown"
        in _text(at)
    )


def test_one_source_keeps_its_judgement_and_stands_alone(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"sources": ["Campus"]})
    assert list(_judged(at).index) == ["Campus"]
    assert list(_table(at, "Source", "Hires").index) == ["Campus", "All sources"]


def test_a_role_leaves_the_cost_per_hire_where_it_is_and_says_why(
    app: Callable[..., AppTest], sources: AppTest
) -> None:
    at = app(PAGE, {"role_profiles": ["Channel"]})
    assert not at.error
    assert _tiles(at)["Cost, company-wide"] == _tiles(sources)["Cost per hire"]
    assert _tiles(at)["Per high performer"] == "not known"  # never the company's cost over a role's share
    assert at.title[0].value.startswith("Company-wide, a hire through Agency cost")
    assert "Costs are the whole company's" in _text(at)
    hires = [_table(page, "Source", "Hires").loc["All sources", "Hires"] for page in (at, sources)]
    assert hires[0] != hires[1]
    assert "whatever their role or region" in _text(at)


@pytest.mark.parametrize(("source", "leans"), [("Referral", True), ("Campus", False)])
def test_one_source_alone_is_said_the_same_of_everywhere(
    app: Callable[..., AppTest], source: str, leans: bool
) -> None:
    at = app(PAGE, {"sources": [source]})
    text = _text(at)
    assert at.title[0].value.startswith(
        "Not clear: Referral leans above" if leans else "No source stands further"
    )
    assert ("none leans above" in text) is not leans
    mark = r"△ Leaning\W+Referral" if leans else r"● Can.t tell\W+(ensp;)?Campus"
    assert re.search(mark, text)


def test_one_judgement_leads_and_plain_shares_claim_nothing(sources: AppTest) -> None:
    text = _text(sources)
    assert "414 hires of at least six months" in text
    assert "Is it more than luck?" in text
    assert re.search(r"△ Leaning\s+Hires from Referral point to more than comparable hires", text)
    assert "That is seldom, but so many comparisons are made on these pages that yes takes none." in text
    shares = _spec(sources, "What a hire cost")
    dots = [trace for trace in shares["data"] if trace["mode"] == "markers"]
    assert len({trace["marker"]["color"] for trace in dots}) == 1  # ink for all of them: no verdict


def test_without_interviews_sources_are_still_judged(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("interviews"))
    assert "Who interviewed them" not in _text(at)
    assert any("comparable hires" in alt for alt in _alts(at))


def test_without_quotas_sources_are_judged_by_what_their_roles_sell(
    app: Callable[..., AppTest], warehouse_without: Callable[..., object]
) -> None:
    at = app(PAGE, warehouse=warehouse_without("quotas"))
    assert "no quotas are known" in _text(at)
    assert any("comparable hires" in alt for alt in _alts(at))


@pytest.mark.proof
def test_until_the_evidence_is_there_figures_stand_and_the_page_says_that_it_comes(
    app: Callable[..., AppTest], a_warehouse_without_evidence: Path
) -> None:
    at = app(PAGE, warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert at.title[0].value.startswith("A hire through Agency cost")
    assert "Referral leans" not in _text(at)
    assert "This page goes on by itself" in _text(at)
    assert [tile.label for tile in at.metric] == [tile.label for tile in app(PAGE).metric]
    assert len(_alts(at)) == 4
    making.made(Warehouse(a_warehouse_without_evidence))
    at.run()
    assert "Not clear: Referral leans above comparable hires" in _text(at)
    assert "This page goes on by itself" not in _text(at)
    assert len(_alts(at)) == 5

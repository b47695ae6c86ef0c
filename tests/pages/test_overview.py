"""The overview as a reader meets it: the sample, files missing, filters that leave nobody or only the unknown.

What it shows is held against `sample_by_hand`, which reads the CSV files with pandas and none of our selects.
"""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers.sample import by_hand as sample_by_hand
from helpers.sample import sellers
from hiring.words import FIXED, THIN

MEETS_BAR, FIRST_DEAL, LEFT = "Meet bar at month 12", "First deal, median", "Left in first year"
OFFERS, TOO_NEW = "Offers accepted", "Hired since Jul 25"
RECENT, YEAR_BEFORE = "Hired Jul 24–Jun 25", "Hired Jul 23–Jun 24"
RECENT_FROM = pd.Timestamp("2024-07-01")
OFFERS_FROM = pd.Timestamp("2025-07-01")


def _plain(markdown: str) -> str:
    """What a reader sees of a Markdown text, its spaces made plain."""
    text = re.sub(r":(?:small|gray|blue|red|orange|violet|color)\[", "[", markdown)
    text = re.sub(r"\\(.)", r"\1", text).replace("[", "").replace("]", "").replace("**", "")
    return text.replace(THIN, " ").replace(FIXED, " ")


def _text(at: AppTest) -> str:
    return "\n".join(_plain(element.value) for element in (*at.title, *at.header, *at.markdown))


def _tiles(at: AppTest) -> dict[str, str]:
    return {tile.label: _plain(tile.value) for tile in at.metric}


def _marks(at: AppTest) -> dict[str, tuple[float, str]]:
    """Each half-year under the chart: its height and how its dot is filled."""
    spec = json.loads(at.get("plotly_chart")[0].proto.spec)
    names = spec["layout"]["xaxis"]["ticktext"]
    dots = [trace for trace in spec["data"] if trace["mode"] == "markers"]
    return {
        names[dot["x"][0]].replace("<br>", " "): (dot["y"][0], dot["marker"]["color"])
        for dot in dots
        if dot["y"]
    }


@pytest.fixture(scope="module")
def by_hand() -> pd.DataFrame:
    """Every hire of the sample whose start is observed and who is old enough for twelve months."""
    found = sample_by_hand.outcomes(12)
    return found[found["is_old"] & found["is_observed"]]


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def test_the_tiles_hold_what_the_files_say_of_each_years_hires(app, by_hand, tiles_without_a_card) -> None:
    at = app()
    assert not at.exception
    hired, met = by_hand["hired"], by_hand["met"]
    year = RECENT_FROM - pd.DateOffset(years=1)
    assert _tiles(at) == {
        RECENT: _percent(met[hired >= RECENT_FROM].dropna().mean()),
        YEAR_BEFORE: _percent(met[(hired >= year) & (hired < RECENT_FROM)].dropna().mean()),
        TOO_NEW: str((~sample_by_hand.outcomes(12)["is_old"]).sum()),
    }
    assert tiles_without_a_card(at) == []


def test_every_measure_of_recent_hires_is_what_the_files_say(app, by_hand) -> None:
    table = app().table[0].value
    recent = by_hand[by_hand["hired"] >= RECENT_FROM]
    now = [_plain(cell).split(" (")[0] for cell in table.iloc[:, 1]]
    assert now == [
        _percent(recent["met"].dropna().mean()),
        # everybody recent was followed past half of the first deals, so the curve's median is the plain one
        f"{recent['first_deal'].fillna(10_000).sort_values().iloc[(len(recent) - 1) // 2]:.0f} days",
        _percent(((recent["days"] <= 365) & recent["has_left"]).mean()),
        _percent(_offers()["is_accepted"].mean()),
    ]


def test_the_questions_are_answered_in_a_line_each_with_the_way_on(app) -> None:
    at = app()
    text = _text(at)
    for asked, said in (
        (
            "Are hires better than a year ago?",
            "52 % met the bar, 58 % a year earlier: too close to call.",
        ),
        ("Which groups stand out?", "Became high performers at month 12: DACH 42 of 114, expected 15"),
        (
            "Where do they come from?",
            "If anything, Referral: 20 of 62 became high performers, expected 11 (leaning).",
        ),
        (
            "Who interviewed them?",
            "Among the 42 interviewers who can be compared nobody stands out further than luck.",
        ),
        ("Do hires pay back?", "back for EUR 1, hires of 2024"),
        (
            "What should both sides talk about?",
            "Sales kept “Sales meets everyone HR passes on” in 45 % of 648.",
        ),
        (
            "What can't be known yet?",
            "How 106 of 480 hires do: too new. Hires of 2025 H2: final on 31 Dec 2026.",
        ),
    ):
        assert asked in text
        assert said in text
    offer, *links = [link.proto.page for link in at.get("page_link")][:8]
    assert offer == "overview"  # of the tour
    first, then = links[:3], links[3:]
    assert first == ["outcomes", "high-performers", "interviewers"]
    assert then == ["sources", "shared-result", "agreement", "data-health"]


def test_the_year_the_page_speaks_of_by_itself_is_no_choice_of_days_and_promises_keep_their_own_clock(
    app,
) -> None:
    whole, chosen = app(), app(query={"period": "last-year-that-can-be-judged"})
    assert chosen.title[0].value == whole.title[0].value
    text = _text(chosen)
    assert "No verdict" not in text
    assert "The days you chose" not in text
    # The last four quarters of promises are told whole, whoever was hired when.
    assert "Sales kept “Sales meets everyone HR passes on” in 45 % of 648." in text


def test_regions_stand_beside_the_half_years_as_counted_and_expected(app) -> None:
    alt = app().get("plotly_chart")[1].proto.alt
    assert alt.startswith(
        "DACH had more (clear), North America had fewer (leaning) high performers than expected."
    )
    assert "DACH 42 of 114, expected 15" in alt


def test_until_the_evidence_is_there_the_rest_of_the_page_stands(app, a_warehouse_without_evidence) -> None:
    at = app(warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert not at.exception
    assert _tiles(at) == _tiles(app())
    text = _text(at)
    assert text.count("Being worked out anew from this build; the rest of this page stands.") == 3
    assert "This page goes on by itself" in text
    assert len(at.get("plotly_chart")) == 1


def _offers() -> pd.DataFrame:
    rows = sample_by_hand.read("applications")
    offered = sample_by_hand.day(rows["offered_on"])
    answered = rows[
        (offered >= OFFERS_FROM) & (offered <= sample_by_hand.AS_OF) & (rows["status"] != "active")
    ]
    return answered.assign(is_accepted=answered["status"] == "hired")


def test_the_page_opens_with_the_answer_both_counts_and_what_recent_means(app, by_hand) -> None:
    at = app()
    recent = by_hand["hired"] >= RECENT_FROM
    judged = by_hand["met"].notna()
    assert len(at.title) == 1
    assert len(at.title[0].value) <= 90
    text = _text(at)
    now = by_hand[recent & judged]["met"]
    is_year_before = by_hand["hired"].between("2023-07-01", "2024-06-30")
    year = by_hand[is_year_before & judged]["met"]
    shares = [_percent(one.mean()) for one in (now, year)]
    lead = "{} of those hired Jul 24–Jun 25 met the bar, {} a year earlier: too close to call".format(*shares)
    assert lead in text
    assert f"{len(now)} hires of 1 Jul 2024 to 30 Jun 2025 against {len(year)} of the year before" in text
    assert "all seen at month 12: likely −19 to +7 points." in text
    assert "The bar at month 12: still employed, with at least 100 % of ramped quota in every role." in text


def test_the_half_years_drawn_are_those_of_the_files(app, by_hand) -> None:
    marks = _marks(app())
    judged = by_hand.dropna(subset=["met"])
    halves = judged["hired"].dt.year.astype(str) + [
        " H1" if month <= 6 else " H2" for month in judged["hired"].dt.month
    ]
    expected = judged.groupby(halves)["met"].agg(["sum", "size"]).tail(8)
    assert {name.rsplit(" n ")[0]: height for name, (height, _) in marks.items()} == {
        half: pytest.approx(row["sum"] / row["size"]) for half, row in expected.iterrows()
    }
    assert [name.rsplit(" n ")[1] for name in marks] == [str(size) for size in expected["size"]]


def test_the_chart_is_told_to_those_who_do_not_see_it(app) -> None:
    at = app()
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt.startswith(at.header[0].value)
    assert alt.count("hires") >= 8


def test_a_half_year_with_hires_too_new_is_hollow_and_said_to_be_open(app) -> None:
    at = app(query={"outcome_window": "9"})
    marks = {name.split(" n ")[0]: color for name, (_, color) in _marks(at).items()}
    assert marks["2025 H2"] != marks["2025 H1"]
    hires = sample_by_hand.hires()["hired"]
    of_half = hires[(hires >= "2025-07-01") & (hires <= "2025-12-31")]
    open_ones = (of_half + pd.DateOffset(months=9) > sample_by_hand.AS_OF).sum()
    final = (of_half.max() + pd.DateOffset(months=9)).strftime("%-d %b %Y")
    text = _text(at)
    assert f"Dotted: {open_ones} of the {len(of_half)} hires of 2025 H2 have not reached month 9 yet." in text
    assert f"Hires of 2025 H2: {open_ones} of {len(of_half)} too new; final on {final}" in text
    assert at.table[0].value.iloc[0, 0].startswith("Meet bar at month 9, hired ")


def test_what_changed_is_judged_together_and_at_most_three_are_told(app) -> None:
    at = app()
    text = _text(at)
    assert "23 comparisons, judged together" in text
    told = [line for line in text.splitlines() if re.match(r"^(▲|▼|△|▽|●) ", line)]
    assert 1 <= len(told) <= 3
    for line in told:
        assert re.search(r"\(\d+ (hires|offers) against \d+\)\.$", line), line


def test_every_measure_stands_in_the_table_with_its_range_and_both_counts(app, by_hand) -> None:
    table = app().table[0].value
    assert [cell.rsplit(", ", 1)[0] for cell in table.iloc[:, 0]] == [MEETS_BAR, FIRST_DEAL, LEFT, OFFERS]
    assert table.iloc[3, 0] == "Offers accepted, Jul 25–Jun 26"
    recent = by_hand["hired"] >= RECENT_FROM
    judged = by_hand["met"].notna()
    has_login = by_hand["employee_id"].isin(set(sellers.persons_by_owner().values()))
    year = by_hand["hired"].between("2023-07-01", "2024-06-30")
    for column, of in ((1, recent), (2, year)):
        counts = [cell.split(" · ")[-1] for cell in table.iloc[:, column]][:2]
        assert counts == [str((of & judged).sum()), str((of & has_login).sum())]
    for cell in table.iloc[:, 1]:
        assert re.fullmatch(r"\d+ (%|days) \(\d+–\d+\) · \d+", _plain(cell)), cell


def test_one_role_is_compared_with_itself_only(app, by_hand) -> None:
    at = app(query={"role_profiles": ["Inside sales"]})
    inside = by_hand[(by_hand["role"] == "Inside sales") & (by_hand["hired"] >= RECENT_FROM)]
    assert _tiles(at)[RECENT] == _percent(inside["met"].dropna().mean())
    assert "3 comparisons, judged together" in _text(at)
    assert "at least 100 % of ramped quota in Inside sales" in _text(at)


def test_without_quotas_the_bar_is_not_judged_and_the_file_is_named(app, warehouse_without) -> None:
    at = app(warehouse=warehouse_without("quotas"))
    assert not at.exception
    assert at.title[0].value == "Without quotas nobody can be held against the bar"
    assert _tiles(at)[RECENT].endswith(" days")
    assert not any("met the bar" in chart.proto.alt for chart in at.get("plotly_chart"))
    assert "`quotas.csv`" in _text(at)
    assert "Quota attainment: needs quotas.csv, which is not loaded." in _text(at)
    assert [cell.rsplit(", ", 1)[0] for cell in at.table[0].value.iloc[:, 0]] == [FIRST_DEAL, LEFT, OFFERS]


def test_without_applications_the_offers_are_missing_with_the_reason(app, warehouse_without) -> None:
    whole, at = app(), app(warehouse=warehouse_without("applications"))
    assert not at.exception
    assert not at.table[0].value.iloc[:, 0].str.startswith(OFFERS).any()
    assert "Offers accepted needs applications.csv." in _text(at)
    assert _tiles(whole) == _tiles(at)


def test_a_missing_optional_file_is_named_with_what_it_would_show(app, warehouse_without) -> None:
    for missing, told in (("employment_costs", "Hire payback"), ("sourcing_costs", "Cost per hire")):
        at = app(warehouse=warehouse_without(missing))
        assert f"{told}: needs {missing}.csv, which is not loaded." in _text(at)
        assert _tiles(at) == _tiles(app())


def test_filters_that_leave_nobody_say_so_and_draw_nothing(app) -> None:
    at = app(query={"hired_from": "2020-09-10", "hired_to": "2020-09-20"})
    assert not at.exception
    assert at.title[0].value == "No hire matches these filters"
    assert "There is nobody to compare." in _text(at)
    assert not at.metric
    assert not at.get("plotly_chart")


def test_hires_whose_first_sales_are_in_no_file_are_not_judged(app) -> None:
    at = app(query={"hired_to": "2021-02-28"})
    unseen = sample_by_hand.hires()
    unseen = unseen[unseen["hired"] <= "2021-02-28"]
    assert not at.exception
    assert at.title[0].value == "Nobody's first sales are on record, so nobody can be judged"
    assert f"{len(unseen)} hires, and the CRM's history begins on 6 Apr 2021" in _text(at)
    assert not at.get("plotly_chart")
    assert RECENT not in _tiles(at)


def test_hires_all_too_new_are_counted_and_not_judged(app) -> None:
    at = app(query={"hired_from": "2026-01-01"})
    young = (sample_by_hand.hires()["hired"] >= "2026-01-01").sum()
    assert at.title[0].value == "No hire here has reached month 12 yet"
    assert list(_tiles(at).values()) == [str(young)]


def test_of_hires_of_whom_nothing_is_known_no_heading_stands_over_nothing(app) -> None:
    at = app(query={"hired_from": "2020-09-01", "hired_to": "2020-09-10"})
    assert at.title[0].value == "Nobody's first sales are on record, so nobody can be judged"
    assert [heading.value for heading in at.header] == [
        "Half-years side by side",
        "Too few to tell what changed",
    ]
    assert "nothing can be compared yet" in _text(at)
    assert not at.table


def test_a_group_too_small_is_not_shown(app) -> None:
    at = app(query={"hired_from": "2021-06-01", "hired_to": "2021-07-10"})
    few = sample_by_hand.outcomes(12)
    few = few[(few["hired"] >= "2021-06-01") & (few["hired"] <= "2021-07-10") & few["is_observed"]]
    assert 0 < len(few) < 5
    assert "too few" in _tiles(at).values()
    assert f"Too few hires to show: {len(few)}." in _text(at)
    assert not at.get("plotly_chart")


def test_a_second_period_stands_beside_the_chosen_one(app, by_hand) -> None:
    at = app(query={"hired_from": "2024-01-01", "hired_to": "2024-12-31", "compare": "year-before"})
    (shown,) = [one.value for one in at.table if "This period · n" in one.value.columns]
    bar = shown.set_index("Measure").loc[MEETS_BAR]
    year, met = by_hand["hired"].dt.year, by_hand["met"]
    for cell, when in zip(bar.iloc[:2], (2024, 2023), strict=True):
        known = met[year == when].dropna()
        assert _plain(cell).startswith(_percent(known.mean()))
        assert cell.endswith(f"· {len(known)}")
    assert "The second period · n" not in [name for one in app().table for name in one.value.columns]


def test_why_figures_have_different_numbers_of_hires_is_told_by_the_numbers_the_other_pages_show(app) -> None:
    told = dict(re.findall(r"^- ([^:]+): (\d+) hires; ", _text(app()), flags=re.MULTILINE))
    by_hand = sample_by_hand.outcomes(12)
    counted = by_hand[by_hand["is_old"] & by_hand["is_observed"]]
    assert told["Hires, who stayed a year"] == str(len(by_hand))
    has_login = by_hand["employee_id"].isin(set(sellers.persons_by_owner().values()))
    assert told["First deal"] == str((by_hand["is_observed"] & has_login).sum())
    assert told["The bar, attainment, month 12"] == str(counted["met"].notna().sum())
    assert f"of {told['High performers, month 12']} hires with a full first year" in _text(
        app("high-performers")
    )
    assert f"Panels of {told['Panels, ratings']} hires" in _text(app("panels"))
    assert f"{told['Payback, by source']} hires" in _text(app("sources"))
    assert f"{told['Quota pace, first full quota']} hires" in _text(app("outcomes"))

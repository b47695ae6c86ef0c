"""Role profiles as a reader meets them: the sample, files missing, filters that leave few or nobody, no names.

What it shows of profiles is held against the sample's CSV files, read with pandas and none of our selects.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from helpers import breadth
from helpers.sample import sellers
from helpers.sample.by_hand import AS_OF, day, read
from helpers.standing import standing
from hiring.access.audit import log_path
from hiring.showing import people_links
from hiring.statistics.profiles import contrasts, resembling
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making
from hiring.words import FIXED, THIN

PAGE = "role-profiles"
TWO = {"role": "Inside sales", "beside": "Major accounts"}
App = Callable[..., AppTest]
Without = Callable[..., Path]
Offered = dict[str, Callable[[], bytes]]
CAUSAL = re.compile(r"\b(because of|cause[sd]?|leads? to|due to|makes? them|predicts?|proven|best)\b", re.I)


def plain(markdown: str) -> str:
    """What a reader sees of a Markdown text, its spaces made plain."""
    text = re.sub(r":(?:small|gray|blue|red|color)\[", "[", markdown)
    text = re.sub(r"\\(.)", r"\1", text).replace("[", "").replace("]", "").replace("**", "").replace("`", "")
    return text.replace(THIN, " ").replace(FIXED, " ")


def said(at: AppTest) -> str:
    """All words of the page."""
    return "\n".join(plain(str(part.value)) for part in (*at.title, *at.header, *at.markdown, *at.warning))


def titles(at: AppTest) -> list[str]:
    return [plain(one.value).split("\n")[0] for one in at.header]


def figures(at: AppTest) -> dict[str, dict]:
    """Each figure's content by its alternative text."""
    return {plain(one.proto.alt): json.loads(one.proto.spec) for one in at.get("plotly_chart")}


def figure(at: AppTest, role: str) -> dict:
    return next(spec for alt, spec in figures(at).items() if alt.startswith(f"{role}:"))


def written(spec: dict) -> list[str]:
    """The words in a figure."""
    return [plain(re.sub(r"<[^>]+>", "", one["text"])) for one in spec["layout"]["annotations"]]


def table(at: AppTest, *columns: str) -> pd.DataFrame:
    """The table with these columns first, its cells as a reader sees them."""
    for element in at.table:
        frame = element.value
        frame.columns = [plain(name) for name in frame.columns]
        if tuple(frame.columns[: len(columns)]) == columns:
            return frame.map(plain)
    raise AssertionError(f"no table opens with {columns}: {[list(one.value.columns) for one in at.table]}")


def sound(at: AppTest) -> AppTest:
    assert not at.exception
    assert not at.error, [one.value for one in at.error]
    assert len(at.title) == 1
    assert len(plain(at.title[0].value)) <= 90
    assert not CAUSAL.search(said(at)), CAUSAL.search(said(at))
    return at


@cache
def agreed() -> pd.DataFrame:
    """The version in force of each role's profile, as the file has it."""
    rows = read("role_profiles")
    rows = rows.assign(effective_on=day(rows["effective_on"]), weight=pd.to_numeric(rows["weight"]))
    rows = rows[rows["effective_on"] <= AS_OF]
    return rows[rows["effective_on"] == rows.groupby("role_profile")["effective_on"].transform("max")]


def weights_of(role: str) -> dict[str, float]:
    mine = agreed()[agreed()["role_profile"] == role].set_index("competency")["weight"]
    return (mine / mine.sum()).to_dict()


def test_two_roles_stand_side_by_side_with_every_part_of_the_question(app: App) -> None:
    at = sound(app(PAGE, TWO))
    assert titles(at)[1:3] == ["Inside sales", "Major accounts"]
    assert len(figures(at)) == 2
    for part in (
        "What this means for the next intake",
        "How soon their hires sell",
        "What the profiles in force ask for",
    ):
        assert part in titles(at)
    assert "Is it more than luck?" in said(at)
    assert "Inside sales hires and" in said(at)
    assert len(at.get("download_button")) == 4


def test_the_chosen_roles_outlive_a_switch_of_pages_and_stand_in_the_address_again(app: App) -> None:
    at = sound(app(PAGE))
    here = at._page_hash
    at.selectbox(key="role").set_value("Channel").run()
    at.selectbox(key="beside").set_value("Mid-market").run()
    assert titles(at)[1:3] == ["Channel", "Mid-market"]
    # A switch of pages empties the address, and the boxes are gone as long as another page is drawn.
    at.query_params.clear()
    at._page_hash = calc_hash("definitions")
    at.run()
    assert titles(at)[1:3] != ["Channel", "Mid-market"]
    assert "role" not in at.query_params
    at._page_hash = here
    at.run()
    assert titles(at)[1:3] == ["Channel", "Mid-market"]
    assert at.query_params["role"] == "Channel"
    assert at.query_params["beside"] == "Mid-market"


def test_a_role_the_filters_take_away_stands_there_again_once_they_are_off(app: App) -> None:
    at = sound(app(PAGE, {"role": "Channel", "beside": "Mid-market"}))
    at.multiselect(key="role_profiles").set_value(["Inside sales", "Major accounts"])
    at.button(key="show").click().run()
    assert set(titles(at)[1:3]) == {"Inside sales", "Major accounts"}
    assert "role" not in at.query_params
    at.multiselect(key="role_profiles").set_value([])
    at.button(key="show").click().run()
    assert titles(at)[1:3] == ["Channel", "Mid-market"]


def test_the_bars_are_the_weights_that_were_agreed(app: App) -> None:
    at = sound(app(PAGE, TWO))
    for role in TWO.values():
        spec, wanted = figure(at, role), weights_of(role)
        bars = next(trace for trace in spec["data"] if trace["type"] == "bar")
        names = [text for text in written(spec) if text in wanted]
        assert dict(zip(names, bars["x"], strict=True)) == pytest.approx(wanted)


def test_both_figures_have_the_same_rows_and_scales(app: App) -> None:
    at = sound(app(PAGE, TWO))
    first, second = (figure(at, role) for role in TWO.values())
    assert [t for t in written(first) if t in weights_of("Inside sales")] == list(
        dict.fromkeys(t for t in written(second) if t in weights_of("Inside sales"))
    )
    assert first["layout"]["xaxis"]["range"] == second["layout"]["xaxis"]["range"]


def test_what_goes_with_results_is_drawn_once_where_roles_do_not_differ(app: App) -> None:
    at = sound(app(PAGE, TWO))
    first, second = (figure(at, role) for role in TWO.values())
    dots = [
        [one for one in spec["data"] if one.get("mode") == "markers" and one["x"] != [None]]
        for spec in (first, second)
    ]
    assert (len(dots[0]) >= 5, len(dots[1])) == (True, 0)
    assert "About so many more in 100, all roles" in written(first)


def test_a_filled_dot_has_no_zero_in_its_interval_and_no_other_leaves_it_out(app: App) -> None:
    at = sound(app(PAGE, TWO))
    seen = 0
    for spec in figures(at).values():
        traces = [one for one in spec["data"] if one.get("xaxis") == "x2" and one["type"] == "scatter"]
        for line, dot in pairwise(traces):
            if line["mode"] == "lines" and dot["mode"] == "markers":
                low, high = line["x"]
                is_clear = "Clear" in dot["hovertext"][0]
                assert is_clear == (low > 0 or high < 0), dot["hovertext"]
                seen += 1
    assert seen >= 5


def test_a_competency_with_fewer_than_sixty_rated_hires_says_how_many_there_are(app: App) -> None:
    at = sound(app(PAGE, TWO))
    (line,) = [one for one in said(at).splitlines() if "hold for this role too, but for " in one]
    assert line.startswith("Version 3, in force since ")  # where the dots would be
    waiting = re.findall(r"\((\d+) hires; 60 needed\)", line)
    assert waiting
    assert all(int(count) < 60 for count in waiting)
    assert not [
        text for text in written(figure(at, "Major accounts")) if text.endswith("needed")
    ]  # weights alone
    assert "Some of it waits for evidence: " in said(at)


def test_who_agreed_and_who_has_not_stands_over_the_figure(app: App) -> None:
    at = sound(app(PAGE, TWO))
    rows = agreed().drop_duplicates("role_profile").set_index("role_profile")
    assert not rows.loc["Major accounts", "agreed_by_hr_on"]
    assert f"version {rows.loc['Major accounts', 'version']}, not agreed by HR" in said(at)
    both = day(rows.loc[["Inside sales"], "agreed_by_sales_on"]).iloc[0]
    assert f"agreed {both.day} {both:%b %Y} by HR and Sales" in said(at)


def test_what_good_looks_like_is_what_the_file_says(app: App) -> None:
    at = sound(app(PAGE, {"role": "Channel", "beside": "no other role"}))
    shown = table(at, "Competency", "Asked", "What good looks like").set_index("Competency")
    wanted = agreed()[agreed()["role_profile"] == "Channel"].set_index("competency")["looks_like"]
    assert shown["What good looks like"].to_dict() == wanted.to_dict()


def test_a_profile_that_asks_for_everything_is_flagged(app: App) -> None:
    at = sound(app(PAGE, {"role": "Channel", "beside": "no other role"}))
    assert "asks for everything equally" in said(at)
    assert "Channel weighs everything about the same; is that meant?" in said(at)
    assert len(figures(at)) == 1
    assert "decide what may be given up" in said(at)


def test_hires_of_two_roles_are_counted_beside_each_other(app: App) -> None:
    at = sound(app(PAGE, TWO))
    shown = table(at, "Measure", "Inside sales", "Major accounts").set_index("Measure")
    people = sellers.hires()["role_profile"].value_counts()
    every = shown.loc["Hires it is followed in"]
    assert [every[role] for role in TWO.values()] == [str(people[role]) for role in TWO.values()]
    assert re.fullmatch(r"\d+ \(\d+–\d+\) · \d+", shown.iloc[0]["Inside sales"])


def test_at_first_the_largest_role_stands_beside_the_one_least_like_it(app: App) -> None:
    at = sound(app(PAGE))
    sizes = sellers.hires()["role_profile"].value_counts()
    table_of = agreed().pivot_table(index="role_profile", columns="competency", values="weight", fill_value=0)
    shares = table_of.div(table_of.sum(axis=1), axis=0)
    alike = shares.T.corr()[sizes.index[0]].drop(sizes.index[0])
    assert [at.selectbox(key="role").value, at.selectbox(key="beside").value] == [
        sizes.index[0],
        alike.idxmin(),
    ]


def test_the_choice_is_part_of_the_link_and_moves_the_page(app: App) -> None:
    at = sound(app(PAGE, {"role": "Mid-market", "beside": "Channel"}))
    assert titles(at)[1:3] == ["Mid-market", "Channel"]
    at.selectbox(key="beside").set_value("Customer growth").run()
    sound(at)
    assert titles(at)[1:3] == ["Mid-market", "Customer growth"]


def test_a_link_with_an_unknown_role_opens_as_without(app: App) -> None:
    at = sound(app(PAGE, {"role": "<b>nobody</b>", "beside": "nobody"}))
    assert "nobody</b>" not in said(at)
    assert len(figures(at)) == 2


def test_the_same_role_twice_is_one_role(app: App) -> None:
    at = sound(app(PAGE, {"role": "Channel", "beside": "Channel"}))
    assert len(figures(at)) == 1


def test_the_filter_of_roles_narrows_the_choice_and_leaves_the_evidence_alone(app: App) -> None:
    every = sound(app(PAGE, {"role": "Channel", "beside": "no other role"}))
    alone = sound(app(PAGE, {"role_profiles": ["Channel"]}))
    assert "role" not in [one.key for one in alone.selectbox]  # nothing to choose
    assert figure(alone, "Channel")["data"] == figure(every, "Channel")["data"]
    both = sound(app(PAGE, {"role_profiles": ["Channel", "Mid-market"]}))
    assert set(both.selectbox(key="role").options) == {"Channel", "Mid-market"}


@pytest.mark.parametrize(
    "query", [{"hired_from": "2024-01-01"}, {"regions": ["DACH", "Nordics and Benelux"]}]
)
def test_other_filters_leave_the_evidence_alone_and_tell_how_many_hires_are_chosen(
    app: App, query: dict[str, str | list[str]]
) -> None:
    every, few = sound(app(PAGE, TWO)), sound(app(PAGE, {**TWO, **query}))
    assert figure(every, "Inside sales")["data"] == figure(few, "Inside sales")["data"]
    assert said(few).count("The filters choose whose rows are shown, and change no estimate.") == 1
    assert "all 414 such hires of the company" in said(few)
    assert "The filters choose" not in said(every)
    assert re.search(
        r"hires with half a year or more behind them; \d+ and \d+ of them in this selection", said(few)
    )


def test_how_alike_profiles_are_is_small_print_and_no_tile(app: App) -> None:
    at = sound(app(PAGE, TWO))
    assert not at.metric
    assert "is that meant?" not in said(at)  # of these two it is not
    assert "As varied as 3.9 profiles with nothing in common (among 5 roles)" in said(at)


def test_background_facts_stand_with_their_interval_and_hires_or_are_too_few(app: App) -> None:
    shown = table(sound(app(PAGE, TWO)), "Fact", "Inside sales", "Major accounts")
    cell = re.compile(r"[+−]?[\d.]+ \([+−]?[\d.]+ to [+−]?[\d.]+\) · \d+( · (Clear|Leaning))?|too few")
    cells = shown[["Inside sales", "Major accounts"]].to_numpy().ravel()
    assert [text for text in cells if not cell.fullmatch(text)] == []
    assert shown["Fact"].str.startswith("Years in sales").sum() == 1


def test_nobody_is_held_against_another_role_below_a_hundred_and_fifty(app: App) -> None:
    at = sound(app(PAGE, TWO))
    assert "Whose ratings resemble stronger hires of another role" not in titles(at)
    assert "needs 150 hires" in said(at)


@pytest.fixture
def low_gate(monkeypatch: pytest.MonkeyPatch, a_warehouse_without_evidence: Path) -> Path:
    """The sample judged as if roles differed, and sixty hires and little were enough to say whom ratings resemble."""
    monkeypatch.setattr(resembling, "SMALLEST_RESEMBLING", 60)
    monkeypatch.setattr(resembling, "SAID_FROM", 0.02)
    monkeypatch.setattr(contrasts, "ROLES_DIFFER_BELOW", 1.0)
    return a_warehouse_without_evidence


def test_whose_ratings_resemble_another_role_is_listed_by_name_and_written_down(
    app: App, low_gate: Path, offered: Offered
) -> None:
    at = sound(app(PAGE, TWO, warehouse=low_gate))
    people = next(one.value for one in at.dataframe if "Hire" in one.value.columns)
    names = set(sellers.file("employees")["full_name"])
    assert len(people) > 0
    shown = people["Hire"].str.extract(people_links.PATTERN)[0].map(unquote)
    assert set(shown) <= names
    assert set(people["Role"]) <= set(TWO.values())
    assert f"The ratings of {len(people)} hires resemble stronger hires of another role" in titles(at)
    offered["download resembling"]()
    line = json.loads(log_path(low_gate).read_text().splitlines()[-1])
    assert (line["action"], line["rows"]) == ("download", len(people))


def test_who_may_not_see_names_is_told_how_many_and_nobody(
    app: App, low_gate: Path, without_names: None
) -> None:
    at = sound(app(PAGE, TWO, warehouse=low_gate))
    assert "resemble stronger hires of another role" in said(at)
    assert "names are not part of your access" in said(at)
    names = set(sellers.file("employees")["full_name"].dropna())
    drawn = said(at) + json.dumps(figures(at)) + "".join(str(one.value) for one in at.dataframe)
    assert not [name for name in names if name in drawn]


def test_taking_a_brief_out_is_written_down(app: App, sample_warehouse: Path, offered: Offered) -> None:
    sound(app(PAGE, TWO))
    log = log_path(sample_warehouse)
    before = log.read_text().splitlines() if log.exists() else []
    assert offered["brief pdf Inside sales"]().startswith(b"%PDF")
    line = json.loads(log.read_text().splitlines()[len(before)])
    assert (line["action"], line["subject"]) == ("download", "role brief PDF: Inside sales")


@pytest.mark.proof
def test_until_the_evidence_is_there_what_was_agreed_and_how_hires_fared_stand(
    app: App, a_warehouse_without_evidence: Path
) -> None:
    at = sound(app(PAGE, TWO, warehouse=a_warehouse_without_evidence, has_evidence=False))
    assert at.title[0].value == "The two roles ask for different people"
    assert "being worked out" in said(at)
    assert table(at, "Measure", "Inside sales", "Major accounts").shape[0] == 2
    assert "What the profiles in force ask for" in titles(at)
    making.made(Warehouse(a_warehouse_without_evidence))
    at.run()
    assert "being worked out" not in said(sound(at))
    assert at.title[0].value == app(PAGE, TWO).title[0].value


def test_without_profiles_the_file_is_named_and_the_evidence_stands(
    app: App, warehouse_without: Without
) -> None:
    at = sound(app(PAGE, TWO, warehouse=warehouse_without("role_profiles")))
    assert "Add role_profiles.csv to the exports" in said(at)
    assert "No profile in force · 114 hires" in said(at)
    assert "Agree on a profile first" in said(at)
    assert written(figure(at, "Inside sales")).count("no profile") == 8
    assert not at.metric
    assert "No profile has been agreed." in said(at)


@pytest.mark.parametrize("missing", ["ratings", *breadth.proof("interviews", "applications")])
def test_without_ratings_the_profile_stands_and_the_file_is_named(
    app: App, warehouse_without: Without, missing: str
) -> None:
    at = sound(app(PAGE, TWO, warehouse=warehouse_without(missing)))
    assert "No ratings of these hires are known." in said(at)
    assert f"Add {missing}.csv to the exports" in said(at)
    assert "no ratings known" in written(figure(at, "Inside sales"))
    assert "Is it more than luck?" not in said(at)
    assert "No ratings of hires are known" in titles(at)


@pytest.mark.proof
def test_without_candidates_backgrounds_name_the_file(app: App, warehouse_without: Without) -> None:
    at = sound(app(PAGE, TWO, warehouse=warehouse_without("candidates")))
    assert "Add candidates.csv to the exports" in said(at)


def test_without_quotas_pace_and_bar_are_not_told_and_the_outcome_says_so(
    app: App, warehouse_without: Without
) -> None:
    at = sound(app(PAGE, TWO, warehouse=warehouse_without("quotas")))
    assert "No quota is known for these hires" in said(at)
    assert "no quotas are known" in said(at)
    assert len(figures(at)) == 2


def test_fewer_than_a_hundred_and_twenty_hires_are_counted_and_nothing_is_claimed(
    app: App, early_warehouse: Path
) -> None:
    at = sound(app(PAGE, TWO, warehouse=early_warehouse))
    assert "are too few to say what goes with results" in said(at)
    assert re.search(
        r"Nothing is said of competencies below 120 hires in all roles: \d+ more hires? needed", said(at)
    )
    assert "no evidence yet" in written(figure(at, "Inside sales"))
    assert not [one for spec in figures(at).values() for one in spec["data"] if one.get("mode") == "markers"]


def test_filters_that_leave_nobody_still_show_what_was_agreed_and_what_the_company_shows(app: App) -> None:
    at = sound(app(PAGE, {"hired_from": "2020-10-01", "hired_to": "2020-10-03"}))
    assert "0 and 0 of them in this selection" in said(at)
    assert "The filters choose whose rows are shown, and change no estimate." in said(at)
    assert "What the profiles in force ask for" in titles(at)
    assert "Is it more than luck?" in said(at)
    assert "+0.1" in json.dumps(figures(at))


def test_a_company_of_two_hires_and_no_profile_is_told_so(app: App, tmp_path: Path) -> None:
    company = standing(tmp_path)
    at = sound(app(PAGE, warehouse=company.folder))
    assert at.title[0].value == "No ratings of hires are known"
    assert "No profile of this role has been agreed." in said(at)
    assert "2 Inside sales hires" in said(at)
    assert not figures(at)


def test_a_role_of_three_hires_is_shown_and_said_to_be_too_few(app: App, altered_warehouse: Path) -> None:
    at = sound(app(PAGE, {"role": "Channel", "beside": "Mid-market"}, warehouse=altered_warehouse))
    assert "3 Channel hires" in said(at)
    assert any(text.endswith("hires; 60 needed") for text in written(figure(at, "Channel")))
    assert "All of it waits for evidence" in said(at)
    assert table(at, "Measure", "Channel")["Channel"].tolist()[:3] == ["too few", "3"]


def test_who_may_not_see_names_sees_the_same_evidence(app: App, without_names: None) -> None:
    limited = figures(sound(app(PAGE, TWO)))
    assert len(limited) == 2


def test_the_evidence_is_the_same_with_and_without_names(app: App, request: pytest.FixtureRequest) -> None:
    def drawn() -> object:
        # Other ids stand in another order, and what is summed in another order differs in the last digit.
        data = json.dumps(figure(sound(app(PAGE, TWO)), "Inside sales")["data"])
        return json.loads(data, parse_float=lambda number: round(float(number), 9))

    open_to_all = drawn()
    request.getfixturevalue("without_names")
    assert drawn() == open_to_all

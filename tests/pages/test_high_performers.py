"""The page of high performers as a reader meets it: the sample, a switch, filters, files missing, names not allowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers import breadth
from hiring.findings.high_performers import answer
from hiring.words import FIXED, THIN

PAGE = "high-performers"
SWITCH = "outcome"


def _plain(markdown: str) -> str:
    text = re.sub(r":(?:small|gray|blue|red|orange|violet)\[", "[", markdown)
    text = re.sub(r"\\(.)", r"\1", text).replace("[", "").replace("]", "").replace("**", "")
    return text.replace(THIN, " ").replace(FIXED, " ")


def _text(at: AppTest) -> str:
    return "\n".join(_plain(element.value) for element in (*at.title, *at.header, *at.markdown))


def _alts(at: AppTest) -> list[str]:
    return [_plain(chart.proto.alt) for chart in at.get("plotly_chart")]


def test_the_sample_gets_the_plain_fact_first_and_what_was_expected_beside_it(
    app: Callable[..., AppTest],
) -> None:
    at = app(PAGE)
    assert not at.exception
    assert at.title[0].value == "More than half of our high performers were hired in DACH"
    assert (
        "DACH: 42 of 114, expected 15 (clear); North America: 5 of 76, expected 18 (leaning); quotas, territories or"
        in _text(at)
    )
    assert "the top of their role at month 12 by quota attained" in _text(at)
    assert (
        _text(at).count("Among the 42 interviewers who can be compared nobody stands out further than luck")
        == 1
    )
    assert [tile.value for tile in at.metric][3:4] == ["37 in 100"]
    assert "42 of 114 · expected 15" in _text(at)
    assert len(_alts(at)) == 4
    assert [tile.value for tile in at.metric][:1] == ["21 in 100"]


def test_roles_stand_in_a_table_beside_what_was_expected_as_on_role_profiles(
    app: Callable[..., AppTest],
) -> None:
    at = app(PAGE, {"regions": ["EMEA"], "period": "last-year"})
    (shown,) = [one.value for one in at.table if "Role" in one.value.columns]
    assert list(shown.columns) == ["Role", "High performers", "Met the bar", "There at month 12"]
    elsewhere = app("role-profiles", {"regions": ["EMEA"], "period": "last-year"})
    lead = _plain(elsewhere.title[0].value)
    assert re.fullmatch(
        r"Inside sales: 5 of 12 became high performers, expected \d; too few to say it leads", lead
    )
    assert lead in [_plain(one.value).split("\n")[0] for one in at.header]
    assert "Left out: 1 role of too few hires to be told." in _text(at)


def test_the_list_holds_everybody_of_them_best_first(app: Callable[..., AppTest]) -> None:
    at = app(PAGE)
    listed = next(one.value for one in at.dataframe if "Attainment, %" in one.value.columns)
    assert len(listed) == 75
    assert listed["Attainment, %"].is_monotonic_decreasing


def test_the_switch_asks_another_question_of_the_same_hires_and_stands_in_the_address(
    app: Callable[..., AppTest],
) -> None:
    at = app(PAGE, {SWITCH: "There at month 12"})
    assert at.title[0].value.endswith("no group stands out by more than luck")
    assert "were there at month 12" in _text(at)
    listed = next(one.value for one in at.dataframe if "Attainment, %" in one.value.columns)
    assert len(listed) == int(re.search(r"(\d+) of 365 hires", _text(at))[1])  # type: ignore[index]


def test_roles_are_told_by_the_bar_where_a_share_of_each_is_fixed(app: Callable[..., AppTest]) -> None:
    rows = next(one.value for one in app(PAGE).dataframe if "Group" in one.value.columns)
    roles = rows[rows["Group"].str.startswith("Role")]
    assert roles["Counted"].sum() > 100  # a fifth of each would be 75


def test_filters_choose_hires_and_the_window_changes_nothing(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"regions": ["DACH"], "outcome_window": "24"})
    assert at.title[0].value == "42 of 114 hires became high performers, where 15 were to be expected"
    assert "Between 15 and 33 more in 100 than comparable hires; quotas, territories" in _text(at)


def test_a_choice_without_a_hire_says_so(app: Callable[..., AppTest]) -> None:
    at = app(PAGE, {"hired_from": "2026-06-01"})
    assert at.title[0].value == answer.NOBODY
    assert not at.exception
    nobody = app(PAGE, {"regions": ["DACH"], "hired_from": "2026-06-29", "hired_to": "2026-06-30"})
    assert nobody.title[0].value == "No hire matches these filters"


def test_until_the_evidence_is_there_the_page_says_that_it_comes(
    app: Callable[..., AppTest], a_warehouse_without_evidence: Path
) -> None:
    at = app(PAGE, warehouse=a_warehouse_without_evidence, has_evidence=False)
    assert not at.exception
    assert not at.metric


@pytest.mark.parametrize(
    "table", [*breadth.proof("interviews", "ratings"), "quotas", "applications", "role_profiles"]
)
def test_without_a_file_all_else_is_told(
    app: Callable[..., AppTest], warehouse_without: Callable[..., Path], table: str
) -> None:
    at = app(PAGE, warehouse=warehouse_without(table))
    assert not at.exception
    assert not [error.value for error in at.error]
    assert "hires with a full first year" in _text(at)


def test_who_may_not_see_names_sees_groups_and_no_person(
    app: Callable[..., AppTest], without_names: None, sample_warehouse: Path
) -> None:
    at = app(PAGE)
    assert at.title[0].value == "More than half of our high performers were hired in DACH"
    assert "Woodhaven" not in _text(at)
    assert not [one for one in at.dataframe if "Who" in one.value.columns or "Name" in one.value.columns]
    assert answer.WITHOUT_NAMES in _text(at)


def test_every_tile_says_what_it_counts(app: Callable[..., AppTest]) -> None:
    assert all("top of each role" in _plain(tile.help) for tile in app(PAGE).metric)

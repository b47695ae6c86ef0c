"""The verb `trace`: from a number on a page back to the export it came from, found out from the code as it stands."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache

import pytest

from hiring import contract
from hiring.__main__ import main
from hiring.command_line.tracing import hops, sources
from hiring.config import ROOT
from hiring.warehouse import sql_files

WORDS = [
    *("loaded", "renamed and typed", "given meaning", "counted", "judged"),
    *("put into words", "drawn", "shown"),
]
#: Their numbers are looked up by the word a decision was kept under: all questions of the page may be theirs.
LOOKED_UP = ("decisions",)
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


@cache
def count_lines(path: str) -> int:
    """Lines of a file, none in a folder."""
    file = ROOT / path
    return len(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else 0


def told(capsys, *words: str) -> dict:
    assert main(["trace", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def places(trace: dict, word: str, where: str = "places") -> list[str]:
    (hop,) = [hop for hop in trace["hops"] if hop["hop"] == word]
    return [place["path"] for place in hop[where]]


def whats(trace: dict, word: str) -> list[str]:
    (hop,) = [hop for hop in trace["hops"] if hop["hop"] == word]
    return [place["what"] for place in hop["places"]]


def test_the_pages_are_listed_with_the_question_each_answers(capsys) -> None:
    assert main(["trace"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == PAGES
    asked = "Which sources bring people who reach their role's bar and stay, and at what cost?"
    assert lines[PAGES.index("sources")].endswith(asked)


def test_the_numbers_of_a_page_are_those_of_its_tiles(capsys) -> None:
    assert main(["trace", "sources"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        *("met_bar", "high_performer", "first_year_retention", "cost_per_hire", "cost_per_high_performer"),
        *("payback", "hires"),
    ]
    assert lines[0].split(maxsplit=1)[1] == "Meet bar at month 12"


def test_a_number_that_only_the_rows_of_an_answer_name_is_one_of_its_page(capsys) -> None:
    names = [one["number"] for one in told(capsys, "data_health")["numbers"]]
    assert "revenue_before_hire" in names
    trace = told(capsys, "data_health", "revenue_before_hire")
    assert places(trace, "put into words") == ["hiring/findings/data_health/matching.py"]
    assert trace["not_told"] == ["Rows of the answer name it: no line of the page does."]


def test_a_page_without_numbers_says_so(capsys) -> None:
    assert main(["trace", "methods"]) == 0
    assert capsys.readouterr().out == "no number with a card of its own\n"


def test_who_met_the_bar_by_source_is_followed_to_the_exports(capsys) -> None:
    trace = told(capsys, "sources", "met_bar")
    assert [hop["hop"] for hop in trace["hops"]] == WORDS
    assert places(trace, "counted") == [
        "queries/questions/sources/outcomes_by_source.sql",
        "queries/questions/shared/hires_in_scope.sql",
        "pages/sources.py",
    ]
    assert places(trace, "given meaning")[:2] == [
        "queries/marts/hire_windows.sql",
        "queries/marts/hire_months.sql",
    ]
    assert "queries/marts/hires.sql" in [place["path"] for place in trace["hops"][2]["besides"]]
    assert "queries/staging/stg_quotas.sql" in places(trace, "renamed and typed")
    assert "quotas.csv: owner_id, period_start_on, period_end_on, amount, currency" in whats(trace, "loaded")
    assert whats(trace, "judged") == ["wilson"]
    assert places(trace, "put into words") == ["hiring/findings/sources/tables.py"]
    assert whats(trace, "drawn")[0] == "tile"
    assert places(trace, "shown") == ["pages/sources.py"]
    assert trace["not_told"] == []


def test_medians_of_time_rest_on_milestones_and_are_judged_as_survival(capsys) -> None:
    trace = told(capsys, "outcomes", "first_deal")
    assert places(trace, "counted")[0] == "queries/questions/outcomes/milestones_by_hire.sql"
    assert places(trace, "given meaning")[0] == "queries/marts/hire_milestones.sql"
    assert whats(trace, "judged") == ["kaplan_meier"]
    assert "steps of the same answers" in whats(trace, "drawn")


def test_rows_loaded_are_the_builds_own_account_and_no_column(capsys) -> None:
    assert main(["trace", "data_health", "rows_loaded"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:17].strip() for line in lines] == WORDS
    assert lines[0].endswith("no column: what is counted is the build's own account of the files it loaded")
    assert "marts.files_read (hiring/warehouse/bookkeeping.py:" in lines[2]
    assert "queries/questions/data_health/files_read.sql" in lines[3]
    assert lines[4].endswith("no function of hiring/statistics is called for it")


def test_ratings_name_the_statistic_their_card_names(capsys) -> None:
    trace = told(capsys, "craft", "rating_agreement")
    assert "queries/questions/craft/ratings.sql" in places(trace, "counted")
    assert whats(trace, "judged")[:2] == ["its card", "interviewer_agreement"]
    assert any(
        what.startswith("ratings.csv: interview_id, competency, score") for what in whats(trace, "loaded")
    )


@pytest.mark.parametrize("named", ["MET_BAR", "meet bar at month 12", "Meet bar at month 6", "met_bar"])
def test_a_number_is_found_by_its_key_or_as_the_page_calls_it(capsys, named: str) -> None:
    assert told(capsys, "Sources", named)["number"] == "met_bar"
    assert told(capsys, "SOURCES", *named.split())["number"] == "met_bar"


def test_a_page_is_found_by_its_address_too(capsys) -> None:
    assert told(capsys, "role-profiles", "evenness")["page"] == "role_profiles"


@pytest.mark.parametrize("topic", PAGES)
def test_every_number_of_every_page_is_followed_to_places_that_exist(topic: str) -> None:
    for card in hops.numbers(topic):
        trace = hops.trace(topic, card)
        assert [hop.word for hop in trace.hops] == WORDS, card.name
        assert all(hop.places or hop.lacking for hop in trace.hops), card.name
        for hop in trace.hops:
            assert (ROOT / hop.room).exists()
            for place in (*hop.places, *hop.besides):
                assert (ROOT / place.path).exists(), place
                assert place.line <= count_lines(place.path), place
        assert (hops.NOT_TOLD in trace.remarks) <= (topic in LOOKED_UP), card.name
        assert trace.hops[3].places, card.name


def test_each_place_a_question_is_asked_at_is_a_line_that_asks() -> None:
    asked = {
        place
        for page in PAGES
        for card in hops.numbers(page)
        for place in hops.trace(page, card).hops[3].places
    }
    lines = {place for place in asked if place.what == "asked"}
    assert len(lines) > 20
    for place in lines:
        line = (ROOT / place.path).read_text(encoding="utf-8").splitlines()[place.line - 1]
        assert re.search(r"ask\(|for_estimates|of_all\(|gathered", line), (place, line)


def test_every_column_named_is_one_of_the_contract() -> None:
    every = [(page, card) for page in PAGES for card in hops.numbers(page)]
    assert len(every) > 50
    for page, card in every:
        loaded = hops.trace(page, card).hops[0]
        for place in (*loaded.places, *loaded.besides):
            file, _, columns = place.what.partition(": ")
            table = contract.BY_NAME[file.removesuffix(".csv")]
            assert set(columns.split(", ")) <= {
                *(column.name for column in table.columns),
                "no column by its name",
            }


def test_every_page_that_asks_is_followed_to_its_questions() -> None:
    """Each question that a page's own file names is one that the walk came across."""
    from hiring.command_line.tracing.walk import walked

    for page in PAGES:
        tree = ast.parse((ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8"))
        written = {
            node.args[0].value
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
            if getattr(node.func, "id", getattr(node.func, "attr", "")) == "ask"
        }
        assert written <= walked(page).asked.keys(), page
        assert walked(page).asked.keys() <= sql_files.questions().keys()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["sourcs"], "no page 'sourcs' · there are: agreement, alignment, candidates, craft, data_health, "),
        (
            ["sources", "met_barr"],
            "no number 'met_barr' on the page sources · there are: met_bar, high_performer, ",
        ),
        (["mapping", "met_bar"], "no number 'met_bar' on the page mapping · there are: none that has a card"),
    ],
)
def test_an_unknown_name_is_one_line_that_lists_what_there_is(capsys, words: list[str], says: str) -> None:
    assert main(["trace", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith(says)


def test_other_verbs_do_not_load_what_only_a_trace_needs() -> None:
    asked = "import sys, hiring.__main__; print({'scipy', 'hiring.metrics'} & sys.modules.keys())"
    ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True)
    assert ran.stdout == "set()\n"


def test_what_the_pages_are_is_read_from_the_folder_of_pages() -> None:
    assert sorted(sources.pages()) == PAGES

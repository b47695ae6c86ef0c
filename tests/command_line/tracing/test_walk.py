"""A page followed without running it: what a number rests on is told apart, or said not to be, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.command_line.tracing import hops, sources, walk
from hiring.command_line.tracing.sources import Modules
from laws.reading import written

SESSION = "def ask(question, scope=None):\n    return None\n"
RATES = "def wilson(hits, n):\n    return hits\n\ndef median(times):\n    return times\n"
METRICS = "def card(name):\n    return name\n\ndef short(name, scope=None):\n    return name\n"
NUMBER = "from dataclasses import dataclass\n@dataclass\nclass Number:\n    card: str\n    value: str\n    note: str\n"
EXHIBIT = "from dataclasses import dataclass\n@dataclass\nclass Marks:\n    form: str\n    rows: object\n"
MADE_OF = "from hiring import metrics\nfrom hiring.findings.exhibit import Marks\n"
HEAD = MADE_OF + "from hiring.findings import told\nfrom hiring.serving.session import ask\n"
TOLD = MADE_OF + "from hiring.findings.numbers import Number\nfrom hiring.statistics import rates\n"


def walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, findings: str = "") -> walk.Walk:
    files = {
        "pages/sources.py": HEAD + page,
        "hiring/findings/told.py": TOLD + findings,
        "hiring/findings/numbers.py": NUMBER,
        "hiring/serving/session.py": SESSION,
        "hiring/statistics/rates.py": RATES,
        "hiring/metrics/__init__.py": METRICS,
        "hiring/findings/exhibit.py": EXHIBIT,
    }
    own = Modules(written(tmp_path, files))
    monkeypatch.setattr(sources, "modules", lambda: own)
    return walk.walked.__wrapped__("sources")


def rests_on(found: walk.Walk, card: str) -> tuple[set[str], set[str]]:
    surest = max(made.sureness for made in found.numbers if made.what == card)
    made = [one for one in found.numbers if one.what == card and one.sureness == surest]
    asked = {question for one in made for question in one.rests_on.asked}
    judged = {name.rpartition(".")[2] for one in made for name in one.rests_on.judged}
    return (asked, judged) if surest else (set(), set())


TWO = """
def numbers(outcomes, offers):
    bar = rates.wilson(outcomes["a"].sum(), len(outcomes))
    return [Number("met_bar", f"{bar}", ""), _late("first_deal", offers)]

def _late(card, offers):
    if offers.empty:
        return Number(card, "not known", "")
    return Number(card, rates.median(offers), "of offers")
"""


def test_two_numbers_of_one_call_rest_each_on_its_own_question_and_statistic(tmp_path, monkeypatch) -> None:
    page = "def show():\n    told.numbers(ask('a/outcomes'), ask('a/offers'))\n"
    found = walked(tmp_path, monkeypatch, page, TWO)
    assert rests_on(found, "met_bar") == ({"a/outcomes"}, {"wilson"})
    assert rests_on(found, "first_deal") == ({"a/offers"}, {"median"})
    assert found.asked == {"a/outcomes": {"pages/sources.py:6"}, "a/offers": {"pages/sources.py:6"}}


def test_a_number_is_followed_through_a_loop_over_cards(tmp_path, monkeypatch) -> None:
    findings = (
        "def numbers(deals, quotas):\n"
        "    pairs = (('met_bar', deals), ('first_deal', quotas))\n"
        "    return [Number(card, rates.median(frame), '') for card, frame in pairs]\n"
    )
    page = "def show():\n    told.numbers(ask('a/deals'), quotas=ask('a/quotas'))\n"
    found = walked(tmp_path, monkeypatch, page, findings)
    assert rests_on(found, "met_bar") == ({"a/deals"}, {"median"})
    assert rests_on(found, "first_deal") == ({"a/quotas"}, {"median"})


def test_where_two_numbers_cannot_be_told_apart_neither_is_said_to_rest_on_anything(
    tmp_path, monkeypatch
) -> None:
    findings = "def one(name, frame):\n    return Number(name, frame, '')\n"
    page = "def show():\n    for way in ways():\n        told.one('met_bar' if way else 'first_deal', ask('a/deals'))\n"
    found = walked(tmp_path, monkeypatch, page, findings)
    assert {made.sureness for made in found.numbers} == {0}
    assert rests_on(found, "met_bar") == (set(), set())


def test_a_figure_drawn_by_a_function_handed_on_is_followed(tmp_path, monkeypatch) -> None:
    page = (
        "def show():\n    frame = ask('a/deals')\n    later(lambda: Marks('bars', frame))\n\n"
        "def later(draw):\n    return draw()\n"
    )
    (figure,) = walked(tmp_path, monkeypatch, page).figures
    assert (figure.what, figure.place) == ("hiring.charts.bars", "pages/sources.py:7")
    assert figure.rests_on.asked == {"a/deals"}


def test_a_figure_that_findings_make_is_of_the_form_its_marks_name(tmp_path, monkeypatch) -> None:
    findings = "def bars(frame):\n    return Marks('bars', frame, {'reference': rates.median(frame)})\n"
    page = "def show():\n    draw(told.bars(ask('a/deals')))\n"
    (figure,) = walked(tmp_path, monkeypatch, page, findings).figures
    assert (figure.what, figure.by) == ("hiring.charts.bars", "hiring.findings.told.bars")
    assert figure.rests_on.asked == {"a/deals"}


def test_every_branch_is_taken_and_a_function_that_calls_itself_ends(tmp_path, monkeypatch) -> None:
    page = (
        "def show():\n    if never():\n        draw(ask('a/one'))\n    else:\n        draw(ask('a/two'))\n\n"
        "def draw(frame):\n    with place():\n        draw(frame)\n        return Marks('bars', frame)\n"
    )
    found = walked(tmp_path, monkeypatch, page)
    assert {frozenset(figure.rests_on.asked) for figure in found.figures} == {
        frozenset({"a/one"}),
        frozenset({"a/two"}),
    }


def test_a_number_not_told_apart_gets_the_questions_of_its_page_and_says_so(monkeypatch) -> None:
    """On the real page, with what rests where taken away: only what the card's own mart leaves is named."""
    found = walk.walked("sources")
    mixed = [
        walk.Made(one.what, one.by, one.place, one.rests_on, "Number", is_alone=False)
        for one in found.numbers
    ]
    blurred = walk.Walk(dict.fromkeys(mixed), found.figures, found.asked)
    monkeypatch.setattr(hops, "walked", {"sources": blurred}.get)
    card = next(card for card in hops.numbers("sources") if card.name == "cost_per_hire")
    trace = hops.trace("sources", card)
    assert trace.remarks == (hops.NOT_TOLD,)
    assert [place.path for place in trace.hops[3].places] == [
        "queries/questions/sources/cost_by_month.sql",
        "hiring/showing/sources.py",
    ]
    assert trace.hops[4].places == ()


def test_a_number_rests_on_its_value_and_not_on_the_note_beside_it(tmp_path, monkeypatch) -> None:
    findings = (
        "def one(hires, sources):\n    return Number('hires', len(hires), f'{rates.wilson(sources, 1)}')\n"
    )
    page = "def show():\n    told.one(ask('a/hires'), ask('a/sources'))\n"
    assert rests_on(walked(tmp_path, monkeypatch, page, findings), "hires") == ({"a/hires"}, set())

"""What runs at every landing and what in proof."""

from __future__ import annotations

import pytest

from helpers import breadth


def test_at_every_landing_a_few_cases_run_and_in_proof_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breadth, "EVERY_CASE", False)
    assert breadth.some(3, 20) == 3
    monkeypatch.setattr(breadth, "EVERY_CASE", True)
    assert breadth.some(3, 20) == 20


def test_a_case_that_is_not_named_runs_in_proof_only_and_every_case_keeps_its_place() -> None:
    first, second, third = breadth.always(["b"], ["a", "b", ("c", 1)])
    assert second == "b"
    assert (first.values, third.values) == (("a",), ("c", 1))
    assert [mark.name for case in (first, third) for mark in case.marks] == ["proof", "proof"]


def test_the_first_cases_run_now_and_the_others_in_proof_under_their_own_names() -> None:
    one, two, three = breadth.first(
        1, ["a", ("b", 2), pytest.param("c", id="third", marks=pytest.mark.xfail)]
    )
    assert one == "a"
    assert (two.values, [mark.name for mark in two.marks]) == (("b", 2), ["proof"])
    assert (three.values, three.id) == (("c",), "third")
    assert [mark.name for mark in three.marks] == ["xfail", "proof"]


def test_a_case_to_run_now_that_is_none_of_all_is_an_error() -> None:
    with pytest.raises(AssertionError, match="none of all"):
        breadth.always(["d"], ["a", "b"])


def test_what_is_marked_is_left_out_but_where_every_case_is_asked_for(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = pytest.Function.from_parent(request.node.parent, name="marked", callobj=lambda: None)
    marked.add_marker("proof")
    monkeypatch.setattr(breadth, "EVERY_CASE", False)
    assert breadth.here([request.node, marked]) == ([request.node], [marked])
    monkeypatch.setattr(breadth, "EVERY_CASE", True)
    assert breadth.here([request.node, marked]) == ([request.node, marked], [])

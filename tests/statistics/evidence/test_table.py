"""The JSON others rely on."""

from __future__ import annotations

import json

import pytest

from helpers.invented.hires import all_shown, company
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.judging import whole
from hiring.statistics.evidence.table import KINDS, as_frame, as_json

KEYS = {
    "who",
    "names",
    "n",
    "n_selected",
    "n_is_least",
    "estimate",
    "low",
    "high",
    "probability",
    "label",
    "next_step",
}
LABELS = {"Clear", "Leaning", "Can't tell", "Too few hires", "No comparison"}


@pytest.mark.parametrize("kind", list(KINDS.values()))
def test_every_row_has_the_promised_keys_and_only_numbers_json_can_hold(judged, kind: Kind) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    names = {f"I{n:02d}": f"Person {n}" for n in range(45)}
    told = json.loads(json.dumps(as_json(all_shown(found, names), kind), allow_nan=False))
    assert set(told) == {"who_can_say", "rows", "checks"}
    extra = set() if kind is Kind.SOURCES else {"chance_of_top_third"}
    extra |= {"combination"} if kind is Kind.TOTALS else set()
    for row in told["rows"]:
        assert set(row) == KEYS | extra
        assert len(row["who"]) == len(row["names"]) == (2 if kind is Kind.TOTALS else 1)
        assert row["low"] <= row["estimate"] <= row["high"]
        assert 0 <= row["probability"] <= 1
        assert row["label"] in LABELS
        assert (row["label"] == "Clear") <= (row["low"] > 0 or row["high"] < 0)
        assert row["n"] >= (5 if kind is Kind.TOTALS else 8)
    assert len(told["rows"]) > 3


def test_pairs_say_what_they_are_made_of_or_null(judged) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    rows = as_json(all_shown(found), Kind.TOTALS)["rows"]
    assert {row["combination"] for row in rows} <= {
        None,
        "Good together because each is good",
        "More than the sum",
    }
    assert all(row["label"] == "Clear" for row in rows if row["combination"])


def test_a_viewer_without_names_gets_ids_only(judged) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    told = as_json(all_shown(found), Kind.INTERVIEWERS)
    assert all(row["names"] == [] and row["who"] for row in told["rows"])


def test_a_small_company_gets_no_row_and_the_reason() -> None:
    made = company(count=119)
    told = as_json(all_shown(whole(made.hires, made.months, made.seats)), Kind.TOTALS)
    assert told["rows"] == []
    assert "120" in told["who_can_say"]
    assert json.dumps(told, allow_nan=False)


def test_a_flat_table_joins_ids_and_names() -> None:
    rows = [{"who": ["A", "B"], "names": ["Ada", "Ben"], "n": 5}]
    assert as_frame(rows).to_dict("records") == [{"who": "A + B", "names": "Ada + Ben", "n": 5}]
    assert as_frame([]).empty

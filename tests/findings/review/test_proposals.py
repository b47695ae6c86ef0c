"""What a meeting may decide: what each page says can be done next, under the page's name, and of openings how many."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd

from hiring.findings.alignment.answer import Alignment
from hiring.findings.intake.answer import next_step
from hiring.findings.review.proposals import MOST, proposals

OPENINGS = pd.DataFrame(
    {
        "requisition_id": ["R1", "R2"],
        "is_open": True,
        "days_to_intake": [None, 3.0],
        "explained_on": [None, None],
    }
)
REASONS = pd.DataFrame(
    {
        "department": ["HR"],
        "reason": ["Fit"],
        "is_asked_for": pd.array([False], "boolean"),
        "count_rejections": [9],
    }
)
ANSWERS = {"intake/openings": OPENINGS, "intake/rejections": REASONS}


def source(*loaded: str) -> SimpleNamespace:
    ended = pd.DataFrame({"status": pd.Series(dtype=str)})
    scope = SimpleNamespace()
    return SimpleNamespace(
        loaded=frozenset(loaded), scope=scope, ask=lambda name, _scope: ANSWERS.get(name, ended)
    )


def test_each_is_the_pages_own_next_step_and_what_no_page_says_is_not_there(monkeypatch) -> None:
    monkeypatch.setattr("hiring.findings.candidates.answer.by_quarter", lambda scope: scope)
    aligned = Alignment("lead", next_step="talk about what each side means by drive.")
    agreed = SimpleNamespace(whole=SimpleNamespace(next="talk about the promises kept least: “a”."))
    every = proposals(source("applications", "requisitions"), agreed, aligned)
    assert every == (
        ("Agreement", "Talk about the promises kept least: “a”."),
        ("Alignment", "Talk about what each side means by drive."),
        ("Intake", "Hold the intake talk of 1 opening; explain the brief of 2 openings."),
        (
            "Second look",
            "Decide whether profiles should ask for these reasons, or are no longer used: HR “Fit” 9.",
        ),
    )
    assert len(every) <= MOST
    assert proposals(source(), None, None) == ()
    assert proposals(source(), None, replace(aligned, next_step="")) == ()


def test_openings_are_named_on_their_page_as_far_as_they_are_few() -> None:
    assert next_step(OPENINGS) == "hold the intake talk of R1; explain the brief of R1, R2."

"""Role briefs of any length, for tests of how they are set."""

from __future__ import annotations

from datetime import date
from typing import Any

from hiring.documents.role_brief import Asked, RoleBrief


def asked(name: str, **given: Any) -> Asked:
    """One competency as a brief asks for it."""
    fields = {
        "competency": name,
        "weight": "12 %",
        "minimum": "at least 3 of 5",
        "is_must_have": True,
        "looks_like": "Finds the reason behind the request before offering anything",
        "question": f"Tell me about a time when {name} was put to the test. What did you do, and what came of it?",
    }
    return Asked(**(fields | given))


def brief(count: int = 8, **given: Any) -> RoleBrief:
    """A brief of `count` competencies, with a sentence for each in every list."""
    sentence = "Competency {n}: hires rated a step higher went with more, by about 6 high performers in 100."
    sentences = tuple(sentence.format(n=n) for n in range(count))
    fields = {
        "role": "Field sales",
        "company": "Invented Instruments",
        "profile": "Version 3, in force since 3 Mar 2025; agreed by HR on 20 Feb 2025 and Sales on 27 Feb 2025.",
        "remark": "",
        "asked": tuple(asked(f"Competency {n}") for n in range(count)),
        "evidence": "From 115 hires of this role with half a year or more behind them.",
        "supported": sentences,
        "doubtful": sentences,
        "to_talk_about": sentences,
        "outcomes": "Months to 80 % of quota: 5 for the middle hire.",
        "filters": "All sales roles",
        "data": "data as of 30 Jun 2026 · digest 0123",
        "as_of": date(2026, 6, 30),
    }
    return RoleBrief(**(fields | given))

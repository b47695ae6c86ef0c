"""What is chosen, as the front door and every file taken out say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hiring.access.scope import Choices, everything
from hiring.findings.scope import scope_in_words

CHOICES = Choices(
    role_profiles=("Inside sales", "Mid-market", "Channel"),
    regions=("North", "South"),
    segments=(),
    sources=("Referral",),
    first_day=date(2023, 5, 1),
    last_day=date(2026, 6, 30),
    outcome_window=12,
)


def test_a_scope_is_told_in_words() -> None:
    scope = replace(everything(CHOICES), role_profiles=("Channel",), hired_from=date(2024, 1, 1))
    assert scope_in_words(everything(CHOICES)) == "All sales roles · hired 2023–2026 · all regions"
    assert (
        scope_in_words(scope).replace("\u00a0", " ")
        == "Channel · hired 1 Jan 2024 – 30 Jun 2026 · all regions"
    )

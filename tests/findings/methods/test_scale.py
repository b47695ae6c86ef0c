"""The calibration of the one scale in words: near the truth or not, ranges met, too wide or missed, small print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.findings.methods import scale
from hiring.statistics.high_performers.measured import Differences, Levelled, Measurement


def after_luck(hires: int, of: str, rows: int, held: float, **others: object) -> Levelled:
    kept: dict[str, object] = {
        "said": 22.0,
        "true": 21.0,
        "mean_absolute": 4.0,
        "mean_absolute_counted": 8.0,
        **others,
    }
    return Levelled(hires=hires, rows=rows, held=held, of=of, **kept)  # type: ignore[arg-type]


def step(hires: int, said_in: str, rows: int, said: float, true: float) -> Levelled:
    return after_luck(hires, "", rows, 0.95, said_in=said_in, said=said, true=true)


FOUND = Measurement(
    "2026-11-30",
    "abc1234",
    {120: 12, 1000: 6},
    (),
    (
        after_luck(120, "interviewer", 300, 1.0),
        after_luck(1000, "interviewer", 100, 0.95, said=26.0, mean_absolute=0.0),
        after_luck(1000, "pair", 99, 0.5),
        after_luck(1000, "source", 100, 0.9),
    ),
    (
        step(120, "(20, 25]", 100, 22.0, 24.0),
        step(1000, "(20, 25]", 300, 24.0, 23.0),
        step(120, "(5, 10]", 50, 8.0, 8.5),
        step(120, "(60, 100]", 30, 65.0, 56.0),
    ),
    (
        Differences(120, "met_bar", "region", 60, 0.9, 0.0),
        Differences(120, "has_stayed", "region", 60, 1.0, 0.0),
    ),
)


def test_steps_put_sizes_together_each_by_its_rows_from_low_to_high() -> None:
    rows = scale.steps(FOUND)
    assert list(rows["name"]) == ["Said 5 to 10", "Said 20 to 25", "Said 60 to 100"]
    assert list(rows["said"]) == pytest.approx([8.0, 23.5, 65.0])
    assert list(rows["true"]) == pytest.approx([8.5, 23.25, 56.0])
    assert list(rows["n"]) == [50, 400, 30]


def test_the_lead_sets_the_distance_after_luck_against_that_of_what_was_counted() -> None:
    shown = scale.exhibit(FOUND)
    # 300, 99 and 100 rows 4 off, 100 rows not at all: 3.3
    assert shown.lead == "After luck a row lies 3 in a hundred from the truth; as counted, 8"
    assert len(shown.lead) <= 90
    assert shown.n == 480
    assert shown.alt.endswith("Said 60 to 100: 65 said, 56 true.")


def test_ranges_are_met_too_wide_or_missed_and_not_judged_on_few_rows() -> None:
    table = scale.people(FOUND).set_index("Ranges after luck")
    assert list(table.columns) == ["120 hires", "1,000 hires"]
    assert list(table.loc["Interviewers"]) == ["100\u202f% of 300 · too wide", "95\u202f% of 100 · met"]
    assert list(table.loc["Pairs"]) == ["not measured", "50\u202f% of 99"]
    assert table.loc["Sources", "1,000 hires"] == "90\u202f% of 100 · missed"


def test_ranges_of_groups_are_those_of_all_outcomes_together() -> None:
    table = scale.groups(FOUND).set_index("Ranges of counted less expected")
    assert table.loc["Regions", "120 hires"] == "95\u202f% of 120 · met"


def test_where_rows_are_further_off_than_aimed_for_it_is_said() -> None:
    told = dict(scale.points(FOUND))
    assert told["More than 3 off"] == "in companies of 120 hires, 65 said where 56 is true."
    # (300 · 22 + 100 · 26 + 199 · 22) / 599 − 21
    assert told["Said against true"] == "on average 1.7 in a hundred too high."
    assert told["Measured on"].startswith("30\u00a0Nov\u00a02026: 18 invented companies of 120 and 1,000")
    near = replace(FOUND, calibration=FOUND.calibration[:3])
    assert dict(scale.points(near))["More than 3 off"] == "nowhere."


def test_what_was_never_measured_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Measurement:
        raise FileNotFoundError

    monkeypatch.setattr(scale.measured, "read", missing)
    scale.kept.cache_clear()
    assert scale.kept() is None
    scale.kept.cache_clear()
    assert not scale.exhibit(None).is_drawn


def test_the_figures_kept_are_shown_whole() -> None:
    found = scale.kept()
    assert found is not None
    assert scale.exhibit(found).n == sum(one.rows for one in found.calibration)
    assert scale.groups(found).shape == (10, 4)
    assert not (scale.groups(found) == "not measured").any(axis=None)

"""Which columns of a sheet are periods of one measure, which are their sums, and what each row of it becomes."""

from __future__ import annotations

from dataclasses import replace

from hiring.mapping.labels import keys_of
from hiring.mapping.matching import fit
from hiring.mapping.presets import preset_of
from hiring.mapping.reshaping import columns_of, reshaper
from hiring.mapping.turning import groups, spans_of, unread

MAPPING = """vendor = "Own export"
export = "quota"
headers = "own"
told_by = [["Rep"]]

[[feeds]]
table = "quotas"
periods = "MEASURE"

[feeds.columns]
owner_id = ["Rep"]
period_start_on = { special = "period start" }
period_end_on = { special = "period end" }
amount = { special = "cell" }
currency = { constant = "EUR" }
"""


def named(*labels: str) -> dict[str, str]:
    return dict(zip(keys_of(labels), labels, strict=True))


def turned(labels: tuple[str, ...], cells: list[str], measure: str = "") -> list[list[str]]:
    found = fit(preset_of("quota.toml", MAPPING.replace("MEASURE", measure)), labels)
    assert found.is_whole, found.missing
    feed = found.plan.main
    assert columns_of(feed) == ("rep", "<label>", "<cell>", "<start>", "<end>")
    return list(reshaper(feed, found.plan, keys_of(labels))(cells))


def test_totals_and_years_that_quarters_fill_are_no_periods() -> None:
    (group,) = groups(named("Rep", "Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026", "2026", "Total", "2027"))
    assert list(group.labels.values()) == ["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026", "2027"]
    assert list(group.totals.values()) == ["2026", "Total"]
    assert group.title == "Q1 2026 … 2027"


def test_each_measure_has_columns_of_its_own() -> None:
    found = groups(named("Rep", "Quota Q1 2026", "Actual Q1 2026", "Quota Q2 2026", "Actual Q2 2026"))
    assert [(one.measure, len(one.keys)) for one in found] == [("quota", 2), ("actual", 2)]


def test_a_record_becomes_a_row_for_each_filled_period_and_none_for_a_sum() -> None:
    labels = ("Rep", "Q1 2026", "Q2 2026", "Q3 2026", "Total 2026")
    assert turned(labels, ["Ada", "10", "-", "30", "40"]) == [
        ["Ada", "Q1 2026", "10", "2026-01-01", "2026-03-31"],
        ["Ada", "Q3 2026", "30", "2026-07-01", "2026-09-30"],
    ]


def test_the_same_mapping_reads_next_years_sheet_and_no_sheet_without_a_period() -> None:
    (row,) = turned(("Rep", "Jan-27"), ["Ada", "10"])
    assert row[3:] == ["2027-01-01", "2027-01-31"]
    lacking = fit(preset_of("quota.toml", MAPPING.replace("MEASURE", "")), ("Rep", "Amount"))
    assert lacking.missing == ("a column for each period",)
    other = fit(preset_of("quota.toml", MAPPING.replace("MEASURE", "quota")), ("Rep", "Q1 2026", "Q2 2026"))
    assert not other.is_whole


def test_a_quarter_is_of_the_fiscal_year_where_the_heading_or_the_mapping_says_so() -> None:
    found = fit(preset_of("quota.toml", MAPPING.replace("MEASURE", "")), ("Rep", "FY26 Q1", "FY26 Q2"))
    plan = replace(found.plan, year_starts_in=4)
    assert list(spans_of(plan.main, plan).values()) == [
        ("2025-04-01", "2025-06-30"),
        ("2025-07-01", "2025-09-30"),
    ]


def test_headings_that_look_like_periods_and_are_none_are_named() -> None:
    labels = named("Rep 1", "Q1 2026", "Q5 2026", "Q3 2026", "Note", "Actual Q1 2026")
    assert unread(labels, groups(labels)[0]) == ["Q5 2026"]

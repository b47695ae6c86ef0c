"""What may be said of sources: judged together, never more than the evidence, too few told as too few."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from hiring.findings import sourcing, sourcing_tables
from hiring.findings.sourcing import LONGEST_LEAD, Sources
from hiring.rates import wilson
from hiring.verdicts import Direction, Label


def outcomes(*rows: tuple[str, int, int]) -> pd.DataFrame:
    """(source, judged hires, of them met the bar) as the answer to `outcomes_by_source`."""
    return pd.DataFrame(
        [
            {
                "source": name,
                "count_hires": judged + 3,
                "count_counted": judged + 1,
                "count_judged": judged,
                "count_met_bar": met,
                "count_high_performers": met // 2,
            }
            for name, judged, met in rows
        ]
    )


def stays(*rows: tuple[str, int, int]) -> pd.DataFrame:
    """(source, hires, of them left on day 100); the others have been here for 400 days."""
    return pd.DataFrame(
        [
            {"source": name, "days_to_exit": 100 if place < left else 400, "has_left": place < left}
            for name, count, left in rows
            for place in range(count)
        ]
    )


def found(bar: Sequence[tuple[str, int, int]], left: Sequence[tuple[str, int, int]] | None = None) -> Sources:
    return sourcing.compared(outcomes(*bar), stays(*(left or [(name, n, n // 5) for name, n, _ in bar])), 12)


ALIKE = [("Board", 60, 30), ("Agency", 60, 31), ("Campus", 50, 24)]
ONE_AHEAD = [("Board", 90, 40), ("Agency", 90, 41), ("Friends", 90, 70)]


def test_alike_sources_cannot_be_told_apart() -> None:
    assert sourcing.lead(found(ALIKE)) == "No source can be told apart from the others yet"
    assert sourcing.sayings(found(ALIKE)) == ()


def test_a_source_far_ahead_is_the_lead_with_both_shares() -> None:
    told = found([("Board", 90, 45), ("Agency", 90, 41), ("Campus", 90, 44), ("Friends", 90, 66)])
    lead = "Friends hires meet the bar more often than the others: 73\u202f% against 48\u202f%"
    assert sourcing.lead(told) == lead
    assert len(lead) <= LONGEST_LEAD


def test_of_several_that_differ_the_surest_is_the_lead_and_all_stand_below_it() -> None:
    told = found([("Board", 200, 90), ("Agency", 20, 10), ("Friends", 90, 75)])
    assert sourcing.lead(told).startswith("Friends hires meet the bar more often")
    sentences = [sentence for mark, sentence in sourcing.sayings(told) if "Clear" in mark]
    assert [name in text for name, text in zip(("Friends", "Board"), sentences, strict=True)] == [True, True]


def test_a_long_name_does_not_make_the_lead_longer_than_a_reader_takes_in() -> None:
    name = "Recommended by a customer or a partner of ours"
    told = found([("Board", 90, 45), ("Agency", 90, 41), ("Campus", 90, 44), (name, 90, 66)])
    assert sourcing.lead(told) == "One source's hires meet the bar more often than the others"


def test_a_source_that_loses_people_is_told_of_as_less_often() -> None:
    left = [("Board", 80, 8), ("Agency", 80, 44), ("Campus", 80, 9), ("Friends", 80, 8)]
    told = found([(name, 80, 40) for name, _, _ in left], left)
    assert (
        sourcing.lead(told)
        == "Agency hires stay a year less often than the others: 45\u202f% against 90\u202f%"
    )


def test_what_is_clear_alone_and_not_among_many_is_leaning_and_the_lead_claims_nothing() -> None:
    told = found([("A", 40, 26), ("B", 100, 45), ("C", 100, 47), ("D", 60, 29)])
    first = told.sources[0]
    assert first.bar.verdict.probability > 0.975
    assert first.bar.verdict.label == Label.LEANING
    assert first.bar.verdict.capped_by == 8  # four sources, two measures: all of them in one family
    assert sourcing.lead(told) == "No source clearly stands out: luck could explain every difference"
    (mark, sentence), *_ = sourcing.sayings(told)
    assert "Leaning" in mark
    assert "one of 8 comparisons made at once" in sentence


def test_false_claims_stay_rare_when_no_source_differs() -> None:
    """Six sources alike, 400 companies: a clear claim of any in at most one in twenty, and chance."""
    import numpy as np

    chance = np.random.default_rng(3)
    claimed = 0
    for _ in range(400):
        met = chance.binomial(50, 0.5, 6)
        rows = [(f"S{place}", 50, int(hits)) for place, hits in enumerate(met)]
        table = outcomes(*rows)
        comparisons = sourcing._by_bar(table, [name for name, _, _ in rows], 12)
        claimed += any(f.verdict.label == Label.CLEAR for f in sourcing.judge_together(comparisons))
    assert claimed / 400 <= 0.07


def test_hires_without_a_source_are_counted_and_compared_with_nobody() -> None:
    with_some = found([*ALIKE, ("Not recorded", 40, 40)])
    without = found(ALIKE)
    assert with_some.unrecorded == 43
    assert with_some.findings == without.findings
    assert with_some.met_bar == wilson(30 + 31 + 24 + 40, 60 + 60 + 50 + 40)
    assert "Left out: 43 hires without a recorded source." in sourcing.standfirst(with_some)
    assert "Not recorded" not in list(sourcing_tables.forest(with_some, "bar")["name"])


def test_each_share_is_set_against_all_other_hires_together() -> None:
    board = next(s for s in found(ALIKE).sources if s.name == "Board")
    seen = board.bar.comparison.difference
    assert (seen.first, seen.second) == (30 / 60, 55 / 110)
    assert (seen.n_first, seen.n_second) == (60, 110)
    stayed = board.staying.comparison.difference
    assert stayed.first == pytest.approx(48 / 60)
    assert stayed.second == pytest.approx((48 + 40) / 110)


def test_too_few_hires_are_told_and_not_drawn() -> None:
    told = found([("Board", 9, 8), ("Agency", 7, 0)])
    assert sourcing.lead(told) == "There are too few hires yet to tell one source from the others"
    assert not sourcing_tables.is_compared(told, "bar")
    fact, file, remedy = sourcing_tables.not_compared(told, "bar", ["quotas"])
    assert fact == "Too few hires to compare: 16 have reached month 12 with a quota."
    assert file == ""
    assert "10 hires of a source and 10 of the others" in remedy
    cells = sourcing_tables.table(told).set_index("Source")["Met the bar at month 12"]
    assert list(cells[["Board", "Agency"]]) == ["too few: 9", "too few: 7"]
    row = sourcing_tables.forest(told, "bar").iloc[0]
    assert (row["verdict"], row["right"]) == ("Too few hires", "9 hires")


def test_one_source_alone_is_compared_with_nothing() -> None:
    told = found([("Board", 40, 20)])
    assert sourcing.lead(told) == "All hires here came from one source, so there is nothing to compare"
    assert sourcing.standfirst(told) == "43 hires from Board."
    assert sourcing_tables.not_compared(told, "bar", ["quotas"])[0] == "There is only one source to see here."


def test_no_source_at_all_is_told() -> None:
    told = found([("Not recorded", 12, 6)])
    assert sourcing.lead(told) == "No hire here names the source they came from"
    assert sourcing_tables.not_compared(told, "staying", ["quotas"])[0] == "No hire here names a source."


def test_without_quotas_the_bar_names_the_file_and_staying_is_still_compared() -> None:
    told = found([(name, 0, 0) for name in ("Board", "Agency")], [("Board", 50, 10), ("Agency", 50, 11)])
    assert sourcing_tables.not_compared(told, "bar", ["applications"])[1] == "quotas.csv"
    assert sourcing_tables.is_compared(told, "staying")
    assert sourcing_tables.share_number("met_bar", told.met_bar, "hire").value == "not known"


def test_a_forest_row_agrees_with_its_verdict() -> None:
    told = found(ONE_AHEAD)
    rows = sourcing_tables.forest(told, "bar").set_index("name")
    assert rows.loc["Friends", "verdict"] == "Clear"
    assert rows.loc["Friends", "direction"] == "higher"
    assert rows.loc["Friends", "low"] > 0
    assert rows.loc["Friends", "right"] == "78\u202f% against 45\u202f% · 90 hires"
    for _, row in rows.iterrows():
        assert (row["verdict"] == "Clear") <= (row["low"] > 0 or row["high"] < 0)


def test_both_forests_share_an_order_and_a_scale_that_holds_every_interval() -> None:
    told = found(ONE_AHEAD)
    bar, staying = (sourcing_tables.forest(told, measure) for measure in ("bar", "staying"))
    assert list(bar["name"]) == list(staying["name"])
    assert bar["name"][0] == "Friends"
    low, high = sourcing_tables.extent(told)
    assert low < min(bar["low"].min(), staying["low"].min())
    assert high > max(bar["high"].max(), staying["high"].max())


def test_the_title_names_who_clearly_differs_and_how() -> None:
    title = sourcing_tables.title(found(ONE_AHEAD), "bar")
    assert title.startswith("Clearly apart in how many meet the bar at month 12: Friends (more)")
    assert (
        sourcing_tables.title(found(ALIKE), "staying") == "No source clearly differs in how many stay a year"
    )


def test_the_table_gives_every_share_with_interval_and_n_and_a_row_for_all() -> None:
    table = sourcing_tables.table(found(ALIKE)).set_index("Source")
    share = wilson(30, 60)
    cell = f"50\u202f% ({share.low * 100:.0f}–{share.high * 100:.0f}) · 60"
    assert table.loc["Board", "Met the bar at month 12"] == cell
    assert table.loc["Board", "Hires"] == "63"
    assert table.loc["All sources", "Hires"] == str(60 + 60 + 50 + 9)
    assert table.loc["All sources", "Stayed a year"].endswith("· 170")


def test_the_frames_given_are_left_as_they_were() -> None:
    bar, left = outcomes(*ALIKE), stays(("Board", 12, 2), ("Agency", 12, 3), ("Campus", 12, 1))
    before = bar.copy(deep=True), left.copy(deep=True)
    sourcing.compared(bar, left, 12)
    pd.testing.assert_frame_equal(bar, before[0])
    pd.testing.assert_frame_equal(left, before[1])


def test_no_word_of_the_page_claims_a_cause() -> None:
    told = found(ONE_AHEAD)
    words = " ".join(
        [
            sourcing.lead(told),
            sourcing.standfirst(told),
            *(s for _, s in sourcing.sayings(told)),
            sourcing.MEANING,
            sourcing.UNEQUAL,
            sourcing_tables.title(told, "bar"),
        ]
    ).lower()
    assert not any(claim in words for claim in ("because of", "causes", "thanks to", "best source", "proven"))
    assert all(f.verdict.direction == Direction.NONE or f in told.told for f in told.findings)

"""Plain shares of sources: who met the bar, claimed of nobody; who stayed, judged together; too few told as too few."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from hiring.findings.sources import answer, tables
from hiring.findings.sources.answer import Sources
from hiring.statistics.rates import wilson
from hiring.statistics.verdicts import Direction, Label


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
                "count_ranked": judged + 1,
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
    return answer.compared(outcomes(*bar), stays(*(left or [(name, n, n // 5) for name, n, _ in bar])), 12)


ALIKE = [("Board", 60, 30), ("Agency", 60, 31), ("Campus", 50, 24)]
ONE_AHEAD = [("Board", 90, 40), ("Agency", 90, 41), ("Friends", 90, 70)]


LOSING = [("Board", 80, 8), ("Agency", 80, 44), ("Campus", 80, 9), ("Friends", 80, 8)]


def losing() -> Sources:
    return found([(name, 80, 40) for name, _, _ in LOSING], LOSING)


def test_alike_sources_cannot_be_told_apart() -> None:
    assert answer.sayings(found(ALIKE)) == ()
    assert answer.together(found(ALIKE)) == "All 3 comparisons of staying are judged together."


def test_a_share_far_ahead_is_drawn_and_claimed_of_nobody() -> None:
    told = found(ONE_AHEAD)
    assert answer.sayings(told) == ()
    assert told.findings == tuple(source.staying for source in told.sources)
    rows = tables.shares(told).rows.set_index("name")
    share = wilson(70, 90)
    assert tuple(rows.loc["Friends", ["estimate", "low", "high", "n"]]) == (
        share.estimate,
        share.low,
        share.high,
        90,
    )
    assert rows["verdict"].isna().all()
    assert tables.title(told, "bar") == "How many met the bar at month 12, before anything is levelled"
    assert tables.subtitle(told, "bar").startswith("Of 270 hires who reached month 12 with a quota;")
    assert tables.subtitle(told, "bar").endswith("nothing is levelled, nothing claimed")


def test_a_source_that_loses_people_is_told_of_with_both_shares() -> None:
    (mark, sentence), *_ = answer.sayings(losing())
    assert "Clear" in mark
    assert sentence.startswith("45\u202f% stayed a year among Agency hires against 90\u202f%")


def test_of_several_that_differ_the_surest_stands_first() -> None:
    left = [("Board", 200, 110), ("Agency", 20, 4), ("Friends", 90, 5)]
    sentences = [text for mark, text in answer.sayings(found([(n, c, c // 2) for n, c, _ in left], left))]
    assert [name in text for name, text in zip(("Board", "Friends"), sentences, strict=False)] == [True, True]


def test_what_is_clear_alone_and_not_among_many_is_leaning() -> None:
    left = [("A", 40, 6), ("B", 100, 34), ("C", 100, 32), ("D", 60, 20)]
    told = found([(name, count, count // 2) for name, count, _ in left], left)
    first = next(source for source in told.sources if source.name == "A")
    assert first.staying.verdict.probability > 0.975
    assert first.staying.verdict.label == Label.LEANING
    assert first.staying.verdict.capped_by == 4
    (mark, sentence), *_ = answer.sayings(told)
    assert "Leaning" in mark
    assert "one of 4 comparisons made at once" in sentence


def test_false_claims_stay_rare_when_no_source_differs() -> None:
    """Six sources alike, 400 companies: a clear claim of any in at most one in twenty, and chance."""
    import numpy as np

    chance = np.random.default_rng(3)
    claimed = 0
    for _ in range(400):
        met = chance.binomial(50, 0.5, 6)
        rows = [(f"S{place}", 50, int(hits)) for place, hits in enumerate(met)]
        table = outcomes(*rows)
        comparisons = answer._by_bar(table, [name for name, _, _ in rows], 12)
        claimed += any(f.verdict.label == Label.CLEAR for f in answer.judge_together(comparisons))
    assert claimed / 400 <= 0.07


def test_hires_without_a_source_are_counted_and_compared_with_nobody() -> None:
    with_some = found([*ALIKE, ("Not recorded", 40, 40)])
    without = found(ALIKE)
    assert with_some.unrecorded == 43
    assert with_some.findings == without.findings
    assert with_some.met_bar == wilson(30 + 31 + 24 + 40, 60 + 60 + 50 + 40)
    assert "Not recorded" not in list(tables.forest(with_some).rows["name"])
    assert "Not recorded" not in list(tables.shares(with_some).rows["name"])


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
    assert not tables.is_compared(told, "bar")
    fact, file, remedy = tables.not_compared(told, "bar", ["quotas"])
    assert (
        fact == "Too few hires to compare: 16 have reached month 12 with a quota and their start on record."
    )
    assert file == ""
    assert "10 hires of a source and 10 of the others" in remedy
    cells = tables.table(told).set_index("Source")["Met the bar at month 12"]
    assert list(cells[["Board", "Agency"]]) == ["too few: 9", "too few: 7"]
    row = tables.forest(told).rows.iloc[0]
    assert (row["verdict"], row["right"]) == ("Too few hires", "9 hires")
    assert list(tables.shares(told).rows["verdict"]) == ["Too few hires", "Too few hires"]


def test_one_source_alone_is_compared_with_nothing() -> None:
    told = found([("Board", 40, 20)])
    assert tables.not_compared(told, "bar", ["quotas"])[0] == "There is only one source to see here."


def test_no_source_at_all_is_told() -> None:
    told = found([("Not recorded", 12, 6)])
    assert tables.not_compared(told, "staying", ["quotas"])[0] == "No hire here names a source."


def test_without_quotas_the_bar_names_the_file_and_staying_is_still_compared() -> None:
    told = found([(name, 0, 0) for name in ("Board", "Agency")], [("Board", 50, 10), ("Agency", 50, 11)])
    assert tables.not_compared(told, "bar", ["applications"])[1] == "quotas.csv"
    assert tables.is_compared(told, "staying")
    assert tables.share_number("met_bar", told.met_bar, "hire").value == "not known"


def test_a_forest_row_agrees_with_its_verdict() -> None:
    rows = tables.forest(losing()).rows.set_index("name")
    assert rows.loc["Agency", "verdict"] == "Clear"
    assert rows.loc["Agency", "direction"] == "lower"
    assert rows.loc["Agency", "high"] < 0
    assert rows.loc["Agency", "right"] == "45\u202f% against 90\u202f% · 80 hires"
    for _, row in rows.iterrows():
        assert (row["verdict"] == "Clear") <= (row["low"] > 0 or row["high"] < 0)


def test_both_figures_share_an_order_that_ranks_nobody() -> None:
    told = found([("Board", 90, 40), ("Agency", 40, 39), ("Friends", 120, 20)])
    shares, staying = tables.shares(told).rows, tables.forest(told).rows
    assert list(shares["name"]) == list(staying["name"]) == ["Friends", "Board", "Agency"]


def test_the_scale_holds_every_interval() -> None:
    rows = tables.forest(losing()).rows
    low, high = tables.extent(losing())
    assert low < rows["low"].min()
    assert high > rows["high"].max()


def test_the_title_names_who_clearly_differs_and_how() -> None:
    title = tables.title(losing(), "staying")
    assert title.startswith("Clearly apart in how many stay a year: Agency (fewer)")
    assert tables.title(found(ALIKE), "staying") == "No source clearly differs in how many stay a year"


def test_the_table_gives_every_share_with_interval_and_n_and_a_row_for_all() -> None:
    table = tables.table(found(ALIKE)).set_index("Source")
    share = wilson(30, 60)
    cell = f"50\u202f% ({share.low * 100:.0f}–{share.high * 100:.0f}) · 60"
    assert table.loc["Board", "Met the bar at month 12"] == cell
    assert table.loc["Board", "Hires"] == "63"
    assert table.loc["All sources", "Hires"] == str(60 + 60 + 50 + 9)
    assert table.loc["All sources", "Stayed a year"].endswith("· 170")


def test_the_frames_given_are_left_as_they_were() -> None:
    bar, left = outcomes(*ALIKE), stays(("Board", 12, 2), ("Agency", 12, 3), ("Campus", 12, 1))
    before = bar.copy(deep=True), left.copy(deep=True)
    answer.compared(bar, left, 12)
    pd.testing.assert_frame_equal(bar, before[0])
    pd.testing.assert_frame_equal(left, before[1])


def test_no_word_of_the_page_claims_a_cause() -> None:
    told = losing()
    words = " ".join(
        [
            *(s for _, s in answer.sayings(told)),
            answer.MEANING,
            answer.UNEQUAL,
            answer.together(told),
            tables.title(told, "bar"),
            tables.subtitle(told, "bar"),
        ]
    ).lower()
    assert not any(claim in words for claim in ("because of", "causes", "thanks to", "best source", "proven"))
    assert all(f.verdict.direction == Direction.NONE or f in told.telling for f in told.findings)

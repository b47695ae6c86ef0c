"""Offers with a seller in the last stage and without: counts, expected, and what is left out."""

from __future__ import annotations

import pandas as pd

from hiring import charts
from hiring.findings.panels.offers import NOT_TOLD, acceptance, exhibit, fact


def offers(with_seller: tuple[int, int], without: tuple[int, int], unknown: int = 0) -> pd.DataFrame:
    """Offers of one role: (accepted, answered) with a seller, without one, and with no recorded last stage."""
    rows = [
        (has_seller, place < accepted)
        for has_seller, (accepted, answered) in ((True, with_seller), (False, without), (None, (0, unknown)))
        for place in range(answered)
    ]
    frame = pd.DataFrame(rows, columns=["has_seller", "is_accepted"])
    return frame.assign(role_profile="Field", region="North", offer_year=2025)


def test_both_groups_are_counted_and_each_is_expected_to_do_as_the_other() -> None:
    both = acceptance(offers((30, 40), (20, 40), unknown=7))
    assert both is not None
    assert [(one.count, one.n) for one in both] == [(30, 40), (20, 40)]
    assert 48 < both[0].expected < 54
    assert 72 < both[1].expected < 77
    assert fact(both[0]).startswith("With a seller 30 of 40 offers were accepted, 20 expected: +2")


def test_the_figure_names_both_shares_and_what_is_left_out() -> None:
    found = exhibit(offers((30, 40), (20, 40), unknown=7))
    assert found.lead == "With a seller last 75 in 100 offers are accepted, without 50"
    assert found.marks.rows["right"].tolist() == ["30 of 40", "20 of 40"]
    assert "Left out: 7 offers with no recorded last stage" in found.note
    assert found.n == 80
    assert exhibit(offers((14, 20), (9, 12))).lead == (
        "With a seller last 70 in 100 offers are accepted, without 75; may be luck"
    )
    assert not found.label
    assert charts.draw(found.marks).to_dict()


def test_fewer_than_five_on_a_side_are_not_told() -> None:
    for few in (offers((4, 4), (20, 40)), offers((30, 40), (1, 4)), offers((0, 0), (0, 0))):
        assert acceptance(few) is None
        found = exhibit(few)
        assert not found.is_drawn
        assert found.lead == NOT_TOLD

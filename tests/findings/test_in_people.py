"""A difference in results as people: high performers in a hundred, by hand."""

from __future__ import annotations

import pytest

from hiring.findings.in_people import cell, in_hundred, instead, more


def test_three_tenths_further_on_are_twenty_nine_instead_of_twenty() -> None:
    # 100 Φ(-.8416 + .3) = 100 Φ(-.5416) = 29.4
    assert in_hundred(0.3) == pytest.approx(29.4, abs=0.05)
    assert in_hundred(0) == pytest.approx(20)
    assert more(-0.3) == pytest.approx(-7.31, abs=0.05)  # 100 Φ(-1.1416) = 12.7
    assert instead(0.3, 0.2, 0.4) == ("29 instead of 20", "likely 26 to 33")


def test_an_end_that_is_not_the_usual_share_never_reads_like_it() -> None:
    assert instead(0.1, 0.0012, 0.2) == ("23 instead of 20", "likely 20.03 to 26.06")
    assert cell(0.1, 0.0012, 0.2) == "+2.92 (+0.03 to +6.06)"
    assert cell(0.2, 0.05, 0.35) == "+6 (+1 to +11)"

"""The pack as a value: what may not leave, what it was made of, what its file is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.invented.packs import MADE_OF, dots, of_form, pack


def test_an_exhibit_that_stays_on_its_page_is_in_no_pack() -> None:
    with pytest.raises(ValueError, match="groups may not leave"):
        pack(dots(key="groups", stays=True))


def test_no_exhibit_stands_twice() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        pack(dots(), of_form("ramp"), replace(dots(), lead="Again"))


def test_it_tells_all_that_it_was_made_of() -> None:
    told = " ".join(words for _, words in pack().made_of)
    assert [one for one in MADE_OF if one not in told] == []
    assert "ffff" not in told  # of the digest, what tells two warehouses apart


@pytest.mark.parametrize(
    ("quarter", "stem"),
    [
        ("FY2026Q3 (Jul–Sep 2026)", "review-fy2026q3-jul-sep-2026"),
        ("../../=x|y", "review-x-y"),
        ("第三", "review"),
        ("q" * 400, "review-" + "q" * 53),
    ],
)
def test_its_file_has_a_name_of_plain_letters(quarter: str, stem: str) -> None:
    assert pack(quarter=quarter).file_stem == stem

"""What an SVG is written of: escaped, short numbers, nothing that XML cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from hiring.charts.paper.elements import element, number, path, text


@pytest.mark.parametrize(
    ("value", "written"),
    [(3, "3"), (3.10, "3.1"), (-0.001, "0"), (100, "100"), (1 / 3, "0.33"), (-2.5, "-2.5")],
)
def test_a_length_has_two_decimals_at_most(value: float, written: str) -> None:
    assert number(value) == written


def test_attributes_and_letters_are_read_back_as_they_were() -> None:
    told = "\"<&>' \u2028 Søren"
    read = ET.fromstring(element("a", text(told), font_family=told, x=1.0, y=None))
    assert (read.text, read.get("font-family"), read.get("x"), read.get("y")) == (told, told, "1", None)


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert text("a\x00b\x0bc\ufffed\ud800e") == "abcde"


def test_a_path_goes_from_point_to_point() -> None:
    assert path([(0, 1.005), (2, 3)], closed=True) == "M0,1 L2,3Z"

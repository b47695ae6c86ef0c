"""Slots become the light theme's colours, as they stand in the pages' own settings."""

from __future__ import annotations

import tomllib

import pytest

from hiring.charts import ink
from hiring.charts.paper.colours import THEME, paint, palette
from hiring.charts.paper.elements import UnknownError


def test_every_slot_of_the_palette_has_the_colour_of_the_light_theme() -> None:
    light = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"]["light"]
    assert palette()[ink.HR] == light["chartCategoricalColors"][0]
    assert palette()[ink.PANEL] == light["chartCategoricalColors"][9]
    assert [palette()[slot] for slot in ink.STEPS] == light["chartSequentialColors"]
    assert palette()["#000021"] == light["chartDivergingColors"][0]
    assert palette()[ink.BACKGROUND] == "#FFFFFF"


def test_an_alpha_becomes_an_opacity_of_fill_or_stroke() -> None:
    assert paint(ink.see_through(ink.HR, 255), "stroke") == {"stroke": palette()[ink.HR], "stroke_opacity": 1}
    assert paint(ink.see_through(ink.HR, 0x33))["fill_opacity"] == pytest.approx(0.2)


@pytest.mark.parametrize("slot", ["#5146A8", "#000099", "red", "#000001F", ""])
def test_what_is_no_slot_is_refused(slot: str) -> None:
    with pytest.raises(UnknownError, match="no colour"):
        paint(slot)

"""Slots of the palette as colours, read where the pages have theirs: on paper those of the light theme."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Literal

from hiring import config
from hiring.charts import ink
from hiring.charts.paper.elements import UnknownError

THEME = config.ROOT / ".streamlit" / "config.toml"
_SLOT = re.compile(r"(#0000[0-9]{2})([0-9A-F]{2})?")


def paint(slot: str, role: str = "fill") -> dict[str, str | float]:
    """The attributes of a fill, or of a stroke, in a slot's colour and with its alpha; no slot raises UnknownError."""
    found = _SLOT.fullmatch(slot)
    colour = palette().get(found[1]) if found else None
    if found is None or colour is None:
        raise UnknownError(f"paper knows no colour {slot!r}")
    through = {f"{role}_opacity": int(found[2], 16) / 255} if found[2] else {}
    return {role: colour, **through}


@lru_cache(maxsize=2)
def palette(theme: Literal["light", "dark"] = "light") -> dict[str, str]:
    """Each slot's colour in a theme; the background of the light one is white."""
    told = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"][theme]
    kinds = ("chartCategoricalColors", "chartSequentialColors", "chartDivergingColors")
    slots = {
        f"#0000{10 * kind + index:02d}": str(colour)
        for kind, name in enumerate(kinds)
        for index, colour in enumerate(told[name], start=1)
    }
    return slots | {ink.BACKGROUND: ink.PAPER if theme == "light" else str(told["backgroundColor"])}

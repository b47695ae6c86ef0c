"""Colour by meaning. The only module that knows a slot of the theme's palette.

Each value is a placeholder, not a colour: the browser swaps it for the slot of `.streamlit/config.toml`,
light or dark, also in shapes and annotations. Grey means that we can't tell; colour means that we can.
The people pair (HR, SALES) and the evidence pair (UP, DOWN) never meet in one chart: two of them look alike.
"""

from __future__ import annotations

HR = "#000001"
SALES = "#000002"
UP = "#000003"
DOWN = "#000004"
CANNOT_TELL = "#000005"  # marks only: too faint for text
INK = "#000006"
MUTE = "#000007"
GRID = "#000008"
CONTEXT = "#000009"
PANEL = "#000010"
BACKGROUND = "#000038"

#: What stands for the background where there is no theme: a sheet of paper.
PAPER = "#FFFFFF"

#: Ten steps from hardly there to full: bands, grid cells, curves.
STEPS = tuple(f"#0000{slot}" for slot in range(11, 21))
BAND = STEPS[1]
CURVE = STEPS[8]

#: The marks of the two departments, for those who do not see the colours.
SYMBOLS = {"HR": "circle", "Sales": "diamond"}
SIDES = {"HR": HR, "Sales": SALES}


def see_through(slot: str, alpha: int) -> str:
    """The slot's colour let through: `alpha` from 0 (nothing) to 255 (solid)."""
    if not 0 <= alpha <= 255:
        raise ValueError(f"alpha {alpha} is not within 0 to 255")
    return f"{slot}{alpha:02X}"

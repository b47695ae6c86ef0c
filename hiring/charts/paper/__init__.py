"""Figures on paper: the same sheet that a browser draws, as an SVG that stands alone.

White ground, the light theme's colours, no hover and nothing to click. What no form uses is not known here and
raises `UnknownError`: a form that says more must be taught to paper, too, and a test that draws every form tells.
"""

from hiring.charts.paper.elements import UnknownError
from hiring.charts.paper.figure import WIDTH, as_svg
from hiring.charts.paper.lettering import FONTS

__all__ = ["FONTS", "WIDTH", "UnknownError", "as_svg"]

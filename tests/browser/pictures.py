"""The pictures of `docs/pictures`: every page in light and dark. `make pictures` runs this, no suite does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.looking import PAGES, Visitor
from browser.serving import ROOT

PICTURES = ROOT / "docs" / "pictures"
HEIGHT = 1400  # pixels: the answer, the numbers and the first figures


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_picture(windows: Callable[..., Visitor], path: str, theme: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    visitor = windows(theme)
    visitor.visit(path)
    visitor.picture(PICTURES / f"{path.strip('/') or 'overview'}-{theme}.png", HEIGHT)


def test_the_overview_on_a_phone_has_its_picture(windows: Callable[..., Visitor]) -> None:
    PICTURES.mkdir(exist_ok=True)
    visitor = windows("light", 400)
    visitor.visit()
    visitor.picture(PICTURES / "overview-phone.png", HEIGHT)

"""The pictures of `docs/pictures`: every page in light and dark. `make pictures` runs this, no suite does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.looking import Visitor
from browser.serving import ROOT

PICTURES = ROOT / "docs" / "pictures"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_has_its_picture(windows: Callable[..., Visitor], theme: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    narrow = windows("light", 400)
    narrow.visit()
    paths = narrow.pages()
    assert paths
    wide = windows(theme)
    for path in paths:
        wide.visit(path)
        wide.picture(PICTURES / f"{path.strip('/') or 'overview'}-{theme}.png")

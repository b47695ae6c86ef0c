"""What readers can do next, made of what a page found: one line before its folds."""

from __future__ import annotations

from hiring.showing import page


def drawn(said: str, address: str = "", link: str = "") -> None:
    """The line and the way on; nothing where the data carry none."""
    if not said:
        return
    page.says("**What you can do next:** {said}", said=said)
    if address:
        page.way_to(address, link)

"""The tour's stops: each a page of the menu, in the order in which readers ask."""

from __future__ import annotations

from browser.looking import PAGES
from hiring.findings import tour


def test_each_stop_is_a_page_of_the_menu_by_its_title() -> None:
    there = {address.strip("/") or "overview": title for address, title in PAGES.items()}
    assert {stop.address: stop.title for stop in tour.STOPS}.items() <= there.items()


def test_every_stop_but_the_last_has_a_next() -> None:
    assert [tour.number(stop.address) for stop in tour.STOPS] == [1, 2, 3, 4, 5, 6, 7]
    assert [tour.after(place) for place in range(1, 8)] == [*tour.STOPS[1:], None]
    assert tour.number("definitions") == 0
    assert tour.told(7) == "Tour, stop 7 of 7: And from your own files?"

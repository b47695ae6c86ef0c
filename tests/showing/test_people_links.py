"""A name in a list is a link: what the list shows of it, and where it leads."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest

from hiring.showing import filters, people_links

PAGE = "http://127.0.0.1:8501/outcomes?grid_role=Channel"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "in_address", lambda: {"regions": ("DACH", "R & D"), "segments": ()})


def _shown(link: str) -> str:
    """What Streamlit's list shows of a link."""
    found = re.match(people_links.PATTERN, link)
    assert found
    return unquote(found[1].replace("+", "%20"))


@pytest.mark.parametrize(
    "name", ["Ada First", "Jörg O'Neill-Ζ", "A/B ../.. ?x#y\\z", "..", "50% + 1 (two)", "李 &=;"]
)
def test_a_list_shows_the_name_and_the_address_does_not_hold_it(chosen, name: str) -> None:
    link = people_links.address(name, "E 1&x", date(2024, 10, 18))
    assert _shown(link) == name
    address = urlsplit(urljoin(PAGE, link))
    assert (address.netloc, address.path, address.fragment) == ("127.0.0.1:8501", "/hire", "")
    assert parse_qs(address.query) == {"hire": ["E 1&x.2024-10-18"], "regions": ["DACH", "R & D"]}


def test_links_sort_as_their_names_do(chosen) -> None:
    names = ["Ada First", "Ben Second", "Cem Third"]
    links = [people_links.address(name, 9 - place, date(2024, 1, 1)) for place, name in enumerate(names)]
    assert sorted(links) == links

"""Who may come in, by value: names, origins, what the browser says of who asks, and routes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.serving import doors
from hiring.serving.doors import Call

OURS = doors.authorities(
    ["127.0.0.1", " Localhost ", "::1", "hiring.example.com", "*.example.com", ""], [8501]
)


def test_a_name_is_answered_alone_and_with_the_port() -> None:
    assert {
        "127.0.0.1",
        "127.0.0.1:8501",
        "localhost:8501",
        "[::1]:8501",
        "hiring.example.com",
        "hiring.example.com:8501",
    } <= OURS
    assert not {"www.example.com", "", ":8501", "localhost:80", "::1"} & OURS


def status(call: Call) -> int:
    refused = doors.refusal(call, OURS)
    return refused.status if refused else 200


@given(st.text(max_size=40))
def test_no_other_host_is_ours(host: str) -> None:
    assert status(Call("GET", "/", (host,))) == (200 if host in OURS else 421)


@given(st.text(max_size=40))
def test_no_other_origin_is_ours(origin: str) -> None:
    assert status(Call(doors.WEBSOCKET, "/_stcore/stream", ("localhost",), (origin,))) == (
        200 if origin in ("http://localhost", "https://localhost") else 403
    )


@given(st.text(max_size=40) | st.sampled_from(["health", "host-config", "stream", "metrics", "agent/mcp"]))
def test_below_the_core_a_page_reads_two_things_and_no_more(path: str) -> None:
    is_open = status(Call("GET", f"/_stcore/{path}", ("localhost",))) == 200
    assert is_open == (path in ("health", "host-config"))


@pytest.mark.parametrize(
    ("site", "is_visit", "path", "expected"),
    [
        (("same-origin",), False, "/_stcore/health", 200),
        (("none",), True, "/people", 200),
        (("cross-site",), True, "/people", 200),
        (("same-site",), True, "/people", 200),
        (("cross-site",), False, "/people", 403),
        (("cross-site",), True, "/media/a.csv", 403),
        (("cross-site",), True, "/static/js/index.js", 403),
        (("cross-site",), True, "/_stcore/health", 403),
        (("same-origin", "cross-site"), False, "/", 403),
        (("something else",), False, "/", 403),
    ],
)
def test_another_site_may_link_to_a_page_and_no_more(
    site: tuple[str, ...], is_visit: bool, path: str, expected: int
) -> None:
    assert status(Call("GET", path, ("localhost",), sites=site, is_visit=is_visit)) == expected


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/_stcore/upload_file/visit/file", ("visit", "file")),
        ("/_stcore/upload_file/visit/", ("visit", "")),
        ("/_stcore/upload_file/visit", None),
        ("/_stcore/upload_file/visit/file/more", None),
        ("/upload_file/visit/file", None),
    ],
)
def test_the_address_of_an_upload_names_a_session_and_a_file(
    path: str, named: tuple[str, str] | None
) -> None:
    assert doors.upload(path) == named


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "TRACE"])
def test_a_file_is_put_or_taken_away_and_nothing_else(method: str) -> None:
    assert status(Call(method, "/_stcore/upload_file/visit/file", ("localhost",))) == 405


def test_no_refusal_is_longer_than_a_line() -> None:
    lines = [value.line for value in vars(doors).values() if isinstance(value, doors.Refusal)]
    assert len(lines) == 4
    assert all(line.isprintable() and line.endswith(".") for line in lines)


# Signing in


def signing(path: str, *sites: str, method: str = "GET", is_team: bool = True, is_visit: bool = True) -> int:
    call = Call(method, path, ("127.0.0.1",), (), sites, is_visit)
    refused = doors.refusal(call, OURS, is_team=is_team)
    return refused.status if refused else 200


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback", "/auth/logout"])
def test_one_person_has_nowhere_to_sign_in(path: str) -> None:
    assert signing(path, "same-origin", is_team=False) == 404


def test_a_team_signs_in_is_sent_back_from_elsewhere_and_signs_out_from_its_own_pages_alone() -> None:
    assert signing("/auth/login", "same-origin") == 200
    assert signing("/oauth2callback", "cross-site") == 200
    assert signing("/auth/logout", "same-origin") == 200
    for sites in ((), ("none",), ("cross-site",), ("same-site",), ("same-origin", "cross-site")):
        assert signing("/auth/logout", *sites) == 403
    assert signing("/oauth2callback", "cross-site", is_visit=False) == 403


@pytest.mark.parametrize(
    "path", ["/auth", "/auth/", "/auth/x", "/auth/login/", "/auth/login/x", "/oauth2callback/x"]
)
def test_nothing_else_is_there(path: str) -> None:
    assert signing(path, "same-origin") == 404


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", doors.WEBSOCKET])
def test_signing_in_is_read_and_nothing_else(method: str) -> None:
    assert signing("/oauth2callback", "same-origin", method=method) == 405

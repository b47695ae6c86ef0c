"""What the gate lets through where people sign in: files for the signed in alone, and the way back from no provider."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import streamlit as st
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from hiring.serving.gate import DRESS, Gate
from hiring.serving.signing_in import visitor
from hiring.serving.signing_in.visitor import Here, Outside
from serving.signing_in.conftest import SECRET

Team = Callable[..., Path]


@pytest.fixture(autouse=True)
def signing_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "get_signing_secret", lambda: SECRET)


def asked(
    path: str,
    *headers: tuple[str, str],
    status: int = 200,
    behind: tuple[tuple[bytes, bytes], ...] = ((b"x-from", b"app"),),
) -> tuple[int, dict[str, str], bytes]:
    """What the gate answers to a GET; the server behind it answers with this status and a few bytes."""
    sent: list[dict[str, Any]] = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(behind)})
        await send({"type": "http.response.body", "body": b"told by the server"})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    given = [("host", "hiring.example.com"), *headers]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "scheme": "http",
        "server": ("127.0.0.1", 8501),
        "headers": [(name.encode(), value.encode()) for name, value in given],
    }
    asyncio.run(Gate(app)(scope, receive, send))  # type: ignore[arg-type]
    start, *rest = sent
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], told, b"".join(one.get("body", b"") for one in rest)


def cookie(secret: str = SECRET, **changed: Any) -> tuple[str, str]:
    now = int(time.time())
    said = {"is_logged_in": True, "provider": "house", "iss": "https://login.example.com", "sub": "kim"}
    said |= {"aud": "hiring", "iat": now, "exp": now + 600, **changed}
    signed = create_signed_value(secret, "_streamlit_user", json.dumps(said)).decode()
    return "cookie", f"_streamlit_user={signed}"


OWN = ("sec-fetch-site", "same-origin")


@pytest.fixture(autouse=True)
def options(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team()
    known = st.get_option

    def option(name: str) -> Any:
        return None if name in ("browser.serverPort", "server.trustedUserHeaders") else known(name)

    monkeypatch.setattr(st, "get_option", option)


def test_a_file_is_given_to_who_is_signed_in_and_has_a_right() -> None:
    assert asked("/media/0f0f.csv", OWN, cookie())[0] == 200


@pytest.mark.parametrize(
    "sent",
    [
        None,
        cookie(sub="somebody"),
        cookie(exp=1),
        cookie(aud="another"),
        cookie(secret="another secret of thirty-two letters"),
        ("cookie", "_streamlit_user=nonsense"),
        ("cookie", "_streamlit_user="),
    ],
)
def test_a_file_is_given_to_nobody_else_however_they_know_its_address(sent: tuple[str, str] | None) -> None:
    status, told, body = asked("/media/0f0f.csv", OWN, *([sent] if sent else []))
    assert (status, body) == (403, b"This is for who is signed in and has a right here.\n")
    assert told["x-content-type-options"] == DRESS["x-content-type-options"]


def test_one_person_takes_files_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIRING_RIGHTS")
    assert asked("/media/0f0f.csv", OWN)[0] == 200


def test_where_no_provider_answers_one_comes_back_to_a_page_that_says_so() -> None:
    status, told, body = asked("/auth/login", OWN, status=400)
    assert (status, told["location"], body) == (302, "/?sign_in=failed", b"")
    assert asked("/auth/login", OWN, status=302)[1]["x-from"] == "app"


def test_a_cookie_is_read_as_the_visit_would_be() -> None:
    name, value = cookie()[1].split("=", 1)
    assert isinstance(visitor.of_cookies({name: value}), Here)
    assert isinstance(visitor.of_cookies({}), Outside)


SIGNED_IN = ((b"location", b"/"), (b"set-cookie", b"_streamlit_user=abc; Path=/; Max-Age=2592000"))
NOT_SIGNED_IN = ((b"location", b"/"), (b"set-cookie", b'_streamlit_user=""; Path=/; Max-Age=0'))


def test_the_page_somebody_wanted_waits_for_them() -> None:
    wanted = ("referer", "https://hiring.example.com/sources?regions=North&period=last-year")
    _, told, _ = asked("/auth/login", OWN, wanted, status=302)
    kept = "hiring_back=%2Fsources%3Fregions%3DNorth%26period%3Dlast-year"
    assert told["set-cookie"] == f"{kept}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"
    _, told, _ = asked("/oauth2callback", ("cookie", kept), status=302, behind=SIGNED_IN)
    assert told["location"] == "/sources?regions=North&period=last-year"
    assert told["set-cookie"].startswith("hiring_back=; Path=/; Max-Age=0")


@pytest.mark.parametrize(
    "there",
    [
        "https://evil.example.com/sources",
        "https://hiring.example.com.evil.example.com/sources",
        "https://hiring.example.com//evil.example.com",
        "https://[bad/",
        "",
        "https://hiring.example.com/" + "a" * 2000,
    ],
)
def test_no_other_address_is_remembered(there: str) -> None:
    assert "set-cookie" not in asked("/auth/login", OWN, ("referer", there), status=302)[1]


@pytest.mark.parametrize(
    "kept", ["//evil.example.com", "https://evil.example.com", "/\\evil.example.com", "/a b", "", "/\r\nx: y"]
)
def test_nobody_is_sent_elsewhere_whatever_the_cookie_says(kept: str) -> None:
    sent = ("cookie", f"hiring_back={quote(kept, safe='')}")
    assert asked("/oauth2callback", sent, status=302, behind=SIGNED_IN)[1]["location"] == "/"


def test_who_did_not_get_in_goes_to_the_front() -> None:
    sent = ("cookie", "hiring_back=%2Fsources")
    assert asked("/oauth2callback", sent, status=302, behind=NOT_SIGNED_IN)[1]["location"] == "/"

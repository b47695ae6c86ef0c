"""Cookies as they leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hiring.serving.signing_in import cookies
from serving.signing_in.conftest import RIGHTS

USER = b"_streamlit_user=abc; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax"
TOKENS = b"_streamlit_user_tokens=abc; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax"
Team = Callable[..., Path]


def left(*set_: bytes) -> list[bytes]:
    headers = [(b"content-type", b"text/html"), *((b"Set-Cookie", one) for one in set_)]
    first, *rest = cookies.dressed(headers)
    assert first == (b"content-type", b"text/html")
    return [value for _, value in rest]


def test_of_a_team_they_go_over_https_alone_and_last_as_long_as_a_sign_in_may(team: Team) -> None:
    team(rights=f"{RIGHTS}[sessions]\nlongest_hours = 8\n")
    (user,) = left(USER)
    assert user == b"_streamlit_user=abc; HttpOnly; Max-Age=28800; Path=/; SameSite=lax; Secure"
    assert left(b"_streamlit_xsrf=x; Path=/; SameSite=Lax") == [
        b"_streamlit_xsrf=x; Path=/; SameSite=Lax; Secure"
    ]


def test_tokens_do_not_leave_but_to_be_deleted(team: Team) -> None:
    team()
    gone = (
        b'_streamlit_user_tokens=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=lax'
    )
    assert left(TOKENS, TOKENS.replace(b"tokens=", b"tokens_1=")) == []
    assert left(gone) == [gone + b"; Secure"]
    out = gone.replace(b"_tokens", b"")
    assert left(out) == [out + b"; Secure"]


def test_on_this_very_machine_they_may_go_by_http(team: Team) -> None:
    team({"redirect_uri": "http://127.0.0.1:8501/oauth2callback"})
    assert b"Secure" not in left(USER)[0]


def test_of_one_person_they_leave_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIRING_RIGHTS", raising=False)
    assert left(USER, TOKENS) == [USER, TOKENS]

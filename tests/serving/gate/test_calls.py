"""The gate around a stand-in for Streamlit: what passes, under which settings, and how answers are dressed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
import streamlit as st

from hiring.serving import gate
from hiring.serving.gate import DRESS, Gate

OPTIONS: dict[str, Any] = {
    "server.allowedHosts": ["localhost"],
    "server.baseUrlPath": "",
    "server.trustedUserHeaders": {},
    "global.developmentMode": False,
    "browser.serverPort": 8501,
}


@dataclass
class Streamlit:
    """Answers whatever comes, and lets everybody read it."""

    came: list[str] = field(default_factory=list)

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        self.came.append(scope["path"] if "path" in scope else scope["type"])
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept", "headers": []})
        elif scope["type"] == "http":
            headers = [
                (b"Access-Control-Allow-Origin", b"*"),
                (b"Referrer-Policy", b"unsafe-url"),
                (b"x-own", b"1"),
            ]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b"all of it"})


def asked(inner: Streamlit, path: str, kind: str = "http", **headers: str) -> list[dict[str, Any]]:
    """What is answered to a request of the own page, header names with _ for -."""
    named = {"host": "localhost:8501", **headers}
    scope = {
        "type": kind,
        "method": "GET",
        "path": path,
        "server": ("127.0.0.1", 8501),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()],
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Gate(inner)(scope, receive, send))
    return sent


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    options = dict(OPTIONS)
    monkeypatch.setattr(st, "get_option", options.__getitem__)
    return options


def test_an_answer_is_dressed_anew_and_lets_nobody_else_read_it(given: dict[str, Any]) -> None:
    start, body = asked(Streamlit(), "/people")
    assert dict(start["headers"]) == {
        b"x-own": b"1",
        **{name.encode(): value.encode() for name, value in DRESS.items()},
    }
    assert body["body"] == b"all of it"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/dash", 200),
        ("/dash/_stcore/health", 200),
        ("/dash/_stcore/metrics", 404),
        ("/_stcore/metrics", 404),
        ("/dashboard/people", 200),
    ],
)
def test_the_doors_stand_below_the_base_path_too(given: dict[str, Any], path: str, status: int) -> None:
    given["server.baseUrlPath"] = "dash"
    assert asked(Streamlit(), path)[0]["status"] == status


@pytest.mark.parametrize(
    ("host", "status"), [("localhost:8080", 200), ("localhost:8501", 200), ("localhost:9", 421)]
)
def test_a_port_that_browsers_are_told_of_is_ours(given: dict[str, Any], host: str, status: int) -> None:
    given["browser.serverPort"] = 8080
    assert asked(Streamlit(), "/", host=host)[0]["status"] == status


def test_a_setting_that_turns_unsafe_while_it_runs_keeps_visitors_out(given: dict[str, Any]) -> None:
    inner = Streamlit()
    assert asked(inner, "/_stcore/stream", "websocket")[0]["type"] == "websocket.accept"
    given["server.trustedUserHeaders"] = {"X-User": "email"}
    assert asked(inner, "/_stcore/stream", "websocket") == [{"type": "websocket.close", "code": 1008}]
    assert inner.came == ["/_stcore/stream"]


def test_a_refused_call_never_reaches_streamlit(given: dict[str, Any]) -> None:
    inner = Streamlit()
    assert asked(inner, "/_stcore/stream", "websocket", origin="http://evil.example") == [
        {"type": "websocket.close", "code": 1008}
    ]
    assert asked(inner, "/", host="evil.example")[0]["status"] == 421
    assert inner.came == []


def test_the_servers_own_start_passes(given: dict[str, Any]) -> None:
    inner = Streamlit()
    assert asked(inner, "", "lifespan") == []
    assert len(inner.came) == 1


def test_a_fault_of_the_server_is_told_in_one_dressed_line() -> None:
    answer = asyncio.run(gate.failed(None, RuntimeError("a secret")))  # type: ignore[arg-type]
    assert answer.status_code == 500
    assert bytes(answer.body) == b"The server failed at this; its terminal says why.\n"
    assert DRESS.items() <= dict(answer.headers).items()

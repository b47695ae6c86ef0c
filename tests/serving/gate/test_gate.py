"""The front door on a real server, met with raw bytes: what is refused, how, and what every answer carries."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from pathlib import Path

import pytest

from browser.serving import ROOT, Server, served
from helpers import breadth
from serving.attacks import ATTACKS, OWN, PROXIED
from serving.knocking import Answer, handshake, knock, request
from serving.visiting import visit

DRESS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
ASKED_BY_AGENT = request(
    "POST /_stcore/agent/interact", OWN, "Content-Type: application/json", "Content-Length: 2", body=b"{}"
)


def knocked(server: Server, sent: bytes) -> Answer:
    return knock(server.port, sent.replace(b"PORT", str(server.port).encode()))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_not_for_strangers_is_refused_in_one_line(dashboard: Server, attack: str) -> None:
    sent, status = ATTACKS[attack]
    answer = knocked(dashboard, sent)
    assert answer.status == status
    if status != 200:
        assert len(answer.body.splitlines()) <= 1
        assert "evil" not in answer.body + str(answer.headers)
    assert not any(name.startswith("access-control-") for name in answer.headers)


def test_strangers_leave_the_server_well_and_reaching_for_nobody(dashboard: Server) -> None:
    for sent, _ in ATTACKS.values():
        knocked(dashboard, sent)
    assert knocked(dashboard, request("GET /_stcore/health", OWN)).body == "ok"
    assert dashboard.reached_for() == []


@pytest.mark.parametrize(
    "host", [OWN, "localhost:PORT", "127.0.0.1", "localhost", PROXIED, f"{PROXIED}:PORT"]
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_own_page_opens_its_stream_under_each_name_it_is_given(
    dashboard: Server, host: str, scheme: str
) -> None:
    assert knocked(dashboard, handshake(host, f"Origin: {scheme}://{host}")).status == 101


def test_a_program_that_names_no_origin_is_let_in(dashboard: Server) -> None:
    assert knocked(dashboard, handshake(OWN)).status == 101


ROUTES = {
    "/": 200,
    "/people": 200,
    "/people/": 301,
    "/index.html": 200,
    "/favicon.png": 200,
    "/static/none.js": 200,
    "/media/none.csv": 404,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/_stcore/metrics": 404,
    "/app/static/none": 404,
    "/component/none": 404,
}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_is_dressed(dashboard: Server, path: str, method: str) -> None:
    answer = knocked(dashboard, request(f"{method} {path}", OWN, "Content-Length: 0"))
    if method == "GET":
        assert answer.status == ROUTES[path]
    assert DRESS.items() <= answer.headers.items()
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "connect-src 'self'"} <= {
        *policy
    }
    scripts = next(rule for rule in policy if rule.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts


def test_what_is_shut_stays_shut_whatever_is_set(sample_warehouse: Path) -> None:
    shut = ("ENABLE_AGENT_API", "SCRIPT_HEALTH_CHECK_ENABLED", "ENABLE_STATIC_SERVING")
    environment = {
        **{f"STREAMLIT_SERVER_{setting}": "true" for setting in shut},
        **{f"STREAMLIT_SERVER_ENABLE_{setting}": "false" for setting in ("CORS", "XSRF_PROTECTION")},
        "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": "http://evil.example",
        "STREAMLIT_SERVER_ALLOWED_HOSTS": f"127.0.0.1 localhost {PROXIED}",
        "HIRING_WAREHOUSE": str(sample_warehouse),
    }
    # On all interfaces Streamlit would ask the internet for its address before it prints it.
    with served(ROOT / "streamlit_app.py", environment, ["--server.address=0.0.0.0"]) as server:
        for what, (sent, status) in ATTACKS.items():
            if what != "a file taken away without the token":  # no token is asked for, and nothing is there
                assert knocked(server, sent).status == status, what
        answer = knocked(server, ASKED_BY_AGENT)
        assert (answer.status, answer.body) == (404, "There is nothing here.\n")
        answer = knocked(server, request("GET /_stcore/health", OWN, f"Origin: http://{OWN}"))
        assert answer.status == 200
        assert not any(name.startswith("access-control-") for name in answer.headers)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    breadth.first(
        1,
        [
            (
                "STREAMLIT_SERVER_TRUSTED_USER_HEADERS",
                '{"X-User": "email"}',
                "server.trustedUserHeaders is set",
            ),
            ("STREAMLIT_SERVER_ALLOWED_HOSTS", "*", "server.allowedHosts must name every host"),
        ],
    ),
)
def test_a_setting_that_opens_the_house_ends_the_server_with_one_line(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py")]
    command += ["--server.headless=true", "--server.address=127.0.0.1", "--server.port=0"]
    environment = {**os.environ, name: value, "HIRING_WAREHOUSE": str(tmp_path)}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 1
    lines = [line for line in ended.stderr.splitlines() if line.startswith("Not started: ")]
    assert len(lines) == 1
    assert said in lines[0]
    assert "Traceback" not in ended.stderr + ended.stdout


def test_a_visitor_is_served_through_the_gate(dashboard: Server) -> None:
    with visit(dashboard.port) as one:
        one.open("definitions")
        assert one.session
    assert dashboard.reached_for() == []


def test_the_watcher_sees_a_reach_for_another_machine(tmp_path: Path) -> None:
    reach = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    home = (
        "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"
    )
    seen = tmp_path / "reached"
    environment = {"PYTHONPATH": str(ROOT / "tests" / "watching"), "REACHED_FOR": str(seen)}
    for code in (home, reach):
        subprocess.run([sys.executable, "-c", code], env={**os.environ, **environment}, check=True)
    assert seen.read_text() == "socket.connect 192.0.2.1\n"


def test_the_server_speaks_of_nothing_but_http_to_what_is_no_request(dashboard: Server) -> None:
    assert knock(dashboard.port, b"\x16\x03\x01\x00\xa5\r\n\r\n").status == http.client.BAD_REQUEST

"""The guard every test runs under: this machine may be asked, no other."""

from __future__ import annotations

import socket

import pytest


def test_a_test_that_reaches_for_another_machine_fails() -> None:
    with pytest.raises(AssertionError, match=r"reached for \('192.0.2.1', 80\)"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_test_may_talk_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()

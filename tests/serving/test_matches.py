"""Who may decide: one person, at this machine, by its own name, with nothing in between."""

from __future__ import annotations

import pytest

from hiring.serving.matches import serves_this_machine


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "localhost", "[::1]:8501", "127.0.0.1"])
def test_a_browser_at_this_machine_may(host: str) -> None:
    assert serves_this_machine("127.0.0.1", {"Host": host})


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("", {"Host": "localhost:8501"}),
        ("0.0.0.0", {"Host": "localhost:8501"}),
        ("192.168.1.4", {"Host": "localhost:8501"}),
        ("127.0.0.1", {}),
        ("127.0.0.1", {"Host": "hiring.example.com"}),
        ("127.0.0.1", {"Host": "127.0.0.1.example.com"}),
        ("127.0.0.1", {"Host": "localhost:8501", "X-Forwarded-For": "10.0.0.7"}),
        ("127.0.0.1", {"host": "localhost:8501", "forwarded": "for=10.0.0.7"}),
    ],
)
def test_from_anywhere_else_nobody_may(address: str, headers: dict[str, str]) -> None:
    assert not serves_this_machine(address, headers)

"""Settings that would open a door beside the doors."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from hiring.serving import settings

SAFE: dict[str, Any] = {
    "server.trustedUserHeaders": {},
    "global.developmentMode": False,
    "server.allowedHosts": ["127.0.0.1", "localhost"],
}


def test_the_project_as_it_is_set_is_safe() -> None:
    assert settings.unsafe() == ""
    settings.insist()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("server.trustedUserHeaders", {"X-User": "email"}, "server.trustedUserHeaders"),
        ("global.developmentMode", True, "global.developmentMode"),
        ("server.allowedHosts", [], "server.allowedHosts"),
        ("server.allowedHosts", ["*"], "server.allowedHosts"),
        ("server.allowedHosts", ["localhost", "*.example.com"], "server.allowedHosts"),
    ],
)
def test_an_unsafe_setting_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object, said: str
) -> None:
    monkeypatch.setattr(st, "get_option", {**SAFE, name: value}.__getitem__)
    why = settings.unsafe()
    assert why.startswith(said)
    assert len(why.splitlines()) == 1
    with pytest.raises(SystemExit, match=f"Not started: {said}"):
        settings.insist()

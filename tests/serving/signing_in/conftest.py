"""A server for a team, as its settings and its file of rights make it; nobody signs in anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from hiring.serving.signing_in import mode

SECRET = "5f0c3a9be17d42868f21c7d0e94b6a35d8f07c1e"
AUTH: dict[str, Any] = {
    "redirect_uri": "https://hiring.example.com/oauth2callback",
    "cookie_secret": SECRET,
    "house": {
        "client_id": "hiring",
        "client_secret": "not told",
        "server_metadata_url": "https://login.example.com/.well-known/openid-configuration",
    },
}
RIGHTS = 'issuer = "https://login.example.com"\n[[rule]]\nname = "Kim"\nrole = "keeper"\nperson = "kim"\n'


@pytest.fixture
def team(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """`team({"redirect_uri": …}, rights=…)`: settings with this changed (None: taken out); gives the file of rights."""

    def made(changed: dict[str, Any] | None = None, rights: str | None = RIGHTS) -> Path:
        path = tmp_path / "rights.toml"
        if rights is not None:
            path.write_text(rights, encoding="utf-8")
        auth = {key: value for key, value in {**AUTH, **(changed or {})}.items() if value is not None}
        monkeypatch.setenv("HIRING_RIGHTS", str(path))
        monkeypatch.setattr(mode, "_auth", lambda: auth)
        options = {
            "server.allowedHosts": ["127.0.0.1", "localhost", "hiring.example.com"],
            "server.baseUrlPath": "",
            "server.port": 8501,
        }
        monkeypatch.setattr(st, "get_option", options.__getitem__)
        return path

    return made

"""One person or a team: what each needs to start, in one line where it is missing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hiring.serving import settings
from hiring.serving.signing_in import mode
from serving.signing_in.conftest import AUTH

Team = Callable[..., Path]


def test_one_person_needs_nothing_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIRING_RIGHTS", raising=False)
    monkeypatch.setattr(mode, "_auth", dict)
    assert not mode.is_team()
    assert mode.unfit() == ""
    assert mode.said().startswith("One person: nobody signs in")


def test_a_team_with_all_it_needs_starts_and_is_told(team: Team) -> None:
    path = team()
    assert mode.unfit() == ""
    assert mode.said() == f"Team: everybody signs in (house) and sees what {path} gives them."
    assert mode.is_encrypted()


def test_sign_in_settings_without_rights_do_not_start(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team()
    monkeypatch.delenv("HIRING_RIGHTS")
    assert mode.unfit().startswith(
        "sign-in settings ([auth] in secrets.toml) are there and no file of rights"
    )


def house(**changed: Any) -> dict[str, Any]:
    return {"house": {key: value for key, value in {**AUTH["house"], **changed}.items() if value is not None}}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"redirect_uri": None}, "redirect_uri"),
        ({"redirect_uri": "http://hiring.example.com/oauth2callback"}, "must begin with https://"),
        ({"redirect_uri": "https://hiring.example.com/"}, "own address and /oauth2callback"),
        ({"redirect_uri": "https://hiring.example.com/oauth2callback?x=1"}, "own address"),
        ({"redirect_uri": "https://else.example.com/oauth2callback"}, "not among server.allowedHosts"),
        ({"redirect_uri": "https://[bad/oauth2callback"}, "own address"),
        ({"redirect_uri": "javascript://127.0.0.1/oauth2callback"}, "must begin with https://"),
        ({"cookie_secret": None}, "at least 32 characters"),
        ({"cookie_secret": "short"}, "at least 32 characters"),
        ({"cookie_secret": "x" * 40}, "could be guessed"),
        ({"cookie_secret": "abcdefghijklmnopqrstuvwxyz0123456789"}, "could be guessed"),
        ({"cookie_secret": "swordfish swordfish swordfish swordfish "}, "could be guessed"),
        ({"cookie_secret": "ababbababbabababbababababbabababab"}, "could be guessed"),
        ({"expose_tokens": ["id"]}, "expose_tokens"),
        ({"house": None}, "names no provider"),
        ({"house": None, "my_house": {"client_id": "x"}}, "no underscore"),
        (house(client_id=None), "[auth.house] lacks client_id"),
        (house(client_secret=" "), "[auth.house] lacks client_secret"),
        (house(server_metadata_url="http://login.example.com/x"), "must begin with https://"),
        ({"client_id": "half"}, "[auth] lacks client_secret, server_metadata_url"),
    ],
)
def test_a_team_does_not_start_with_a_setting_missing_or_weak(
    team: Team, changed: dict[str, Any], said: str
) -> None:
    team(changed)
    why = mode.unfit()
    assert said in why
    assert len(why.splitlines()) == 1
    assert "not told" not in why


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1:8501/oauth2callback", "http://localhost:{port}/oauth2callback"]
)
def test_on_this_very_machine_it_may_be_plain_http(team: Team, uri: str) -> None:
    team({"redirect_uri": uri})
    assert mode.unfit() == ""
    assert not mode.is_encrypted()


@pytest.mark.parametrize("rights", ["", "nonsense = [", None])
def test_a_team_does_not_start_without_rights_that_can_be_read(team: Team, rights: str | None) -> None:
    team(rights=rights)
    assert mode.unfit().startswith("rights.toml · found ")


def test_a_setting_that_is_there_and_empty_is_no_one_person(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    team()
    monkeypatch.setenv("HIRING_RIGHTS", " ")
    assert mode.is_team()
    assert mode.unfit().startswith("HIRING_RIGHTS is set and names no file")


def test_settings_that_cannot_be_read_are_told_without_what_they_hold(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    team()

    def broken() -> dict[str, Any]:
        raise ValueError("client_secret = 'not told'")

    monkeypatch.setattr(mode, "_auth", broken)
    assert mode.unfit() == (
        "the sign-in settings (secrets.toml) cannot be read: ValueError. Correct the file."
    )


def test_random_secrets_are_taken(team: Team) -> None:
    chance = random.Random(4)
    for digits in ("0123456789abcdef", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"):
        for _ in range(500):
            team({"cookie_secret": "".join(chance.choices(digits, k=32))})
            assert mode.unfit() == ""


def test_the_server_ends_with_the_line_or_says_at_its_start_who_may_come(
    team: Team, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "unsafe", lambda: "")
    team({"cookie_secret": "short"})
    with pytest.raises(
        SystemExit, match=r"^Not started: cookie_secret in \[auth\] must have at least 32 characters"
    ):
        settings.insist()
    team()
    settings.insist()
    assert capsys.readouterr().out.startswith("Team: everybody signs in (house) and sees what ")

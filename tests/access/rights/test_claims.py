"""Whom a signed cookie names: only what has the very type it should have counts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from hiring.access.rights.claims import Identity, Stranger, identity

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
AT = int(NOW.timestamp())
OURS = {"house": "hiring", "other": "else"}
CLAIMS: dict[str, Any] = {
    "is_logged_in": True,
    "provider": "house",
    "iss": "https://login.example.com",
    "sub": "u-1",
    "aud": "hiring",
    "iat": AT - 60,
    "exp": AT + 600,
    "nonce": "n",
    "email": "Ada@Example.com",
    "email_verified": True,
    "groups": ["north", "", 7],
}


def test_somebody_is_the_provider_and_its_word_for_them() -> None:
    who = identity(CLAIMS, OURS, NOW)
    assert isinstance(who, Identity)
    assert (who.issuer, who.subject, who.email) == ("https://login.example.com", "u-1", "ada@example.com")
    assert who.groups == {"north"}
    assert (NOW - who.signed_in_at).total_seconds() == 60


@pytest.mark.parametrize("word", [False, "true", 1, None, "yes"])
def test_an_address_counts_only_where_it_was_verified(word: object) -> None:
    who = identity({**CLAIMS, "email_verified": word}, OURS, NOW)
    assert isinstance(who, Identity)
    assert who.email == ""
    assert "not verified" in who.called


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"is_logged_in": False}, Stranger.SIGNED_OUT),
        ({"is_logged_in": "true"}, Stranger.SIGNED_OUT),
        ({"sub": ""}, Stranger.UNCLEAR),
        ({"sub": 7}, Stranger.UNCLEAR),
        ({"iss": None}, Stranger.UNCLEAR),
        ({"exp": None}, Stranger.UNCLEAR),
        ({"exp": str(AT + 600)}, Stranger.UNCLEAR),
        ({"exp": True}, Stranger.UNCLEAR),
        ({"exp": float("nan")}, Stranger.UNCLEAR),
        ({"exp": 1e400}, Stranger.UNCLEAR),
        ({"iat": None}, Stranger.UNCLEAR),
        ({"aud": "another"}, Stranger.NOT_FOR_US),
        ({"aud": "else"}, Stranger.NOT_FOR_US),
        ({"aud": ["another", "third"]}, Stranger.NOT_FOR_US),
        ({"aud": None}, Stranger.NOT_FOR_US),
        ({"aud": {"hiring": 1}}, Stranger.NOT_FOR_US),
        ({"azp": "another"}, Stranger.NOT_FOR_US),
        ({"provider": "unknown"}, Stranger.NOT_FOR_US),
        ({"provider": None}, Stranger.NOT_FOR_US),
        ({"exp": AT}, Stranger.EXPIRED),
        ({"exp": AT - 1}, Stranger.EXPIRED),
        ({"iat": AT + 600}, Stranger.EXPIRED),
    ],
)
def test_whoever_it_does_not_name_is_nobody(changed: dict[str, Any], why: Stranger) -> None:
    assert identity({**CLAIMS, **changed}, OURS, NOW) is why


@pytest.mark.parametrize(
    "changed", [{"aud": ["hiring"]}, {"aud": ["x", "hiring"], "azp": "hiring"}, {"iat": AT + 60}]
)
def test_what_providers_write_in_several_ways_is_understood(changed: dict[str, Any]) -> None:
    assert isinstance(identity({**CLAIMS, **changed}, OURS, NOW), Identity)


def test_an_empty_cookie_is_nobodys() -> None:
    assert identity({}, OURS, NOW) is Stranger.SIGNED_OUT


@pytest.mark.parametrize("groups", ["north", {"north": 1}, None])
def test_groups_come_as_a_list_or_not_at_all(groups: object) -> None:
    who = identity({**CLAIMS, "groups": groups}, OURS, NOW)
    assert isinstance(who, Identity)
    assert who.groups == frozenset()


def test_two_sign_ins_of_one_person_are_told_apart() -> None:
    first, second = (identity({**CLAIMS, "nonce": one}, OURS, NOW) for one in "ab")
    assert isinstance(first, Identity)
    assert isinstance(second, Identity)
    assert first.key != second.key

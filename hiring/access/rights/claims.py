"""Who signed in, from what the provider said: looked at anew in every run, for nobody else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from hiring.words import one_line

#: How far the provider's clock may go before ours.
SKEW = timedelta(minutes=2)


class Stranger(Enum):
    """Why somebody is nobody to us."""

    SIGNED_OUT = "nobody signed in"
    EXPIRED = "the sign-in has run out"
    NOT_FOR_US = "the sign-in was meant for another application"
    UNCLEAR = "the sign-in does not say who it is"


@dataclass(frozen=True)
class Identity:
    """Who it is: `issuer` and `subject` together, which nobody else has. `email` is empty unless it was verified."""

    issuer: str
    subject: str
    email: str
    groups: frozenset[str]
    signed_in_at: datetime
    expires_at: datetime
    #: Tells this sign-in from every other one of the same person.
    key: str = ""
    #: What a page calls them; nothing is decided by it.
    called: str = ""


def identity(claims: Mapping[str, Any], client_ids: Mapping[str, str], now: datetime) -> Identity | Stranger:
    """Whom the claims of a signed cookie name, or why they name nobody; `client_ids`: ours, by provider.

    Only what has the very type it should have counts: a text that says "true" is no truth.
    """
    if claims.get("is_logged_in") is not True:
        return Stranger.SIGNED_OUT
    issuer, subject = _text(claims, "iss"), _text(claims, "sub")
    signed_in, expires = _moment(claims.get("iat")), _moment(claims.get("exp"))
    if not issuer or not subject or signed_in is None or expires is None:
        return Stranger.UNCLEAR
    client_id = client_ids.get(_text(claims, "provider"))
    audience = claims.get("aud")
    meant = [audience] if isinstance(audience, str) else audience
    if not client_id or not isinstance(meant, list) or client_id not in meant:
        return Stranger.NOT_FOR_US
    if claims.get("azp", client_id) != client_id:
        return Stranger.NOT_FOR_US
    if expires <= now or signed_in > now + SKEW:
        return Stranger.EXPIRED
    email = _text(claims, "email").casefold() if claims.get("email_verified") is True else ""
    groups = claims.get("groups")
    named = groups if isinstance(groups, list) else []
    key = "|".join((issuer, subject, str(claims["iat"]), _text(claims, "nonce")))
    unverified = one_line(_text(claims, "email"))
    called = email or f"{one_line(subject)}{f' ({unverified}, not verified)' if unverified else ''}"
    mine = frozenset(one for one in named if isinstance(one, str) and one)
    return Identity(issuer, subject, email, mine, signed_in, expires, key, called)


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None

"""Who is here in this very run: looked at anew each time, by what was signed, the clock and the file of rights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import streamlit as st
from streamlit.auth_util import get_cookie_with_chunks, get_signing_secret
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from hiring.access.rights import claims, deciding
from hiring.access.rights.claims import Identity, Stranger
from hiring.access.rights.deciding import Granted, Refused
from hiring.access.rights.reading import RightsError
from hiring.serving.signing_in import kept_rights, mode
from hiring.serving.signing_in.sign_ins import Ended, SignIns

#: Stands where a visitor's claims would, for who draws pages ahead: no cookie can hold this very thing.
AHEAD = object()
AHEAD_KEY = "_drawn_ahead"


@dataclass(frozen=True)
class Here:
    """Somebody who may see something."""

    who: Identity
    granted: Granted


@dataclass(frozen=True)
class Outside:
    """Somebody who may see nothing, and why; `who` where it is known who they are.

    `told`: what is wrong with the file of rights, in lines, where it is theirs to mend.
    """

    why: Stranger | Ended | Refused | RightsError
    who: Identity | None = None
    told: tuple[str, ...] = ()


_sign_ins = SignIns(datetime.now(UTC))


def sign_ins() -> SignIns:
    """Those of this process."""
    return _sign_ins


def clock() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def own_claims() -> Mapping[str, Any]:
    """What the signed cookie of this run's session says; nothing where nobody signed in."""
    context = get_script_run_ctx()
    return {} if context is None else context.user_info


def ahead() -> dict[str, Any]:
    """What stands where a visitor's claims would for who draws pages ahead."""
    return {AHEAD_KEY: AHEAD} if mode.is_team() else {}


def is_ahead() -> bool:
    """Whether the page is drawn ahead, for nobody."""
    return own_claims().get(AHEAD_KEY) is AHEAD


def current() -> Here | Outside:
    """Whoever asks for this run; only where the server is for a team. The sign-in counts as used."""
    return seen(claims.identity(own_claims(), _client_ids(), clock()))


def of_cookies(cookies: Mapping[str, str]) -> Here | Outside:
    """Whoever sends these cookies with a request of their own, as for a file; only where the server is for a team."""
    secret = get_signing_secret()

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return (
            None if value is None else decode_signed_value(secret, name, value.encode("latin-1", "replace"))
        )

    try:
        found = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        found = {}
    said = found if isinstance(found, dict) else {}
    return seen(claims.identity(said, _client_ids(), clock()))


def seen(who: Identity | Stranger) -> Here | Outside:
    """Whether somebody may see anything, now. The sign-in counts as used."""
    if isinstance(who, Stranger):
        return Outside(who)
    if who.expires_at <= clock():
        return Outside(Stranger.EXPIRED, who)
    try:
        rights = kept_rights.now()
    except RightsError as error:
        return Outside(error, who, error.lines if _kept_once(who) else ())
    idle, longest = timedelta(minutes=rights.idle_minutes), timedelta(hours=rights.longest_hours)
    if ended := sign_ins().used(who, clock(), idle, longest):
        return Outside(ended, who)
    found = deciding.granted(rights, who)
    return Here(who, found) if isinstance(found, Granted) else Outside(found, who)


def _kept_once(who: Identity) -> bool:
    """Whether the last sound file made them a keeper: a fault in the new one is theirs to mend."""
    rights = kept_rights.last_sound()
    found = deciding.granted(rights, who) if rights else None
    return isinstance(found, Granted) and found.keeping is not None


def end() -> None:
    """Whoever asks for this run signs out: in every tab, and with every copy of their cookie."""
    who = claims.identity(own_claims(), _client_ids(), clock())
    if isinstance(who, Identity):
        sign_ins().end(who)
    st.logout()


def _client_ids() -> dict[str, str]:
    return {name: one.client_id for name, one in mode.providers().items()}

"""One person, or a team: said by one setting, and by nothing that a request brings along.

`HIRING_RIGHTS` names the file of rights, and with it the server is for a team: nobody sees anything before signing in.
What is needed for that is looked at before anybody is served; where one thing is missing, the server does not start.
"""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

from hiring import config
from hiring.access.rights import reading
from hiring.access.rights.reading import RightsError

CALLBACK = "oauth2callback"
#: What stands in the address of a page to which somebody comes back whom no provider could be asked about.
SIGN_IN, FAILED = "sign_in", "failed"
_NEEDED = ("client_id", "client_secret", "server_metadata_url")
DEFAULT = "default"
#: Characters of a secret nobody can guess: 32 of sixteen kinds are 128 bits.
SHORTEST_SECRET = 32
#: So many different characters a random text of that length has, of sixteen kinds, but for one in a million.
FEWEST_KINDS = 8
_MAKE_ONE = "make one: python -c 'import secrets; print(secrets.token_hex(32))'"


@dataclass(frozen=True)
class Provider:
    """One place to sign in at, by its name in the settings; `client_id` is what it calls us."""

    name: str
    client_id: str


def is_team() -> bool:
    """Whether several people share this server, each signed in."""
    return config.rights_named() is not None


def rights_file() -> Path:
    """Where the rights stand; only where `is_team`."""
    return Path(config.rights_named() or "")


def providers() -> dict[str, Provider]:
    """Where one can sign in, by name."""
    return {name: Provider(name, str(one.get("client_id", ""))) for name, one in _sections(_auth()).items()}


def is_encrypted() -> bool:
    """Whether people reach the dashboard by https, as the address says to which the provider sends them back."""
    return is_team() and _redirect(_auth()).scheme == "https"


def said() -> str:
    """Which of both it is, in a line."""
    if not is_team():
        return "One person: nobody signs in, and whoever reaches this address sees everything."
    names = ", ".join(providers())
    return f"Team: everybody signs in ({names}) and sees what {rights_file()} gives them."


def unfit() -> str:
    """What keeps the server from starting, in one line with its way out; nothing where all is well."""
    try:
        auth = _auth()
    except Exception as error:  # whatever the settings' reader raises: its text may quote a secret
        return (
            f"the sign-in settings (secrets.toml) cannot be read: {type(error).__name__}. Correct the file."
        )
    if not is_team():
        return (
            ""
            if not auth
            else "sign-in settings ([auth] in secrets.toml) are there and no file of rights: set HIRING_RIGHTS to "
            "it, or take the settings away to be one person."
        )
    return _unfit_rights() or _unfit_settings(auth)


def _unfit_rights() -> str:
    if not config.rights_named():
        return (
            "HIRING_RIGHTS is set and names no file. Name the file of rights, or unset it to be one person."
        )
    try:
        reading.read(rights_file())
    except RightsError as error:
        more = f" (and {len(error.lines) - 1} more: python -m hiring rights)" if len(error.lines) > 1 else ""
        return f"{error}{more}"
    return ""


def _unfit_settings(auth: Mapping[str, Any]) -> str:
    if not auth:
        return (
            "a team signs in, and there are no sign-in settings: write [auth] into .streamlit/secrets.toml."
        )
    if not is_authlib_installed():
        return "a team signs in by Authlib, which is not installed: make setup."
    if auth.get("expose_tokens"):
        return "expose_tokens is set in [auth]: no token is kept here. Take it out."
    return (
        _unfit_redirect(auth) or _unfit_secret(str(auth.get("cookie_secret", ""))) or _unfit_providers(auth)
    )


def _unfit_redirect(auth: Mapping[str, Any]) -> str:
    to, base = _redirect(auth), str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = f"/{base}/{CALLBACK}" if base else f"/{CALLBACK}"
    host = to.hostname or ""
    if not host or to.path != path or to.query or to.fragment:
        return f"redirect_uri in [auth] must be this dashboard's own address and {path}."
    if to.scheme != "https" and not (to.scheme == "http" and is_loopback(host)):
        return "redirect_uri in [auth] must begin with https://: only on this very machine may it be http."
    names = {str(name).strip().lower() for name in st.get_option("server.allowedHosts")}
    if host not in names:
        return f"redirect_uri in [auth] leads to {host}, which is not among server.allowedHosts. Name it there too."
    return ""


def _unfit_secret(secret: str) -> str:
    """Whether it is long and looks as if nobody had thought it up."""
    if len(secret) < SHORTEST_SECRET:
        return f"cookie_secret in [auth] must have at least {SHORTEST_SECRET} characters: {_MAKE_ONE}"
    steps = Counter(ord(after) - ord(before) for before, after in pairwise(secret))
    is_counted = steps.most_common(1)[0][1] * 3 > len(secret)  # aaaa…, abcd…, 0123…
    is_repeated = any(
        secret == (secret[:n] * len(secret))[: len(secret)] for n in range(1, len(secret) // 2 + 1)
    )
    if len(set(secret)) < FEWEST_KINDS or is_counted or is_repeated:
        return f"cookie_secret in [auth] looks as if it could be guessed: {_MAKE_ONE}"
    return ""


def _unfit_providers(auth: Mapping[str, Any]) -> str:
    found = _sections(auth)
    if not found:
        return f"[auth] names no provider: it needs {', '.join(_NEEDED)}."
    for name, one in found.items():
        where = "[auth]" if name == DEFAULT else f"[auth.{name}]"
        if "_" in name:
            return f"{where}: a provider's name may hold no underscore. Rename it."
        if lacking := [key for key in _NEEDED if not str(one.get(key, "")).strip()]:
            return f"{where} lacks {', '.join(lacking)}. Write it there."
        at = urlsplit(str(one["server_metadata_url"]))
        if at.scheme != "https" and not is_loopback(at.hostname or ""):
            return f"{where}: server_metadata_url must begin with https://."
    return ""


def _auth() -> dict[str, Any]:
    return dict(get_secrets_auth_section().to_dict())


def _sections(auth: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The providers; the one without a name of its own stands in `[auth]` itself."""
    named = {
        str(name): one for name, one in auth.items() if isinstance(one, Mapping) and name != "client_kwargs"
    }
    alone = {DEFAULT: auth} if any(key in auth for key in _NEEDED) else {}
    return {**alone, **named}


def _redirect(auth: Mapping[str, Any]) -> SplitResult:
    try:
        return urlsplit(
            str(auth.get("redirect_uri", "")).replace("{port}", str(st.get_option("server.port")))
        )
    except ValueError:
        return urlsplit("")


def is_loopback(host: str) -> bool:
    """Whether a name is this very machine's."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

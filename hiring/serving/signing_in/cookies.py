"""Cookies as they leave: over https alone where people come by https, as long as a sign-in may last, and no token.

Streamlit makes them good for thirty days and for plain http, and puts the provider's tokens into one: nothing here uses
those, and whoever copied them could go to the provider with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hiring.access.rights.reading import RightsError
from hiring.access.rights.rules import Rights
from hiring.serving.signing_in import kept_rights, mode

Header = tuple[bytes, bytes]
_USER, _TOKENS = b"_streamlit_user", b"_streamlit_user_tokens"
_AGE = b"max-age"


def dressed(headers: Iterable[Header]) -> Iterator[Header]:
    """The same headers, with every cookie as it may leave; those of tokens do not, unless to be deleted."""
    for name, value in headers:
        if name.lower() != b"set-cookie" or not mode.is_team():
            yield name, value
        elif (cookie := _dressed(value)) is not None:
            yield name, cookie


def _dressed(cookie: bytes) -> bytes | None:
    first, *rest = (part.strip() for part in cookie.split(b";"))
    name, _, value = first.partition(b"=")
    given = {part.partition(b"=")[0].lower(): part for part in rest}
    is_deleted = given.get(_AGE, b"").partition(b"=")[2] == b"0" or not value.strip(b'"')
    if name.startswith(_TOKENS) and not is_deleted:
        return None
    if name.startswith(_USER) and not is_deleted:
        given[_AGE] = b"Max-Age=%d" % (_longest_hours() * 3600)
    if mode.is_encrypted():
        given[b"secure"] = b"Secure"
    return b"; ".join((first, *given.values()))


def _longest_hours() -> int:
    try:
        return kept_rights.now().longest_hours
    except RightsError:
        return Rights.longest_hours

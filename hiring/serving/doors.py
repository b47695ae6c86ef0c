"""What may come in: which names this server answers to, whose pages may ask, which routes there are.

Every rule is an exact comparison, none a pattern. What is true here is true before Streamlit sees a request.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: The method of a call that wants to become a WebSocket; no method of HTTP can be written like this.
WEBSOCKET = "(websocket)"
READING = frozenset({"GET", "HEAD"})
UPLOADING = frozenset({"PUT", "DELETE"})
#: Streamlit's own routes that a page needs; of all others below `_stcore` (metrics, agent, …) none is open.
CORE: dict[tuple[str, ...], frozenset[str]] = {
    ("health",): READING,
    ("host-config",): READING,
    ("stream",): frozenset({WEBSOCKET}),
}
#: First words of an address below which Streamlit serves what this dashboard has none of.
CLOSED = frozenset({"app", "component"})
#: Where somebody signs in, is sent back to, and signs out; open where the server is for a team, else nothing is there.
SIGNING_IN = frozenset({("auth", "login"), ("oauth2callback",), ("auth", "logout")})
SIGNING_OUT = ("auth", "logout")
#: Where the browser fetches parts of a page; everything else it may be sent to by a link from elsewhere.
PARTS = frozenset({"_stcore", "media", "static"})


@dataclass(frozen=True)
class Call:
    """What of a request the doors judge by; header values as they came, `path` decoded and below the base path.

    `site` is the browser's own word on who asks (Sec-Fetch-Site, empty where it sends none); `is_visit` is whether
    it opens the answer as a whole page of its own.
    """

    method: str
    path: str
    hosts: tuple[str, ...]
    origins: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    is_visit: bool = False


@dataclass(frozen=True)
class Refusal:
    """Why a call stays outside: the status, and one line that repeats nothing of what came."""

    status: int
    line: str


NOT_OUR_NAME = Refusal(
    421, "The dashboard does not answer to this address; docs/deployment.md says how to name it."
)
NOT_OUR_PAGE = Refusal(403, "Only the dashboard's own pages may ask for this.")
NOTHING_HERE = Refusal(404, "There is nothing here.")
NOT_DONE_HERE = Refusal(405, "This cannot be done here.")


def authorities(names: Iterable[str], ports: Iterable[int]) -> frozenset[str]:
    """What a Host header may say: each name alone, as behind a proxy, and with each of the ports.

    A pattern (`*.example.com`) is not a name and matches nothing.
    """
    plain = [name.strip().lower() for name in names]
    hosts = [f"[{name}]" if ":" in name and not name.startswith("[") else name for name in plain if name]
    return frozenset(f"{host}{end}" for host in hosts for end in ("", *(f":{port}" for port in ports)))


def refusal(call: Call, ours: frozenset[str], *, is_team: bool = False) -> Refusal | None:
    """Why the call may not come in, or `None` when it may; `ours` are the `authorities`, `is_team`: people sign in.

    A call without Origin is let in: browsers name it wherever one page could harm another, and a program that
    can leave it out could as well write ours.
    """
    if len(call.hosts) != 1 or call.hosts[0] not in ours:
        return NOT_OUR_NAME
    own = {f"{scheme}://{call.hosts[0]}" for scheme in ("http", "https")}
    if len(call.origins) > 1 or not own.issuperset(call.origins):
        return NOT_OUR_PAGE
    words = _words(call.path)
    if is_team and words == SIGNING_OUT and call.sites != ("same-origin",):
        return NOT_OUR_PAGE  # it ends the visit of whoever was led there
    if not {"same-origin", "none"}.issuperset(call.sites) and not (call.is_visit and words[0] not in PARTS):
        return NOT_OUR_PAGE
    open_to = _open_to(words, is_team=is_team)
    if not open_to:
        return NOTHING_HERE
    return None if call.method in open_to else NOT_DONE_HERE


def upload(path: str) -> tuple[str, str] | None:
    """The session and the file that an address of an upload names; `None` for every other address."""
    words = _words(path)
    return (words[2], words[3]) if words[:2] == ("_stcore", "upload_file") and len(words) == 4 else None


def is_sign_in(path: str) -> bool:
    """Whether it is where a visitor is sent on to the provider."""
    return _words(path) == ("auth", "login")


def is_callback(path: str) -> bool:
    """Whether it is where the provider sends a visitor back to."""
    return _words(path) == ("oauth2callback",)


def is_for_the_signed_in(path: str) -> bool:
    """Whether what lies there was made for somebody who sees pages, or is sent by one."""
    return _words(path)[0] == "media" or upload(path) is not None


def _words(path: str) -> tuple[str, ...]:
    return tuple(path.removeprefix("/").split("/"))


def _open_to(words: tuple[str, ...], *, is_team: bool) -> frozenset[str]:
    """The methods an address is open to; none where there is nothing."""
    if any(map(_is_odd, words)) or "" in words[:-1]:
        return frozenset()
    if words[0] in {"auth", "oauth2callback"}:
        return frozenset({"GET"}) if is_team and words in SIGNING_IN else frozenset()
    if words[0] == "_stcore":
        return UPLOADING if upload("/".join(words)) else CORE.get(words[1:], frozenset())
    return frozenset() if words[0] in CLOSED else READING


def _is_odd(word: str) -> bool:
    """Whether a part of an address is none that a link of ours has: another step up, something invisible."""
    return word in (".", "..") or "\\" in word or not word.isprintable()

"""How long each sign-in lasts: what the provider's word and a cookie of days do not say.

Kept in this process alone. A server begun anew knows no sign-in of before, so it takes none: people sign in again.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from enum import Enum

from hiring.access.rights.claims import SKEW, Identity


class Ended(Enum):
    """Why a sign-in that was good is no longer."""

    BEFORE_START = "the server began anew since"
    UNUSED = "it was not used for too long"
    TOO_LONG = "it lasted as long as one may"
    SIGNED_OUT = "they signed out"


class SignIns:
    """When each was last used, and which were ended, since the server started."""

    def __init__(self, started: datetime) -> None:
        self._started = started
        self._used: dict[str, datetime] = {}
        self._ended: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def used(self, who: Identity, now: datetime, idle: timedelta, longest: timedelta) -> Ended | None:
        """Use a sign-in once more; gives why it has ended, or None. One that ended stays so, in every tab."""
        with self._lock:
            if who.key not in self._used:
                self._sweep(now - longest)
            if who.key in self._ended:
                return Ended.SIGNED_OUT
            if who.signed_in_at < self._started - SKEW:
                return Ended.BEFORE_START
            if now - who.signed_in_at > longest:
                return Ended.TOO_LONG
            # A cookie never seen before is as old as its sign-in.
            if now - self._used.get(who.key, who.signed_in_at) > idle:
                return Ended.UNUSED
            self._used[who.key] = now
        return None

    def end(self, who: Identity) -> None:
        """Their sign-in ends, wherever else its cookie may be."""
        with self._lock:
            self._ended[who.key] = who.signed_in_at

    def _sweep(self, before: datetime) -> None:
        """What would have lasted too long by itself need not be remembered."""
        for kept in (self._used, self._ended):
            for key in [key for key, at in kept.items() if at < before]:
                del kept[key]

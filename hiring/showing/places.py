"""Ground on a page for what is still being worked out, and what stands there until then."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True)
class Reserved:
    """Ground for what is found, and before it what stands there until then.

    Two, because a block drawn over another keeps whatever of it reaches further.
    """

    waiting: DeltaGenerator
    found: DeltaGenerator

    def ready(self) -> DeltaGenerator:
        """Where to draw what is found; what stood there until then goes."""
        self.waiting.empty()
        return self.found


def reserve() -> Reserved:
    """A place here."""
    return Reserved(st.empty(), st.container())

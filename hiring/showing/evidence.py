"""What stands in place of evidence that is still being worked out, and how it gives way once that is there."""

from __future__ import annotations

import streamlit as st

from hiring.serving import evidence
from hiring.showing import page

#: Seconds between two looks at whether it is there.
LOOK_EVERY = 1.0
WORKING = "Who stands out is being worked out anew from this build"
FACT = "The evidence is being worked out."
REMEDY = (
    "It is made once a build, from all hires of the company: that takes seconds, for thousands of hires half a minute. "
    "This page goes on by itself."
)
FAILED = "The evidence of this build could not be worked out."
ASK = "Whoever runs this dashboard sees why with: python -m hiring evidence. What else stands on this page holds."


def waiting() -> None:
    """Say that it is being worked out, or could not be; the page is drawn anew once it is there."""
    if evidence.has_failed():
        page.state_empty(FAILED, remedy=ASK)
    else:
        page.state_empty(FACT, remedy=REMEDY)
    st.fragment(_look, run_every=LOOK_EVERY)()


def _look() -> None:
    if evidence.is_there():
        st.rerun()

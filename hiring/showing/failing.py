"""What stands in place of a part of a page that broke, or that whoever looks may not see."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from hiring.access.viewer import NotAllowedError
from hiring.showing.text import literal

LOG = logging.getLogger(__name__)


def state_failed(reference: str, missing: str = "This part could not be worked out.") -> None:
    """Something broke: what is missing, that the rest holds, the reference to pass on."""
    st.error(
        f"**{literal(missing)}** Everything else on this page holds. Try again; if it stays, tell whoever "
        f"runs this dashboard the reference {literal(reference)}."
    )


@contextmanager
def guarded(what: str) -> Iterator[None]:
    """Turn any failure inside into the failed state with a short reference; the reason goes to the log."""
    try:
        yield
    except NotAllowedError as error:
        with st.container(border=True):
            st.markdown(f"**This is not shown to you.** {literal(f'{error}.')} Reload the page.")
    except Exception:
        reference = secrets.token_hex(2).upper()
        LOG.exception("%s failed, reference %s", what, reference)
        state_failed(reference)

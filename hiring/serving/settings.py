"""Settings of the server that would open a door beside the doors; an environment variable or a flag can set each.

`.streamlit/config.toml` says what they are meant to be. What the gate closes by itself (the agent API, metrics, other
origins, counters) stays closed whatever is set; what it cannot close ends the server, or keeps visitors out where it
comes up while the server runs.
"""

from __future__ import annotations

import sys

import streamlit as st

from hiring.serving.signing_in import mode


def unsafe() -> str:
    """What is set so that nobody may be served, in one line with its way out; nothing where all is well."""
    if st.get_option("server.trustedUserHeaders"):
        return "server.trustedUserHeaders is set: whoever sends such a header would be taken for its person. Unset it."
    if st.get_option("global.developmentMode"):
        return "global.developmentMode is on: a visitor could stop the server. Switch it off."
    names = [str(name).strip() for name in st.get_option("server.allowedHosts")]
    if not names or any("*" in name for name in names):
        return "server.allowedHosts must name every host the dashboard is opened under, one by one and without *."
    return ""


def insist() -> None:
    """End the process with one line where a setting is unsafe or a team lacks something; else say who may come."""
    if why := unsafe() or mode.unfit():
        raise SystemExit(f"Not started: {why}")
    sys.stdout.write(f"{mode.said()}\n")
    sys.stdout.flush()

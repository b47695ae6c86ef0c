"""A part drawn anew asks first whether whoever looks still may."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from hiring.access.viewer import NotAllowedError
    from hiring.serving import session
    from hiring.showing.parts import part

    def asked() -> None:
        if st.session_state.get("is_over"):
            raise NotAllowedError("nobody signed in who may see this")

    session.viewer = asked  # type: ignore[assignment]

    def draw(words: str) -> None:
        st.markdown(words)

    part(draw)("what was given once")


def test_what_a_part_was_given_is_not_shown_once_the_right_ended(monkeypatch) -> None:
    from hiring.serving import session

    monkeypatch.setattr(session, "viewer", session.viewer)  # put back whatever the page does to it
    at = AppTest.from_function(_page)
    at.run()
    assert [one.value for one in at.markdown] == ["what was given once"]
    at.session_state["is_over"] = True
    at.run()
    assert "what was given once" not in [one.value for one in at.markdown]
    assert at.markdown[0].value.startswith("**This is not shown to you.** ")

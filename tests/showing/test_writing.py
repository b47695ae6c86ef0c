"""What a visitor writes: a form that is sent twice is heeded once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from hiring.showing import writing


def test_a_second_click_on_a_form_that_is_written_already_is_not_heeded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(writing, "st", SimpleNamespace(session_state=state))
    form = writing.key_of("new")
    assert writing.is_sent(form)  # nothing of it is there: Streamlit forgot its fields with the run before
    state[f"text {form}"] = "meet every week"
    assert not writing.is_sent(form)
    put = {"text": "meet every week"}
    writing.write(lambda _values: "", put)
    assert writing.is_sent(form)
    again = writing.key_of("new")
    assert again != form
    state[f"text {again}"] = ""
    assert not writing.is_sent(again)


def test_what_could_not_be_written_leaves_the_form_to_be_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(writing, "st", SimpleNamespace(session_state=state))
    form = writing.key_of("new")
    state[f"text {form}"] = "meet every week"
    writing.write(lambda _values: "the disk is full", {"text": "meet every week"}, form="decision")
    assert not writing.is_sent(form)
    assert state["_decided_said"] == {"decision": "Not written: the disk is full."}

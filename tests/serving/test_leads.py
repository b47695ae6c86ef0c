"""Sentences that pages said are kept by their key, the newest holds, and go with the warehouse they were said of."""

from __future__ import annotations

import pytest

from hiring.loading import forgetting
from hiring.serving import leads


def test_what_was_said_last_holds_and_what_nobody_said_is_empty() -> None:
    kept = leads._Leads()
    kept.keep(b"sources", "Agency costs most")
    kept.keep(b"sources", "Nobody stands out")
    assert (kept.of(b"sources"), kept.of(b"methods")) == ("Nobody stands out", "")


def test_of_too_many_the_oldest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leads, "MOST", 2)
    kept = leads._Leads()
    for key in (b"a", b"b", b"a", b"c"):
        kept.keep(key, "said")
    assert [kept.of(key) for key in (b"a", b"b", b"c")] == ["said", "", "said"]


def test_all_is_forgotten_with_the_warehouse() -> None:
    kept = leads._Leads()
    kept.keep(b"a", "said")
    forgetting.everything()
    assert kept.of(b"a") == ""

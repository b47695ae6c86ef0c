"""What a page asks is answered once for each warehouse, viewer and filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Barrier

import pandas as pd
import pytest

from hiring.access.scope import Choices, Scope
from hiring.access.viewer import Viewer
from hiring.serving import kept, session
from hiring.warehouse.asking import TookTooLongError

EVERYONE = Viewer("local", "admin", ("EMEA",), ("Inside sales",), sees_names=True)
CHOICES = Choices(("Inside sales",), ("EMEA",), (), (), date(2023, 1, 1), date(2026, 6, 30), 12)
SCOPE = Scope(CHOICES, CHOICES.first_day, CHOICES.last_day)


@dataclass
class Told:
    """A warehouse that counts what it is asked."""

    name: str = "hiring-a.duckdb"
    who: Viewer = EVERYONE
    asked: list[tuple[str, Viewer, str]] = field(default_factory=list)
    before_answering: Callable[[], object] = lambda: None

    def version(self) -> str:
        return self.name

    def viewer(self) -> Viewer:
        return self.who

    def ask(self, question: str, viewer: Viewer, parameters: Mapping[str, object]) -> pd.DataFrame:
        self.asked.append((self.name, viewer, question))
        self.before_answering()
        return pd.DataFrame({"n": [len(self.asked)], "window": [parameters.get("outcome_window", 0)]})


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    warehouse = Told()
    session._answers().forget()
    monkeypatch.setattr(session, "warehouse", lambda: warehouse)
    monkeypatch.setattr(session, "_viewer_of", lambda _version: warehouse.who)
    yield warehouse
    session._answers().forget()


def test_a_question_is_asked_once(told: Told) -> None:
    assert session.ask("shared/company")["n"].item() == 1
    assert session.ask("shared/company")["n"].item() == 1
    assert len(told.asked) == 1


def test_another_warehouse_viewer_filter_or_question_is_another_answer(told: Told) -> None:
    session.ask("shared/company", SCOPE)
    session.ask("shared/company", replace(SCOPE, outcome_window=6))
    session.ask("shared/role_bars", SCOPE)
    told.who = replace(EVERYONE, sees_names=False)
    session.ask("shared/company", SCOPE)
    told.name = "hiring-b.duckdb"
    assert session.ask("shared/company", SCOPE)["n"].item() == 5
    assert len(told.asked) == 5


def test_an_answer_is_the_same_for_everybody_and_carries_its_key(told: Told) -> None:
    assert session.ask("shared/company") is session.ask("shared/company")
    assert kept.found(len, session.ask("shared/company")) == 1


def test_visitors_who_ask_at_once_are_answered_from_one_query(told: Told) -> None:
    together = Barrier(3, timeout=20)

    def visit() -> int:
        together.wait()
        return int(session.ask("shared/company", SCOPE)["n"].item())

    with ThreadPoolExecutor(3) as pool:
        answers = [one.result(20) for one in [pool.submit(visit) for _ in range(3)]]
    assert answers == [1, 1, 1]
    assert len(told.asked) == 1


def test_a_question_that_was_stopped_is_asked_again(told: Told) -> None:
    def stopped() -> None:
        raise TookTooLongError("stopped after 20 seconds")

    told.before_answering = stopped
    with pytest.raises(TookTooLongError):
        session.ask("shared/company")
    told.before_answering = lambda: None
    assert session.ask("shared/company")["n"].item() == 2

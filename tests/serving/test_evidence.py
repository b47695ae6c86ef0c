"""The one fit of a warehouse: the same for everybody who looks, and another once a build forgot somebody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES, built
from hiring.access import scope
from hiring.access.scope import Scope
from hiring.access.viewer import Viewer
from hiring.remembering import is_made
from hiring.serving import evidence, session
from hiring.statistics.evidence import known
from hiring.warehouse.asking import Warehouse

NORTH = ("North",)
#: Enough others for a build to lose one of them without being asked whether that is meant.
OTHERS = range(40)
PEOPLE = EMPLOYEES + "\n".join(
    f"Z{n},Zoe {n},zoe{n}@firm.example,Sales,Inside sales,West,SMB,2024-01-10," for n in OTHERS
)
DEALS = OPPORTUNITIES + "\n".join(f"Q{n},Z{n},Won,true,900.00,EUR,2024-02-01,2024-06-10" for n in OTHERS)
USERS = CRM_USERS + "\n".join(f"U-Z{n},Zoe {n},,Z{n}" for n in OTHERS)
TABLES = {"employees": PEOPLE, "opportunities": DEALS.replace(",Z", ",U-Z"), "crm_users": USERS}


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HIRING_WAREHOUSE", str(built(tmp_path, TABLES).folder))
    session.warehouse.clear()
    session._answers().forget()
    return tmp_path


def seen_by(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    local = session._viewer_of

    def other(version: str) -> Viewer:
        return replace(local(version), viewer_id="other", **changes)

    monkeypatch.setattr(session, "_viewer_of", other)


def every() -> Scope:
    return scope.everything(session.choices())


def test_whoever_looks_and_whatever_is_chosen_the_fit_is_asked_once(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = Warehouse.for_estimates

    def counted(warehouse: Warehouse, question: str, *rest: object) -> object:
        asked.append(question)
        return answer(warehouse, question, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Warehouse, "for_estimates", counted)
    known.whole(evidence.company())
    for changes in ({"regions": NORTH}, {"sees_names": False}, {"regions": ()}):
        with monkeypatch.context() as patch:
            seen_by(patch, **changes)
            assert is_made(known.whole, evidence.company())
    assert asked == ["evidence/hires", "evidence/months", "evidence/seats"]


def test_filters_and_rights_choose_and_names_are_for_those_who_may_see_them(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    south = replace(every(), regions=("South",))
    chosen = evidence.chosen(south)
    assert chosen.hires["employee_id"].tolist() == ["B"]
    assert len(chosen.permitted) == 2 + len(OTHERS)
    assert chosen.people is not None
    seen_by(monkeypatch, regions=NORTH, sees_names=False)
    limited = evidence.chosen(every())
    assert limited.hires["employee_id"].tolist() == limited.permitted["employee_id"].tolist() == ["A"]
    assert limited.people is None


def test_a_build_that_forgets_somebody_is_fitted_anew_without_them(served: Path) -> None:
    before = evidence.company()
    known.whole(before)
    assert {"A", "B"} <= set(before.hires["employee_id"])
    erased = {"erased_people": "system,person_id,erased_on\nhris,B,2026-06-01\n"}
    assert built(served, {**TABLES, **erased}).result.is_good
    after = evidence.company()
    assert set(before.hires["employee_id"]) - set(after.hires["employee_id"]) == {"B"}
    for frame in (after.months, after.seats):
        assert "B" not in set(frame["employee_id"])
    assert not known.is_whole(after)
    assert known.whole(after).outcomes.count_given == len(before.hires) - 1

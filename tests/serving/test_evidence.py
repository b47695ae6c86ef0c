"""The one evidence of a warehouse: the same for everybody who looks, and worked out by a process of its own."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES, built
from helpers.standing import standing
from hiring.access import scope
from hiring.access.scope import Scope
from hiring.access.viewer import Viewer
from hiring.serving import evidence, session
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.evidence import making, names

NORTH = ("North",)
OTHERS = range(40)
PEOPLE = EMPLOYEES + "\n".join(
    f"Z{n},Zoe {n},zoe{n}@firm.example,Sales,Inside sales,West,SMB,2024-01-10," for n in OTHERS
)
DEALS = OPPORTUNITIES + "\n".join(f"Q{n},U-Z{n},Won,true,900.00,EUR,2024-02-01,2024-06-10" for n in OTHERS)
USERS = CRM_USERS + "\n".join(f"U-Z{n},Zoe {n},,Z{n}" for n in OTHERS)
TABLES = {"employees": PEOPLE, "opportunities": DEALS, "crm_users": USERS}


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HIRING_WAREHOUSE", str(standing(tmp_path, TABLES).folder))
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


def test_whoever_looks_gets_the_same_and_nothing_is_asked_for_it(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making.made(Warehouse(served / "warehouse"))
    monkeypatch.setattr(Warehouse, "for_estimates", lambda *_: pytest.fail("asked"))
    found = evidence.company()
    assert found is not None
    assert found.panels.outcomes.count_given == 2 + len(OTHERS)
    for changes in ({"regions": NORTH}, {"sees_names": False}, {"regions": ()}):
        with monkeypatch.context() as patch:
            seen_by(patch, **changes)
            assert evidence.company() is found


def test_until_it_is_worked_out_there_is_none_and_another_warehouse_has_its_own(served: Path) -> None:
    assert evidence.company() is None
    first = making.made(Warehouse(served / "warehouse"))
    assert evidence.is_there()
    built(served, {**TABLES, "opportunities": DEALS.replace("900.00", "901.00")})
    assert not evidence.is_there()
    second = making.made(Warehouse(served / "warehouse"))
    found = evidence.company()
    assert found is not None
    revenues = [one.panels.outcomes.hires["revenue"].sum() for one in (first, second, found)]
    assert revenues[0] < revenues[1] == revenues[2]


def test_a_server_has_it_worked_out_by_another_process(served: Path) -> None:
    asyncio.run(evidence.work_out())
    assert evidence.is_there()
    assert not evidence.has_failed()


def test_what_comes_to_nothing_is_said_once_and_tried_again_for_the_next_warehouse(
    served: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun = evidence.sys.executable
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(evidence.sys, "executable", "/bin/false")
        asyncio.run(evidence.work_out())
    assert evidence.has_failed()
    assert "python -m hiring evidence tells why" in caplog.text
    built(served, {**TABLES, "opportunities": DEALS.replace("900.00", "901.00")})
    assert not evidence.has_failed()
    assert begun == evidence.sys.executable


def test_a_process_that_ends_well_and_leaves_none_that_can_be_read_has_failed(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence.sys, "executable", "/bin/true")
    asyncio.run(evidence.work_out())
    assert evidence.has_failed()


def test_one_that_is_there_is_not_worked_out_again(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making.made(Warehouse(served / "warehouse"))
    monkeypatch.setattr(evidence.sys, "executable", "/bin/false")
    asyncio.run(evidence.work_out())
    assert not evidence.has_failed()


def test_a_server_that_goes_on_to_another_warehouse_stops_the_process(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stopped() -> int | None:
        begun: list[asyncio.subprocess.Process] = []
        begin = asyncio.create_subprocess_exec

        async def kept(*words: str, **given: object) -> asyncio.subprocess.Process:
            begun.append(await begin("sleep", "60"))
            return begun[0]

        monkeypatch.setattr(asyncio, "create_subprocess_exec", kept)
        task = asyncio.create_task(evidence.work_out())
        while not begun:
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        return await begun[0].wait()

    assert asyncio.run(asyncio.wait_for(stopped(), 20)) == -15
    assert not evidence.has_failed()


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


def test_its_file_has_the_name_of_its_warehouse(served: Path) -> None:
    making.made(Warehouse(served / "warehouse"))
    version = session.warehouse().version()
    assert (served / "warehouse" / names.name_for(version)).is_file()

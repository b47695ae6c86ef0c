"""The evidence of a warehouse: worked out once, kept, read by everybody after, and never of another warehouse."""

from __future__ import annotations

import threading
from pathlib import Path

import pandas as pd
import pytest

from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built
from helpers.standing import standing
from hiring.loading import private_files
from hiring.statistics.company import CompanyEvidence, worked_out
from hiring.warehouse.asking import NotBuiltError, Warehouse
from hiring.warehouse.evidence import file, making, names

#: Enough others for a build to lose one of them without being asked whether that is meant.
OTHERS = range(40)
PEOPLE = EMPLOYEES + "\n".join(
    f"Z{n},Zoe {n},zoe{n}@firm.example,Sales,Inside sales,West,SMB,2024-01-10," for n in OTHERS
)
DEALS = OPPORTUNITIES + "\n".join(f"Q{n},U-Z{n},Won,true,900.00,EUR,2024-02-01,2024-06-10" for n in OTHERS)
USERS = CRM_USERS + "\n".join(f"U-Z{n},Zoe {n},,Z{n}" for n in OTHERS)
TABLES = {"employees": PEOPLE, "opportunities": DEALS, "crm_users": USERS}
ERASED = {"erased_people": "system,person_id,erased_on\nhris,B,2026-06-01\n"}


@pytest.fixture
def company(tmp_path: Path) -> Built:
    return standing(tmp_path, TABLES)


def kept_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("evidence-*"))


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for each time that evidence is worked out."""
    made: list[int] = []

    def counted(*given: object) -> CompanyEvidence:
        made.append(1)
        return worked_out(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "worked_out", counted)
    return made


def test_it_is_worked_out_once_and_read_from_then_on(company: Built, fits: list[int]) -> None:
    first, again = (making.made(Warehouse(company.folder)) for _ in range(2))
    assert fits == [1]
    assert kept_in(company.folder) == [names.name_for(Warehouse(company.folder).version())]
    assert first.panels.outcomes.count_given == 42
    pd.testing.assert_frame_equal(first.panels.outcomes.hires, again.panels.outcomes.hires)


def test_what_is_read_is_what_was_worked_out(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    straight = worked_out(lambda question: warehouse.for_estimates(question, viewer))
    back = making.made(warehouse)
    for name in ("interviewers", "pairs", "sources", "seats"):
        pd.testing.assert_frame_equal(getattr(back.panels, name), getattr(straight.panels, name))
    pd.testing.assert_frame_equal(back.panels.outcomes.hires, straight.panels.outcomes.hires)
    assert back.panels.gate == straight.panels.gate
    assert back.profiles.evidence == straight.profiles.evidence
    assert back.profiles.backgrounds == straight.profiles.backgrounds


def test_damaged_evidence_is_worked_out_anew(company: Built, fits: list[int]) -> None:
    warehouse = Warehouse(company.folder)
    making.made(warehouse)
    (company.folder / kept_in(company.folder)[0]).write_bytes(b"damaged")
    assert making.made(warehouse).panels.outcomes.count_given == 42
    assert fits == [1, 1]


@pytest.mark.proof
def test_that_of_an_earlier_program_is_worked_out_anew_and_goes(
    company: Built, fits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = Warehouse(company.folder)
    with monkeypatch.context() as earlier:
        earlier.setattr(names, "program", lambda: "00000000")
        making.made(warehouse)
    assert kept_in(company.folder)[0].endswith("-00000000.duckdb")
    making.made(warehouse)
    assert fits == [1, 1]
    assert kept_in(company.folder) == [names.name_for(warehouse.version())]


def test_who_comes_while_another_works_waits_for_that_one(company: Built, fits: list[int]) -> None:
    found: list[CompanyEvidence] = []
    visits = [
        threading.Thread(target=lambda: found.append(making.made(Warehouse(company.folder))))
        for _ in range(4)
    ]
    for visit in visits:
        visit.start()
    for visit in visits:
        visit.join(60)
    assert [one.panels.outcomes.count_given for one in found] == [42] * 4
    assert fits == [1]


def test_a_build_that_forgets_somebody_leaves_no_evidence_of_them(company: Built) -> None:
    before = making.made(Warehouse(company.folder))
    assert "B" in set(before.panels.outcomes.hires["employee_id"])
    again = built(company.folder.parent, {**TABLES, **ERASED})
    assert again.result.is_good
    after = making.made(Warehouse(company.folder))
    assert after.panels.outcomes.count_given == 41
    for frame in (after.panels.outcomes.hires, after.profiles.outcomes.hires, after.panels.seats):
        assert "B" not in set(frame["employee_id"])
    assert kept_in(company.folder) == [names.name_for(Warehouse(company.folder).version())]


def test_where_another_build_comes_to_be_served_meanwhile_it_is_of_that(
    company: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: list[Built] = []

    def meanwhile(*given: object) -> CompanyEvidence:
        if not builds:
            changed = {**TABLES, "opportunities": DEALS.replace("900.00", "901.00")}
            builds.append(built(company.folder.parent, changed))
        return worked_out(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "worked_out", meanwhile)
    making.made(Warehouse(company.folder))
    assert builds[0].result.outcome == "served"
    assert kept_in(company.folder) == [names.name_for(Warehouse(company.folder).version())]


def test_a_build_sweeps_what_a_killed_one_began_and_leaves_what_is_being_written(company: Built) -> None:
    begun = company.folder / names.begun()
    begun.write_bytes(b"begun")
    with private_files.held(company.folder / names.LOCK):
        built(company.folder.parent, {**TABLES, "opportunities": DEALS.replace("900.00", "901.00")})
        assert begun.exists()
    built(company.folder.parent, {**TABLES, "opportunities": DEALS.replace("900.00", "902.00")})
    assert not begun.exists()


def test_evidence_stays_where_nothing_was_built_anew(company: Built) -> None:
    making.made(Warehouse(company.folder))
    kept = kept_in(company.folder)
    assert built(company.folder.parent, TABLES).result.outcome == "unchanged"
    assert kept_in(company.folder) == kept


def test_a_file_that_only_looks_like_evidence_is_somebody_elses(company: Built) -> None:
    whole = f"{'a' * 16}-{'b' * 8}"
    mine = [f"evidence-{whole}.duckdb", "evidence-2026.duckdb", f"Evidence-{whole}-{'c' * 8}.duckdb"]
    for name in mine:
        (company.folder / name).write_bytes(b"mine")
    built(company.folder.parent, {**TABLES, "opportunities": DEALS.replace("900.00", "901.00")})
    assert [(company.folder / name).read_bytes() for name in mine] == [b"mine"] * 3


def test_without_a_warehouse_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError):
        making.made(Warehouse(tmp_path / "nothing"))


def test_reading_alone_makes_nothing(company: Built) -> None:
    with pytest.raises(file.NotKeptError):
        making.kept(company.folder, Warehouse(company.folder).version())
    assert kept_in(company.folder) == []


def test_what_cannot_be_read_again_is_said_and_not_worked_out_for_ever(
    company: Built, fits: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise file.NotKeptError("evidence.duckdb cannot be read")

    monkeypatch.setattr(file, "read", unreadable)
    with pytest.raises(OSError, match="cannot be read although it was just written"):
        making.made(Warehouse(company.folder))
    assert fits == [1]


@pytest.mark.proof
def test_a_link_in_its_place_is_no_evidence_and_is_replaced(
    company: Built, fits: list[int], tmp_path: Path
) -> None:
    warehouse = Warehouse(company.folder)
    making.made(warehouse)
    mine = company.folder / kept_in(company.folder)[0]
    elsewhere = mine.rename(tmp_path / "elsewhere.duckdb")
    mine.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    making.made(warehouse)
    assert not mine.is_symlink()
    assert elsewhere.read_bytes() == before
    assert fits == [1, 1]

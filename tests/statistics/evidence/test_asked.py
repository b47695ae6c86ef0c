"""`python -m hiring evidence profiles` on the sample: one role's rows are those of the answer about all roles."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import breadth
from hiring.__main__ import main
from hiring.access.viewer import Viewer
from hiring.statistics.evidence.asked import WITHOUT_NAMES
from hiring.statistics.profiles import contrasts
from hiring.warehouse.asking import Warehouse

Told = dict[str, object]


def told(capsys: pytest.CaptureFixture[str], warehouse: Path, *words: str) -> Told:
    assert main(["evidence", "profiles", "--warehouse", str(warehouse), "--json", *words]) == 0
    return dict(json.loads(capsys.readouterr().out))


@pytest.mark.proof
@pytest.mark.parametrize(
    "words", [("--role", "Channel"), *breadth.proof((("--set", "role_profiles=Channel"),))]
)
def test_one_role_is_learned_from_all_roles(
    capsys: pytest.CaptureFixture[str],
    a_warehouse_without_evidence: Path,
    words: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contrasts, "ROLES_DIFFER_BELOW", 1.0)  # every role is told by itself
    folder = a_warehouse_without_evidence
    every, one = told(capsys, folder), told(capsys, folder, *words)
    assert one["rows"] == [row for row in every["rows"] if row["who"][0] in ("All roles", "Channel")]
    assert len([row for row in one["rows"] if row["who"][0] == "Channel"]) == 7
    within = "Estimates rest on all 414 such hires of the company; the filters choose whose rows are shown"
    assert one["who_can_say"] == f"{every['who_can_say']} {within} (64 of them are in this selection)."


def test_the_checks_say_how_ratings_and_outcomes_were_made(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path
) -> None:
    checks = told(capsys, sample_warehouse)["checks"]
    assert set(checks) == {
        *("outcome", "unequal_ground", "ratings_without_leniency"),
        *("roles_differ", "reliability"),
    }
    assert checks["ratings_without_leniency"] is True
    assert checks["unequal_ground"] == []
    assert checks["roles_differ"] is False
    assert checks["reliability"]["Organisation"] is None  # one interviewer of each panel rates it
    assert checks["reliability"]["Discovery"] == pytest.approx(0.75, abs=0.03)


def test_where_roles_do_not_differ_a_competency_is_told_once(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path
) -> None:
    found = told(capsys, sample_warehouse)
    assert {row["who"][0] for row in found["rows"]} == {"All roles"}
    assert found["rows"][0]["who"] == ["All roles", "Ratings as a whole"]
    assert [row["label"] for row in found["rows"]].count("Clear") == 1


@pytest.mark.parametrize("about", ["interviewers", "pairs"])
def test_without_names_no_row_is_about_single_people(
    about: str, capsys: pytest.CaptureFixture[str], sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["evidence", about, "--warehouse", str(sample_warehouse), "--json"]
    assert main(words) == 0
    whole = json.loads(capsys.readouterr().out)
    local = Warehouse.viewer
    monkeypatch.setattr(Warehouse, "viewer", lambda warehouse: replace(local(warehouse), sees_names=False))
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(whole["rows"]) > 10
    assert found["rows"] == []
    assert found["who_can_say"] == f"{whole['who_can_say']} {WITHOUT_NAMES}"
    highest = (
        "The company's highest "  # nobody here is told apart from luck, so nobody would be named to anybody
    )
    assert found["checks"]["luck"]["sentence"].startswith(highest)
    assert found["checks"]["luck"]["best_mean"] == pytest.approx(
        whole["checks"]["luck"]["best_mean"], abs=1e-6
    )
    assert (
        found["checks"]["negative_control"]["is_flagged"] == whole["checks"]["negative_control"]["is_flagged"]
    )
    told = [one for row in whole["rows"] for one in (*row["who"], *row["names"])]
    assert not [one for one in told if f'"{one}"' in json.dumps(found) or f" {one}" in json.dumps(found)]


def test_without_names_sources_are_told_as_to_anybody(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["evidence", "sources", "--warehouse", str(sample_warehouse), "--json"]
    assert main(words) == 0
    whole = json.loads(capsys.readouterr().out)
    local = Warehouse.viewer
    monkeypatch.setattr(Warehouse, "viewer", lambda warehouse: replace(local(warehouse), sees_names=False))
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["who"] for row in found["rows"]] == [row["who"] for row in whole["rows"]]
    for mine, theirs in zip(found["rows"], whole["rows"], strict=True):
        assert mine == theirs


@pytest.mark.parametrize(
    "about", breadth.first(1, ["interviewers", "profiles", *breadth.proof("pairs", "sources")])
)
def test_two_viewers_and_three_filters_read_the_same_numbers(
    about: str, capsys: pytest.CaptureFixture[str], sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: dict[tuple[str, ...], set[tuple[object, ...]]] = {}
    local = Warehouse.viewer

    def of_a_region(warehouse: Warehouse) -> Viewer:
        return replace(local(warehouse), regions=("DACH",))

    for viewer in (local, of_a_region):
        monkeypatch.setattr(Warehouse, "viewer", viewer)
        for words in ([], ["--role", "Channel"], ["--set", "hired_from=2025-01-01"]):
            assert main(["evidence", about, "--warehouse", str(sample_warehouse), "--json", *words]) == 0
            rows = json.loads(capsys.readouterr().out)["rows"]
            assert rows
            for row in rows:
                told = tuple(row[name] for name in ("estimate", "low", "high", "probability", "label"))
                read.setdefault(tuple(row["who"]), set()).add(told)
    assert {len(told) for told in read.values()} == {1}


def test_a_viewer_of_one_region_reads_of_nobody_who_saw_none_of_its_hires(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = Warehouse(sample_warehouse)
    everybody = warehouse.viewer()
    hires = warehouse.for_estimates("evidence/hires", everybody)
    mine = hires.loc[hires["region"] == "DACH", ["employee_id", "hire_date"]]
    seats = warehouse.for_estimates("evidence/seats", everybody)
    seen = set(seats.merge(mine)["interviewer_id"])
    unseen = set(seats["interviewer_id"]) - seen
    assert unseen
    monkeypatch.setattr(Warehouse, "viewer", lambda _warehouse: replace(everybody, regions=("DACH",)))
    for about in ("interviewers", "pairs"):
        assert main(["evidence", about, "--warehouse", str(sample_warehouse), "--json"]) == 0
        found = capsys.readouterr().out
        assert {who for row in json.loads(found)["rows"] for who in row["who"]} <= seen
        assert not [who for who in unseen if f'"{who}"' in found or f" {who} " in found]

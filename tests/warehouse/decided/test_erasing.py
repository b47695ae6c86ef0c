"""Whoever is erased is out of what was decided: ids, names in sentences, every version, every pack, every byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.small_company import CRM_USERS, EMPLOYEES, Built, built
from hiring.identity.spellings import Spellings
from hiring.warehouse.decided import packs, preparations, store
from hiring.warehouse.decided.decisions import DECISIONS
from hiring.warehouse.decided.erasing import without
from hiring.warehouse.decided.packs import Pack, digest_of
from hiring.warehouse.decided.preparations import Preparation
from hiring.warehouse.decided.promises import PROMISES
from hiring.warehouse.decided.store import path_of
from hiring.warehouse.unsaid import Erased
from warehouse.decided.test_store import FIRST, PROMISE

PEOPLE = EMPLOYEES.rstrip() + (
    "\nEMP-7777,Zarathustra Stern,zara@firm.example,Sales,Inside sales,North,SMB,2024-01-15,\n"
    + "".join(
        f"X{n},Xaver No{n},x{n}@firm.example,Sales,Inside sales,North,SMB,2024-01-15,\n" for n in range(9)
    )
)
#: A candidate of the same id as an employee who stays.
CANDIDATES = "candidate_id,full_name,email\nH1,Zarathustra Stern,z@home.example\n" + "".join(
    f"C{n},Carla No{n},c{n}@home.example\n" for n in range(9)
)
ERASED = "system,person_id,erased_on\nhris,EMP-7777,2026-06-01\nats_candidate,H1,2026-06-01\n"
MARKS = (b"zarathustra", b"emp-7777", b"zara@firm")
KNOWN = {"employees": PEOPLE, "crm_users": CRM_USERS, "candidates": CANDIDATES}


def _left(warehouse: Path) -> list[bytes]:
    every = b"".join(one.read_bytes() for one in path_of(warehouse).parent.iterdir()).lower()
    return [mark for mark in MARKS if mark in every]


def _decided(warehouse: Path) -> None:
    """Decisions, a promise and packs that name the person in the first or the last of their versions."""
    named = replace(FIRST, owner_id="EMP-7777", text="Zarathustra Stern leads the talks, Mona Manager helps")
    DECISIONS.put(warehouse, named)
    DECISIONS.put(warehouse, replace(FIRST, version=2, owner_id="H1", written_by="zara@firm.example"))
    DECISIONS.put(warehouse, replace(FIRST, decision_id="d2", owner_id="M1"))
    PROMISES.put(
        warehouse, replace(PROMISE, sales_id="EMP-7777", text="STERN, Zarathustra rates within a day")
    )
    key = preparations.key_of("2026Q2", "meeting", "gaps")
    named_in = ("gaps", 0, "Talk with Zarathustra Stern before May", "2026-07-02T09:00:00+00:00", "EMP-7777")
    preparations.put(warehouse, Preparation(key, 1, "2026Q2", "meeting", *named_in))
    content = json.dumps({"who": ["EMP-7777", "M1"], "EMP-7777": "Met with Zarathustra Stern today", "n": 24})
    for key, text in (("k", content), ("l", '{"n": 1}'), ("m", "By Zarathustra Stern\n24 openings")):
        packs.add(
            warehouse,
            Pack(key, "2026Q2", "both", "2026-07-02T09:00:00+00:00", "local", digest_of(text), text),
        )


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A company that decided something with a person, who was erased afterwards.

    Somebody has the file open all the while, so that SQLite keeps what was last written in a log beside it.
    """
    folder = tmp_path_factory.mktemp("decided")
    assert built(folder, KNOWN).result.outcome == "served"
    DECISIONS.put(folder / "warehouse", replace(FIRST, decision_id="d0"))
    with closing(store._connected(path_of(folder / "warehouse"), "ro")) as open_elsewhere:
        open_elsewhere.execute("select count(*) from decisions").fetchone()
        _decided(folder / "warehouse")
        assert _left(folder / "warehouse") == list(MARKS)
        company = built(folder, {**KNOWN, "erased_people": ERASED})
        assert company.result.outcome == "served", list(map(str, company.result.messages))
        yield company


def test_no_byte_of_the_person_is_left_in_what_was_decided(forgotten: Built) -> None:
    assert _left(forgotten.folder) == []
    assert not [one for one in forgotten.result.messages if one.file == "decisions"]


def test_every_version_stays_with_erased_in_their_place_and_nobody_elses_id_is_touched(
    forgotten: Built,
) -> None:
    told = [(one.version, one.owner_id, one.written_by) for one in DECISIONS.every(forgotten.folder).rows[1:]]
    assert told == [(1, "erased", "local"), (2, "H1", "erased"), (1, "M1", "local")]
    first = DECISIONS.every(forgotten.folder).rows[1]
    assert first.text == "erased leads the talks, Mona Manager helps"
    assert (first.due_on, first.then_value, first.status) == ("2026-03-31", 9.0, "open")
    (prepared,) = preparations.of(forgotten.folder, "2026Q2", "meeting").rows
    assert (prepared.comment, prepared.written_by) == ("Talk with erased before May", "erased")
    promise = PROMISES.every(forgotten.folder).rows[0]
    assert (promise.hr_id, promise.sales_id, promise.text) == ("H1", "erased", "erased rates within a day")


def test_packs_say_that_somebody_was_erased_and_their_digest_is_that_of_what_is_left(
    forgotten: Built,
) -> None:
    changed, same, plain = (packs.get(forgotten.folder, key) for key in "klm")
    assert changed is not None
    assert same is not None
    assert plain is not None
    assert json.loads(changed.content) == {
        "who": ["erased", "M1"],
        "erased": "Met with erased today",
        "n": 24,
    }
    assert changed.is_erased
    assert changed.is_whole
    assert (same.content, same.is_erased) == ('{"n": 1}', False)
    assert plain.content == "By erased\n24 openings"


def test_where_the_store_cannot_be_written_the_build_says_so_and_the_next_one_does_it(tmp_path: Path) -> None:
    assert built(tmp_path, KNOWN).result.outcome == "served"
    warehouse = tmp_path / "warehouse"
    _decided(warehouse)
    whole = path_of(warehouse).read_bytes()
    path_of(warehouse).write_bytes(b"spoilt" * 1000)
    company = built(tmp_path, {**KNOWN, "erased_people": ERASED})
    assert company.result.outcome == "served"
    (line,) = [str(one) for one in company.result.messages if one.file == "decisions"]
    assert line.startswith(
        "decisions · erased people may still stand there: decisions cannot be written: it is damaged"
    )
    assert line.endswith("then build again")
    assert "\n" not in line
    path_of(warehouse).write_bytes(whole)
    assert built(tmp_path, {**KNOWN, "erased_people": ERASED}).result.outcome == "served"  # not "unchanged"
    assert _left(warehouse) == []
    assert built(tmp_path, {**KNOWN, "erased_people": ERASED}).result.outcome == "unchanged"


def test_somebody_who_reads_meanwhile_is_waited_for_and_then_told_of(tmp_path: Path, monkeypatch) -> None:
    assert built(tmp_path, KNOWN).result.outcome == "served"
    warehouse = tmp_path / "warehouse"
    _decided(warehouse)
    monkeypatch.setattr(store, "LONGEST_WAIT", 0.05)
    with closing(store._connected(path_of(warehouse), "ro")) as reader:
        reader.execute("begin")
        reader.execute("select * from decisions").fetchall()
        company = built(tmp_path, {**KNOWN, "erased_people": ERASED})
    assert [one.file for one in company.result.messages].count("decisions") == 1
    assert built(tmp_path, {**KNOWN, "erased_people": ERASED}).result.outcome == "served"
    assert _left(warehouse) == []


def test_a_company_that_decided_nothing_has_no_store_after_an_erasing_build(tmp_path: Path) -> None:
    built(tmp_path, {**KNOWN, "erased_people": ERASED})
    assert not path_of(tmp_path / "warehouse").parent.exists()
    assert built(tmp_path, {**KNOWN, "erased_people": ERASED}).result.outcome == "unchanged"


def test_a_name_goes_and_its_sentence_stays_however_it_is_spelt() -> None:
    erased = Erased(
        words=("EMP-7777",), spellings=Spellings(["Ada Byron"], ["ada@firm.example"], ["Clara Ada Byron"])
    )
    for text, told in (
        ("Ada Byron and Ben meet weekly", "erased and Ben meet weekly"),
        ("ask BYRON, Ada first; then Ada Byron again", "ask erased first; then erased again"),
        ("write to ada@firm.example by Friday", "write to erased by Friday"),
        ("EMP-7777 owns it", "erased owns it"),
        ("Ada alone is a first name", "Ada alone is a first name"),
        ("halve the days to the talk", "halve the days to the talk"),
        ("x " * 400 + "Ada Byron", "erased"),
    ):
        assert without(text, erased) == told

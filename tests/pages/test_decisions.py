"""Decisions and promises as a reader meets them: empty, with decisions, two editors, no names, a broken store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from helpers.pages_read import alts, said, sound
from hiring.access.audit import log_path
from hiring.config import SAMPLE
from hiring.serving import session
from hiring.warehouse.decided.decisions import DECISIONS, Decision
from hiring.warehouse.decided.promises import PROMISES, Promise
from hiring.warehouse.decided.store import path_of

PAGE = "decisions"
WANTED = "Wanted, in percent, days or points"
AT, BY = "2026-01-12T10:00:00+00:00", "local"
TALK = Decision(
    *("d1", 1, "2025Q4", "halve the days to the talk", "both", "010001", "2026-03-31", "days-to-intake"),
    *(4.5, 9.0, 7.0, 12.0, 24, "open", AT, BY),
)
OFFERS = Decision(
    *("d2", 1, "2025Q4", "make offers sooner", "HR", "", "2026-09-30", "offers-accepted"),
    *(None, 0.7, 0.6, 0.8, 90, "open", AT, BY),
)
PROMISE = Promise("p1", 1, "tell rejected candidates why", "HR", 5, "2026-01-01", "010001", "010002", AT, BY)


@pytest.fixture
def warehouse(sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's warehouse, beside which nothing is decided yet."""
    monkeypatch.delenv("HIRING_DECISIONS", raising=False)
    monkeypatch.delenv("HIRING_AUDIT", raising=False)
    shutil.copytree(sample_warehouse, tmp_path / "warehouse")
    return tmp_path / "warehouse"


@pytest.fixture
def drawn(app: Callable[..., AppTest], warehouse: Path) -> Callable[[], AppTest]:
    return lambda: app(PAGE, warehouse=warehouse)


def _audit(warehouse: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log_path(warehouse).read_text(encoding="utf-8").splitlines()]


def _box(at: AppTest, label: str) -> Any:
    return next(
        one for one in [*at.selectbox, *at.text_input, *at.number_input, *at.date_input] if one.label == label
    )


def test_before_anything_is_decided_the_page_says_so_and_makes_no_file(drawn, warehouse: Path) -> None:
    at = sound(drawn())
    assert at.title[0].value == "No decision is written down yet"
    text = said(at)
    assert "No promise is written down yet." in text
    assert "The page Agreement counts other ones by itself: those that the applicant system exports" in text
    assert not path_of(warehouse).exists()
    assert not alts(at)


def test_decisions_stand_with_then_and_now_the_overdue_one_first(drawn, warehouse: Path) -> None:
    for one in (
        OFFERS,
        TALK,
        replace(TALK, decision_id="d3", text="drop it", due_on="2026-01-31", status="missed"),
    ):
        DECISIONS.put(warehouse, one)
    at = sound(drawn())
    assert at.title[0].value == "2 decisions are open, 1 of them overdue"
    text = said(at)
    first, second = text.index("“halve the days to the talk” (2025"), text.index("“make offers sooner” (")
    assert first < second
    assert "(2025 Q4, both sides, " in text
    assert "calendar days to the talk, median, then 9 (of 24 openings), wanted 4.5, now " in text
    assert "; due 31 Mar 2026, open, 91 days overdue" in text
    assert "then 70 % (of 90 offers), now " in text
    assert "Of 3 decisions so far: 1 missed." in text
    assert len(alts(at)) == 2


def test_a_decision_is_written_with_its_measure_as_known_now_after_a_line_in_the_log(
    drawn, warehouse: Path
) -> None:
    at = sound(drawn())
    _box(at, "We agree to …").set_value("halve the days to the talk")
    _box(at, "Number it should move").set_value("days-to-intake")
    _box(at, WANTED).set_value(4.5)
    owner = _box(at, "Owner")
    owner.select_index(1)
    at.button(key="write decision").click().run()
    at = sound(at)
    assert "Written down." in said(at)
    (one,) = DECISIONS.every(warehouse).rows
    assert (one.quarter, one.version, one.side, one.status) == ("2026Q2", 1, "both", "open")
    assert (one.wanted, one.written_by, one.due_on) == (4.5, "local", "2026-09-30")
    assert one.then_n >= 5
    assert one.then_value is not None
    assert one.owner_id
    assert one.owner_id in owner.options[1]
    line = _audit(warehouse)[-1]
    assert (line["action"], line["subject"]) == ("decide", f"decisions {one.decision_id} version 1")
    assert "no later quarter is over; due 30 Sep 2026, open" in said(at)
    assert _box(at, "We agree to …").value == ""


def test_nobody_is_the_owner_by_default_so_whoever_writes_says_who_sees_to_it(drawn, warehouse: Path) -> None:
    at = drawn()
    _box(at, "We agree to …").set_value("win more offers")
    assert _box(at, "Owner").value is None
    at.button(key="write decision").click().run()
    assert "Not written: choose who sees to it, or “nobody yet”." in said(at)
    assert DECISIONS.every(warehouse).rows == ()


def test_a_single_promise_may_be_the_number_and_is_found_again_by_its_word(drawn, warehouse: Path) -> None:
    at = drawn()
    box = _box(at, "Number it should move")
    kept = next(
        place for place, name in enumerate(box.options) if name.startswith("Kept: Sales meets everyone")
    )
    box.select_index(kept)
    _box(at, "We agree to …").set_value("meet whom HR passes on sooner")
    _box(at, WANTED).set_value(70.0)
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    (one,) = DECISIONS.every(warehouse).rows
    assert one.measure.startswith("promise-")
    assert (one.wanted, 0 < (one.then_value or 0) < 1) == (0.7, True)
    assert "kept: Sales meets everyone HR passes on, then " in said(sound(at))
    names = {"HR and Sales apart on Assertiveness, points", "Sellers started", "Withdrew as “did not come”"}
    assert names <= set(box.options)


def test_a_number_that_the_data_hold_no_more_stays_named_so_and_can_be_carried_on(
    drawn, warehouse: Path
) -> None:
    DECISIONS.put(warehouse, replace(TALK, measure="promise-gone"))
    at = sound(drawn())
    assert "a number that these data do not hold" in _changed(at, "Number it should move").options
    _box(at, "It is").set_value("kept")
    at.button(key="write change").click().run()
    assert DECISIONS.every(warehouse).rows[-1].status == "kept"


def test_a_share_is_wanted_in_percent_and_kept_as_a_share(drawn, warehouse: Path) -> None:
    at = drawn()
    _box(at, "We agree to …").set_value("win more offers")
    _box(at, "Number it should move").set_value("offers-accepted")
    _box(at, WANTED).set_value(80.0)
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    (one,) = DECISIONS.every(warehouse).rows
    assert one.wanted == pytest.approx(0.8)
    assert 0 < (one.then_value or 0) < 1


def test_a_sentence_that_names_somebody_or_is_empty_is_not_written_and_stays_in_its_field(
    drawn, warehouse
) -> None:
    at = drawn()
    name = _box(at, "Owner").options[1].split(" · ")[0]
    for text, told in (
        (f"let {name} lead the talks", f"the sentence names {name}"),
        (" ", "say in a sentence what is agreed"),
    ):
        _box(at, "We agree to …").set_value(text)
        _box(at, "Owner").set_value("")
        at.button(key="write decision").click().run()
        assert f"Not written: {told}" in said(at)
        assert _box(at, "We agree to …").value.strip() == text.strip()
    assert DECISIONS.every(warehouse).rows == ()


def test_what_became_of_a_decision_is_its_next_version(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, TALK)
    at = drawn()
    _box(at, "It is").set_value("kept")
    at.button(key="write change").click().run()
    at = sound(at)
    assert [(one.version, one.status) for one in DECISIONS.every(warehouse).rows] == [
        (1, "open"),
        (2, "kept"),
    ]
    assert at.title[0].value == "No decision is open"
    assert "; due 31 Mar 2026, kept" in said(at)
    history = next(one.value for one in at.dataframe if "Version" in one.value.columns)
    assert sorted(map(int, history["Version"])) == [1, 2]


def _changed(at: AppTest, label: str) -> Any:
    """The field of a decision that stands: the form for a new one comes before it."""
    kinds = [*at.selectbox, *at.text_input, *at.number_input, *at.date_input]
    return [one for one in kinds if one.label == label][-1]


def test_a_slip_in_a_decision_is_corrected_and_the_slip_stays_in_its_history(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, replace(TALK, owner_id="erased"))
    at = drawn()
    assert _changed(at, "We agree to …").value == "halve the days to the talk"
    assert _changed(at, "Owner").value == "erased"
    assert _changed(at, WANTED).value == 4.5
    _changed(at, "We agree to …").set_value("halve the days to the intake talk")
    _changed(at, "Whose it is").set_value("HR")
    at.button(key="write change").click().run()
    first, second = DECISIONS.every(warehouse).rows
    assert (first.text, second.text) == ("halve the days to the talk", "halve the days to the intake talk")
    assert (second.version, second.side, second.owner_id, second.wanted) == (2, "HR", "erased", 4.5)
    assert (second.then_value, second.then_n, second.due_on) == (9.0, 24, "2026-03-31")
    assert "“halve the days to the intake talk” (2025 Q4, HR, erased)" in said(sound(at))


def test_another_measure_brings_its_own_value_of_the_decisions_quarter(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, TALK)
    at = drawn()
    _changed(at, "Number it should move").set_value("offers-accepted")
    _changed(at, WANTED).set_value(80.0)
    at.button(key="write change").click().run()
    one = DECISIONS.every(warehouse).rows[-1]
    # Offers made in October to December 2025, not in the last quarter, and answered.
    made = pd.read_csv(SAMPLE / "applications.csv", dtype=str, keep_default_na=False)
    made = made[made["offered_on"].between("2025-10-01", "2025-12-31")]
    accepted, answered = made["accepted_on"].ne("").sum(), made["ended_on"].ne("").sum()
    assert (one.then_n, one.then_value) == (answered, pytest.approx(accepted / answered))
    assert (one.quarter, one.wanted) == ("2025Q4", 0.8)


@pytest.mark.proof
def test_a_share_that_is_not_touched_is_kept_as_it_was(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, replace(OFFERS, wanted=0.123456789))
    at = drawn()
    assert _changed(at, WANTED).value == 12.345679
    at.button(key="write change").click().run()
    assert len(DECISIONS.every(warehouse).rows) == 1
    _changed(at, "It is").set_value("missed")
    at.button(key="write change").click().run()
    assert DECISIONS.every(warehouse).rows[-1].wanted == 0.123456789


def test_of_two_editors_the_second_sees_both_and_may_write_theirs_on_top(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, TALK)
    at = drawn()
    DECISIONS.put(warehouse, replace(TALK, version=2, status="kept"))
    _box(at, "It is").set_value("missed")
    at.button(key="write change").click().run()
    text = said(at)
    assert "nothing of yours is lost" in text
    assert "It stands: halve the days to the talk: kept, due 31 Mar 2026" in text
    assert "You wrote: halve the days to the talk: missed, due 31 Mar 2026" in text
    at.button(key="mine").click().run()
    assert [one.status for one in DECISIONS.every(warehouse).rows] == ["open", "kept", "missed"]
    assert "nothing of yours is lost" not in said(at)


def test_a_promise_is_written_with_who_agreed_and_new_terms_are_its_next_version(
    drawn, warehouse: Path
) -> None:
    at = drawn()
    _box(at, "What is promised").set_value("tell rejected candidates why")
    for side in ("HR", "Sales"):
        _box(at, f"Agreed for {side}").select_index(0)
    at.button(key="write promise").click().run()
    at = sound(at)
    (first,) = PROMISES.every(warehouse).rows
    assert (first.side, first.within_days, first.starts_on) == ("HR", 5, "2026-07-01")
    _box(at, "Promise").set_value(first.promise_id).run()
    assert _box(at, "Within so many working days").value == 5
    _box(at, "Within so many working days").set_value(3)
    _box(at, "Both sides say it is").set_value("kept")
    for side in ("HR", "Sales"):
        _box(at, f"Agreed for {side}").select_index(1)
    at.button(key="write promise").click().run()
    at = sound(at)
    assert [one.within_days for one in PROMISES.every(warehouse).rows] == [5, 3]
    (now, table) = (one.value for one in at.table if "Promise" in one.value.columns)
    assert list(now["Promise"]) == [
        "tell rejected candidates why"
    ]  # as it stands; every version is folded below
    assert list(now["Both sides say"]) == ["kept"]
    assert [one.replace("\xa0", " ") for one in table["Within"]] == [
        "3 working days, from 1 Jul 2026",
        "5 working days, from 1 Jul 2026",
    ]
    assert list(table["Both sides say"]) == ["kept", "open"]
    assert " (HR), " in table["Agreed by"].iloc[0]
    assert len(_audit(warehouse)) == 2


@pytest.mark.proof
def test_a_goal_worse_than_today_is_written_and_said_to_be_one(drawn, warehouse: Path) -> None:
    at = drawn()
    _box(at, "We agree to …").set_value("win more offers")
    _box(at, "Number it should move").set_value("offers-accepted")
    _box(at, WANTED).set_value(1.0)
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    assert "1 % is wanted where it was" in said(at)
    assert "of Offers accepted more is better. Correct it where that is a slip." in said(at)
    assert len(DECISIONS.every(warehouse).rows) == 1


def test_of_decisions_that_have_ended_the_first_six_stand_open_and_the_rest_in_a_fold(
    drawn, warehouse: Path
) -> None:
    for place in range(8):
        DECISIONS.put(warehouse, replace(TALK, decision_id=f"k{place}", status="kept"))
    at = sound(drawn())
    assert at.title[0].value == "No decision is open"
    assert "2 more: kept, missed or dropped" in [one.label for one in at.expander]


@pytest.mark.proof
def test_a_slip_in_a_promise_is_corrected_its_sentence_and_whose_it_is(drawn, warehouse: Path) -> None:
    PROMISES.put(warehouse, replace(PROMISE, text="three slots a weak"))
    at = drawn()
    _box(at, "Promise").set_value("p1").run()
    _box(at, "What is promised").set_value("three slots a week")
    _box(at, "Owed by").set_value("Sales")
    for side in ("HR", "Sales"):
        _box(at, f"Agreed for {side}").select_index(0)
    at.button(key="write promise").click().run()
    first, second = PROMISES.every(warehouse).rows
    assert (first.text, first.side) == ("three slots a weak", "HR")
    assert (second.text, second.side, second.version) == ("three slots a week", "Sales", 2)
    assert "1 promise agreed in a meeting." in said(sound(at)) or "No decision is written" in said(at)


def test_a_number_without_a_goal_is_asked_for_its_goal_beside_the_form(drawn, warehouse: Path) -> None:
    at = drawn()
    _box(at, "We agree to …").set_value("win more offers")
    _box(at, "Number it should move").set_value("offers-accepted")
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    assert "Not written: which offers accepted is wanted?" in said(at)
    assert DECISIONS.every(warehouse).rows == ()
    assert _box(at, "We agree to …").value == "win more offers"


def test_what_was_not_changed_is_not_written_and_said_so(drawn, warehouse: Path) -> None:
    DECISIONS.put(warehouse, TALK)
    at = drawn()
    at.button(key="write change").click().run()
    assert "Nothing was changed, so nothing was written." in said(at)
    assert len(DECISIONS.every(warehouse).rows) == 1


def test_a_promise_without_anybody_of_a_side_is_not_written(drawn, warehouse: Path) -> None:
    at = drawn()
    at.button(key="write promise").click().run()
    told = "say in a sentence what is promised, choose who agreed for HR, choose who agreed for Sales"
    assert f"Not written: {told}." in said(at)
    assert PROMISES.every(warehouse).rows == ()


def test_who_may_see_no_names_sees_decisions_without_people_and_writes_no_owner(
    drawn, warehouse: Path, without_names
) -> None:
    DECISIONS.put(warehouse, TALK)
    PROMISES.put(warehouse, PROMISE)
    at = sound(drawn())
    assert "“halve the days to the talk” (2025 Q4, both sides)" in said(at)
    assert "only who may see names writes one" in said(at)
    labels = [one.label for one in at.selectbox]
    assert "Owner" not in labels
    assert "Agreed for HR" not in labels
    assert not [one for one in [*at.table, *at.dataframe] if {"Owner", "Agreed by"} & {*one.value.columns}]
    assert "010001" not in said(at)
    _box(at, "We agree to …").set_value("make offers sooner")
    at.button(key="write decision").click().run()
    assert {one.owner_id for one in DECISIONS.every(warehouse).rows if one.decision_id != "d1"} == {""}


def test_who_sees_a_part_of_the_company_reads_decisions_without_numbers_and_writes_none(
    drawn, warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DECISIONS.put(warehouse, TALK)
    monkeypatch.setattr(session, "sees_everyone", lambda: False)
    at = sound(drawn())
    assert "):** due 31 Mar 2026, open, 91 days overdue" in said(at)
    assert "reads them without numbers, and writes none" in said(at)
    assert not at.text_input
    assert not alts(at)


def test_a_broken_store_is_told_in_a_line_and_left_and_the_page_stands(drawn, warehouse: Path) -> None:
    path_of(warehouse).parent.mkdir()
    path_of(warehouse).write_bytes(b"spoilt" * 1000)
    at = sound(drawn())
    assert "decisions cannot be read: it is damaged, or another kind of file: " in said(at)
    assert "What could be read stands below; nothing was changed." in said(at)
    _box(at, "We agree to …").set_value("make offers sooner")
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    assert "Not written: decisions cannot be written: " in said(at)
    assert _box(at, "We agree to …").value == "make offers sooner"
    assert path_of(warehouse).read_bytes() == b"spoilt" * 1000


def test_without_a_line_in_the_audit_log_nothing_is_written(drawn, warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "audit").write_bytes(b"a file in the folder's place")
    at = drawn()
    _box(at, "We agree to …").set_value("make offers sooner")
    _box(at, "Owner").set_value("")
    at.button(key="write decision").click().run()
    assert "Not written: the audit log cannot be written" in said(at)
    assert DECISIONS.every(warehouse).rows == ()

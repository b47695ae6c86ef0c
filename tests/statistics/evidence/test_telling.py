"""Words: what each state, row and check says, and that none says more than it may."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import company
from hiring.statistics.evidence import check_sentences, luck, telling
from hiring.statistics.evidence.controls import TERRITORY, Check, Control, Subject
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import Gate, State
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.outcomes import measured

NAMES = {"I00": "Ada First", "I01": "Ben Second"}
FORBIDDEN = re.compile(r"\b(cause|causes|because of|best interviewer|proven|proves|ROI)\b", re.IGNORECASE)


def row(**others: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": "I00", "first_id": "I00", "second_id": "I01", "n": 24, "estimate": 0.4, "low": 0.1, "high": 0.7,
        "label": "Clear", "capped_by": "", "needed": 0.0,
    }  # fmt: skip
    return {**plain, **others}


def at(state: State, mature: int = 150, panels: int = 150) -> Evidence:
    made = company(count=10)
    return Evidence(Gate(state, mature, panels), measured(made.hires, made.months))


@pytest.mark.parametrize("state", list(State))
def test_every_state_says_what_can_be_said(state: State) -> None:
    said = telling.who_can_say(at(state))
    assert said.endswith(".")
    assert not FORBIDDEN.search(said)


def test_too_few_hires_are_told_with_how_many_are_missing() -> None:
    assert "nobody is ranked below 120, so 21 more are needed" in telling.who_can_say(at(State.TOO_FEW, 99))
    assert telling.lead(at(State.TOO_FEW, 99), Kind.TOTALS, {}) == (
        "Too few hires to compare anybody: 99 of at least 120"
    )


def test_a_clear_claim_gives_size_interval_and_count_and_no_cause() -> None:
    assert telling.claim(row(), Kind.TOTALS, NAMES) == (
        "Hires seen by Ada First and Ben Second went on to attain more than comparable hires (same role, start year "
        "and office): about +0.4 SD, likely between +0.1 and +0.7. Based on 24 hires."
    )


def test_a_clear_claim_s_bounds_never_read_as_zero() -> None:
    said = telling.claim(row(estimate=0.251, low=0.018, high=0.482), Kind.TOTALS, NAMES)
    assert "about +0.25 SD, likely between +0.02 and +0.48" in said
    hair = telling.claim(row(estimate=-0.4, low=-0.8, high=-0.0004), Kind.SOURCES, NAMES)
    assert "about \N{MINUS SIGN}0.4000 SD" in hair
    assert "and \N{MINUS SIGN}0.0004." in hair


def test_a_leaning_claim_says_luck_or_the_check_that_failed() -> None:
    lucky = telling.claim(row(label="Leaning", estimate=-0.2), Kind.INTERVIEWERS, NAMES)
    assert lucky == (
        "Hires seen by Ada First point to less than comparable hires (same role, start year and office), but luck "
        "could explain it (24 hires)."
    )
    for cap, words in (
        ("unequal territories", "their hires were given unequal territories"),
        ("one hire", "it rests on a single hire"),
        ("months in the job", "it goes when only months in the job count"),
    ):
        assert words in telling.claim(row(label="Leaning", capped_by=cap), Kind.SOURCES, NAMES)


@pytest.mark.parametrize("label", ["Can't tell", "Too few hires"])
def test_what_cannot_be_told_names_no_size_and_no_direction(label: str) -> None:
    said = telling.claim(row(label=label), Kind.INTERVIEWERS, NAMES)
    assert "SD" not in said
    assert "+0.4" not in said
    assert " more than" not in said


def test_names_are_ids_where_the_viewer_sees_none() -> None:
    assert "Hires seen by I00 and I01" in telling.claim(row(), Kind.TOTALS, {})
    assert "from Agency" in telling.claim(row(id="Agency"), Kind.SOURCES, {})


@pytest.mark.parametrize("kind", [Kind.INTERVIEWERS, Kind.TOTALS, Kind.SOURCES])
def test_the_next_step_says_how_many_hires_are_needed_or_that_none_would_do(kind: Kind) -> None:
    wanted = telling.next_step(row(label="Can't tell", needed=31.0), kind)
    assert wanted.startswith("About 31 more hires ")
    assert wanted.endswith("until a difference of 0.3 SD would show.")
    assert "would have shown" in telling.next_step(row(label="Can't tell", needed=0.0), kind)
    assert "out of reach" in telling.next_step(row(label="Too few hires", needed=np.nan), kind)
    assert "territories" in telling.next_step(row(label="Leaning", capped_by="unequal territories"), kind)


@pytest.mark.parametrize(
    "told",
    [
        row(),
        row(estimate=-0.4, low=-0.7, high=-0.1),
        row(label="Can't tell", needed=31.0),
        row(label="Too few hires", needed=np.nan),
        row(label="Leaning", capped_by="no more than luck"),
    ],
)
def test_the_next_step_of_a_source_speaks_of_no_interviewer_and_no_panel(told: dict[str, object]) -> None:
    said = telling.next_step(told, Kind.SOURCES)
    assert not re.search("interview|panel|sits|seen by|the two", said), said


def test_who_clearly_stands_lower_is_no_example_to_follow() -> None:
    lower = row(estimate=-0.4, low=-0.7, high=-0.1)
    for kind in (Kind.INTERVIEWERS, Kind.TOTALS, Kind.SOURCES):
        assert "before changing" in telling.next_step(lower, kind)
        assert telling.next_step(row(), kind).startswith(
            "Look at how" if kind is not Kind.SOURCES else "Look at what"
        )
    assert "seen by both" in telling.next_step(row(label="Can't tell", needed=2.0), Kind.TOTALS)


def test_hires_without_a_recorded_panel_and_seats_that_are_missing_are_told() -> None:
    def said(state: State, count: int, recorded: float = 1.0) -> str:
        found = replace(at(state, 400, count), recorded=recorded, times_wider=1.57)
        return check_sentences.panels_sentence(found).replace("\u202f", " ").replace("\u2009", " ")

    assert said(State.ALL, 400) == ""
    assert said(State.NO_PANELS, 0) == ""
    alone = "No panel is recorded for 100 of 400 hires (25 %): ranges of interviewers and pairs rest on the others."
    wider = (
        "By the sizes of recorded panels, about 38 of 100 of their seats are missing: ranges of interviewers and pairs "
        "are drawn about 1.6 times as wide."
    )
    assert said(State.ALL, 300) == alone
    assert said(State.ALL, 400, 0.62) == wider
    assert said(State.ALL, 300, 0.62) == f"{alone} {wider}"


def test_the_luck_sentence_holds_the_company_s_own_numbers() -> None:
    found = luck.Luck("I00 + I01", 6, 1.24, 1.08, 0.3, 0.4, 46)
    assert telling.luck_sentence(found, Kind.TOTALS, NAMES, is_clear=True) == (
        "The company's highest: Ada First and Ben Second, +1.2 SD (adjusted mean of 6 hires). If no pair made "
        "any difference, the luckiest of 46 pairs would still look like +1.1 SD."
    )
    assert telling.luck_sentence(luck.NOBODY, Kind.TOTALS, NAMES, is_clear=True) == ""


def test_nobody_is_named_as_highest_whom_luck_may_have_put_there() -> None:
    found = luck.Luck("I00 + I01", 6, 1.24, 1.08, 0.3, 0.4, 46)
    said = telling.luck_sentence(found, Kind.TOTALS, NAMES, is_clear=False)
    assert said.startswith(
        "The company's highest pair, not told apart from luck, is at +1.2 SD (adjusted mean of 6"
    )
    assert "Ada" not in said
    frame = pd.DataFrame({"id": ["I00", "I01"], "label": ["Clear", "Leaning"], "estimate": [0.4, 0.5]})
    evidence = replace(at(State.ALL), interviewers=frame)
    assert telling.is_named(evidence, Kind.INTERVIEWERS, "I00")
    assert not telling.is_named(evidence, Kind.INTERVIEWERS, "I01")
    lower = replace(evidence, interviewers=frame.assign(estimate=-0.4))
    assert not telling.is_named(lower, Kind.INTERVIEWERS, "I00")


def test_a_share_of_tries_is_the_shuffles_themselves_on_every_page() -> None:
    assert telling.tries(92 / 1001) == "91 of 1,000"
    assert telling.tries(1 / 1001) == "none of 1,000"
    assert telling.tries(1.0, 200) == "200 of 200"


def flagged(*, cleared: bool) -> Control:
    check = Check(TERRITORY, Subject.INTERVIEWERS, 100, 0.01, is_flagged=True)
    return Control((check,), frozenset({Subject.INTERVIEWERS}) if cleared else frozenset())


def test_the_banner_tells_unequal_ground_and_whether_it_is_levelled() -> None:
    capped = telling.control_sentence(replace(at(State.ALL), control=flagged(cleared=False)))
    assert "unequal ground (territory revenue before the hire)" in capped
    assert capped.endswith("Interviewers are not comparable here: nothing is called Clear.")
    level = telling.control_sentence(replace(at(State.ALL), control=flagged(cleared=True)))
    assert "levelled out" in level
    assert (
        telling.control_sentence(replace(at(State.ALL), control=flagged(cleared=True)), Subject.SOURCES) == ""
    )
    assert "cannot be checked" in telling.control_sentence(at(State.ALL))


def test_combinations_are_told_only_where_they_can_be() -> None:
    assert "cannot separate" in telling.combination_sentence(at(State.TOTALS))
    known = replace(
        at(State.ALL), luck=replace(at(State.ALL).luck, combinations=luck.Combinations(2, 0.4, 0.4, 9))
    )
    known = replace(known, pairs=pd.DataFrame({"combination": ["", "More than the sum"]}))
    assert telling.combination_sentence(known).startswith("1 pair did better together")
    none = replace(known, pairs=known.pairs.iloc[:1])
    assert telling.combination_sentence(none) == (
        "No sign that any pair adds to what its two people show by themselves: luck alone gives as much in 40 of 100 "
        "companies."
    )


def test_outcome_notes_tell_quotas_leavers_and_who_is_left_out() -> None:
    made = company(count=20)
    notes = telling.outcome_notes(measured(made.hires, made.months.assign(has_quota=False)))
    assert notes[0].endswith("no quotas are known.")
    late = made.hires.assign(
        months_since_hire=[3] * 4 + [12] * 16,
        is_start_observed=[True] * 15 + [False] * 5,
        is_before_crm=[False] * 15 + [True] * 5,
    )
    notes = telling.outcome_notes(measured(late, made.months))
    assert "After an exit, months count as zero." in notes
    assert notes[-1] == (
        "Left out of the company's hires: 4 of less than six months, 5 who started before the CRM's history."
    )


@pytest.mark.parametrize("kind", [Kind.INTERVIEWERS, Kind.TOTALS, Kind.SOURCES])
def test_nothing_said_of_a_real_company_names_a_cause_and_leads_are_short(judged, kind: Kind) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    frame = telling._frame(found, kind)
    shown = telling.shown(frame, kind, NAMES)
    for text in (*shown["sentence"], *shown["next_step"], telling.lead(found, kind, NAMES)):
        assert not FORBIDDEN.search(text), text
    assert len(telling.lead(found, kind, NAMES)) <= 90
    assert len(shown) == len(frame)


def test_a_lead_of_nothing_clear_says_that_nobody_can_be_told_apart() -> None:
    made = company(count=300, seed=101)
    found = whole(made.hires, made.months, made.seats)
    assert telling.lead(found, Kind.INTERVIEWERS, {}).startswith("No interviewer can clearly be told apart")


def test_a_third_of_a_deviation_reads_as_a_place_among_a_hundred() -> None:
    assert telling.percentile(0.3) == pytest.approx(0.618, abs=0.001)


def test_who_is_left_out_for_want_of_their_sales_is_told_and_not_called_too_new() -> None:
    made = company(count=20)
    cut = made.hires.assign(months_known=[3] * 4 + [12] * 16)
    found = measured(cut, made.months)
    assert telling.outcome_notes(found)[-1] == (
        "Left out of the company's hires: 4 whose sales of the first six months are not all known."
    )
    assert telling.covered(found)
    assert telling.unseen(found) == ""
    nobody = measured(made.hires.assign(months_known=3), made.months)
    assert telling.unseen(nobody) == "Every hire is too new, or their first sales are not known"

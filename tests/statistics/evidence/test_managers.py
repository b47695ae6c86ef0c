"""Interviewer or manager: what is held, what is said of those nobody can tell apart, and no Clear by managers alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from helpers import breadth
from helpers.invented.hires import all_shown, company
from hiring.statistics.evidence import fits
from hiring.statistics.evidence.claims import Cap, count_alike
from hiring.statistics.evidence.designs import Members
from hiring.statistics.evidence.fits import Kind, fitted_whole
from hiring.statistics.evidence.forecast import Foretold
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.evidence.managers import NOBODY, FirstManagers, one_manager, sentence
from hiring.statistics.evidence.steps import next_step
from hiring.statistics.evidence.table import checks
from hiring.statistics.evidence.telling import claim
from hiring.statistics.mixed_model import posterior
from hiring.statistics.verdicts import Label


def members(*columns: str) -> Members:
    """A column a word of ones and dots, a letter a hire."""
    dense = np.array([[float(letter == "1") for letter in column] for column in columns]).T
    return Members(tuple(f"G{place}" for place in range(len(columns))), sparse.csc_array(dense))


#: How many are simulated where a claim is of many companies.
COMPANIES = breadth.some(5, 10)
TWO_MANAGERS = members("1111111111..........", "..........1111111111")


@pytest.mark.parametrize(
    ("seen", "manager"),
    [
        ("1111111111..........", 0),  # all of the first manager's hires and nobody else's
        ("11111...............", 0),  # half of them
        ("1111................", NOBODY),  # fewer: six others of the same manager to compare with
        ("11111111..11........", 0),  # four in five came to the first manager
        ("1111111...11........", NOBODY),  # fewer than that
        ("..........11111.....", 1),
        ("....................", NOBODY),
    ],
)
def test_nearly_all_hires_with_one_manager_who_got_few_others_cannot_be_told_apart(
    seen: str, manager: int
) -> None:
    assert one_manager(members(seen), TWO_MANAGERS).tolist() == [manager]


def test_where_few_hires_have_a_known_manager_it_is_not_known_whether_they_came_to_one() -> None:
    few = members("11..................", "..11................")
    assert one_manager(members("11...1.............."), few).tolist() == [0]
    assert one_manager(members("11..111............."), few).tolist() == [NOBODY]
    assert one_manager(members("11.................."), few.chosen(np.zeros(0, int))).tolist() == [NOBODY]


def test_it_is_said_how_many_hires_have_a_known_manager_and_whom_that_does_not_help() -> None:
    assert sentence(FirstManagers(), 0) == ""
    assert sentence(FirstManagers(300, 0, 0), 0).startswith(
        "Managers at the start are not known for enough hires"
    )
    assert sentence(FirstManagers(300, 300, 12), 0) == (
        "Hires are compared with their first manager taken into account (12 managers)."
    )
    told = sentence(FirstManagers(300, 280, 12), 1)
    assert "(12 managers, known for 280 of 300 hires). For 1 interviewer or pair nearly all hires" in told
    assert told.endswith("it cannot be told apart from that manager, and is never called Clear.")
    assert sentence(FirstManagers(300, 280, 12), 3).endswith(
        "they cannot be told apart from that manager, and are never called Clear."
    )


@cache
def judged(seed: int, *, known: bool = True) -> Evidence:
    made = company(300, manager_spread=0.6, seed=seed)
    hires = made.hires if known else made.hires.assign(manager_id=None)
    return whole(hires, made.months, made.seats)


def is_any_clear(found: Evidence) -> bool:
    return any((frame["label"] == Label.CLEAR).any() for frame in (found.interviewers, found.pairs))


@pytest.mark.proof
def test_where_only_managers_matter_nobody_is_called_clear() -> None:
    seeds = range(COMPANIES)
    assert sum(is_any_clear(judged(seed, known=False)) for seed in seeds) >= 0.4 * COMPANIES
    assert sum(is_any_clear(judged(seed)) for seed in seeds) == 0


def test_what_only_managers_make_is_luck_among_interviewers_and_foretells_nothing() -> None:
    found = [judged(seed) for seed in range(COMPANIES)]
    assert (
        sum(one.luck.interviewers.is_beaten or one.luck.pairs.is_beaten for one in found) <= 0.2 * COMPANIES
    )
    assert sum(one.forecast.state is Foretold.YES for one in found) <= 1
    unknown = [judged(seed, known=False) for seed in range(COMPANIES)]
    assert (
        sum(one.luck.interviewers.is_beaten or one.luck.pairs.is_beaten for one in unknown) >= 0.6 * COMPANIES
    )


def test_spreads_tell_managers_apart_and_the_hires_are_counted() -> None:
    found = judged(0)
    assert found.spreads["manager"] > 0.3 > found.spreads["interviewer"]
    assert found.managers == FirstManagers(300, 300, 12)
    assert judged(0, known=False).managers == FirstManagers(300, 0, 0)
    assert "manager" not in judged(0, known=False).spreads


def with_a_shadow(who: str) -> Evidence:
    """Interviewers who differ widely, and one who saw every hire of the first manager and nobody else."""
    made = company(300, spread=1.0, manager_spread=0.0, seed=3)
    hires = made.hires.assign(manager_id=made.hires["manager_id"].replace("M00", who))
    keys = ["employee_id", "hire_date"]
    shadow = hires.loc[hires["manager_id"] == who, keys].assign(
        interviewer_id="Shadow", department="Sales", stage="final"
    )
    sold = made.months.merge(shadow[keys].assign(lift=30.0), on=keys, how="left")
    months = made.months.assign(revenue=sold["revenue"] * sold["lift"].fillna(1.0))
    return whole(hires, months, pd.concat([made.seats, shadow]))


@pytest.mark.parametrize(("who", "cap"), [("M00", Cap.ONE_MANAGER), ("Shadow", Cap.OWN_TEAM)])
def test_whoever_saw_all_hires_of_one_manager_is_never_clear_and_the_row_says_why(who: str, cap: Cap) -> None:
    found = with_a_shadow(who)
    people = found.interviewers.set_index("id")
    row = {"id": "Shadow", **people.loc["Shadow"].to_dict()}
    assert (row["capped_by"], row["label"] == Label.CLEAR, np.isnan(row["top_third"])) == (cap, False, True)
    assert "cannot be told apart until they interview for other" in next_step(row, Kind.INTERVIEWERS)
    assert "cannot be told apart" in claim({**row, "label": "Leaning"}, Kind.INTERVIEWERS, {})
    assert (found.interviewers["label"] == Label.CLEAR).any()
    with_shadow = found.pairs[(found.pairs["first_id"] == "Shadow") | (found.pairs["second_id"] == "Shadow")]
    assert len(with_shadow)
    assert set(with_shadow["capped_by"]) == {Cap.ONE_MANAGER}
    assert Label.CLEAR not in set(with_shadow["label"])
    assert count_alike(found.interviewers, found.pairs) >= 1 + len(with_shadow)


def test_managers_do_not_make_a_company_too_large_for_claims_averaged_over_variances(
    design, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = design(count=150, spread=0.5, manager_spread=0.3)
    effects = sum(len(one.labels) for one in (known.interviewers, known.pairs, known.sources))
    as_fitted = posterior(fitted_whole(known).fit, fitted_whole(known).weights(Kind.TOTALS)).low
    monkeypatch.setattr(fits, "MOST_INTEGRATED", effects)
    assert not np.allclose(fitted_whole(known).posterior(Kind.TOTALS).low, as_fitted)
    monkeypatch.setattr(fits, "MOST_INTEGRATED", effects - 1)
    assert np.allclose(fitted_whole(known).posterior(Kind.TOTALS).low, as_fitted)


def test_the_json_says_whose_manager_is_known() -> None:
    seats = company(300, manager_spread=0.6, seed=0).seats
    told = checks(all_shown(replace(judged(0), seats=seats)), Kind.INTERVIEWERS)["managers"]
    assert (told["hires"], told["known"], told["held"]) == (300, 300, 12)
    assert told["sentence"].startswith("Hires are compared with their first manager taken into account")

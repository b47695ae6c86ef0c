"""Seats that the exports lack: seen where they can be, ranges wider for them, and nothing moved where none is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from benchmarks.incomplete import company, exported, looked_at, outcomes_of, summed
from hiring.statistics.evidence import incomplete
from hiring.statistics.evidence.claims import claims
from hiring.statistics.evidence.designs import designed
from hiring.statistics.evidence.fits import Kind, fitted_whole
from hiring.statistics.evidence.incomplete import hidden_spread, recorded_share, unrecorded, widened
from hiring.statistics.mixed_model import Posterior


def sizes_of(*, groups: int, hires: int, recorded: float, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Panels of three to five in so many groups, each seat recorded with that chance."""
    random = np.random.default_rng(seed)
    complete = random.integers(3, 6, groups * hires)
    return random.binomial(complete, recorded), np.repeat(np.arange(groups), hires)


def test_panels_of_sizes_next_to_each_other_are_complete() -> None:
    assert recorded_share(*sizes_of(groups=8, hires=20, recorded=1.0)) == 1.0
    # The process changed: each year's panels are of sizes next to each other, those of all years are not.
    assert recorded_share(np.repeat([2, 3, 6, 7], 50), np.repeat([0, 1], 100)) == 1.0
    assert recorded_share(np.repeat([8, 9, 10, 11, 12], 30), np.zeros(150, np.int64)) == 1.0


@pytest.mark.parametrize("recorded", [0.8, 0.6, 0.4])
def test_the_share_of_missing_seats_is_read_off_the_sizes_of_panels(recorded: float) -> None:
    sizes, group = sizes_of(groups=12, hires=60, recorded=recorded)
    of_panels_with_any = recorded / (sizes > 0).mean()
    assert recorded_share(sizes, group) == pytest.approx(of_panels_with_any, abs=0.12)


def test_hires_without_a_panel_are_no_sign_that_seats_of_others_are_missing() -> None:
    sizes, group = sizes_of(groups=8, hires=40, recorded=1.0)
    without = np.random.default_rng(2).random(len(sizes)) < 0.4
    assert recorded_share(np.where(without, 0, sizes), group) == 1.0
    assert recorded_share(np.zeros(50, np.int64), np.zeros(50, np.int64)) == 1.0


def test_hires_without_a_panel_are_held_apart_by_place() -> None:
    place = pd.Series(["North"] * 20 + ["South"] * 10)
    sizes = np.array([0] * 9 + [3] * 11 + [0] * 2 + [4] * 8)
    made = unrecorded(sizes, place, 8)
    assert {name: int(column.sum()) for name, column in made.items()} == {
        "no panel North": 9,
        "no panel elsewhere": 2,
    }
    assert unrecorded(np.full(30, 3), place, 8) == {}
    assert unrecorded(np.zeros(30, np.int64), place, 8) == {}


def test_what_is_hidden_follows_from_who_was_seen_unrecorded() -> None:
    # Everybody is recorded for 6 of 20 panels; at 60 % recorded they sat in half of them, and of the 14 others in
    # q = .5 × .4 ÷ (1 − .5 × .6) = 2/7, so that 5/7 of a difference shows.
    design = sparse.csc_array(np.kron(np.ones((1, 3)), np.repeat([1.0, 0.0], [6, 14])[:, None]))
    everywhere = np.zeros(20, np.int64)
    assert hidden_spread(design, everywhere, 0.6) == pytest.approx((7 / 5) ** 2 - 1)
    assert hidden_spread(design, everywhere, 1.0) == 0.0
    assert hidden_spread(design[:, :0], everywhere, 0.6) == 0.0


def test_a_range_grows_by_the_variance_that_is_hidden_and_its_sign_grows_less_sure() -> None:
    given = np.array([[0.3], [0.1], [0.999], [0.2], [0.75], [0.104], [0.496]])
    found = Posterior(*given)
    wider = widened(found, 1.25)
    assert wider.mean[0] == 0.3
    assert wider.sd[0] == pytest.approx(np.sqrt(0.1**2 + 1.25 * 0.2**2))
    assert wider.high[0] - wider.mean[0] == pytest.approx(0.196 * wider.sd[0] / 0.1)
    assert 0.5 < wider.probability_positive[0] < 0.95
    assert wider.prior_sd[0] == pytest.approx(0.2 * 1.5)
    assert wider.reliability[0] == pytest.approx(0.75 / 2.25)
    # The hires explain as much as before: prior variance less variance.
    assert wider.prior_sd[0] ** 2 - wider.sd[0] ** 2 == pytest.approx(0.2**2 - 0.1**2)
    assert widened(found, 0.0) is found


def test_where_no_sign_of_a_missing_seat_is_seen_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    hires, seats, _ = company(300, 3, 0.3, 0.15)
    outcomes = outcomes_of(hires)
    design = designed(outcomes, seats)
    assert design.recorded == 1.0
    told = claims(fitted_whole(design), Kind.TOTALS, design.pairs)
    for name in ("recorded_share", "unrecorded"):
        monkeypatch.setattr(
            incomplete, name, {"recorded_share": lambda *_: 1.0, "unrecorded": lambda *_: {}}[name]
        )
    plain = designed(outcomes, seats)
    assert plain.fixed_names == design.fixed_names
    pd.testing.assert_frame_equal(
        claims(fitted_whole(plain), Kind.TOTALS, plain.pairs), told, check_exact=True
    )


def test_labels_follow_the_wider_ranges() -> None:
    hires, seats, _ = company(900, 3, 0.5, 0.15)
    design = designed(outcomes_of(hires), exported(seats, "any seat", 0.4, 3))
    made = {
        name: claims(fitted_whole(one), Kind.INTERVIEWERS, one.interviewers)
        for name, one in (("told", design), ("as if complete", replace(design, recorded=1.0)))
    }
    told, plain = made["told"], made["as if complete"]
    assert told["estimate"].tolist() == plain["estimate"].tolist()
    assert ((told["high"] - told["low"]) > 1.1 * (plain["high"] - plain["low"])).all()
    assert (told["label"] == "Clear").sum() < (plain["label"] == "Clear").sum()


@pytest.mark.parametrize("way", ["any seat", "whole panels"])
def test_ranges_of_95_hold_what_they_say_with_40_of_100_seats_missing(way: str) -> None:
    found = [looked_at(300, way, 0.4, seed) for seed in range(100, 106)]
    told, as_if = (pd.concat([one[place] for one in found]) for place in (0, 1))
    assert summed(as_if)["95"] < 0.91
    assert 0.92 <= summed(told)["95"] <= 0.985

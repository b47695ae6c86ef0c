"""The smaller parts of the generator: days, streams, names, ramps, numbers of deals."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from hiring.sample import days
from hiring.sample.deals import Plan, _renewed, plan
from hiring.sample.names import AWKWARD, FIRST, LAST, NameBook, mailbox, unique_mailboxes
from hiring.sample.profiles import profile_versions
from hiring.sample.rates import exchange_rates
from hiring.sample.selling import Cells, quota_of, ramp
from hiring.sample.settings import easter
from hiring.sample.streams import pick, stream
from hiring.sample.territories import territories
from hiring.sample.world import AGREED_WEIGHTS, COMPETENCIES, INSIDE, MAJOR, ROLES, SOURCE_MIX, SOURCES


def test_days_are_written_as_iso_and_months_begin_on_the_first():
    leap = days.day(2024, 2, 29)
    assert days.iso(leap) == "2024-02-29"
    assert days.iso(None) == ""
    assert days.iso(days.first_of(days.month_of(leap))) == "2024-02-01"
    assert days.iso(days.last_of(days.month_of(leap))) == "2024-02-29"
    assert days.ISO_DAYS[leap - days.FIRST_DAY] == "2024-02-29"


def test_a_weekend_day_becomes_the_monday_after():
    assert days.iso(days.workday(days.day(2024, 3, 9))) == "2024-03-11"
    assert days.iso(days.workday(days.day(2024, 3, 11))) == "2024-03-11"


def test_minutes_past_midnight_run_into_the_next_day():
    assert days.moment(days.day(2024, 3, 9), 25 * 60 + 5) == "2024-03-10 01:05"
    assert days.moment(None, 0) == ""


@pytest.mark.parametrize(("year", "month", "number"), [(2021, 4, 4), (2024, 3, 31), (2026, 4, 5)])
def test_easter_falls_on_its_known_days(year, month, number):
    assert easter(year) == date(year, month, number)


def test_streams_are_one_for_each_purpose_and_seed():
    assert stream(1, "a").random() == stream(1, "a").random()
    assert len({stream(1, "a").random(), stream(1, "b").random(), stream(2, "a").random()}) == 3


def test_pick_heeds_its_weights():
    random = stream(3, "pick")
    drawn = [pick(random, "abc", (0.0, 3.0, 1.0)) for _ in range(4000)]
    assert drawn.count("a") == 0
    assert drawn.count("b") / 4000 == pytest.approx(0.75, abs=0.03)


def test_names_repeat_only_with_a_middle_initial():
    book = NameBook(5)
    round_ = len(FIRST) * len(LAST)
    names = [book.next() for _ in range(round_ + 3)]
    assert len(set(names)) == len(names)
    assert names[round_].split()[1] == "A."


def test_mailboxes_are_plain_letters_and_never_clash():
    assert mailbox("Jörg Grüßenbäck", 7) == "jorg.grussenback"
    assert mailbox("林 云岚", 7) == "colleague.7"
    assert unique_mailboxes(["Ada Fern", "Ada Fern"]) == ["ada.fern", "ada.fern2"]
    assert all(box.isascii() for box in unique_mailboxes(list(AWKWARD)))


def test_major_accounts_ramp_half_as_fast_as_inside_sales():
    assert ramp(INSIDE, 2.5) == 0.5
    assert ramp(MAJOR, 5) == 0.5
    assert ramp(MAJOR, 40) == 1
    assert quota_of(INSIDE, 2022 * 12) == pytest.approx(1.03 * ROLES[INSIDE].monthly_quota)


def test_shares_and_weights_of_the_company_add_up():
    assert sum(role.share for role in ROLES) == pytest.approx(1)
    assert all(sum(row) == pytest.approx(1) for row in (*SOURCE_MIX, *AGREED_WEIGHTS))
    assert {len(row) for row in SOURCE_MIX} == {len(SOURCES)}
    assert all(len(version.weights) == len(COMPETENCIES) for version in profile_versions())
    assert all(sum(version.weights) == pytest.approx(1) for version in profile_versions())


def test_the_euro_is_one_euro_and_rates_wander_little():
    rates = exchange_rates(1)
    assert set(rates[:, 0]) == {1.0}
    assert 1.0 < rates[:, 1].min() < rates[:, 1].max() < 1.3
    assert np.abs(np.diff(rates, axis=0)).max() < 0.06


def test_the_territories_of_a_cell_are_given_hardest_first():
    land = territories(480, 1)
    for region in range(4):
        for segment in range(3):
            potentials = [land.potentials[place] for place in land.in_cell(region, segment)]
            assert potentials == sorted(potentials)
    assert len(set(land.names)) == len(land.names) == 36


def _cells(won: list[float]) -> Cells:
    size = len(won)
    whole = [np.zeros(size, dtype=np.int64) for _ in range(7)]
    return Cells(*whole, np.array(won), np.array(won) / 2, np.zeros(size), np.full(size, 100.0))


@pytest.mark.parametrize("wanted", [1_000, 50_000])
def test_a_plan_holds_exactly_the_deals_wanted(wanted):
    drawn: Plan = plan(_cells([3.0, 5.0, 0.5]), _cells([1.0]), wanted, seed=4)
    assert drawn.total == wanted
    assert drawn.count.min() > 0
    shares = [drawn.count[(drawn.cell == cell) & (drawn.status == 0)].sum() for cell in range(3)]
    assert shares[1] / shares[0] == pytest.approx(5 / 3, rel=0.15)


def test_ten_times_the_deals_are_a_tenth_of_the_size():
    cells, ownerless = _cells([3.0, 5.0]), _cells([1.0])
    few, many = plan(cells, ownerless, 10_000, 1), plan(cells, ownerless, 100_000, 1)
    assert few.amount_scale / many.amount_scale == pytest.approx(10, rel=0.05)


def test_two_of_three_accounts_first_won_as_new_business_are_renewed_about_a_year_on():
    kind = np.array([0, 0, 0, 2, 2, 2, 2])
    account = np.array([4, 3, 5, 90, 90, 91, 92])
    closed = np.array([10, 11, 12, 200, 400, 401, 900])
    is_won = np.array([True] * 6 + [False])
    # Account 4 gets the first renewal 330 to 430 days on, account 5 the next; a third goes without (3 is one).
    assert _renewed(account, kind, is_won, closed).tolist() == [4, 3, 5, 90, 4, 5, 92]

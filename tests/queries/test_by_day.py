"""Quotas, windows and bars of random companies, against the same worked out day by day with pandas and fractions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from helpers import breadth
from helpers.invented import by_day
from helpers.invented.by_day import AS_OF, WINDOWS, Company, invented
from helpers.small_company import Built, built

# The last six have lost the deals of a time. Not 14: none of its job changes names a role, so no title tells that a
# role ended (`job_rows.is_role_known`), which the days here take for granted.
SEEDS = (*range(12), 12, 13, 15, 16, 20, 23)
#: One of whole files and one of lost deals at every landing.
NOW = (5, 23)


@pytest.fixture(scope="module", params=breadth.always(NOW, SEEDS))
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Company, Built]:
    """A company of each seed, invented and built."""
    company = invented(request.param)
    texts, settings = by_day.tables(company)
    answered = built(tmp_path_factory.mktemp("by_day"), texts, as_of=AS_OF, config_toml=settings)
    return company, answered


def _exact(value: object) -> Fraction:
    return Fraction(str(value))


def test_every_month_since_the_hire_holds_what_its_days_hold(both: tuple[Company, Built]) -> None:
    company, warehouse = both
    rows = warehouse.rows(
        "select employee_id, hire_date, role_number, tenure_month, revenue, quota, ramped_quota from marts.hire_months"
    )
    found = {row[:4]: tuple(map(_exact, row[4:])) for row in rows}
    expected = {
        (spell.who, spell.hired, spell.number, month.number): (month.revenue, month.quota, month.ramped)
        for spell in by_day.stints(company)
        for month in by_day.tenure(company, spell)
    }
    assert found.keys() == expected.keys()
    for key, (revenue, quota, ramped) in expected.items():
        assert found[key][0] == revenue, key
        assert abs(found[key][1] - quota) < Fraction(1, 10**6), key
        assert abs(found[key][2] - ramped) < Fraction(1, 10**6), key


def test_every_window_and_its_bar_is_what_the_days_say(both: tuple[Company, Built]) -> None:
    company, warehouse = both
    rows = warehouse.rows(
        "select employee_id, hire_date, role_number, outcome_window, revenue, quota, ramped_quota, ramped_attainment, "
        "is_mature, has_quota, met_bar, is_ended_by_move, is_counted from marts.hire_windows"
    )
    assert len(rows) == len(by_day.stints(company)) * len(WINDOWS)
    spells = {(spell.who, spell.hired, spell.number): spell for spell in by_day.stints(company)}
    for who, hired, number, window, revenue, quota, ramped, attainment, *judged in rows:
        expected = by_day.outcome(company, spells[who, hired, number], window)
        assert (revenue, quota, ramped) == pytest.approx(
            tuple(map(float, (expected.revenue, expected.quota, expected.ramped))), abs=1e-5
        )
        assert (attainment is None) == (expected.attainment is None), (who, hired, window)
        if expected.attainment is not None:
            off = abs(float(expected.attainment / expected.ramped)) * 1e-6  # quotas are kept to six digits
            assert attainment == pytest.approx(float(expected.attainment), rel=1e-9, abs=off + 1e-9)
        moved, mature = expected.is_ended_by_move, expected.is_mature
        is_known = by_day.is_known(company, spells[who, hired, number], window)
        told = [mature, expected.has_quota, expected.met_bar, moved, mature and not moved and is_known]
        assert judged == told, (who, hired, number, window)


def test_times_of_lost_deals_are_those_of_the_days(both: tuple[Company, Built]) -> None:
    company, warehouse = both
    found = warehouse.rows("select from_on, to_on from marts.unknown_sales where not is_begin order by 1")
    merged: list[tuple[date, date]] = []
    for first, last in by_day.gaps(company):
        if merged and (first - merged[-1][1]).days == 2:  # one deal between them
            merged[-1] = merged[-1][0], last
        else:
            merged.append((first, last))
    assert found == merged


def test_high_performers_are_those_of_the_days(both: tuple[Company, Built]) -> None:
    company, warehouse = both
    for window in WINDOWS:
        rows = warehouse.rows(
            "select employee_id, hire_date from marts.hire_windows "
            f"where outcome_window = {window} and is_high_performer"
        )
        assert set(rows) == by_day.high_performers(company, window), window


def test_the_whole_quota_of_a_hire_is_that_of_its_days(both: tuple[Company, Built]) -> None:
    company, warehouse = both
    found = {
        row[:2]: row[2] for row in warehouse.rows("select employee_id, hire_date, quota from marts.hires")
    }
    for spell in by_day.hires(company):
        owed = by_day.owed_on(company, spell.who)
        whole = by_day.days(spell.starts, by_day.spell_end(company, spell))
        roles = [
            other for other in by_day.stints(company) if (other.who, other.hired) == (spell.who, spell.hired)
        ]
        away = {
            day
            for day in by_day.away_days(company, spell.who)
            for role in roles
            if role.starts <= day <= (role.ends or AS_OF)
        }
        mine = [owed[day] if day not in away else Fraction(0) for day in whole if day in owed]
        quota = found[spell.who, spell.hired]
        assert (quota is None) == (not mine), spell
        if mine:
            assert quota == pytest.approx(float(sum(mine)), abs=1e-5)


@pytest.mark.proof  # of all seeds, which are all tried there alone
def test_the_invented_companies_hold_what_could_go_wrong() -> None:
    companies = [invented(seed) for seed in SEEDS]
    spells = [(company, spell) for company in companies for spell in by_day.stints(company)]
    assert sum(spell.number > 1 for _, spell in spells) > 5
    assert sum(bool(by_day.away_days(company, spell.who)) for company, spell in spells) > 15
    assert sum(spell.clock > spell.hired for _, spell in spells) > 5
    assert sum(by_day.has_left(spell) for _, spell in spells) > 20
    assert len({(id(company), spell.who) for company, spell in spells}) < len(spells)  # rehires
    lost = [invented(seed) for seed in SEEDS if seed >= by_day.OF_WHOLE_FILES]
    assert all(by_day.gaps(company) for company in lost)
    unknown = [
        not by_day.is_known(company, spell, 12) for company in lost for spell in by_day.stints(company)
    ]
    assert 10 < sum(unknown) < len(unknown) - 10
    near = [
        found.revenue - company.bar * found.ramped
        for company, spell in spells
        for found in (by_day.outcome(company, spell, window) for window in WINDOWS)
        if found.has_quota
    ]
    assert sum(abs(gap) < by_day.NEARLY for gap in near) > 10
    assert sum(-by_day.NEARLY < gap < 0 for gap in near) > 1

"""Quotas that come ramped, in a role that is ramped here too, hold the build; nothing is scaled unasked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from warehouse.fates import built_from

RAMPED = "[default_role]\nramp_months = 3\n"
PARTS = (0.25, 0.5, 0.75)


def months(first_year: int, last_year: int) -> list[date]:
    return [date(year, month, 1) for year in range(first_year, last_year + 1) for month in range(1, 13)]


def company(
    folder: Path, low: int, of: int, *, parts: tuple[float, ...] = PARTS, settings: str = RAMPED
) -> Built:
    """Three settled sellers, and hires of January 2023, of whom `low` got a part of the quota in the first months."""
    settled, hires = [f"S{n}" for n in range(3)], [f"H{n}" for n in range(of)]
    employees = ["employee_id,full_name,department,role_profile,hire_date"]
    employees += [f"{who},Name {who},Sales,AE,2021-01-01" for who in settled]
    employees += [f"{who},Name {who},Sales,AE,2023-01-01" for who in hires]
    quotas = ["owner_id,period_start_on,period_end_on,amount,currency"]
    for who in (*settled, *hires):
        for place, first in enumerate(months(2021 if who in settled else 2023, 2023)):
            last = date(first.year + first.month // 12, first.month % 12 + 1, 1).toordinal() - 1
            part = parts[place] if who in hires[:low] and place < len(parts) else 1
            quotas.append(f"{who},{first},{date.fromordinal(last)},{1000 * part},EUR")
    deals = ["opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on"]
    deals.append("D,S0,Won,true,10,EUR,2021-01-01,2023-12-31")
    tables = {"employees": employees, "quotas": quotas, "opportunities": deals}
    texts = {"crm_users": "", **{name: "\n".join(rows) for name, rows in tables.items()}}
    return built(folder, texts, config_toml='base_currency = "EUR"\n' + settings)


def test_lower_first_quotas_in_a_role_with_a_ramp_hold_the_build(tmp_path: Path) -> None:
    held = company(tmp_path, 6, 10)
    assert held.result.outcome == "held"
    (question,) = held.result.questions
    assert str(question.message) == (
        "quotas.csv · column amount · found lower first quotas for 6 of 10 AE hires · "
        "wanted full quotas from the first day, as the role is ramped here too · build held · "
        'set ramp_months = 0 under [roles."AE"] in config.toml if they come ramped, or answer'
    )
    assert not list(held.folder.glob("hiring-*"))


def test_an_answer_lets_them_be_ramped_and_changes_no_quota(tmp_path: Path) -> None:
    held = company(tmp_path, 6, 10)
    line = held.result.questions[0].line(date(2026, 7, 1)).replace("your name", "Hana")
    (tmp_path / "exports" / "answers.toml").write_text(line + "\n", encoding="utf-8")
    served = built_from(tmp_path / "exports", tmp_path / "warehouse")
    assert served.result.outcome == "served"
    assert served.one(
        "select quota::double from marts.hire_months where employee_id = 'H0' and tenure_month = 2"
    ) == pytest.approx(500)


@pytest.mark.proof
def test_a_role_whose_quotas_are_said_to_come_ramped_is_not_asked_about(tmp_path: Path) -> None:
    assert company(tmp_path, 10, 10, settings='[roles."AE"]\nramp_months = 0\n').result.outcome == "served"


@pytest.mark.parametrize(
    ("low", "of", "parts"),
    breadth.first(
        1,
        [
            (5, 9, PARTS),  # fewer than three in five
            *breadth.proof((4, 4, PARTS)),  # too few hires to speak of a rule
            *breadth.proof((10, 10, (0.5,))),  # the first month alone, cut by its days
            (10, 10, (0.86, 0.86, 0.86)),  # hardly lower
        ],
    ),
)
def test_what_is_no_rule_or_hardly_lower_is_not_asked(
    tmp_path: Path, low: int, of: int, parts: tuple[float, ...]
) -> None:
    assert company(tmp_path, low, of, parts=parts).result.outcome == "served"


@pytest.mark.proof
def test_exactly_fifteen_hundredths_lower_is_lower(tmp_path: Path) -> None:
    assert company(tmp_path, 10, 10, parts=(0.85, 0.85, 0.85)).result.outcome == "held"

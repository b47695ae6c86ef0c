"""Whole companies in which nothing is true: a slice of `python -m benchmarks.null_companies`, page by page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import null_companies as bench
from benchmarks import page_claims, planted
from benchmarks.page_answers import Asked
from benchmarks.page_claims import CLAIMS, CLEAR, Claim
from helpers import breadth
from hiring.statistics.evidence import measured
from hiring.statistics.verdicts import FALSE_CLEAR

#: One company of each kind of quota, one of them with lenient and strict interviewers. While each set of comparisons
#: kept five in a hundred for itself, every one of the three was told something clear.
SEEDS = breadth.some((0, 1), (0, 1, 2))
#: Told only in companies larger than these, or of roles that differ.
SELDOM_ASKED = {"ratings that resemble another role's", "leniency"}


@pytest.fixture(scope="module")
def told() -> list[bench.Told]:
    return [bench.told(300, seed) for seed in SEEDS]


def test_where_nothing_is_true_no_page_calls_anything_clear(told) -> None:
    assert [f"{one.page}: {one.about}" for company in told for one in company.clear] == []


def test_every_claim_is_asked_in_one_of_these_companies(told) -> None:
    asked = {claim.about for company in told for claim in company.asked}
    assert {claim.about for claim in CLAIMS} - asked <= SELDOM_ASKED


@pytest.mark.proof
def test_where_roles_differ_the_pages_are_heard_to_say_so(tmp_path: Path) -> None:
    planted.write(tmp_path / "exports", 300, planted.Scenario("roles differ"), 1)
    asked = Asked(bench.built(tmp_path))
    (pace,) = (claim for claim in CLAIMS if claim.about == "how soon roles are at pace")
    assert CLEAR in pace.labels(asked)


def test_the_figures_kept_with_the_code_stay_within_what_is_allowed() -> None:
    kept = measured.read().all_pages
    assert kept is not None
    assert kept.any_clear <= FALSE_CLEAR * kept.companies
    assert [claim[:2] for claim in kept.claims] == [(one.page, one.about) for one in CLAIMS]


def test_companies_are_summed_by_size_page_and_claim_and_read_back(tmp_path: Path) -> None:
    first, second = CLAIMS[0], CLAIMS[-1]
    found = [
        bench.Told(300, (first, second), (first,)),
        bench.Told(300, (first,), ()),
        bench.Told(150, (), ()),
    ]
    file = tmp_path / "measured.json"
    file.write_text(json.dumps({"measured_on": "2026-11-22", "commit": "abc1234", "rows": []}))
    bench.kept_in(file, found, at="def5678", day="2026-11-29")
    kept = measured.read(file)
    assert (kept.commit, kept.rows) == ("abc1234", ())
    assert kept.all_pages is not None
    assert (kept.all_pages.companies, kept.all_pages.any_clear, kept.all_pages.sizes) == (3, 1, (150, 300))
    assert kept.all_pages.by_page[first.page] == 1
    assert kept.all_pages.by_page[second.page] == 0
    assert kept.all_pages.claims[0] == (first.page, first.about, 2, 1)


def test_what_is_true_of_ratings_is_no_false_claim_where_interviewers_differ_in_leniency() -> None:
    claims = [
        Claim(page_claims.PEOPLE, "leniency", (), lambda _: [CLEAR], of_ratings=True),
        Claim(page_claims.ROLES, "backgrounds", (), lambda _: ["Too few hires"]),
    ]
    nobody = Asked(Path("nowhere"))
    assert bench.heard(nobody, 300, claims, lenient=True) == bench.Told(300, (), ())
    assert bench.heard(nobody, 300, claims, lenient=False).clear == (claims[0],)

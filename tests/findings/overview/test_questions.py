"""Five questions in a line each: what is said of frames worked out by hand, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from hiring.access.scope import Choices, Scope
from hiring.findings.high_performers.answer import CAUTION
from hiring.findings.high_performers.group import Group
from hiring.findings.high_performers.groups import NOTHING, Groups
from hiring.findings.overview import questions, regions
from hiring.findings.overview.answer import Facts
from hiring.findings.overview.questions import Talk
from hiring.findings.overview.recent import Reading, measures
from hiring.findings.sources.comparable import TOO_FEW, rows_of
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.rates import difference, wilson
from hiring.statistics.ratings.not_known import NO_PROMISE
from hiring.statistics.ratings.timeliness import Timeliness
from hiring.words import THIN

DACH = Group("hired in DACH", "DACH", 42, 114, 13.0, 15.0, 34.0)
NORTH = Group("hired in North America", "North America", 5, 77, 24.0, -24.0, -8.0)


def reading(now: tuple[int, int], year: tuple[int, int], before: tuple[int, int]) -> Reading:
    return Reading(
        measures(12)[0], "", wilson(*now), wilson(*before), difference(*now, *before), wilson(*year)
    )


def origin(*apart: Group, source: str | None = "Leaning") -> Groups:
    """Regions, and two sources of which the first has that label."""
    rows = pd.DataFrame(
        [
            (Factor.REGION, "DACH", 114, 42, 13.0, np.nan, None),
            (Factor.REGION, "North America", 77, 5, 24.0, np.nan, None),
            (Factor.SOURCE, "Referral", 62, 20, 17.6, 23.3, source),
            (Factor.SOURCE, "Agency", 49, 5, 22.0, 21.0, "Can't tell"),
        ],
        columns=["factor", "name", "n", "count", "expected", "levelled", "verdict"],
    )
    rows = rows.assign(
        section="",
        counted=100 * rows["count"] / rows["n"],
        low=rows["levelled"] - 7,
        high=rows["levelled"] + 11,
    )
    return Groups(
        "", (), rows, apart, rows.assign(right=rows["count"].astype(str) + " of " + rows["n"].astype(str))
    )


def known(**changes: int) -> Facts:
    day = date(2026, 6, 30)
    chosen = Scope(Choices((), (), (), (), date(2021, 1, 1), day, 12), date(2021, 1, 1), day)
    counts = {"count_hires": 480, "count_too_new": 106} | changes
    return Facts(
        chosen,
        day,
        None,
        **({"count_counted": 370, "count_judged": 368, "count_not_observed": 4, "count_moved": 3} | counts),
        count_without_quota=2,
        tables_loaded=frozenset({"employees"}),
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ((57, 110), (62, 107), (122, 255)),
            "52 % met the bar, 58 % a year earlier: too close to call.",
        ),
        (
            ((90, 100), (60, 100), (100, 200)),
            "90 % met the bar, 50 % of all earlier ones: clearly better than all earlier.",
        ),
        (((5, 9), (60, 100), (100, 200)), "Too few recent hires can be judged yet."),
        (((50, 100), (2, 4), (3, 6)), "50 % met the bar; too few earlier hires to compare."),
    ],
)
def test_the_last_year_stands_beside_the_year_before_and_all_earlier(
    given: tuple[tuple[int, int], ...], said: str
) -> None:
    found = questions.trend(reading(*given), known())
    assert found.said.replace(THIN, " ") == said
    assert found.address == "outcomes"


def test_a_choice_of_one_group_is_told_as_sure_as_the_company_tells_it() -> None:
    def said(by_luck: float) -> str:
        whole = replace(DACH, by_luck=by_luck)
        return questions.apart(replace(origin(), whole=whole)).said

    assert said(0.0) == (
        f"Became high performers at month 12: 42 of 114, expected 15 in this choice (clear); {CAUTION}."
    )
    assert "expected 15 in this choice (leaning); " in said(0.02)
    assert said(0.5) == "None: 42 of 114, expected 15 in this choice (can't tell)."


def test_groups_that_stand_out_are_told_counted_and_expected() -> None:
    assert questions.apart(origin(DACH, NORTH)).said == (
        "Became high performers at month 12: DACH 42 of 114, expected 15 (clear); North "
        f"America 5 of 77, expected 18 (clear); {CAUTION}."
    )
    assert questions.apart(origin()).said == NOTHING


def test_a_source_is_named_as_far_as_its_label_goes_and_money_follows() -> None:
    money = "A hire through Agency cost 17k; through any other source 3.3k at most."
    assert questions.sources(rows_of(origin()), money).said == (
        f"If anything, Referral: 20 of 62 became high performers, expected 11 (leaning). {money}"
    )
    assert questions.sources(rows_of(origin(source="Clear")), "").said.endswith("expected 11 (clear).")
    assert "Referral" not in questions.sources(rows_of(origin(source="Can't tell")), "").said
    # Too few to be judged, or nobody at all: the sentence of the page "Sources".
    for few in (rows_of(origin(source=None)).tail(0), rows_of(origin(source=None)).head(1)):
        assert questions.sources(few, "").said == f"{TOO_FEW}."
    assert (
        questions.sources(rows_of(origin()), "", has_applications=False).said
        == questions.WITHOUT_APPLICATIONS
    )


def test_until_the_evidence_is_there_two_questions_wait_and_money_is_told() -> None:
    assert questions.apart(None).said == questions.WAITING
    assert questions.sources(None, "Money.").said == f"{questions.WAITING} Money."


def test_the_widest_comes_first_and_leads_the_way() -> None:
    few, wide, wider = (
        Talk(share, f"{share:g}.", f"Page {share:g}", f"page-{share:g}") for share in (0.05, 0.29, 0.36)
    )
    found = questions.talk([few, wide, wider])
    assert (found.said, found.title, found.address) == ("0.36.", "Page 0.36", "page-0.36")
    assert questions.talk([few]).said == "Nothing wide is known. 0.05."
    assert questions.talk([]).said == questions.NOTHING_KNOWN


PROMISES = pd.DataFrame(
    {
        "promise_id": ["P"],
        "department": ["Sales"],
        "starts_at": ["interview_held"],
        "within_days": [1],
        "in_force_to": [None],
    }
)


def punctual(*people: int) -> Timeliness:
    """HR in time 96 of 100, Sales 64 of 100, of so many interviewers each."""
    names = [who for who, count in zip(("HR", "Sales"), people, strict=True) for _ in range(count)]
    departments = pd.DataFrame({"department": ["HR", "Sales"], "count_due": [100, 100], "rate": [0.96, 0.64]})
    return Timeliness(
        pd.DataFrame({"department": names, "interviewer_id": [f"E{place}" for place in range(len(names))]}),
        departments,
    )


def test_late_scorecards_are_told_of_both_departments_and_never_of_a_handful_of_people() -> None:
    (found,) = questions.late(punctual(6, 8), PROMISES)
    assert found.said.replace(THIN, " ") == (
        "HR wrote 4 % of 100 scorecards later than promised, "
        "Sales wrote 36 % of 100 scorecards later than promised (within 1 working day after an interview)."
    )
    assert found.share == pytest.approx(0.36)
    (other,) = questions.late(punctual(6, 4), PROMISES.iloc[:0])
    assert other.said.replace(THIN, " ") == "HR wrote 4 % of 100 scorecards later than promised."
    assert questions.late(punctual(2, 2), PROMISES) == questions.late(NO_PROMISE, PROMISES) == []


def test_declined_offers_are_of_those_with_an_answer() -> None:
    offers = pd.DataFrame({"count_decided": [600, 84], "count_accepted": [420, 65]})
    (found,) = questions.declined(offers)
    assert (found.said, found.share) == ("199 of 684 offers were declined.", pytest.approx(199 / 684))
    assert questions.declined(offers.iloc[:0]) == []


def test_of_either_side_the_promise_kept_least_may_be_talked_about() -> None:
    columns = ["promise_id", "promise", "department", "n", "count_kept", "rate"]
    rows = pd.DataFrame(
        [
            ("a", "HR answers", "HR", 100, 90, 0.9),
            ("b", "HR calls", "HR", 200, 80, 0.4),
            ("c", "HR writes", "HR", 4, 0, 0.0),  # too few are due
            ("d", "Sales meets everyone", "Sales", 2796, 1434, 1434 / 2796),
        ],
        columns=columns,
    )
    (both,) = questions.kept_least(rows, "in the last four quarters")
    told = both.said.replace(THIN, " ")
    assert told == (
        "In the last four quarters, kept least: HR kept “HR calls” in 40 % of 200; Sales kept “Sales meets everyone” "
        "in 51 % of 2,796."
    )
    assert both.share == pytest.approx(0.6)
    assert (both.title, both.address) == ("Agreement", "agreement")
    assert questions.kept_least(rows.iloc[2:3], "") == []


def test_profiles_that_ask_for_the_same_are_asked_about() -> None:
    roles = ("Channel", "Inside sales", "Major accounts")
    same = pd.DataFrame([[1, 0.97, 0.1], [0.97, 1, 0.2], [0.1, 0.2, 1]], index=roles, columns=list(roles))
    (found,) = questions.alike(Alikeness(roles, {}, same, 0.4, 2.0))
    assert found.said == "The profiles of Channel and Inside sales ask for the same; is that meant?"
    assert questions.alike(Alikeness(roles, {}, same * 0.5, 0.2, 3.0)) == []


def test_what_cannot_be_known_says_of_how_many_and_until_when() -> None:
    final = (
        "Hires of 2025 H2",
        "46 of 46 too new; final on 31 Dec 2026, when the last of them reaches month 12.",
    )
    assert questions.unknown(known(), (final,), ()).said == (
        "How 106 of 480 hires do: too new. Hires of 2025 H2: final on 31 Dec 2026."
    )
    gap = ("First sales", "4 hires started before the CRM's history and are left out.")
    assert questions.unknown(known(count_too_new=0), (), (gap,)).said == f"{gap[0]}: {gap[1]}"
    assert questions.unknown(known(count_too_new=0), (), ()).said == "All hires of this choice can be judged."


def test_regions_are_drawn_as_counted_and_expected_and_named_where_they_stand_out() -> None:
    shown = regions.exhibit(origin(DACH, NORTH))
    assert (
        shown.lead == "DACH had more (clear), North America had fewer (clear) high performers than expected"
    )
    less = regions.exhibit(origin(DACH, replace(NORTH, by_luck=0.02)))
    assert (
        less.lead == "DACH had more (clear), North America had fewer (leaning) high performers than expected"
    )
    assert list(shown.marks.rows["name"]) == ["DACH", "North America"]
    assert shown.alt.endswith("North America 5 of 77, expected 18.")
    assert regions.exhibit(origin()).lead == "No region stands further out than luck reaches"
    assert not regions.exhibit(Groups("", (), pd.DataFrame(), (), pd.DataFrame())).is_drawn

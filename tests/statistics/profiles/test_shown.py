"""What of the evidence on role profiles is shown: roles with a hire a viewer may see, counts that give nobody away."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from helpers.invented.judged import CLEAR, judged, slope, whole
from hiring.findings.role_profiles import answer as told
from hiring.findings.role_profiles.as_a_whole import luck
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.outcomes import KEY, Outcomes
from hiring.statistics.profiles.compared import Size
from hiring.statistics.profiles.evidence import Silence, State
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.profiles.luck import LinkLuck
from hiring.statistics.profiles.resembling import Resembling
from hiring.statistics.profiles.shown import Shown, shown

ROLES = {"Field": 90, "Inside": 70, "Channel": 60}


def hires() -> pd.DataFrame:
    rows = [(f"{role}{n}", role) for role, count in ROLES.items() for n in range(count)]
    frame = pd.DataFrame(rows, columns=["employee_id", "role_profile"])
    return frame.assign(hire_date=pd.Timestamp("2024-01-01"))


@pytest.fixture
def found() -> Judged:
    slopes = [
        slope(role, name, n=count, **CLEAR) for role, count in ROLES.items() for name in ("Drive", "Wit")
    ]
    rows = hires().iloc[[0, 1, 95]].rename(columns={"role_profile": "role"})
    people = rows.assign(other_role="Channel", difference=0.4, probability=0.95)
    luck = LinkLuck("Channel", "Wit", 60, 0.4, 0.2, 0.01, 6)
    made = judged(slopes, ROLES, whole=whole(), roles_differ=True, luck=luck)
    outcomes = Outcomes(hires(), pd.DataFrame(), len(hires()), 0, 0, ())
    counts = pd.DataFrame(
        {"role": ["Field"], "other_role": ["Channel"], "count_said": [3], "count_hires": [90]}
    )
    return replace(made, outcomes=outcomes, resembling=Resembling(("Field",), people, counts))


def of(found: Judged, which: pd.Series, permitted: pd.Series | None = None) -> Shown:
    keys = hires()[KEY]
    return shown(found, Chosen(keys[which], keys if permitted is None else keys[permitted], None))


def test_a_role_keeps_its_numbers_and_tells_how_many_of_its_hires_are_chosen(found: Judged) -> None:
    which = hires()["employee_id"].isin(["Field1", "Field2", "Inside3"])
    mine = of(found, which)
    assert mine.sizes["Field"] == Size(90, 2)
    assert (mine.sizes["Inside"].in_words("Inside"), mine.sizes["Inside"].within) == (
        "70 Inside hires",
        "1 of them in this selection",
    )
    assert mine.judged.evidence.slopes_of("Field") == found.evidence.slopes_of("Field")
    assert mine.judged.evidence.whole == found.evidence.whole
    assert mine.rests_on.startswith("Estimates rest on all 220 such hires of the company; the filters choose")
    view = told.views(("Field",), (), mine.judged, mine.sizes)[0]
    assert view.size == Size(90, 2)
    assert "2 of them in this selection" in told.standfirst([view], mine.judged)
    assert mine.chooses == "The filters choose whose rows are shown, and change no estimate."


def test_filters_that_leave_no_hire_of_a_role_take_nothing_of_its_evidence_away(found: Judged) -> None:
    mine = of(found, hires()["role_profile"] == "Field")
    assert mine.judged.evidence == replace(found.evidence, slopes=mine.judged.evidence.slopes)
    assert mine.judged.evidence.slopes_of("Channel") == found.evidence.slopes_of("Channel")
    assert mine.sizes["Channel"] == Size(60, 0)
    assert mine.sizes["Channel"].within == "0 of them in this selection"
    nobody = of(found, hires()["role_profile"] == "Nobody").judged
    assert (nobody.evidence.silence, nobody.evidence.whole) == (Silence.NONE, found.evidence.whole)


def test_a_role_of_which_a_viewer_may_see_no_hire_tells_nothing_of_its_competencies(found: Judged) -> None:
    mine_only = hires()["role_profile"] == "Field"
    mine = of(found, mine_only, mine_only).judged
    for one in mine.evidence.slopes_of("Channel"):
        assert (one.state, one.n) == (State.NOBODY_OPEN, 0)
        assert one.estimate != one.estimate
        assert one.raw != one.raw
    roles = ("Field", "Channel")
    assert "Channel" not in luck(mine.luck, mine.evidence.whole, roles)
    assert "single link" not in luck(mine.luck, mine.evidence.whole, roles)
    assert "Wit in Channel" in luck(found.luck, found.evidence.whole, roles)


def test_who_may_see_nobody_is_told_so(found: Judged) -> None:
    nobody = hires()["role_profile"] == "Nobody"
    mine = of(found, nobody, nobody)
    assert mine.judged.evidence.silence is Silence.NOBODY_OPEN
    assert mine.judged.evidence.whole is None
    views = told.views(("Field",), (), mine.judged, mine.sizes)
    assert "No hire of six months or more is within your access" in told._silent(views, mine.judged)


def test_people_and_counts_of_whose_ratings_resemble_are_those_chosen(found: Judged) -> None:
    mine = of(found, hires()["employee_id"].isin(["Field1", "Field2", "Inside3"])).judged.resembling
    assert mine.rows["employee_id"].tolist() == ["Field1"]
    assert mine.counts.to_dict("records") == [
        {"role": "Field", "other_role": "Channel", "count_said": 1, "count_hires": 2}
    ]


def test_fewer_than_a_small_group_outside_is_never_the_whole_less_the_rest(found: Judged) -> None:
    permitted = ~hires()["employee_id"].isin(["Field1", "Field2"])
    mine = of(found, permitted, permitted)
    assert mine.sizes["Field"] == Size(88, 88, is_least=True)
    assert mine.sizes["Field"].in_words() == "88 or more hires"
    assert mine.sizes["Field"].within == "88 of them in this selection"
    assert {one.n for one in mine.judged.evidence.slopes_of("Field")} == {88}
    # One alone would be the total less the rest; nobody of the other roles is kept back, so none can go with it.
    assert mine.sizes["Inside"] == Size(70, 70)
    assert "the filters and your access choose" in mine.rests_on

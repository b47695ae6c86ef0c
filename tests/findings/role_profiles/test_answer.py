"""What the page of role profiles says first and of the next intake, against profiles and slopes of a known kind."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from helpers.invented.judged import CLEAR, DOWN, TOO_FEW, judged, profiles, slope, whole
from hiring.findings.role_profiles import answer as told
from hiring.findings.role_profiles import as_a_whole, intake
from hiring.statistics.evidence.controls import Check, Control, Subject
from hiring.statistics.profiles.alike import alikeness
from hiring.statistics.profiles.evidence import Silence, Slope
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.profiles.luck import LinkLuck
from hiring.statistics.verdicts import Label

STEEP = {"a": 40, "b": 30, "c": 15, "d": 9, "e": 6}
OTHER = {"a": 6, "b": 9, "c": 15, "d": 30, "e": 40}
EVEN = dict.fromkeys("abcde", 20)
BOTH = {"Field": STEEP, "Inside": OTHER}
LONG = "Enterprise account development, northern Europe"


def slopes(*roles: str, **by_name: Mapping[str, object]) -> list[Slope]:
    """Slopes of a to e in each role, those named changed."""
    return [slope(role, name, **by_name.get(name, {})) for role in roles for name in "abcde"]


def lead(weights: Mapping[str, Mapping[str, float]], found: Judged, *roles: str) -> str:
    every = profiles(weights) if weights else ()
    shown = roles or tuple(weights)
    return told.lead(told.views(shown, every, found), found, alikeness(every))


def differ(weights: Mapping[str, Mapping[str, float]], *roles: str) -> str:
    every = profiles(weights) if weights else ()
    return told.differ(roles or tuple(weights), every, alikeness(every))


def points(weights: Mapping[str, Mapping[str, float]], found: Judged, **changed: object) -> dict[str, str]:
    every = profiles(weights, **changed)
    views = told.views(tuple(weights), every, found)
    return dict(intake.points(views, found.evidence, alikeness(every)))


NOTHING_CLEAR = judged(slopes("Field", "Inside"))


@pytest.mark.parametrize(
    ("weights", "differing"),
    [
        (BOTH, "Field and Inside ask for different people."),
        ({"Field": STEEP, "Inside": STEEP}, "Field and Inside ask for almost the same person."),
        ({"Field": STEEP, "Inside": {**STEEP, "d": 30}}, "Field and Inside share most of their priorities."),
        ({"Field": EVEN, "Inside": STEEP}, "Field asks for everything equally."),
        ({"Field": EVEN, "Inside": EVEN}, "Both profiles ask for everything equally."),
        ({"Field": STEEP}, "Field's profile sets priorities."),
        ({"Field": EVEN}, "Field's profile asks for everything equally."),
    ],
)
def test_the_answer_is_one_sentence_and_how_the_profiles_differ_another(
    weights: dict, differing: str
) -> None:
    assert lead(weights, NOTHING_CLEAR) == "Hires can't tell yet what goes with results"
    assert differ(weights) == differing


def test_without_any_profile_that_is_said_in_its_place() -> None:
    assert differ({}, "Field", "Inside") == "No profile has been agreed."
    assert differ({}, "Field") == "No profile of this role has been agreed."


def test_a_weight_that_hires_do_not_bear_out_leads_with_its_role() -> None:
    found = judged([*slopes("Field", a={"above_middle": 0.02, **DOWN}), *slopes("Inside")])
    assert lead(BOTH, found) == "a carries weight that past hires do not bear out in Field"


def test_a_flag_that_is_not_clear_is_a_hint_and_never_leads() -> None:
    found = judged([*slopes("Field", a={"above_middle": 0.02}), *slopes("Inside")])
    assert lead(BOTH, found).endswith("Hires can't tell yet what goes with results")
    said = points(BOTH, found)["Field"]
    assert said.startswith("a carries 40")
    assert "though other competencies went with results more; luck could explain it." in said


def test_a_competency_that_goes_with_results_more_than_its_weight_leads() -> None:
    found = judged(slopes("Field", e={"above_middle": 0.97, **CLEAR}))
    assert lead({"Field": STEEP}, found).endswith("e goes with results more than its weight says")


def test_where_ratings_go_with_results_whatever_the_competency_none_is_singled_out() -> None:
    found = judged(slopes("Field", "Inside"), whole=whole(**CLEAR))
    led = "Hires rated well above others did better: about 26 of 100 in the role's top fifth, not 20"
    assert lead(BOTH, found) == lead({"Field": STEEP}, found) == led
    views = told.views(tuple(BOTH), profiles(BOTH), found)
    assert told.standfirst(views, found).startswith(
        "No single competency stands out. What ratings carry goes by"
    )
    said_once = as_a_whole.whole(found.evidence, is_led=True)
    assert said_once.startswith(
        f"{as_a_whole.WORKED_OUT} Clear, among hires of one role, start and manager: likely "
    )
    assert "26" not in said_once.split(":")[0]
    said = points(BOTH, found)
    assert list(said) == ["Both"]  # said once, and not of each role as well
    assert "in no competency clearly more than in the others" in said["Both"]
    assert "no reason to move a weight" in said["Both"]
    unsure = points(BOTH, judged(slopes("Field", "Inside")))
    assert sum(one.count("no reason to move a weight") for one in unsure.values()) == 1
    apart = points(BOTH, judged([*slopes("Field", a=CLEAR), *slopes("Inside")]))
    assert "keep asking for it" in apart["Field"]
    assert "no reason to move a weight" in apart["Inside"]


@pytest.mark.parametrize(
    ("changed", "end"),
    [
        ({"a": CLEAR}, "a goes with results more than the other competencies do"),
        ({"a": CLEAR, "b": CLEAR}, "2 competencies go with results more than the others"),
        ({"a": CLEAR, "d": DOWN}, "a goes with results more than the other competencies do"),
        ({"d": DOWN}, "d goes with results less than the other competencies do"),
        ({"d": DOWN, "e": DOWN}, "2 competencies go with results less than the others"),
        ({"a": {"label": Label.LEANING}}, "Hires can't tell yet what goes with results"),
    ],
)
def test_a_competency_that_clearly_stands_out_is_named_once_for_all_roles(changed: dict, end: str) -> None:
    for roles in (("Field",), ("Field", "Inside")):
        sentence = lead({role: BOTH[role] for role in roles}, judged(slopes(*roles, **changed)))
        assert sentence.endswith(end)
        assert len(sentence) <= told.LONGEST_LEAD


def test_a_long_name_gives_way_to_how_many_there_are() -> None:
    found = judged([slope("Field", LONG * 2, **CLEAR), slope("Field", "b")])
    assert lead({"Field": STEEP}, found).endswith("One competency goes with results more than the others")


def test_where_hires_rated_higher_ended_up_lower_the_answer_says_so() -> None:
    found = judged(slopes("Field"), whole=whole(**DOWN))
    assert lead({"Field": STEEP}, found).endswith("Hires who were rated higher ended up lower")
    assert "All competencies" not in points({"Field": STEEP}, found)


@pytest.mark.parametrize(
    ("silence", "end"),
    [
        (Silence.NO_HIRES, "no hire is old enough to say what goes with results"),
        (Silence.NO_RATINGS, "no ratings of hires are known"),
        (Silence.SMALL_COMPANY, "110 hires are too few to say what goes with results"),
        (
            Silence.SAME_OUTCOME,
            "no hire stands above another of the same role, so nothing can go with results",
        ),
    ],
)
def test_where_nothing_can_be_said_the_answer_says_why(silence: Silence, end: str) -> None:
    found = judged(slopes("Field", "Inside", **dict.fromkeys("abcde", TOO_FEW)), {"Field": 60, "Inside": 50})
    sentence = lead(BOTH, judged(found.evidence.slopes, found.evidence.hires, silence=silence))
    assert sentence.lower().endswith(end)


def test_where_a_competency_stands_out_nobody_is_told_that_none_does() -> None:
    found = judged(slopes("Field", "Inside", a=CLEAR), whole=whole(**CLEAR))
    assert lead(BOTH, found) == "a goes with results more than the other competencies do"
    assert "Both" not in points(BOTH, found)


def test_roles_with_too_few_hires_are_no_reason_to_say_anything() -> None:
    found = judged(slopes("Field", "Inside", **dict.fromkeys("abcde", TOO_FEW)))
    assert lead(BOTH, found).endswith("These roles have too few hires to say what goes with results")
    assert lead({"Field": STEEP}, found).endswith("The role has too few hires to say what goes with results")


def test_long_names_never_make_the_answer_longer_than_a_headline() -> None:
    weights = {LONG: EVEN, f"{LONG}, second team": STEEP}
    found = judged(slopes(*weights, a={"above_middle": 0.01, **DOWN}))
    assert 0 < len(lead(weights, found)) <= told.LONGEST_LEAD


def test_before_the_evidence_is_there_only_the_profiles_are_spoken_of() -> None:
    every = profiles(BOTH)
    assert told.first_lead(("Field", "Inside"), every, alikeness(every)) == (
        "The two roles ask for different people"
    )
    assert told.first_lead(("Field",), (), alikeness(())) == "No profile of this role has been agreed"


def hired(**counts: int) -> pd.DataFrame:
    return pd.DataFrame({"role_profile": [role for role, n in counts.items() for _ in range(n)]})


def test_the_largest_role_is_set_beside_the_one_least_like_it() -> None:
    every = profiles({"Field": STEEP, "Inside": {**STEEP, "b": 25}, "Partner": OTHER})
    found = told.choice(every, hired(Inside=9, Field=20, Partner=3), alikeness(every), ())
    assert (found.roles, found.first, found.second) == (("Field", "Inside", "Partner"), "Field", "Partner")


def test_the_filter_of_roles_leaves_only_its_own_to_choose() -> None:
    every = profiles(BOTH)
    sizes = hired(Field=5, Inside=3, Other=9)
    assert told.choice(every, sizes, alikeness(every), ("Inside",)).chosen("Field", "Inside") == ("Inside",)
    assert told.choice(every, sizes, alikeness(every), ()).roles == ("Other", "Field", "Inside")
    assert told.choice((), hired(), alikeness(()), ()).roles == ()


def test_without_profiles_the_next_largest_role_stands_beside_the_largest() -> None:
    found = told.choice((), hired(Field=5, Inside=7), alikeness(()), ())
    assert (found.first, found.second) == ("Inside", "Field")


def test_the_line_below_says_how_many_hires_and_whether_ratings_are_corrected() -> None:
    every = profiles(BOTH)
    found = judged(slopes("Field", "Inside"), {"Field": 90, "Inside": 1, "Other": 110})
    views = told.views(("Field", "Inside"), every, found)
    line = told.standfirst(views, found)
    assert line.endswith(
        "What ratings carry goes by 90 Field hires and 1 Inside hire with half a year or more behind them."
    )
    line = told.compared(found)
    assert line in told.remarks(found)
    assert "does not differ by role beyond luck, so all 201 such hires of the company" in line
    assert "corrected for interviewers known to rate kindly or strictly" in line
    apart = judged(slopes("Field", "Inside"), {"Field": 90, "Inside": 111}, roles_differ=True)
    assert "each role borrows from the 201 hires of all roles" in told.compared(apart)
    unknown = judged(slopes("Field"), {"Field": 90}, knows_leniency=False)
    assert "as they were given" in told.compared(unknown)


def test_a_small_company_is_told_how_many_more_hires_it_needs() -> None:
    found = judged(slopes("Field"), {"Field": 90}, silence=Silence.SMALL_COMPANY)
    line = told.standfirst(told.views(("Field",), (), found), found)
    assert line.endswith(
        "Nothing is said of competencies below 120 hires in all roles: 30 more hires needed."
    )


def test_luck_is_told_with_the_companys_own_numbers() -> None:
    sure = LinkLuck("Field", "Closing", 90, 0.41, 0.22, 4 / 1001, 16)
    answer = as_a_whole.luck(sure, whole(**CLEAR), ["Field"])
    assert answer.startswith("For ratings as a whole, yes: ")
    assert "as closely in 3 of 1,000 tries" in answer
    assert (
        "The strongest of 16 single links in the company's data is Closing in Field: a step higher, taken by itself, "
        "goes with about 33 in 100 in the top fifth; if ratings had nothing to do with results, the luckiest would "
        "still look like 27."
    ) in answer  # Φ(-.8416 + .41) = .333, Φ(-.8416 + .22) = .267
    elsewhere = as_a_whole.luck(sure, whole(**CLEAR), ["Inside"])
    assert "single link" not in elsewhere
    assert elsewhere.endswith("tries.")
    unsure = LinkLuck("Field", "Closing", 90, 0.21, 0.22, 0.4, 16)
    assert as_a_whole.luck(unsure, whole(**CLEAR), ["Field"]).startswith(
        "For ratings as a whole, we can't tell: "
    )
    assert as_a_whole.luck(LinkLuck(), whole(**CLEAR), ["Field"]) == ""


def test_luck_never_says_yes_to_what_is_not_clear() -> None:
    sure = LinkLuck("Field", "Closing", 90, 0.41, 0.22, 4 / 1001, 16)
    for one in (whole(), whole(label=Label.LEANING), None):
        assert as_a_whole.luck(sure, one, ["Field"]).startswith("For ratings as a whole, we can't tell: ")


def test_ratings_as_a_whole_are_told_with_their_range_and_label() -> None:
    found = judged(slopes("Field"), whole=whole(**CLEAR, n=412))
    assert as_a_whole.whole(found.evidence) == (
        "Clear, among hires of one role, start and manager: of 100 rated one step higher about 26 instead of 20 in "
        "the role's top fifth (likely 21 to 31; 412 rated hires). Worked out from all that hires of six months or more "
        "have sold, not counted."
    )  # Φ(-.8416 + .2) = .261, with .05 .214 and with .35 .312
    assert as_a_whole.whole(judged(slopes("Field")).evidence) == ""


def test_unequal_ground_is_told_with_its_fact() -> None:
    check = Check("assigned quota against the role's mean", Subject.INTERVIEWERS, 200, 0.001, True)
    found = judged(slopes("Field"), is_capped=True, control=Control((check,)))
    fact, consequence = told.unequal(found) or ("", "")
    assert fact == "These hires are not comparable."
    assert "assigned quota against the role's mean" in consequence
    assert "Nothing is called Clear" in consequence
    assert told.unequal(judged(slopes("Field"))) is None


def test_the_next_intake_talks_of_flags_of_what_to_keep_and_of_what_to_wait_for() -> None:
    found = judged(
        slopes(
            "Field", a={"above_middle": 0.02}, b={**CLEAR}, c={**TOO_FEW}, d={**DOWN}, e={**TOO_FEW, "n": 58}
        )
    )
    said = points({"Field": STEEP}, found)["Field"]
    assert "a carries 40" in said
    assert "b clearly goes with later results more than the others: keep asking for it." in said
    assert "d clearly goes with later results less than the others: talk about" in said
    assert "Some of it waits for evidence: c for 20 more rated hires and e for 2." in said


def test_a_side_that_has_not_agreed_is_named() -> None:
    said = points({"Field": STEEP}, judged(slopes("Field")), agreed_by_hr_on=None)["Field"]
    assert said.startswith("HR has not agreed to version 1, in force.")
    assert "no reason to move a weight" in said


def test_profiles_that_are_almost_the_same_are_told_of_both() -> None:
    said = points({"Field": STEEP, "Inside": STEEP}, NOTHING_CLEAR)
    assert said["Both"].endswith("A profile that fits everyone describes no one.")


def test_many_flags_are_told_three_at_a_time() -> None:
    names = [f"c{number}" for number in range(6)]
    weights = {"Field": dict.fromkeys(names, 10)}
    found = judged([slope("Field", "other")], {"Field": 200})
    said = points(weights, found)["Field"]
    assert said.count("no interviewer has ever rated it") == 3
    assert "3 more flags in the table below." in said


def test_no_sentence_speaks_of_causes() -> None:
    found = judged(slopes("Field", "Inside", a={"above_middle": 0.02}, b=CLEAR, d=DOWN), whole=whole(**CLEAR))
    every = [lead(BOTH, found), *points(BOTH, found).values()]
    assert not [text for text in every for word in ("because", "cause", "leads to", "proven") if word in text]


def test_profiles_of_other_roles_that_a_side_has_not_agreed_to_are_named() -> None:
    open_ = profiles({"Field": STEEP, "Inside": OTHER, "Other": EVEN}, agreed_by_hr_on=None)
    assert told.waiting(open_, ["Field"]) == "Not agreed in other roles: Field version 1 by HR."
    assert told.waiting(open_, ["Field", "Inside", "Other"]) == (
        "Not agreed in other roles: Field version 1 by HR, Inside version 1 by HR, 1 other profile."
    )
    assert told.waiting(profiles(BOTH), ["Field", "Inside"]) == ""

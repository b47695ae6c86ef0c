"""What a role brief says, sentence by sentence, and what it leaves unsaid."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from helpers.invented.profiles import company, profile_rows, ratings_frame
from hiring.documents.role_brief import RoleBrief, role_brief
from hiring.documents.role_brief.content import question_of
from hiring.findings.role_profiles.fared import Fared
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.compared import role_view
from hiring.statistics.profiles.evidence import Evidence, evidence
from hiring.statistics.rates import Interval
from hiring.statistics.survival import Median

SLOPES = {"Field": [0.8, 0.0, 0.0, -0.6], "Inside": [0.8, 0.0, 0.0, -0.6]}
WEIGHTS = {"Listening": 50, "Discovery": 30, "Planning": 15, "Charm": 5}
CAUSAL = re.compile(r"\b(because|causes?|leads? to|makes? better|proves?|proven|best)\b", re.IGNORECASE)


def brief_of(found: Evidence, role: str = "Field", **given) -> RoleBrief:
    rows = profile_rows("Field", WEIGHTS)
    profiles = profiles_of(rows.assign(is_must_have=rows["competency"] == "Listening"))
    named = {"as_of": date(2026, 6, 30), "scope": "All sales roles", "digest": "0123456789abcdef0123"} | given
    return role_brief(role_view(role, profiles, found), found, **named)


def words_of(brief: RoleBrief) -> str:
    asked = [f"{one.competency} {one.looks_like} {one.question}" for one in brief.asked]
    told = (*brief.supported, *brief.doubtful, *brief.to_talk_about)
    return "\n".join(
        (brief.profile, brief.remark, brief.evidence, brief.outcomes, brief.filters, *asked, *told)
    )


@pytest.fixture(scope="module")
def strong() -> Evidence:
    return evidence(*company(SLOPES, 90))


def test_the_profile_is_told_in_words_with_who_agreed(strong: Evidence) -> None:
    brief = brief_of(strong)
    plain = brief.profile.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        plain == "Version 1, in force since 1 Jan 2025; agreed by HR on 5 Dec 2024 and Sales on 1 Dec 2024."
    )
    assert [one.competency for one in brief.asked] == ["Listening", "Discovery", "Planning", "Charm"]
    first = brief.asked[0]
    assert (first.minimum, first.is_must_have, first.looks_like) == ("at least 3 of 5", True, "Asks why")
    assert first.weight.startswith("50")


def test_what_is_supported_has_its_size_its_range_and_its_hires(strong: Evidence) -> None:
    (told,) = brief_of(strong).supported
    assert told.startswith("Closing: a step higher went with more than in the other competencies, by about ")
    assert "likely +" in told
    assert told.endswith("90 hires).")


def test_what_is_not_supported_is_told_too(strong: Evidence) -> None:
    brief = brief_of(strong)
    assert any(text.startswith("Planning: tells less than the others, clearly") for text in brief.doubtful)
    assert "Charm: never rated, so nothing is known of it." in brief.doubtful
    assert any(text.startswith("Discovery: can't tell; −") for text in brief.doubtful)


def test_what_to_talk_about_names_the_missing_and_the_unsupported(strong: Evidence) -> None:
    told = " ".join(brief_of(strong).to_talk_about)
    assert "Closing is not in the profile" in told
    assert "Listening is a must-have" not in told  # nothing speaks against it
    assert "Charm is in the profile, but no interviewer has ever rated it." in told


def test_it_says_from_how_many_hires_of_which_day_filters_and_data(strong: Evidence) -> None:
    brief = brief_of(strong)
    assert brief.evidence.startswith("From 90 hires of this role")
    assert brief.filters == "All sales roles"
    assert brief.data.replace("\N{NO-BREAK SPACE}", " ") == "data as of 30 Jun 2026 · digest 0123456789abcdef"


def test_nothing_in_it_is_causal(strong: Evidence) -> None:
    brief = brief_of(strong, fared=fared())
    assert not CAUSAL.search(words_of(brief))
    assert not CAUSAL.search(" ".join(question_of("closing", place) for place in range(4)))


def fared() -> Fared:
    share = Interval(0.49, 0.39, 0.58, 90)
    return Fared("Field", 90, Median(5.0, 5.0, 6.0, 24.0, 90), share, None)


def test_how_the_hires_fared_is_told_where_it_is_known(strong: Evidence) -> None:
    told = brief_of(strong, fared=fared()).outcomes
    assert "5 for the middle hire" in told
    assert "met the bar at month 12: 49" in told
    assert "left" not in told
    assert brief_of(strong, fared=Fared("Field", 2, None, None, None)).outcomes == ""
    assert brief_of(strong).outcomes == ""


def test_without_evidence_the_brief_still_says_what_was_agreed_and_why_there_is_none() -> None:
    small = evidence(*company(SLOPES, 40))
    brief = brief_of(small)
    assert len(brief.asked) == 4
    assert brief.evidence == (
        "No evidence yet: 80 hires of all roles have been here long enough, and 120 are needed."
    )
    assert (brief.supported, brief.doubtful, brief.to_talk_about) == ((), (), ())
    unrated = brief_of(evidence(company(SLOPES, 90)[0], ratings_frame([])))
    assert unrated.evidence == "No evidence: no ratings are known of these hires."


def test_a_small_role_of_a_large_company_has_no_evidence_yet() -> None:
    found = evidence(*company({**SLOPES, "New": [0, 0, 0, 0]}, {"Field": 20, "Inside": 90, "New": 30}))
    brief = brief_of(found)
    assert brief.evidence.startswith("No evidence yet: 20 hires of this role")
    assert brief.doubtful == ()


def test_a_role_without_a_profile_says_that_nothing_was_agreed(strong: Evidence) -> None:
    brief = brief_of(strong, role="Inside")
    assert brief.profile == "No profile of this role is in force: nothing has been agreed to look for."
    assert brief.asked == ()
    assert brief.supported


def test_a_capped_brief_says_that_nothing_is_more_than_a_hint() -> None:
    brief = brief_of(evidence(*company(SLOPES, 90), is_capped=True))
    assert "not comparable" in brief.evidence
    assert brief.supported == ("Closing: points upward, but luck could explain it (90 hires).",)


def test_questions_are_neutral_and_neighbours_differ() -> None:
    assert question_of("Discovery", 0).startswith("Tell me about a time when discovery was put to the test.")
    assert question_of("CRM skills", 1).startswith(
        "Walk me through a recent deal in which CRM skills mattered."
    )
    assert len({question_of("Discovery", place) for place in range(4)}) == 4


def test_a_competency_with_braces_in_its_name_is_only_a_name() -> None:
    assert "{it} {0}" in question_of("{it} {0}", 0)


def test_a_file_name_holds_plain_letters_only(strong: Evidence) -> None:
    assert brief_of(strong).file_stem == "role-brief-field-2026-06-30"
    odd = replace(brief_of(strong), role="../Großkunden & Co: \N{SNOWMAN}")
    assert odd.file_stem == "role-brief-gro-kunden-co-2026-06-30"
    assert replace(odd, role="\N{SNOWMAN}").file_stem == "role-brief-role-2026-06-30"

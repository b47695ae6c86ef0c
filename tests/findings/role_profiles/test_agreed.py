"""What was agreed, in words: the version in force, how it changed, and how alike the profiles are."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.invented.judged import profiles
from helpers.invented.profiles import profile_rows
from hiring.findings.role_profiles import agreed
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.alike import alikeness

STEEP = {"a": 50, "b": 30, "c": 15, "d": 5}
OTHER = {"a": 5, "b": 15, "c": 30, "d": 50}
EVEN = dict.fromkeys("abcd", 25)


def test_a_profile_is_told_by_weight_least_score_and_what_good_looks_like() -> None:
    rows = profile_rows("Field", STEEP)
    rows.loc[rows["competency"] == "b", ["minimum_score", "looks_like", "is_must_have"]] = [2.5, None, True]
    rows.loc[rows["competency"] == "c", ["weight", "minimum_score"]] = [0, None]
    table = agreed.table(profiles_of(rows)[0].current).set_index("Competency")
    assert table.loc["a", "Asked"].replace("\u202f", " ") == "59 % · at least 3"
    assert table.loc["b", "Asked"].replace("\u202f", " ") == "35 % · at least 2.5 · must-have"
    assert table.loc["b", "What good looks like"] == "–"
    assert table.loc["c", "Asked"] == "no weight"


def test_every_version_says_since_when_who_agreed_and_what_moved() -> None:
    first = profile_rows("Field", OTHER, version="1", effective_on="2023-01-01", is_current=False)
    second = profile_rows("Field", STEEP, version="2", agreed_by_hr_on=None)
    (profile,) = profiles_of(pd.concat([second, first]))
    table = agreed.versions(profile)
    assert list(table["Version"]) == ["2", "1"]
    assert table.loc[0, "Agreed"] == "not agreed by HR"
    assert table.loc[0, "What moved"] == "a +45 points, d −45 points, b +15 points, 1 more"
    assert table.loc[1, "What moved"] == "first version"
    same = profile_rows("Field", OTHER, version="2")
    (profile,) = profiles_of(pd.concat([same, first]))
    assert agreed.versions(profile).loc[0, "What moved"] == "no weight"


@pytest.mark.parametrize(
    ("weights", "question"),
    [
        ({"Field": STEEP, "Inside": OTHER, "Partner": {"e": 70, "f": 30}}, ""),
        (
            {"Field": STEEP, "Inside": STEEP},
            "The profiles of Field and Inside ask for about the same; is that meant?",
        ),
        (
            {"Field": EVEN, "Inside": OTHER, "Partner": STEEP},
            "Field weighs everything about the same; is that meant?",
        ),
        ({"Field": STEEP}, ""),
    ],
)
def test_profiles_that_ask_for_the_same_are_asked_about_in_a_sentence(weights: dict, question: str) -> None:
    assert agreed.alike_question(tuple(weights)[:2], alikeness(profiles(weights))) == question


def test_two_profiles_that_match_are_asked_about_though_all_of_them_do_not() -> None:
    weights = {"Field": STEEP, "Inside": STEEP, "Partner": OTHER, "Growth": {"e": 70, "f": 20, "g": 10}}
    found = alikeness(profiles(weights))
    assert not found.is_all_encompassing
    asked = "The profiles of Field and Inside ask for the same; is that meant?"
    assert agreed.alike_question(("Field", "Inside"), found) == asked
    assert agreed.alike_question(("Field",), found) == asked  # the one like it, where none stands beside it
    assert "describes no one" in agreed.alike_sentences(("Field", "Inside"), found)[0]


def test_the_numbers_stand_in_a_line_of_small_print() -> None:
    found = alikeness(profiles({"Field": STEEP, "Inside": OTHER}))
    assert agreed.alike_line(("Field", "Inside"), found).startswith(
        "Alike −0.96 (these two, from −1 to 1; 1 is the same priorities) · As varied as"
    )


def test_numbers_carry_the_label_and_definition_of_their_card() -> None:
    found = alikeness(profiles({"Field": STEEP, "Inside": OTHER}))
    alike, kinds, *even = agreed.alike_numbers(("Field", "Inside"), found)
    assert (alike.card, alike.value) == ("alikeness", "−0.96")
    assert (kinds.card, kinds.note) == ("kinds_of_profile", "among 2 roles")
    assert [one.note for one in even] == ["Field", "Inside"]
    assert all(one.definition() for one in (alike, kinds, *even))


def test_a_role_alone_is_compared_with_the_one_most_like_it() -> None:
    found = alikeness(profiles({"Field": STEEP, "Inside": OTHER, "Partner": {**STEEP, "d": 10}}))
    first = agreed.alike_numbers(("Field",), found)[0]
    assert first.note == "with Partner, the nearest"
    assert agreed.alike_numbers(("Nobody",), found)[0].card == "kinds_of_profile"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"a": 50, "b": 5, "c": 40, "d": 5}, "share most of what they weigh heavily"),
        ({"a": 40, "b": 10, "c": 10, "d": 40}, "share little of what they weigh heavily"),
        (OTHER, "What Field weighs heavily, Inside tends to weigh lightly"),
    ],
)
def test_how_alike_two_profiles_are_is_told_in_words(other: dict, words: str) -> None:
    found = alikeness(profiles({"Field": STEEP, "Inside": other}))
    assert words in agreed.alike_sentences(("Field", "Inside"), found)[0]


def test_even_profiles_are_named_whether_shown_or_not() -> None:
    found = alikeness(
        profiles({"Field": STEEP, "Inside": OTHER, "Partner": EVEN, "Growth": {"e": 9, "f": 1}})
    )
    said = agreed.alike_sentences(("Field", "Inside"), found)
    assert "Of the other profiles, Partner weighs everything about the same." in said
    shown = agreed.alike_sentences(("Partner",), found)
    assert "Whoever looks for candidates has to guess." in shown[0]


def test_how_alike_every_two_are_is_a_table_from_three_on() -> None:
    weights = {"Field": STEEP, "Inside": OTHER, "Partner": STEEP}
    table = agreed.alike_table(alikeness(profiles(weights)))
    assert list(table.columns) == ["Profile", "Field", "Inside", "Partner"]
    assert table.set_index("Profile").loc["Field", "Partner"] == "+1.00"
    assert agreed.alike_table(alikeness(profiles({"Field": STEEP, "Inside": OTHER}))).empty
    assert agreed.alike_sentences(("Field",), alikeness(())) == ()

"""The figures of role profiles: same rows, same scales, words where no mark may stand, labels as judged."""

from __future__ import annotations

import math

import pytest

from helpers.invented.judged import CLEAR, TOO_FEW, judged, profiles, slope
from hiring.findings.role_profiles import answer as told
from hiring.findings.role_profiles import figures
from hiring.statistics.profiles.evidence import Evidence, Silence, State
from hiring.statistics.verdicts import Label

WEIGHTS = {
    "Field": {"a": 50, "b": 30, "c": 15, "d": 5},
    "Inside": {"c": 60, "b": 30, "e": 5, "f": 5},
}


def drawn(found, weights=WEIGHTS, **changed) -> tuple[figures.Figure, ...]:
    every = profiles(weights, **changed) if weights else ()
    roles = tuple(weights) or ("Field", "Inside")
    return figures.figures(told.views(roles, every, found), found.evidence)


def row(one: figures.Figure, name: str) -> dict[str, object]:
    return one.marks.rows.set_index("name").loc[name].to_dict()


FOUND = judged(
    [
        slope("Field", "a", **CLEAR, above_middle=0.05),
        slope("Field", "b", **TOO_FEW),
        slope("Field", "d", label=Label.LEANING, estimate=0.12, above_middle=0.95),
        slope("Field", "x", label=Label.CANNOT_TELL),
        slope("Inside", "c", low=-0.4, high=0.5),
        slope("Inside", "b", state=State.RATED_ALIKE, label=Label.TOO_FEW, estimate=math.nan),
        slope("Inside", "e", state=State.SEEN_DIFFERENTLY, label=Label.TOO_FEW, estimate=math.nan),
        slope("Inside", "f", state=State.SEEN_BY_ONE, label=Label.TOO_FEW, estimate=math.nan),
    ],
    roles_differ=True,
)


def test_both_roles_have_the_rows_of_both_in_the_first_ones_order() -> None:
    field, inside = drawn(FOUND)
    assert list(field.marks.rows["name"]) == ["a", "b", "c", "d", "x", "e", "f"]
    assert list(inside.marks.rows["name"]) == list(field.marks.rows["name"])
    assert (field.marks.given["extent"], field.marks.given["heaviest"]) == (
        inside.marks.given["extent"],
        inside.marks.given["heaviest"],
    )


def test_what_hires_of_all_roles_show_is_drawn_once() -> None:
    """Each role waits for one competency that the other can tell of."""
    told_ = {"low": -0.1, "high": 0.3}
    found = judged(
        [
            slope("Field", "a", **told_),
            slope("Field", "b", **TOO_FEW),
            slope("Inside", "b", **told_),
            slope("Inside", "c", **TOO_FEW),
        ],
        roles_differ=False,
    )
    field, inside = drawn(found)
    assert [row(field, name)["verdict"] for name in "ab"] == ["Can't tell", "Can't tell"]
    assert math.isnan(row(inside, "b")["estimate"])
    assert inside.standfirst.endswith(
        "hold for this role too, but for c (40 hires; 60 needed), e (never rated), f (never rated)."
    )
    assert [figures.is_weights_alone(one) for one in (field, inside)] == [False, True]
    assert row(inside, "c")["weight"] == 0.6
    assert field.marks.given["heads"][1] == "About so many more in 100, all roles"
    assert (inside.marks.given["extent"], inside.marks.given["heads"][1]) == (None, "")
    assert figures.SAME not in field.standfirst + inside.standfirst  # the head over the dots says it
    alone = drawn(found, {"Inside": WEIGHTS["Inside"]})[0]
    assert row(alone, "b")["verdict"] == "Can't tell"


def test_the_scale_holds_every_interval_and_the_heaviest_weight() -> None:
    one = drawn(FOUND)[0]
    assert one.marks.given["extent"] is not None
    assert one.marks.given["extent"][0] < -6
    assert one.marks.given["extent"][1] > 11
    assert one.marks.given["heaviest"] == pytest.approx(0.6)


def test_a_row_carries_weight_slope_label_and_flag() -> None:
    field = drawn(FOUND)[0]
    first = row(field, "a")
    assert (first["weight"], first["verdict"]) == (0.5, "Clear")
    assert first["estimate"] == pytest.approx(6.06, abs=0.01)  # of 0.2: 100 Φ(-.8416 + .2) - 20
    assert (first["flag"], first["flag_direction"]) == ("over-weighted", "lower")
    assert first["detail"] == "by itself +2 in 100"
    light = row(field, "d")
    assert (light["flag"], light["flag_direction"], light["direction"]) == (
        "under-weighted",
        "higher",
        "higher",
    )


def test_what_is_not_in_the_profile_has_no_weight() -> None:
    field, inside = drawn(FOUND)
    assert math.isnan(row(field, "e")["weight"])
    assert math.isnan(row(field, "x")["weight"])
    assert (field.marks.given["unweighted"], inside.marks.given["unweighted"]) == (
        "not in the profile",
        "not in the profile",
    )
    assert drawn(FOUND, {})[0].marks.given["unweighted"] == "no profile"


@pytest.mark.parametrize(
    ("role", "name", "words"),
    [
        ("Field", "b", "40 hires; 60 needed"),
        ("Field", "c", "never rated"),
        ("Inside", "b", "everybody rated alike"),
        ("Inside", "e", "interviewers differ too much"),
        ("Inside", "f", "too few rated by two"),
    ],
)
def test_where_no_mark_may_stand_words_say_why(role: str, name: str, words: str) -> None:
    one = next(figure for figure in drawn(FOUND) if figure.lead == role)
    found = row(one, name)
    assert (found["verdict"], found["instead"]) == (str(Label.TOO_FEW), words)


@pytest.mark.parametrize(
    ("silence", "words"),
    [
        (Silence.NO_RATINGS, "no ratings known"),
        (Silence.NO_HIRES, "nobody to judge yet"),
        (Silence.SMALL_COMPANY, "no evidence yet"),
        (Silence.SAME_OUTCOME, "no evidence yet"),
    ],
)
def test_where_nothing_can_be_said_every_row_says_so(silence: Silence, words: str) -> None:
    few = [slope("Field", name, **TOO_FEW) for name in "abcd"] if silence is not Silence.NO_RATINGS else []
    one = drawn(judged(few, {"Field": 80}, silence=silence), {"Field": WEIGHTS["Field"]})[0]
    assert set(one.marks.rows["instead"]) == {words}
    assert one.marks.given["extent"] is None


def test_a_must_have_that_tells_less_than_the_others_is_said_without_a_colour() -> None:
    down = {"label": Label.LEANING, "estimate": -0.12}
    found = judged([slope("Field", name, **(down if name == "a" else {})) for name in "abcd"])
    one = drawn(found, {"Field": WEIGHTS["Field"]}, is_must_have=True)[0]
    assert (row(one, "a")["flag"], row(one, "a")["flag_direction"]) == ("must-have, tells less", None)
    assert row(one, "b")["flag"] != row(one, "a")["flag"]


def test_who_agreed_stands_over_the_figure() -> None:
    one = drawn(FOUND)[0]
    assert one.standfirst.replace("\u00a0", " ").startswith(
        "Version 1, in force since Jan 2025, agreed 5 Dec 2024 by HR and Sales · 200 hires"
    )
    assert "not agreed by Sales" in drawn(FOUND, agreed_by_sales_on=None)[0].standfirst
    assert (
        "no day recorded on which HR or Sales agreed"
        in drawn(FOUND, agreed_by_sales_on=None, agreed_by_hr_on=None)[0].standfirst
    )
    assert drawn(FOUND, {})[0].standfirst == "No profile in force · 200 hires"


def test_where_roles_do_not_differ_the_figure_says_that_its_dots_are_of_all_roles() -> None:
    same = [slope(role, "a") for role in ("Field", "Inside")]
    both = judged(same)
    one = told.views(("Field",), profiles(WEIGHTS), both)
    assert figures.figures(one, both.evidence)[0].standfirst.endswith(
        " · 200 hires · dots are of all roles together"
    )
    assert drawn(judged(same, roles_differ=True))[0].standfirst.endswith(" · 200 hires")
    alone = drawn(judged(same[:1]), {"Field": WEIGHTS["Field"]})[0]
    assert alone.standfirst.endswith(" · 200 hires")
    few = [slope(role, "a", **TOO_FEW) for role in ("Field", "Inside")]
    assert drawn(judged(few))[0].standfirst.endswith(" · 200 hires")


def test_the_figure_is_told_to_those_who_cannot_see_it() -> None:
    alt = drawn(FOUND)[0].alt
    assert alt.startswith("Field: ")
    assert "clear for a; a over-weighted, d under-weighted" in alt


def test_the_table_gives_every_number_its_interval_its_hires_and_what_to_do() -> None:
    every = profiles(WEIGHTS)
    table = figures.table(told.views(("Field",), every, FOUND)).set_index("Competency")
    assert table.loc["a", "Against the others, in 100"] == "+6 (+1 to +11)"
    assert (table.loc["a", "Rated hires"], table.loc["a", "Label"]) == ("80", "Clear")
    assert table.loc["a", "To talk about"] == "over-weighted"
    assert (table.loc["b", "Against the others, in 100"], table.loc["b", "Label"]) == ("–", "no evidence yet")
    assert table.loc["b", "Next step"].startswith("Wait for 20 more rated hires")
    assert (table.loc["c", "Rated hires"], table.loc["c", "Label"]) == ("0", "never rated")


def test_without_anything_there_is_an_empty_figure() -> None:
    found = judged(hires={"Field": 3})
    views = told.views(("Field",), (), found)
    (one,) = figures.figures(views, Evidence((), {"Field": 3}))
    assert one.marks.rows.empty
    assert figures.table(views).empty

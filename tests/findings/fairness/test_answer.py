"""Selection rates in words: counts, rate, ratio, chance, persons, luck beside every mark, and no conclusion."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from hiring import metrics
from hiring.findings.fairness import answer, reading, rows, telling
from hiring.findings.fairness.answer import fairness
from hiring.statistics.fairness import Group, Mark, compared

Counts = dict[str, tuple[int, int]]


def _rows(attribute: str, stage: str, counts: Counts, together: int = 0) -> pd.DataFrame:
    """Rows of the question: selected and decided by group; "" said nothing, `together` is the sum of the small."""
    order = 0 if stage == "bottom_line" else 2
    made = [
        {
            "attribute": attribute,
            "stage": stage,
            "stage_order": order,
            "group_name": name or None,
            "count_people": decided,
            "count_decided": decided,
            "count_selected": selected,
            "count_expected": decided / 4,
            "is_together": False,
        }
        for name, (selected, decided) in counts.items()
    ]
    if together:
        made.append({**made[0], "group_name": None, "count_decided": together, "is_together": True})
    return pd.DataFrame(made)


HIRED = _rows("gender", "bottom_line", {"women": (12, 40), "men": (48, 80), "": (5, 20)})
SCREEN = _rows("gender", "screen", {"women": (30, 60), "men": (60, 100), "": (10, 20)})
AGES = _rows("age_band", "bottom_line", {"young": (7, 20), "old": (10, 20)}, together=30)
EVERYTHING = pd.concat([AGES, HIRED, SCREEN], ignore_index=True)


def _text(found: answer.Fairness) -> str:
    tables = [one.to_csv() for section in found.sections for one in (section.table, section.stages)]
    words = [found.lead, found.standfirst, found.missing, *found.remarks, *tables]
    words += [one.note for one in found.numbers]
    words += [said for one in found.sections for said in (one.exhibit.alt, one.exhibit.lead)] + [
        found.next_step
    ]
    return "\n".join(words).replace("\u202f", " ")


def test_the_lead_is_the_fact_that_is_marked_and_a_tile_says_how_many_luck_marks() -> None:
    found = fairness(HIRED)
    assert found.lead.replace("\u202f", " ") == "Gender women: 30.0 % are hired, against 60.0 % of men"
    told = found.standfirst.replace("\u202f", " ")
    assert told.startswith("12 of 40 against 48 of 80. Whole company")
    (tile,) = (one for one in found.numbers if one.title() == "For review, hiring")
    assert re.fullmatch(r"of 1 compared · by luck (about|fewer than) 0\.\d", tile.note)
    assert found.next_step == ""
    assert "comes up in fewer than 1 of 100 such companies" in found.remarks[0]
    assert told.endswith("This is no legal finding: ask counsel.")


def test_the_stage_at_which_a_gap_is_marked_stands_below_the_lead() -> None:
    screen = _rows("gender", "screen", {"women": (18, 60), "men": (60, 100)})
    found = fairness(pd.concat([HIRED, screen], ignore_index=True))
    told = found.standfirst.replace("\u202f", " ")
    assert (
        "The gap shows at the screen: 30.0 % of women go on, 18 of 60 against 60.0 % of men; no other is marked for "
        "review. Whole"
    ) in told
    assert found.next_step.startswith(
        "HR and counsel go through what happened at the screen to women: which roles they applied"
    )
    fewer = _rows("gender", "screen", {"women": (18, 60), "men": (60, 100)}).assign(
        count_expected=[29.6, 48.4]
    )
    beside = fairness(pd.concat([HIRED, fewer], ignore_index=True)).standfirst.replace("\u202f", " ")
    assert "30.0 % of women go on, 18 of 60, 12 fewer than expected by role, against 60.0 % of men;" in beside
    ages = _rows("age_band", "screen", {"old": (18, 60), "young": (60, 100)})
    seen = _rows("gender", "final", {"women": (850, 1000), "men": (900, 1000)})
    also = fairness(pd.concat([HIRED, screen, seen], ignore_index=True)).standfirst
    assert "for review; small gaps are visible at the final interview (women). Whole" in also
    both = fairness(pd.concat([HIRED, AGES, ages], ignore_index=True)).standfirst.replace("\u202f", " ")
    assert (
        "The gap shows at the screen: age band, 30.0 % of old go on, 18 of 60 against 60.0 % of young" in both
    )


def test_what_is_marked_comes_first_and_the_rest_below() -> None:
    found = fairness(EVERYTHING)
    assert [(one.name, one.is_marked) for one in found.sections] == [("Gender", True), ("Age band", False)]
    old = _rows("age_band", "bottom_line", {"old": (12, 40), "young": (48, 80)})
    even = _rows("gender", "bottom_line", {"women": (12, 40), "men": (13, 40)})
    first = fairness(pd.concat([even, old], ignore_index=True)).sections
    assert [(one.name, one.is_marked) for one in first] == [("Age band", True), ("Gender", False)]


def test_where_only_small_numbers_are_below_four_fifths_the_heading_says_what_they_are_of() -> None:
    (section,) = fairness(_rows("gender", "bottom_line", {"men": (233, 3013), "others": (12, 124)})).sections
    assert section.exhibit.lead.replace("\u202f", " ") == (
        "Gender: too few to tell apart, from 7.7 % of men to 9.7 % of others (124)"
    )
    (own,) = fairness(AGES).sections
    assert own.exhibit.lead.replace("\u202f", " ") == (
        "Age band: too few to tell apart, from 35.0 % of young (20) to 50.0 % of old"
    )


def test_of_several_marked_the_least_likely_leads_and_long_names_are_cut() -> None:
    long = "Those who say of themselves a very long name"
    ages = _rows("age_band", "bottom_line", {long: (10, 90), "young": (60, 90)})
    found = fairness(pd.concat([HIRED, ages], ignore_index=True))
    assert found.lead.startswith("Applicants of Those who say of them…: 11")
    assert len(found.lead) <= 90
    told = found.standfirst.replace("\u202f", " ")
    assert told.startswith(
        "10 of 90, 12 fewer than expected by role, against 60 of 90. Gender women: 30.0 % are hired, "
        "against 60.0 % of men. Whole"
    )


def test_a_large_group_is_said_to_be_measured_against_a_small_one_and_rounding_hides_nothing() -> None:
    """233 of 3,013 beside 12 of 124: 7.7 % is 79.9 % of 9.7 %, where 8 and 10 would be four fifths."""
    (section,) = fairness(_rows("gender", "bottom_line", {"men": (233, 3013), "others": (12, 124)})).sections
    men = section.table.set_index("Group").loc["men"].str.replace("\u202f", " ")
    assert men["What can be said"].startswith(
        "Watch, small numbers: measured against 124 decisions; chance alone"
    )
    assert men["What can be said"].endswith("one decision more or less moves it over the line of 4/5")
    assert men["Hiring rate"].startswith("7.7 % (")
    assert men["Of the highest rate"].startswith("79.9 % (")


def test_where_nothing_is_marked_the_lead_says_of_how_many() -> None:
    found = fairness(AGES)
    assert found.lead == "None of 1 hiring rate is marked for review"
    assert found.standfirst.endswith(answer.COUNSEL)


def test_a_row_says_counts_rate_ratio_chance_and_persons() -> None:
    (section,) = fairness(HIRED).sections
    told = section.table.map(lambda cell: cell.replace("\u202f", " ")).to_dict("records")
    assert told[0] == {
        "Group": "men",
        "Hired of decided": "48 of 80 · expected by role: 20",
        "Hiring rate": "60.0 % (49.0–70.0)",
        "Of the highest rate": "",
        "What can be said": "The highest rate",
    }
    assert told[1]["Hired of decided"] == "12 of 40 · expected by role: 10"
    assert told[1]["Of the highest rate"].startswith("50 % (")
    assert told[1]["What can be said"] == (
        "Review: chance alone gives as wide a gap in fewer than 1 of 100 such companies"
    )
    assert told[2]["Group"] == "Not said"
    assert told[2]["What can be said"] == "Not compared"


def test_who_said_nothing_is_never_the_highest_and_is_never_compared() -> None:
    stand = rows.stands(_rows("gender", "bottom_line", {"a": (5, 20), "b": (6, 20), "": (20, 20)}))[0]
    assert stand.highest == Group("b", 6, 20)
    assert [one.group.name for one in stand.beside] == ["a"]


def test_one_person_and_the_sum_of_small_groups_are_told() -> None:
    (section,) = fairness(AGES).sections
    told = section.table.map(lambda cell: cell.replace("\u202f", " ")).set_index("Group")
    young = told.loc["young", "What can be said"]
    assert young.startswith("Watch, small numbers: chance alone gives as wide a gap in about 52 of 100")
    assert "one decision more or less moves it over the line of 4/5" in young
    assert told.loc["Not said, or too few to tell", "Hired of decided"] == "7 of 30"


def test_what_is_below_four_fifths_never_reads_as_four_fifths() -> None:
    (found,) = compared([Group("men", 233, 3013), Group("others", 12, 124)])
    assert found.mark is Mark.FEW
    assert telling.ratio(found).startswith("79.9")
    (close,) = compared([Group("men", 79_999, 1_000_000), Group("others", 1_000, 10_000)])
    assert telling.ratio(close).startswith("<80.0")
    (even,) = compared([Group("a", 8, 20), Group("b", 10, 20)])
    assert telling.ratio(even).startswith("80")


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.12, "about 12 of 100 such companies"),
        (0.004, "fewer than 1 of 100 such companies"),
        (1.0, "nearly every such company"),
        (float("nan"), ""),
    ],
)
def test_chance_is_told_in_companies(p: float, said: str) -> None:
    assert telling.chance(p).endswith(said)
    assert bool(telling.chance(p)) == bool(said)


def test_stages_are_told_apart_and_what_is_marked_there_marks_the_section() -> None:
    found = fairness(pd.concat([HIRED, _rows("gender", "screen", {"women": (20, 80), "men": (70, 100)})]))
    (section,) = found.sections
    assert section.stages["Stage"].tolist() == ["Screen", "Screen"]
    assert section.stages["Went on"].str.endswith(" · expected by role: 20").tolist() == [False, True]
    assert section.is_marked


def test_tiles_count_marks_beside_luck_and_who_said_nothing() -> None:
    tiles = {
        one.title(): (one.value, one.note.replace("\u202f", " ")) for one in fairness(EVERYTHING).numbers
    }
    assert tiles["Hired of decided"][1].startswith("65 of 140")
    assert tiles["For review, hiring"][0] == "1"
    assert tiles["For review, hiring"][1].startswith("of 2 compared · by luck ")
    assert tiles["Gender not said"] == ("14\u202f%", "20 of 140")
    assert "Age band not said" not in tiles  # told only in a sum
    assert all(len(label) <= 20 for label in tiles)


def test_what_no_group_may_be_told_of_is_named() -> None:
    assert fairness(EVERYTHING).missing == "No ethnicity is known that may be told: nothing is said of it."
    nobody = _rows("gender", "bottom_line", {"": (5, 20)})
    assert fairness(nobody) is None


def test_one_group_is_told_and_not_compared() -> None:
    found = fairness(_rows("gender", "bottom_line", {"women": (12, 40), "": (5, 20)}))
    assert found.lead == "There are no two groups whose hiring rates can be compared"
    assert not found.sections[0].exhibit.is_drawn
    assert found.sections[0].table["What can be said"].tolist() == [telling.ALONE, telling.NOT_COMPARED]


def test_where_nobody_was_hired_nothing_is_compared() -> None:
    found = fairness(_rows("gender", "bottom_line", {"women": (0, 40), "men": (0, 30)}))
    assert found.lead == "There are no two groups whose hiring rates can be compared"
    assert found.sections[0].table["Hiring rate"].str.startswith("0").all()


def test_a_figure_begins_at_nobody_and_ends_with_its_widest_range() -> None:
    drawn = [one.exhibit for one in fairness(EVERYTHING).sections]
    low, high = drawn[0].marks.given["extent"]
    assert low < 0 < 0.7 < high < 0.8  # both end ticks stand within
    assert drawn[0].marks.given["reference"].value == pytest.approx(0.8 * 48 / 80)
    assert drawn[0].n == 120
    for one in drawn:
        assert one.alt
        assert all(metrics.card(name) for name in one.definition)


def test_no_word_accuses_concludes_or_says_why() -> None:
    text = _text(fairness(EVERYTHING)).lower()
    barred = r"discriminat|illegal|unlawful|violat|guilt|bias|because of|caused|prove|significant"
    assert not re.findall(barred, text)
    assert "no legal finding" in text
    assert "do not say why" in text
    assert "four fifths" in " ".join(reading.READING)


def test_null_companies_of_these_sizes_are_told_of() -> None:
    said = fairness(EVERYTHING).remarks[0].replace("\u202f", " ")
    assert re.match(
        r"Were all groups hired alike in companies of these sizes, something would still be marked", said
    )
    assert re.search(r"in \d+ % of them", said)

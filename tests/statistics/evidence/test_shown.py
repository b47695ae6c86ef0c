"""What is shown of the company's one fit: filters and rights choose rows and counts, and change no number in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.invented.hires import Made, all_shown, chosen_of
from hiring.config import SMALLEST_GROUP
from hiring.findings.interviewers import answer
from hiring.findings.panels.composition import composition
from hiring.findings.sources import evidence
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.counted import READING, chooses, count_of, hires_of, rests_on, sentence_of
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import NOT_NAMED, NOT_SHOWN, Shown, shown
from hiring.statistics.evidence.table import rows
from hiring.statistics.verdicts import Label

NUMBERS = ["estimate", "low", "high", "probability", "label", "capped_by", "needed", "top_third"]
FRAMES = ("interviewers", "pairs", "sources")
NAMES = {f"I{place:02d}": f"Ada Person-{place}" for place in range(45)}


@pytest.fixture
def company(judged) -> tuple[Made, Evidence]:
    made, found = judged(count=900, interviewers=45, spread=0.5, seed=3)
    return made, found


def of(made: Made, found: Evidence, which: pd.Series, **others: object) -> Shown:
    """The hires of `which` chosen by a viewer who may see everybody, unless told otherwise."""
    given = {"permitted": made.hires, "names": NAMES, **others}
    return shown(found, chosen_of(made.hires[which], **given))  # type: ignore[arg-type]


def filters(made: Made) -> dict[str, pd.Series]:
    hires = made.hires
    return {
        "a region": hires["region"] == "Region 1",
        "a source and a year": (hires["source"] == "Source B") & (hires["hire_date"] >= "2024-01-01"),
        "three hires": hires.index < 3,
    }


def counts_by_hand(made: Made, which: pd.Series) -> dict[str, int]:
    """How many of these hires each interviewer, pair and source saw or sent, hire by hire."""
    counted: dict[str, int] = {}
    panels = made.seats.groupby("employee_id")["interviewer_id"].agg(lambda who: sorted(set(who)))
    for hire in made.hires[which].to_dict("records"):
        panel = panels.get(hire["employee_id"], [])
        both = [f"{a} + {b}" for place, a in enumerate(panel) for b in panel[place + 1 :]]
        for one in (*panel, *both, hire["source"]):
            counted[one] = counted.get(one, 0) + 1
    return counted


def test_whatever_is_chosen_the_same_row_tells_the_same_numbers(company) -> None:
    made, found = company
    for which in filters(made).values():
        here = of(made, found, which).evidence
        for name in FRAMES:
            mine, whole = (getattr(one, name).set_index("id") for one in (here, found))
            assert len(mine)
            pd.testing.assert_frame_equal(mine[NUMBERS], whole.loc[mine.index, NUMBERS])
            assert mine["n"].tolist() == whole.loc[mine.index, "n"].tolist()
            assert mine["raw_mean"].tolist() == whole.loc[mine.index, "raw_mean"].tolist()


def test_a_row_stands_where_one_of_its_hires_was_chosen_and_tells_how_many_were(company) -> None:
    made, found = company
    for which in filters(made).values():
        counted = counts_by_hand(made, which)
        for name in FRAMES:
            mine = getattr(of(made, found, which).evidence, name)
            known = getattr(found, name)["id"]
            assert dict(zip(mine["id"], mine["here"], strict=True)) == {
                who: counted[who] for who in known if counted.get(who)
            }


def test_with_nobody_left_out_every_row_stands_and_no_sentence_speaks_of_filters(company) -> None:
    _, found = company
    everybody = all_shown(found, NAMES)
    for name in FRAMES:
        mine = getattr(everybody.evidence, name)
        assert mine["id"].tolist() == getattr(found, name)["id"].tolist()
        assert mine["here"].tolist() == mine["n"].tolist()
    assert everybody.rests_on == ""


def test_two_viewers_and_three_filters_read_the_same_in_json(company) -> None:
    made, found = company
    north = made.hires["region"] == "Region 1"
    read: dict[tuple[str, ...], set[tuple[object, ...]]] = {}
    for viewer in ({}, {"permitted": made.hires[north]}):
        for which in filters(made).values():
            mine = of(made, found, which & north if viewer else which, **viewer)
            for kind in (Kind.INTERVIEWERS, Kind.TOTALS, Kind.SOURCES):
                for row in rows(mine, kind):
                    told = tuple(row[name] for name in ("estimate", "low", "high", "probability", "label"))
                    read.setdefault(tuple(row["who"]), set()).add(told)
    assert len(read) > 45
    assert {len(told) for told in read.values()} == {1}


# What would be left for somebody who may not see all of them


def outside(made: Made, permitted: pd.Series) -> dict[str, int]:
    whole, mine = counts_by_hand(made, permitted | True), counts_by_hand(made, permitted)
    return {who: count - mine.get(who, 0) for who, count in whole.items()}


def test_fewer_than_a_small_group_left_outside_are_never_the_whole_less_the_rest(company) -> None:
    made, found = company
    permitted = pd.Series(np.random.default_rng(5).random(len(made.hires)) < 0.93)
    left = outside(made, permitted)
    mine = of(made, found, permitted, permitted=made.hires[permitted])
    hidden = 0
    for name in FRAMES:
        told = getattr(mine.evidence, name).set_index("id")
        true = getattr(found, name).set_index("id")["n"]
        for who, row in told.iterrows():
            if 0 < left[who] < SMALLEST_GROUP:
                assert row["is_least"], who
                hidden += 1
            if row["is_least"]:
                assert row["here"] <= row["n"] <= true[who]
                assert pd.isna(row["raw_mean"])
            else:
                assert row["n"] == true[who]
    assert hidden > 10
    told = [f"{row['n']}" for row in rows(mine, Kind.INTERVIEWERS) if row["n_is_least"]]
    assert told


def test_what_is_kept_back_stands_nowhere_on_the_page(company) -> None:
    made, found = company
    permitted = pd.Series(np.random.default_rng(5).random(len(made.hires)) < 0.93)
    mine = of(made, found, permitted, permitted=made.hires[permitted])
    page = answer.answer_of(mine)
    assert page.people is not None
    assert page.pairs is not None
    true = {**found.interviewers.set_index("id")["n"], **found.pairs.set_index("id")["n"]}
    for frame in (page.people.frame, page.pairs.triangle.marks.rows, page.pairs.listed.marks.rows):
        for row in frame[frame["is_least"]].to_dict("records"):
            assert "plain" not in f"{row['right']} {row['detail']}"
            told = row["detail"].split(" · ")[-1]
            assert told == f"{row['here']} of {row['n']} or more hires in this selection"
            assert row["n"] <= true[row["id"]]
    assert page.standfirst.count("the filters and your access choose whose rows are shown") == 1


def test_without_names_no_small_group_of_the_chosen_is_counted(company) -> None:
    made, found = company
    few = made.hires.index.isin(made.hires.index[made.hires["source"] == "Source A"][:3])
    which = pd.Series(few) | (made.hires["source"] == "Source B")
    named, nameless = of(made, found, which), of(made, found, which, names=None)
    assert set(named.evidence.sources["id"]) == {"Source A", "Source B"}
    assert "Source A" not in set(nameless.evidence.sources["id"])
    assert (nameless.evidence.interviewers["here"] >= SMALLEST_GROUP).all()


# Words


def test_counts_are_told_of_how_many_where_they_differ() -> None:
    row = {"n": 61, "here": 23, "is_least": False}
    assert (hires_of(row), hires_of({"n": 61}), hires_of({**row, "here": 61})) == (
        "23 of 61 hires",
        "61 hires",
        "61 hires",
    )
    assert hires_of({"n": 8, "here": 7, "is_least": True}) == "7 of 8 or more hires"
    assert sentence_of(row) == "61 hires, 23 of them in this selection"
    assert sentence_of({"n": 1, "here": 1}) == "1 hire"
    assert (
        sentence_of({"n": 8, "here": 7, "is_least": True}) == "8 or more hires, 7 of them in this selection"
    )
    assert count_of({"n": 8, "here": 8, "is_least": True}, "+") == "8 of 8+"
    assert rests_on(416, 416, sees_all=True) == ""
    assert rests_on(416, 64, sees_all=True) == (
        "Estimates rest on all 416 such hires of the company; the filters choose whose rows are shown (64 of them are "
        "in this selection)."
    )


def test_a_selection_without_any_of_them_says_so_in_words_of_its_own(company) -> None:
    made, found = company
    unseen = pd.concat([made.hires.iloc[:1].assign(employee_id="Z", source="Elsewhere"), made.hires])
    judged_again = found.outcomes.hires.iloc[:1].assign(employee_id="Z", source="Elsewhere")
    outcomes = replace(
        found.outcomes, hires=pd.concat([judged_again, found.outcomes.hires], ignore_index=True)
    )
    alone = shown(replace(found, outcomes=outcomes), chosen_of(unseen.iloc[:1], permitted=unseen))
    page = answer.answer_of(alone)
    assert (
        page.lead == "No interviewer of the company's 45 saw a hire of six months or more in this selection"
    )
    assert len(page.lead) <= 90
    assert page.closed is not None
    assert page.people is None
    sources = evidence.answer_of(alone)
    assert sources.lead == "None of the company's 5 sources compared brought a hire of this selection"
    assert not sources.is_compared


def test_hires_too_young_to_be_judged_are_not_called_nobody(company) -> None:
    made, found = company
    young = made.hires.iloc[:2].assign(employee_id=["Y1", "Y2"])
    page = answer.answer_of(shown(found, chosen_of(young, permitted=made.hires)))
    assert page.lead == "No hire that matches these filters has been here six months or more"


def test_luck_is_the_company_s_and_names_nobody_who_is_not_shown(company) -> None:
    made, found = company
    best = found.luck.interviewers.best
    assert found.interviewers.set_index("id").loc[best, "label"] == Label.CLEAR
    saw = made.hires["employee_id"].isin(made.seats.loc[made.seats["interviewer_id"] == best, "employee_id"])

    def told(mine: Shown) -> str:
        box = answer.answer_of(mine).luck
        assert box is not None
        return box.sentences[0][1]

    whole, without, nameless = (
        told(of(made, found, which, names=names))
        for which, names in ((saw | True, NAMES), (~saw, NAMES), (saw | True, None))
    )
    assert NAMES[best] in whole
    assert without == whole.replace(NAMES[best], NOT_SHOWN)
    assert nameless == whole.replace(NAMES[best], NOT_NAMED)


def test_hires_and_panels_told_are_those_chosen_and_contrasts_the_company_s(company) -> None:
    made, found = company
    which = filters(made)["a region"]
    mine = of(made, found, which)
    assert set(mine.hires["employee_id"]) == set(made.hires.loc[which, "employee_id"])
    assert set(mine.seats["employee_id"]) <= set(mine.hires["employee_id"])
    page, whole = (composition(one) for one in (mine, all_shown(found, NAMES)))
    pd.testing.assert_frame_equal(page.exhibit.marks.rows, whole.exhibit.marks.rows)
    assert page.counted.startswith(f"Panels of {int(which.sum())} hires: ")


def test_what_is_said_of_none_is_said_of_those_shown_and_checks_of_the_company(company) -> None:
    made, found = company
    quiet = found.interviewers["label"] != Label.CLEAR
    only = set(found.interviewers.loc[quiet, "id"])
    saw_clear = made.seats.loc[~made.seats["interviewer_id"].isin(only), "employee_id"]
    which = ~made.hires["employee_id"].isin(saw_clear)
    whole, mine = (
        answer.answer_of(all_shown(found, NAMES)),
        answer.answer_of(of(made, found, which)),
    )
    assert "clearly stand apart" in whole.lead
    assert "differ by more than luck" in mine.lead
    assert len(mine.lead) <= 90
    assert mine.people is not None
    assert mine.pairs is not None
    assert mine.people.exhibit.lead == "No interviewer shown stands clearly apart from the average"
    assert mine.pairs.triangle.lead == "No pair shown stands clearly apart from the average"
    assert mine.people.exhibit.note.count(READING) == 1
    assert (
        mine.pairs.triangle.marks.given["never"]
        == "seen together by fewer than 5 hires, or by none in this selection"
    )
    assert mine.checks[0] == ("Of whom", "The whole company: the checks are made once, whatever is shown.")
    assert mine.checks[1:] == whole.checks
    assert whole.people is not None
    assert READING not in whole.people.exhibit.note


def test_a_claim_rests_on_all_hires_of_the_company_and_says_how_many_are_chosen(company) -> None:
    made, found = company
    mine = of(made, found, filters(made)["a source and a year"])
    rows_of = mine.evidence.interviewers.to_dict("records")
    row = next(one for one in rows_of if one["label"] == Label.CLEAR and one["here"] < one["n"])
    said = telling.claim(row, Kind.INTERVIEWERS, NAMES)
    assert said.endswith(f"Based on {row['n']} hires, {row['here']} of them in this selection.")


def test_one_who_may_see_everything_reads_that_filters_alone_choose() -> None:
    assert chooses(sees_all=True) == "The filters choose whose rows are shown, and change no estimate."
    assert chooses(sees_all=False).startswith("The filters and your access choose whose rows are shown")

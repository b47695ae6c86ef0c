"""What the page of interviewers says first, and what it says where little or nothing can be said."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pandas as pd

from helpers.invented.hires import Made, all_shown, chosen_of, company
from hiring.findings.interviewers import answer
from hiring.findings.interviewers.answer import Answer
from hiring.findings.links import WIDEN
from hiring.metrics import combining
from hiring.statistics.evidence.claims import FEWEST_HIRES
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.gates import FEWEST_FOR_COMBINATIONS, FEWEST_TO_RANK
from hiring.statistics.evidence.judging import whole
from hiring.statistics.evidence.shown import shown
from hiring.statistics.verdicts import Label


def people_of(made: Made) -> dict[str, str]:
    return {who: f"Ada Person-{who}" for who in sorted(made.seats["interviewer_id"].unique())}


def told_of(made: Made, *, named: bool = True, **changed: pd.DataFrame) -> Answer:
    frames = {"hires": made.hires, "months": made.months, "seats": made.seats, **changed}
    everybody = chosen_of(frames["hires"], names=people_of(made) if named else None)
    return answer.answer_of(shown(whole(frames["hires"], frames["months"], frames["seats"]), everybody))


@cache
def differing() -> Made:
    """Interviewers who truly differ, seen often enough to tell some of them."""
    return company(count=900, interviewers=45, spread=0.5, seed=3)


def text_of(told: Answer) -> str:
    """All that a told page holds, but for the frame of hires."""
    parts = [told.lead, told.standfirst, told.labels, told.remarks, str(told.checks), str(told.closed)]
    parts += [str(told.luck.sentences), told.luck.people.alt, told.luck.pairs.alt] if told.luck else []
    return " ".join(parts)


def test_where_several_stand_apart_the_lead_counts_them_and_both_ways() -> None:
    found = whole(differing().hires, differing().months, differing().seats)
    clear = found.interviewers[found.interviewers["label"] == Label.CLEAR]
    more, less = int((clear["estimate"] > 0).sum()), int((clear["estimate"] < 0).sum())
    assert more
    assert less
    lead = told_of(differing()).lead
    assert lead.startswith(f"{len(clear)} interviewers clearly stand apart: ")
    assert f"hires seen by {more} attained more, by {less} less" in lead
    assert len(lead) <= 90


def test_one_who_stands_apart_is_named_and_only_to_those_who_may_see_names() -> None:
    made = differing()
    found = whole(made.hires, made.months, made.seats)
    first = found.interviewers[found.interviewers["label"] == Label.CLEAR].index[:1]
    one = found.interviewers.assign(label=Label.CANNOT_TELL.value)
    one.loc[first, "label"] = Label.CLEAR.value
    who = one.loc[first[0], "id"]
    alone = replace(found, interviewers=one, pairs=found.pairs.iloc[:0])
    assert f"Person-{who}" in answer.answer_of(all_shown(alone, people_of(made))).lead
    nameless = answer.answer_of(all_shown(alone, None))
    assert nameless.lead.startswith("1 interviewer clearly stands apart: the hires they saw attained ")


def test_where_nobody_differs_the_lead_speaks_of_the_whole() -> None:
    made = company(count=300, seed=5)
    found = whole(made.hires, made.months, made.seats)
    quiet = replace(found, interviewers=found.interviewers.assign(label=Label.CANNOT_TELL.value))
    quiet = replace(quiet, pairs=quiet.pairs.assign(label=Label.CANNOT_TELL.value))
    told = answer.answer_of(all_shown(quiet, people_of(made)), "Compared below: 9 of 20.")
    count = len(found.interviewers)
    assert (
        told.lead == f"Among the {count} interviewers who can be compared nobody stands out further than luck"
    )
    assert told.standfirst == "Compared below: 9 of 20."
    assert answer.standfirst(all_shown(quiet, None)).startswith(f"{count} interviewers and ")
    assert "300 hires of at least six months" in told.how[0]
    assert "drawn towards the average" in told.how[1]


def test_the_one_who_leans_is_named_and_only_to_those_who_may_see_names() -> None:
    made = company(count=300, seed=5)
    found = whole(made.hires, made.months, made.seats)
    labels = [Label.LEANING.value, *[Label.CANNOT_TELL.value] * (len(found.interviewers) - 1)]
    one = found.interviewers.assign(label=labels)
    leaning = replace(found, interviewers=one, pairs=found.pairs.assign(label=Label.CANNOT_TELL.value))
    who, way = one["id"].iloc[0], "upward" if one["estimate"].iloc[0] > 0 else "downward"
    named = answer.answer_of(all_shown(leaning, people_of(made))).lead
    assert named == f"Hires seen by Ada Person-{who} lean {way}; nobody else stands out"
    nameless = answer.answer_of(all_shown(leaning, None)).lead
    assert nameless == f"Of the {len(one)} interviewers who can be compared 1 leans; luck could explain it"


def test_whoever_may_not_see_names_gets_no_id_and_no_row_about_one_person() -> None:
    told = told_of(differing(), named=False)
    assert (told.people, told.pairs, told.counts) == (None, None, None)
    assert told.luck is not None
    assert "not named to you" in text_of(told)
    ids = [*people_of(differing()), "Ada"]
    assert not [who for who in ids if who in text_of(told)]
    assert told.labels.startswith("Of 45 interviewers: ")


def test_below_120_hires_there_are_counts_and_how_many_are_missing() -> None:
    made = company(count=119, spread=3.0)
    told = told_of(made)
    assert told.lead == "Too few hires to compare anybody: 119 of at least 120"
    assert told.closed is not None
    assert told.closed[0].startswith("1 more hire must have reached six months")
    assert told.luck is None
    assert told.people is None
    assert told.counts is not None
    seen = made.seats.groupby("interviewer_id").size()
    table = told.counts.table.set_index("Interviewer")["Hires seen"]
    assert table.to_dict() == {f"Ada Person-{who}": count for who, count in seen.items()}
    assert told.counts.title == f"{len(seen)} interviewers saw 119 hires"
    assert told.counts.table["Hires seen"].is_monotonic_decreasing
    assert told_of(made, named=False).counts is None
    twice = told_of(made, seats=pd.concat([made.seats, made.seats.assign(stage="first")], ignore_index=True))
    assert twice.counts is not None
    assert twice.counts.table["Hires seen"].sum() == len(made.seats)


def test_an_empty_choice_says_what_to_widen_and_a_company_without_hires_names_no_filter() -> None:
    made = company(count=130)
    found = whole(made.hires, made.months, made.seats)
    told = answer.answer_of(shown(found, chosen_of(made.hires.iloc[:0])))
    assert told.lead == "No hire matches these filters"
    assert told.closed == ("There is nothing to compare.", WIDEN)
    nobody = told_of(made, hires=made.hires.iloc[:0], months=made.months.iloc[:0], seats=made.seats.iloc[:0])
    assert nobody.lead == "No hire is known"
    assert nobody.closed == ("There is nothing to compare.", "Nobody in the exports was hired to sell.")


def test_where_nobody_has_sold_anything_nothing_is_compared() -> None:
    made = company(count=150)
    told = told_of(made, months=made.months.assign(revenue=0.0))
    assert told.lead == "None of these hires has sold anything yet"
    assert told.closed is not None
    assert told.closed[0] == "150 hires of six months or more, none with revenue of their own."


def test_too_few_recorded_panels_are_told_with_both_counts() -> None:
    made = company(count=150)
    few = made.seats[made.seats["employee_id"] < "H0050"]
    told = told_of(made, seats=few)
    assert told.closed is not None
    assert told.closed[0] == "A panel is recorded for 50 of 150 hires."
    assert told.counts is not None
    assert len(told.counts.table)


def test_one_interviewer_in_every_panel_has_nobody_to_be_compared_with() -> None:
    made = company(count=200, interviewers=24)
    everywhere = made.hires[["employee_id", "hire_date"]].assign(
        interviewer_id="Z", department="HR", stage="screen"
    )
    told = told_of(made, seats=pd.concat([made.seats, everywhere], ignore_index=True))
    assert told.people is not None
    row = told.people.frame.set_index("id").loc["Z"]
    assert row["n"] == 200
    assert row["verdict"] == Label.TOO_FEW.value
    assert row["instead"] == "in every panel: nobody to compare with"


def test_interviewers_who_never_sit_together_are_no_pairs() -> None:
    told = told_of(company(count=200, panel=1))
    assert told.pairs is not None
    assert not told.pairs.is_drawn
    assert told.pairs.triangle.lead == "No two interviewers here have seen 5 hires together"
    assert told.people is not None
    assert told.people.is_drawn


def test_a_role_of_three_hires_is_in_and_breaks_nothing() -> None:
    made = company(count=200)
    hires = made.hires.copy()
    hires.loc[hires.index[:3], "role_profile"] = "Rare role"
    told = told_of(made, hires=hires)
    assert told.gate.count_mature == 200
    assert told.people is not None
    assert told.people.is_drawn


def test_without_quotas_the_footer_says_so() -> None:
    made = company(count=150)
    told = told_of(made, months=made.months.assign(quota=0.0, has_quota=False))
    assert "no quotas are known" in told.remarks


def test_offices_that_are_roles_leave_effects_that_cannot_be_told_apart_and_still_an_answer() -> None:
    made = company(count=200)
    region = made.hires["role_profile"].str.replace("Role", "Region")
    told = told_of(made, hires=made.hires.assign(region=region, segment=region))
    assert told.people is not None
    assert told.people.is_drawn


def test_unequal_territories_are_the_banner_and_nothing_is_called_clear() -> None:
    told = told_of(company(count=600, interviewers=24, territory=1.5, seed=2))
    assert told.unequal is not None
    assert told.unequal[0] == "Interviewers are not comparable here."
    assert told.unequal[1].endswith("(territory revenue before the hire). Nothing is called Clear.")
    assert told.levelled == ""
    assert told.people is not None
    assert Label.CLEAR.value not in set(told.people.frame["verdict"])


def test_unequal_territories_that_are_levelled_out_are_said_without_a_banner() -> None:
    told = told_of(company(count=600, interviewers=24, territory=1.5, seed=3))
    assert told.unequal is None
    assert "levelled out in every comparison" in told.levelled


def test_the_cards_say_the_numbers_the_evidence_goes_by() -> None:
    assert (FEWEST_TO_RANK, FEWEST_FOR_COMBINATIONS) == (
        combining.FEWEST_TO_RANK,
        combining.FEWEST_FOR_COMBINATIONS,
    )
    assert (FEWEST_HIRES[Kind.INTERVIEWERS], FEWEST_HIRES[Kind.TOTALS]) == (
        combining.FEWEST_SEEN,
        combining.FEWEST_TOGETHER,
    )

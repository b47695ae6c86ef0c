"""Candidates as found, counted a second time by pandas from the exports themselves."""

from __future__ import annotations

import math

import pandas as pd

from helpers.invented import both_sides
from hiring import words
from hiring.findings.candidates import answer
from hiring.findings.candidates.answer import Candidates


def by_hand(exports: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Every application with the last answer up to the day of the data; all of them have ended."""
    surveys = exports["candidate_surveys"]
    known = surveys[pd.to_datetime(surveys["answered_on"]) <= pd.Timestamp(both_sides.AS_OF)]
    last = known.sort_values("answered_on").groupby("application_id")["recommend_score"].last()
    applications = exports["applications"].set_index("application_id")
    return applications.assign(score=last.reindex(applications.index))


def score(rows: pd.DataFrame) -> str:
    """Points as written: halves up, a true minus."""
    given = rows["score"].dropna()
    value = 100 * ((given >= 9).sum() - (given <= 6).sum()) / len(given)
    whole = math.floor(abs(value) + 0.5)
    return f"{'+' if value > 0 else '−'}{whole}" if whole else "0"


def told(ask, has_surveys: bool = True) -> Candidates:
    ended = ask("candidates/applications_ended")
    if not has_surveys:
        ended = ended.assign(recommend_score=float("nan"))
    found = answer.candidates(ended, ask("candidates/applications_by_reason"), has_surveys)
    assert found is not None
    return found


def test_the_scores_and_who_answered_are_those_of_the_files(ask, exports) -> None:
    rows = by_hand(exports)
    tiles = {one.title(): one for one in told(ask).numbers}
    assert tiles["Candidate NPS"].value == score(rows)
    for status in ("rejected", "hired"):
        assert tiles[f"NPS of {status}"].value == score(rows[rows["status"] == status])
    answered = rows["score"].notna().sum()
    assert tiles["Answered"].note.startswith(f"{answered} of {len(rows)} ")
    assert tiles["Withdrew"].note.startswith(f"{(rows['status'] == 'withdrawn').sum()} of {len(rows)} ")
    declined, hired = ((rows["status"] == one).sum() for one in ("offer_declined", "hired"))
    assert tiles["Declined the offer"].note.startswith(f"{declined} of {declined + hired} ")


def test_an_answer_of_after_the_day_of_the_data_does_not_count_and_of_two_the_last_does(ask, exports) -> None:
    surveys = exports["candidate_surveys"]
    late = pd.to_datetime(surveys["answered_on"]) > pd.Timestamp(both_sides.AS_OF)
    assert late.any()
    assert surveys.loc[~late, "application_id"].duplicated().any()
    found = ask("candidates/applications_ended").set_index("application_id")["recommend_score"]
    wanted = by_hand(exports)["score"]
    pd.testing.assert_series_equal(
        found.dropna().astype(float), wanted.dropna().sort_index(), check_names=False
    )


def test_the_standfirst_says_what_the_rejected_and_the_hired_answered_and_counts_them(ask, exports) -> None:
    rows = by_hand(exports)
    given = rows.dropna(subset=["score"])

    def whole(share: pd.Series) -> pd.Series:
        return share.mul(100).add(0.5).astype(int)

    would = whole((given["score"] >= 9).groupby(given["status"]).mean())
    found = told(ask)
    gave = (given["score"] >= 9).groupby(given["status"]).sum()
    n, every = given["status"].value_counts(), rows["status"].value_counts()
    assert found.standfirst.replace("\u202f", " ") == (
        f"Of those rejected who answered {would['rejected']} % would recommend us, of those hired {would['hired']} %. "
        f"{n['rejected']} of {every['rejected']} rejected answered, {gave['rejected']} of them 9 or 10 of 10; "
        f"{n['hired']} of {every['hired']} hired, {gave['hired']} of them."
    )


def test_the_reason_of_most_who_declined_leads_and_is_what_to_talk_about(ask) -> None:
    ended = ask("candidates/applications_ended")
    declined, gone = ((ended["status"] == one).sum() for one in ("offer_declined", "withdrawn"))
    rows = [("offer_declined", "too slow", 6), ("withdrawn", "Pay", 7), ("withdrawn", "too slow", 5)]
    why = pd.DataFrame(rows, columns=["status", "reason", "count_applications"])
    found = answer.candidates(ended, why, True)
    assert found is not None
    assert found.lead.endswith(f"\u202f% of offers declined: “too slow” {words.percent(6 / declined)}")
    assert found.standfirst.startswith("Of those rejected who answered ")
    assert found.next_step == (
        f"agree what to do, and whose it is: “Pay”, 7 of {gone} who withdrew; “too slow”, 6 of {declined} who declined."
    )
    more = pd.DataFrame(
        [("offer_declined", "salary", 5), ("offer_declined", "x" * 40, 5)], columns=why.columns
    )
    both = answer.candidates(ended, pd.concat([why, more]), True)
    assert both is not None
    assert "“too slow” " in both.lead
    assert "“salary” " in both.lead  # one alone would read as the cause
    assert len(both.lead) <= 90
    silent = answer.candidates(ended, why.iloc[1:], True)
    assert silent is not None
    assert (silent.next_step, "“" in silent.lead) == ("", False)


def test_of_fewer_than_five_who_withdrew_there_is_no_tile(ask) -> None:
    ended, why = ask("candidates/applications_ended"), ask("candidates/applications_by_reason").iloc[:0]
    few = pd.concat([ended[ended["status"] != "withdrawn"], ended[ended["status"] == "withdrawn"].head(4)])
    found = answer.candidates(few, why, True)
    assert found is not None
    assert "Withdrew" not in [one.title() for one in found.numbers]


def test_with_few_hired_the_lead_is_of_all_and_with_few_answers_there_is_none(ask) -> None:
    ended, why = ask("candidates/applications_ended"), ask("candidates/applications_by_reason")
    rejected = ended[ended["status"] == "rejected"]
    found = answer.candidates(rejected, why, True)
    assert found is not None
    assert found.lead.startswith("Of candidates who answered, ")
    few = rejected[rejected["recommend_score"].notna()].head(4)
    found = answer.candidates(few, why, True)
    assert found is not None
    assert found.lead == answer.TOO_FEW
    assert not found.sections
    assert answer.candidates(ended.iloc[:0], why, True) is None


def test_without_surveys_the_leaving_is_still_told(ask) -> None:
    found = told(ask, has_surveys=False)
    assert found.lead == answer.UNKNOWN
    assert not found.sections
    assert found.reasons
    assert [one.card for one in found.numbers] == ["own_decision", "own_decision"]


def test_no_figure_bears_a_label(ask) -> None:
    found = told(ask)
    exhibits = [*found.sections, *found.alike]
    assert len(exhibits) == 7
    assert all(one.lead.endswith("; ranges meet") for one in found.alike)
    assert not [one for one in found.sections if one.lead.endswith("; ranges meet")]
    by = [one.lead.split(":")[0].lower() for one in found.alike]
    assert answer.alike_by(found.alike) == (
        f"No clear difference {', '.join(by)}: the ranges of lowest and highest meet"
    )
    assert not [one for one in exhibits if one.label or "verdict" in one.marks.rows]


def test_two_outcomes_from_which_a_third_of_few_would_come_are_not_both_told(ask) -> None:
    ended, why = ask("candidates/applications_ended"), ask("candidates/applications_by_reason").iloc[:0]
    answered = ended[ended["recommend_score"].notna()]
    own = answered["status"].isin(("withdrawn", "offer_declined"))
    for count in (2, 4):
        few = pd.concat([answered[~own], answered[own].head(count)])
        found = answer.candidates(few, why, True)
        assert found is not None
        assert found.lead.startswith("Of candidates who answered, ")
        smaller = few["status"].value_counts()[["rejected", "hired"]].idxmin()
        told_of = [one.title() for one in found.numbers]
        assert f"NPS of {smaller}" not in told_of
        (figure,) = (one for one in (*found.sections, *found.alike) if one.key == "candidates_outcome")
        figure = figure.marks.rows.dropna(subset=["n"])
        assert figure["name"].str.lower().tolist() == [one for one in ("hired", "rejected") if one != smaller]

"""Why candidates left, counted a second time by pandas; where strong ones leave, by hand."""

from __future__ import annotations

import pandas as pd

from hiring.findings.candidates import leaving


def ended(withdrawn: int, declined: int = 0) -> pd.DataFrame:
    return pd.DataFrame({"status": ["withdrawn"] * withdrawn + ["offer_declined"] * declined})


def counts(*rows: tuple[str, str | None, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["status", "reason", "count_applications"])


def test_reasons_are_counted_as_in_the_files_whatever_their_letters(ask, exports) -> None:
    gone = exports["applications"].query("status == 'withdrawn'")
    by_hand = gone["reason"].str.lower().value_counts()
    found, _ = leaving.reasons(ask("candidates/applications_ended"), ask("candidates/applications_by_reason"))
    table = found.table.set_index("Reason")["Applications"].astype(int)
    assert found.lead == f"Why {len(gone)} withdrew"
    known = {reason: n for reason, n in by_hand.items() if n >= 5}
    assert {reason.lower(): n for reason, n in table.items() if reason.lower() in known} == known
    assert table.get("Not recorded", 0) == gone["reason"].isna().sum()
    assert table["Other reasons"] == by_hand.sum() - sum(known.values())
    assert "Told Sam 3 no" not in table.index
    assert table.sum() == len(gone)


def test_what_few_gave_or_stands_beyond_the_top_is_told_among_the_others() -> None:
    many = [("withdrawn", f"Reason {n}", 20 - n) for n in range(8)]
    (found,) = leaving.reasons(ended(140), counts(*many, ("withdrawn", "Ann Odd", 4), ("withdrawn", None, 8)))
    assert found.table["Reason"].tolist() == [
        *(f"Reason {n}" for n in range(6)),
        "Other reasons",
        "Not recorded",
    ]
    assert found.table["Applications"].tolist()[-2:] == ["27", "8"]


def test_where_no_reason_is_recorded_that_is_said() -> None:
    withdrew, declined = leaving.reasons(
        ended(6, 9), counts(("withdrawn", None, 6), ("offer_declined", "Pay", 9))
    )
    assert withdrew.table.empty
    assert withdrew.says == "No reason is recorded for any of the 6 who withdrew."
    assert declined.table["Share"].tolist()[0].startswith("100")
    assert leaving.reasons(ended(0), counts()) == ()


def test_a_reason_is_one_short_line() -> None:
    (found,) = leaving.reasons(ended(6), counts(("withdrawn", "<b>x</b>\n" + "y" * 90, 6)))
    (written, *_) = found.table["Reason"]
    assert written.startswith("<b>x</b>\\n")
    assert len(written) == 44


def rated(*rows: tuple[int, str, str, float]) -> pd.DataFrame:
    each = [(stages, status, mean) for count, stages, status, mean in rows for _ in range(count)]
    return pd.DataFrame(each, columns=["stages", "status", "recommendation"])


def test_strong_candidates_stand_beside_the_others_of_the_same_stage() -> None:
    frame = rated(
        (4, "applied,screen", "withdrawn", 3.5),
        (6, "applied,screen,offer", "offer_declined", 3.0),
        (10, "applied,screen,offer,hired", "hired", 4.0),
        (5, "applied,screen", "rejected", 3.0),
        (9, "applied,screen", "withdrawn", 2.0),
        (30, "applied,screen", "rejected", 1.0),
    )
    found = leaving.strong_leave(frame)
    assert found.lead == "Strong candidates leave most often at the offer: 6 of 16"
    assert (
        found.says
        == "Of 25 applications of strong candidates, 10 were hired, 5 rejected, 4 withdrew and 6 declined the offer."
    )
    assert found.table["Last stage"].tolist() == ["Screen", "Offer"]
    assert found.table["Strong candidates"].tolist()[0].endswith("· 4 of 20")
    assert found.table["Others"].tolist() == ["100\u202f% (70–100) · 9 of 9", "too few to show"]


def test_where_others_leave_as_often_it_is_folded_and_who_stands_in_no_row_is_counted() -> None:
    frame = rated(
        (20, "applied,screen", "withdrawn", 3.5),
        (40, "applied,screen,hired", "hired", 3.5),
        (10, "applied,screen", "withdrawn", 2.0),
        (20, "applied,screen,hired", "hired", 2.0),
        (6, "applied", "withdrawn", float("nan")),
    )
    found = leaving.strong_leave(frame)
    assert found.lead == leaving.ALIKE
    assert found.is_folded
    assert found.says.endswith("6 of 36 who withdrew had no recommendation and are not in the table.")
    apart = pd.concat([frame, rated((400, "applied,screen,hired", "hired", 2.0))], ignore_index=True)
    assert not leaving.strong_leave(apart).is_folded
    assert leaving.strong_leave(apart).lead.replace("\u202f", "") == (
        "At the screen 33% of those rated yes or above leave, 2% of the others"
    )


def test_the_stage_at_which_strong_ones_and_others_leave_most_apart_leads_and_not_where_most_leave() -> None:
    """At the offer more leave, strong or not alike; at the screen the strong do."""
    frame = rated(
        (40, "applied,screen", "withdrawn", 3.5), (5, "applied,screen", "withdrawn", 2.0),
        (80, "applied,screen,offer", "offer_declined", 3.5), (80, "applied,screen,offer", "offer_declined", 2.0),
        (80, "applied,screen,offer,hired", "hired", 3.5), (80, "applied,screen,offer,hired", "hired", 2.0),
    )  # fmt: skip
    assert leaving.strong_leave(frame).lead.replace("\u202f", "") == (
        "At the screen 20% of those rated yes or above leave, 3% of the others"
    )


def test_of_fewer_than_five_who_left_no_reason_is_told() -> None:
    assert leaving.reasons(ended(4), counts(("withdrawn", "Pay", 4))) == ()


def test_without_recommendations_or_with_few_strong_ones_that_is_said() -> None:
    none = rated((12, "applied,screen", "withdrawn", float("nan")))
    assert leaving.strong_leave(none).says == leaving.NO_RECOMMENDATION
    few = rated((9, "applied,screen", "withdrawn", 3.0), (20, "applied,screen", "withdrawn", 1.0))
    assert leaving.strong_leave(few).says == leaving.TOO_FEW_STRONG

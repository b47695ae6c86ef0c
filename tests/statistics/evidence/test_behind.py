"""The hires behind a claim are those it counts."""

from __future__ import annotations

from hiring.statistics.evidence.behind import from_source, seen_by


def test_as_many_hires_stand_behind_a_claim_as_it_says(judged) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    for row in found.interviewers.head(3).to_dict("records"):
        assert len(seen_by(found, [row["id"]])) == row["n"]
    for row in found.pairs.head(5).to_dict("records"):
        hires = seen_by(found, [row["first_id"], row["second_id"]])
        assert len(hires) == row["n"]
        assert hires["score"].is_monotonic_decreasing
        assert hires["score"].mean() == row["raw_mean"] or abs(hires["score"].mean() - row["raw_mean"]) < 1e-9
    for row in found.sources.to_dict("records"):
        assert len(from_source(found, row["id"])) == row["n"]


def test_nobody_stands_behind_who_is_not_there(judged) -> None:
    _, found = judged(count=900, interviewers=45, spread=0.5, panel=3, seed=3)
    assert seen_by(found, ["I00", "nobody"]).empty
    assert from_source(found, "nowhere").empty

"""The proof on companies of another kind: a row a kind, what was false, how near the order, how many ranges held."""

from __future__ import annotations

from dataclasses import replace

from helpers.invented.figures import DECEIVED, FOUND, NOTHING, measurement, row
from hiring.findings.methods import aims, proof

YEARLY = "yearly quotas"


def _measured() -> object:
    shapes = (
        row("nothing is true", 300, NOTHING, shape=YEARLY, sources=DECEIVED),
        row("interviewers differ", 300, FOUND, shape=YEARLY, companies=20),
        row("nothing is true", 300, NOTHING, shape="panels of one or two"),
    )
    return replace(measurement(), shapes=shapes)


def test_a_kind_of_company_is_a_row_with_its_false_claims_its_order_and_its_ranges() -> None:
    table = aims.proof(_measured()).shapes
    yearly, small = (list(row) for row in table.itertuples(index=False))
    assert yearly == [YEARLY, "20 of 40", "0.66 (0.40)", "94.0\u202f%, 94.0\u202f%"]
    assert small == ["panels of one or two", "0 of 40", "not measured", "not measured"]


def test_all_kinds_together_are_told_in_one_sentence() -> None:
    assert aims.proof(_measured()).shapes_in_words == (
        "Of 80 companies of 2 other kinds in which nothing is true, 20 were told something false; of 100 true values, "
        "ranges of 95\u202f% hold 94 to 94"
    )
    assert aims.proof(measurement()).shapes_in_words == ""


def test_companies_of_another_kind_count_apart_and_leave_the_usual_figures_alone() -> None:
    found = _measured()
    assert "and 100 unlike those in one thing" in proof.measured_on(found)
    assert aims.false_claims(found).equals(aims.false_claims(measurement()))
    assert proof.lead(found) == proof.lead(measurement())


def test_where_no_other_kind_was_measured_there_is_no_row() -> None:
    assert aims.proof(measurement()).shapes.empty

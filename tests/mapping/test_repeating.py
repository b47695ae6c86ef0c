"""Labels that stand above several columns: asked about where a mapping reads them, and nowhere else."""

from __future__ import annotations

from hiring.loading.recognise import Recognised, recognise
from hiring.mapping.presets import installed
from hiring.mapping.rules import Number, Plan

DEALS = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner"


def recognised(header: str) -> Recognised:
    return recognise("deals.csv", header.split(","), 1, installed())


def amount_of(plan: Plan) -> str:
    rule = plan.main.rule("amount")
    assert isinstance(rule, Number)
    return rule.source


def test_a_label_twice_above_columns_the_mapping_reads_is_asked_about() -> None:
    found = recognised(f"{DEALS},AMOUNT")
    assert found.plan is None
    assert found.ask is not None
    assert (found.ask.key, found.ask.choices, found.ask.binds) == (
        "which Amount counts in HubSpot deals export",
        ("the first", "the second"),
        False,
    )
    assert "deals.csv · line 1 · column Amount · found 2 columns of this name" in str(found.ask.message)
    assert [amount_of(plan) for plan in found.plans] == ["amount", "amount(2)"]


def test_one_question_serves_all_labels_that_repeat() -> None:
    found = recognised(f"Amount,{DEALS},Deal owner,Amount")
    assert found.ask is not None
    assert found.ask.key == "which Amount, Deal owner counts in HubSpot deals export"
    assert [(amount_of(plan), plan.label_of("opportunities", "amount")) for plan in found.plans] == [
        ("amount", "Amount"),
        ("amount(2)", "Amount"),
        ("amount(3)", "Amount"),
    ]
    owners = [plan.sources.count("dealowner(2)") for plan in found.plans]
    assert owners == [0, 1, 1]


def test_labels_the_mapping_does_not_read_may_repeat() -> None:
    assert recognised(f"{DEALS},Shoe size,Shoe size").plan is not None


def test_a_mapping_that_speaks_of_the_second_column_has_decided() -> None:
    found = recognised("Submitted On,Application ID,Would you recommend us?,Notes,Notes,Notes")
    assert found.plan is not None
    assert "notes(2)" not in found.plan.sources
    assert found.unknown_columns == ("Notes", "Notes")


def test_attributes_of_one_name_are_each_an_attribute() -> None:
    found = recognised(
        "Application ID,Candidate Name,Interview,Interviewer,Interview Date,"
        "Submitted At,Overall Recommendation,Grit,Grit"
    )
    assert found.plan is not None
    assert {"grit", "grit(2)"} <= set(found.plan.sources)

"""What went from a header and what came, told against the mapping that was made for it, by name."""

from __future__ import annotations

import pytest

from hiring.mapping.changed import Changed, changed
from hiring.mapping.presets import installed, preset_of
from hiring.mapping.writing import Chosen, Draft, Part, mapping_text

OURS = (("employee_id", "Nr"), ("full_name", "Wer"), ("department", "Abt"), ("hire_date", "Eintritt"))


def mapping(name: str = "staff", ignored: tuple[str, ...] = ("Telefon",), last: str = "Eintritt"):
    columns = (*OURS[:3], ("hire_date", last))
    chosen = tuple((ours, Chosen((label,))) for ours, label in columns)
    return preset_of(
        f"{name}.toml", mapping_text(Draft("Own export", name, "employees", chosen, ignored=ignored))
    )


@pytest.mark.parametrize(
    ("header", "since"),
    [
        ("Nr,Wer,Abt,Eintritt,Telefon", Changed()),
        ("telefon,EINTRITT,Abt *,Wer,Nr", Changed()),
        ("Nr,Wer,Abt,Eintritt", Changed("staff", ("Telefon",), ())),
        ("Nr,Wer,Abt,Eintritt,Telefon,Büro", Changed("staff", (), ("Büro",))),
        ("Nr,Wer,Abt,Beginn,Telefon", Changed("staff", ("Eintritt",), ("Beginn",))),
        ("Nr,Wer,,Eintritt,Telefon", Changed("staff", ("Abt",), ())),
        ("Deal,Owner,Nr,Amount", Changed()),
    ],
)
def test_a_header_is_held_against_the_one_it_was_mapped_for(header: str, since: Changed) -> None:
    assert changed((*installed(), mapping()), header.split(",")) == since
    assert bool(since) == bool(since.mapping)


def test_of_two_mappings_the_nearer_one_tells() -> None:
    both = (mapping("old"), mapping("new", ignored=("Telefon", "Büro"), last="Beginn"))
    assert changed(both, ["Nr", "Wer", "Abt", "Beginn", "Telefon"]) == Changed("new", ("Büro",), ())


def test_a_label_that_starts_with_a_tilde_is_one_label() -> None:
    odd = mapping(ignored=("~Notiz",))
    assert not changed([odd], ["Nr", "Wer", "Abt", "Eintritt", "~Notiz"])


def test_what_came_with_the_dashboard_was_made_for_nobodys_header() -> None:
    assert changed(installed(), ["Nr", "Wer", "Abt"]) == Changed()


@pytest.mark.parametrize("measure", ["", "quota"])
def test_of_a_sheet_with_a_column_for_each_period_only_what_is_no_period_changed(measure: str) -> None:
    chosen = (("owner_id", Chosen(("Rep",))), ("amount", Chosen(special="cell")))
    part = Part("quotas", chosen, periods=measure)
    told = Draft("Own export", "goals", "quotas", chosen, ignored=("Team", "Total"), parts=(part,))
    sheet = preset_of("goals.toml", mapping_text(told))
    assert not changed([sheet], ["Rep", "Team", "ene-26", "feb-26", "Total"])
    assert not changed([sheet], ["Rep", "Team", "ene-27", "Total 2027"])
    assert changed([sheet], ["Rep", "Team", "Office", "ene-26"]) == Changed("goals", (), ("Office",))


def test_a_new_quarter_of_a_turned_sheet_is_no_change() -> None:
    text = """vendor = "Own export"
export = "quota"
headers = "own"
told_by = [["Rep"]]

[[feeds]]
table = "quotas"
periods = ""

[feeds.columns]
owner_id = ["Rep"]
amount = { special = "cell" }
period_start_on = { special = "period start" }
period_end_on = { special = "period end" }
"""
    assert changed([preset_of("quota.toml", text)], ["Rep", "Q1 2026", "Q2 2026"]) == Changed()

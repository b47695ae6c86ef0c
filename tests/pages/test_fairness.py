"""Fairness as a reader meets it: the sample's counts by hand, off, refused, files missing, no way out of the page."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from helpers import breadth
from helpers.pages_read import alts, said, sound
from helpers.sample import sellers
from hiring.__main__ import main
from hiring.warehouse.build import Request, build

PAGE = "fairness"
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
CLOCK = date(2026, 7, 1)


def _title(at) -> str:
    return at.title[0].value.replace("\\", "").replace("\u202f", " ")


def _hired(at) -> dict[str, str]:
    """What stands as hired of decided, by group."""
    tables = [one.value for one in at.table if "Hired of decided" in one.value.columns]
    cells = pd.concat(tables).map(lambda cell: str(cell).replace("\\", ""))
    return dict(zip(cells["Group"], cells["Hired of decided"], strict=True))


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory):
    """`remade(setting=…, without=…)`: the sample built again with another setting, or with columns emptied."""
    made: dict[object, Path] = {}

    def one(setting: str = "fairness = true", without: tuple[str, ...] = ()) -> Path:
        if (setting, without) not in made:
            folder = tmp_path_factory.mktemp("remade")
            shutil.copytree(SAMPLE, folder / "exports")
            config = folder / "exports" / "config.toml"
            lines = [line for line in config.read_text().splitlines() if not line.startswith("fairness")]
            config.write_text("\n".join([setting, *lines]) + "\n")
            people = folder / "exports" / "candidates.csv"
            pd.read_csv(people, dtype=str).drop(columns=list(without)).to_csv(people, index=False)
            assert build(Request(folder / "exports", folder / "warehouse", clock=CLOCK)).is_good
            made[setting, without] = folder / "warehouse"
        return made[setting, without]

    return one


def test_the_page_leads_with_what_is_marked_beside_luck(app) -> None:
    at = sound(app(PAGE))
    assert _title(at) == "Applicants of 45 and over: 5.3 % are hired, against 9.1 % of 30 to 44"
    text = said(at).replace("\u202f", " ")
    assert "of 6 compared · by luck about 0.3" in text
    assert "50 of 938, 26 fewer than expected by role, against 254 of 2,784." in text
    assert "Age band: 1 of 2 hiring rates is marked for review" in text
    assert [one.label.replace("\u202f", " ").replace("\\", "") for one in at.expander][1:3] == [
        "Gender: too few to tell apart, from 7.7 % of male to 9.7 % of non-binary (124)",
        "Ethnicity: none of 2 hiring rates is marked for review",
    ]
    assert "This is no legal finding: ask counsel." in text
    assert [one.label for one in at.metric] == [
        "Hired of decided",
        "For review, hiring",
        "For review, stages",
        "Gender not said",
        "Ethnicity not said",
        "Age band not said",
    ]
    assert len(alts(at)) == 3
    assert all(alts(at))


def test_what_is_counted_is_what_stands_in_the_files(app) -> None:
    applications = sellers.file("applications").drop_duplicates("application_id", keep=False)
    gone = set(sellers.file("erased_people").query("system == 'ats'")["person_id"])
    decided = applications[
        pd.to_datetime(applications["applied_on"], errors="coerce").notna()
        & applications["status"].isin(["hired", "rejected"])
        & ~applications["candidate_id"].isin(gone)
    ]
    people = sellers.file("candidates").drop_duplicates("candidate_id").set_index("candidate_id")
    told = _hired(sound(app(PAGE)))
    for attribute in ("gender", "ethnicity", "age_band"):
        group = decided["candidate_id"].map(people[attribute]).replace("", None).dropna()
        for name, rows in decided.loc[group.index].groupby(group):
            hired = (rows["status"] == "hired").sum()
            assert told[name].startswith(f"{hired:,} of {len(rows):,} · "), name


def test_the_planted_story_stands_at_the_screen_and_the_lucky_one_is_called_small_numbers(app) -> None:
    """Older candidates are turned down at the screen; men only look so beside the rate of a hundred others."""
    at = sound(app(PAGE))
    text = said(at).replace("\u202f", " ").replace("\\", "")
    assert (
        "at the screen: 37.5 % of 45 and over go on, 260 of 694, 133 fewer than expected by role, against "
        in text
    )
    assert "HR and counsel go through what happened at the screen to 45 and over" in text
    tables = pd.concat([one.value for one in at.table if "Hired of decided" in one.value.columns])
    by_group = tables.set_index("Group")["What can be said"]
    assert by_group["male"].startswith(
        "Watch, small numbers: measured against 124 decisions; chance alone gives as wide a gap in about 39"
    )
    assert by_group["45 and over"].startswith("Review: ")


def test_a_group_of_nine_is_in_a_sum_with_those_who_said_nothing(app) -> None:
    """Nine non-binary candidates were decided on at the technical interview: no row of their own."""
    at = sound(app(PAGE))
    stages = pd.concat([one.value for one in at.table if "Stage" in one.value.columns])
    technical = stages[stages["Stage"] == "Technical interview"]["Group"].tolist()
    assert "Not said, or too few to tell" in technical
    assert not [name for name in technical if "binary" in name]


@pytest.mark.parametrize("chosen", [{"role_profiles": ["Channel"]}, {"hired_from": "2026-06-30"}])
def test_no_filter_changes_anything_so_that_no_two_answers_are_one_person_apart(app, chosen) -> None:
    whole, part = sound(app(PAGE)), sound(app(PAGE, chosen))
    assert _hired(part) == _hired(whole)
    assert _title(part) == _title(whole)


def test_nothing_of_the_page_can_be_taken_out(app, offered) -> None:
    at = sound(app(PAGE))
    assert offered == {}
    assert not at.dataframe, "a table that scrolls has a button to take it out"
    assert not at.get("popover")[1:], "the filters are the one thing to open"


def test_turned_off_the_page_says_so_and_how_it_is_turned_on(app, altered_warehouse: Path) -> None:
    at = sound(app(PAGE, warehouse=altered_warehouse))
    assert _title(at) == "Selection rates by group are not shown here"
    text = said(at)
    assert "The page Fairness is off." in text
    assert "works council" in text
    assert not alts(at)
    assert not at.table


@pytest.mark.parametrize(
    ("setting", "visibility"), [("on", "visible"), ("off", "hidden"), *breadth.proof(("none", "hidden"))]
)
def test_the_menu_names_the_page_last_and_only_where_it_is_on(
    app, request, monkeypatch, setting: str, visibility: str
) -> None:
    named = {"on": "sample_warehouse", "off": "altered_warehouse", "none": "remade"}
    company = request.getfixturevalue(named[setting])
    entries: list[tuple[str, str]] = []
    page = st.Page

    def noted(*values, **named):
        entries.append((named["title"], named.get("visibility", "visible")))
        return page(*values, **named)

    monkeypatch.setattr(st, "Page", noted)
    sound(app(PAGE, warehouse=company("") if setting == "none" else company))
    titles = [title for title, _ in entries]
    assert entries[titles.index("Who sees what") + 1] == ("Fairness", visibility)


@pytest.mark.parametrize("changes", [{"regions": ("DACH",)}, {"role_profiles": ("Channel",)}])
def test_who_sees_a_part_of_the_company_sees_nothing_here(app, seen_by, changes) -> None:
    seen_by(**changes)
    at = sound(app(PAGE))
    assert _title(at) == "Selection rates by group are not yours to see"
    assert not alts(at)
    assert not at.table


def test_who_may_not_see_names_but_the_whole_company_sees_the_page(app, without_names) -> None:
    assert _title(sound(app(PAGE))).startswith("Applicants of 45 and over: 5.3 % are hired")


@pytest.mark.parametrize(
    ("tables", "file"),
    [
        *breadth.proof((("candidates",), "`candidates.csv`")),
        (("applications", "interviews", "ratings", "candidate_surveys"), "`applications.csv`"),
    ],
)
def test_without_a_file_the_page_names_it(app, warehouse_without, tables, file) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without(*tables)))
    assert _title(at) == "Whether groups are selected at like rates is not known"
    assert file in said(at)
    assert not alts(at)


def test_without_interviews_hiring_is_told_and_of_stages_the_first_alone(app, warehouse_without) -> None:
    at = sound(app(PAGE, warehouse=warehouse_without("interviews", "ratings")))
    assert "are hired, against" in _title(at)
    assert len(alts(at)) == 3


@pytest.mark.proof
def test_without_the_columns_the_page_says_which_are_meant(app, remade) -> None:
    at = sound(app(PAGE, warehouse=remade(without=("gender", "ethnicity", "age_band"))))
    text = said(at)
    assert "Of nobody on whom was decided is a gender, ethnicity or age band known that may be told." in text
    assert not at.table


@pytest.mark.proof
def test_without_one_column_the_others_are_told_and_it_is_named(app, remade) -> None:
    at = sound(app(PAGE, warehouse=remade(without=("ethnicity",))))
    assert "No ethnicity is known that may be told" in said(at)
    assert len(alts(at)) == 2


def test_who_says_nothing_is_counted_as_such(app) -> None:
    told = _hired(sound(app(PAGE)))
    assert told["Not said"] in ("43 of 471", "76 of 697", "22 of 347")


def test_every_tile_has_a_card(app, tiles_without_a_card) -> None:
    assert tiles_without_a_card(sound(app(PAGE))) == []


@pytest.mark.parametrize("form", [[], ["--csv"], ["--json"]])
def test_the_command_line_hands_out_nothing_of_it(sample_warehouse, capsys, form) -> None:
    assert main(["ask", "fairness/groups_by_stage", "--warehouse", str(sample_warehouse), *form]) != 0
    told = capsys.readouterr()
    assert "non-binary" not in told.out + told.err


def test_a_trace_names_places_and_no_group(capsys) -> None:
    assert main(["trace", "fairness", "selection_rate"]) == 0
    told = capsys.readouterr().out
    assert "fairness_counts" in told
    assert not [word for word in ("non-binary", "group A", "45 and over") if word in told]

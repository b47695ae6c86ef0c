"""The review on a wall: which screen the address names, what was prepared, a frozen pack as it was frozen."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers.pages_read import alts, said, sound

PAGE = "review"
FIRST, LAST = "1", "9"


def button(at: AppTest, label: str):
    return next(one for one in at.button if one.label == label)


def labels(at: AppTest) -> list[str]:
    return [one.label for one in at.button]


def kept_for_a_test(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(folder / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(folder / "audit.jsonl"))


def test_the_first_screen_has_the_lead_and_the_five_numbers_and_nothing_but_the_ways_on(app) -> None:
    at = sound(app(PAGE, {"present": "1"}))
    assert at.title[0].value.startswith("In the four quarters to 2026 Q2 ")
    assert len(at.metric) == 5
    assert labels(at) == ["Back", "Next", "Leave"]
    assert button(at, "Back").disabled
    assert not at.selectbox
    text = said(at)
    assert f"**1** :gray[of {LAST}]" in text
    assert (
        "480 hires · All sales roles · hired 2020–2026 · all regions · for the meeting · data as of" in text
    )


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("99", LAST), ("9" * 5000, LAST), ("0", FIRST), ("-3", FIRST), ("x", FIRST), ("٣", FIRST), ("4", "4")],
)
def test_a_number_out_of_range_gets_the_nearest_screen_and_the_address_says_so(app, wanted, shown) -> None:
    at = sound(app(PAGE, {"present": wanted}))
    assert f"**{shown}** :gray[of {LAST}]" in said(at)
    assert at.query_params["present"] == shown


def test_next_and_back_turn_one_screen_and_leave_gives_the_page_back(app) -> None:
    at = sound(app(PAGE, {"present": "4"}))
    button(at, "Next").click().run()
    assert sound(at).query_params["present"] == "5"
    assert len(alts(at)) == 1
    button(at, "Back").click().run()
    assert sound(at).query_params["present"] == "4"
    button(at, "Leave").click().run()
    assert "present" not in sound(at).query_params
    assert "Present" in labels(at)


def test_no_screen_of_the_meetings_pack_names_anybody_whom_that_of_names_does(app) -> None:
    meeting = [said(app(PAGE, {"present": str(place)})) for place in (3, 4)]
    named = sound(app(PAGE, {"present": "4", "for": "names"}))
    assert "for who may see names" in said(named)
    assert f"of {int(LAST) + 1}]" in said(named)
    assert not any("who may see names" in one for one in meeting)


def test_what_was_left_out_and_commented_holds_on_the_wall_and_after_it(
    app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_for_a_test(monkeypatch, tmp_path)
    at = sound(app(PAGE))
    leave_out = at.multiselect(key="review_left_out")
    gone, kept = leave_out.options[0], at.text_input(key="review_comment alignment_gaps")
    kept.set_value("What does a *4* look like?").run()
    at.multiselect(key="review_left_out").select(gone).run()
    button(at, "Present").click().run()
    titles, texts = [], []
    for _ in range(int(LAST) - 2):
        titles.append(at.title[0].value)
        texts.append(said(at))
        button(at, "Next").click().run()
    assert "of 8]" in texts[0]
    assert gone not in titles
    assert any("What does a *4* look like?" in one for one in texts)
    button(at, "Leave").click().run()
    assert at.text_input(key="review_comment alignment_gaps").value == "What does a *4* look like?"
    assert len(at.multiselect(key="review_left_out").value) == 1


def test_a_frozen_pack_presents_what_it_froze(app, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_for_a_test(monkeypatch, tmp_path)
    at = sound(app(PAGE))
    button(at, "Freeze this pack").click().run()
    button(at, "Present it").click().run()
    assert f"**1** :gray[of {LAST}]" in said(sound(at))
    assert "· frozen " in said(at)
    button(at, "Next").click().run()
    assert "Promises kept" in said(at)
    button(at, "Next").click().run()
    assert len(alts(sound(at))) == 1


def test_a_frozen_pack_that_is_not_there_says_so_and_may_be_left(app, tmp_path, monkeypatch) -> None:
    kept_for_a_test(monkeypatch, tmp_path)
    at = sound(app(PAGE, {"present": "2", "pack": "nonsense"}))
    assert at.title[0].value == "This frozen pack is not there"
    button(at, "Leave").click().run()
    assert "Present" in labels(sound(at))
    assert not {"present", "pack"} & set(at.query_params)


def test_another_page_heeds_no_number_of_a_screen(app) -> None:
    at = sound(app("sources", {"present": "2"}))
    assert "Next" not in labels(at)


@pytest.mark.parametrize("file", ["interviews", "working_agreement"])
def test_without_a_file_the_screens_that_can_be_made_stand(app, warehouse_without, file: str) -> None:
    gone = {file, *(("ratings",) if file == "interviews" else ())}
    at = sound(app(PAGE, {"present": "99"}, warehouse=warehouse_without(*gone)))
    assert at.title[0].value.startswith("What we decide today")

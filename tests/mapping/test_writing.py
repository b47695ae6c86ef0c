"""A mapping file written from answers is read back as it was meant, whatever stands in labels and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.mapping.matching import fits
from hiring.mapping.presets import MappingError, installed
from hiring.mapping.rules import Day, First, Name, Number, Spelled
from hiring.mapping.writing import Chosen, Draft, mapping_text, preset_from

DRAFT = Draft(
    "Acme",
    "Geschäfte",
    "opportunities",
    (
        ("opportunity_id", Chosen(("Geschäft",))),
        ("owner_name", Chosen(("Vorname", "Nachname"))),
        ("stage", Chosen(("Phase",))),
        (
            "is_won",
            Chosen(("Phase",), words=(("true", ("Gewonnen",)), ("false", ("Offen",))), otherwise="empty"),
        ),
        ("amount", Chosen(("Wert",), decimal=",")),
        ("created_on", Chosen(("Angelegt",), date_order="dmy")),
    ),
    nulls=("-",),
    currency="EUR",
)
LABELS = ["Geschäft", "Vorname", "Nachname", "Phase", "Wert", "Angelegt", "Notiz"]


def test_what_was_chosen_is_what_the_plan_says() -> None:
    best = fits((*installed(), preset_from(DRAFT)), LABELS)[0]
    assert best.is_own
    main = best.plan.main
    assert main.rule("owner_name") == Name(("vorname", "nachname"))
    assert main.rule("amount") == Number("wert", ",", ("-",))
    assert main.rule("created_on") == Day(
        "angelegt", "dmy", separators="/.-", named_months=True, zoned=True, nulls=("-",)
    )
    assert isinstance(main.rule("is_won"), Spelled)
    assert isinstance(main.rule("currency"), First)


@pytest.mark.parametrize(
    ("said", "text", "percent"),
    [("percent", ", percent = true }", True), ("share", ", percent = false }", False), ("", "] }", None)],
)
def test_hundredths_and_shares_are_written_down_where_a_person_said_which(said, text, percent) -> None:
    drafted = Draft("A", "B", "opportunity_splits", (("share", Chosen(("Anteil",), percent=said)),))
    assert text in mapping_text(drafted)
    share = fits((preset_from(drafted),), ["Anteil"])[0].plan.main.rule("share")
    assert share == Number("anteil", percent=percent)


def test_of_a_number_that_is_no_share_nobody_asks_whether_it_is_percent() -> None:
    drafted = Draft("A", "B", "quotas", (("amount", Chosen(("Ziel",))),))
    assert fits((preset_from(drafted),), ["Ziel"])[0].plan.main.rule("amount") == Number("ziel")


def test_a_mapping_says_in_words_what_it_is() -> None:
    assert mapping_text(DRAFT).startswith("# Acme: Geschäfte, mapped by hand.\n")


def test_a_choice_nobody_can_read_is_refused_before_it_is_saved() -> None:
    with pytest.raises(MappingError):
        mapping_text(Draft("A", "B", "opportunities", (("stage", Chosen(("X",), date_order="ydm")),)))


@given(st.text(min_size=1).filter(lambda text: text.strip()), st.text())
def test_any_label_and_word_survives(label: str, word: str) -> None:
    chosen = Chosen((label,), words=(("true", (word,)),))
    preset = preset_from(Draft(label, "export", "opportunities", (("is_won", chosen),)))
    spec = dict(preset.feeds[0].columns)["is_won"]
    assert spec.parts == ((label,),)
    assert spec.words == (("true", (word.strip(),)),)

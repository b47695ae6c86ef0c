"""Mapping files: those that come with the dashboard are sound, and a wrong one is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring import config
from hiring.contract import BY_NAME
from hiring.mapping.presets import MappingError, Preset, installed, preset_of, presets_in
from hiring.mapping.rules import LINKS

SOUND = """
vendor = "Acme"
export = "deals"
headers = "seen"
told_by = [["Deal"], ["Phase"]]
[[feeds]]
table = "opportunities"
[feeds.columns]
opportunity_id = ["Deal"]
stage = "Phase"
is_won = { from = ["Phase"], words = { true = ["Won"] }, otherwise = "empty" }
"""


def test_a_sound_mapping_file_is_read() -> None:
    preset = preset_of("acme_deals.toml", SOUND)
    assert (preset.name, preset.title, preset.headers) == ("acme_deals", "Acme deals", "seen")
    columns = dict(preset.feeds[0].columns)
    assert columns["stage"].parts == (("Phase",),)
    assert columns["is_won"].words == (("true", ("Won",)),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'headers = "seen"',
            'headers = "sure"',
            "acme.toml · headers · found 'sure' · wanted one of seen, unconfirmed",
        ),
        ('"opportunities"', '"deals"', "acme.toml · feeds.table · found 'deals' · wanted one of employees,"),
        (
            "stage =",
            "phase =",
            "acme.toml · feeds.opportunities.phase · found 'phase' · wanted one of account,",
        ),
        (
            'stage = "Phase"',
            "stage = 7",
            "acme.toml · feeds.opportunities.stage · found 7 · wanted labels, or a table",
        ),
        ("told_by", "told", "acme.toml · told · found 'told' · wanted one of"),
        (
            "otherwise",
            "others",
            "acme.toml · feeds.opportunities.is_won.others · found 'others' · wanted one of",
        ),
        (
            'told_by = [["Deal"], ["Phase"]]',
            'told_by = [["Deal ID"], ["Phase"]]\nnever = ["Deal - ID"]',
            "acme.toml · never · found 'Deal - ID' · wanted a label that is none of told_by",
        ),
        ("vendor = ", "vendor ", "acme.toml · found "),
        ('vendor = "Acme"', "", "acme.toml · vendor · found None · wanted a text"),
    ],
)
def test_a_wrong_mapping_file_is_told_in_one_line(old: str, new: str, said: str) -> None:
    with pytest.raises(MappingError) as error:
        preset_of("acme.toml", SOUND.replace(old, new, 1))
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)
    assert str(error.value).endswith("correct the mapping file")


def test_a_file_saved_anew_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert [preset.title for preset in presets_in(tmp_path)] == ["Acme deals"]
    path.write_text(SOUND.replace("Acme", "Bcme"), encoding="utf-8")
    import os

    os.utime(path, ns=(1, 1))
    assert [preset.title for preset in presets_in(tmp_path)] == ["Bcme deals"]


def test_a_folder_that_is_not_there_holds_no_presets(tmp_path: Path) -> None:
    assert presets_in(tmp_path / "none") == ()


@pytest.mark.parametrize("preset", installed(), ids=lambda preset: preset.name)
def test_every_preset_fills_or_has_completed_what_its_table_requires(preset: Preset) -> None:
    """Required columns that a preset leaves out must come from another preset of the same vendor."""
    for feed in preset.feeds:
        others = {
            name
            for other in installed()
            if other.vendor == preset.vendor
            for more in other.feeds
            if more.table == feed.table and more.completes
            for name, _ in more.columns
        }
        given = {name for name, _ in feed.columns}
        if feed.completes:
            assert set(feed.completes) <= given
            continue
        lacking = set(BY_NAME[feed.table].required_columns) - given - others
        # Workday's tables know no department; the file that says so is asked for.
        assert lacking <= ({"department"} if preset.name == "workday_api_worker" else set())


def test_links_are_given_by_one_file_and_used_by_another_of_the_same_vendor() -> None:
    for vendor in {preset.vendor for preset in installed()}:
        feeds = [feed for preset in installed() if preset.vendor == vendor for feed in preset.feeds]
        for feed in feeds:
            for link in (key for key in feed.completes if key in LINKS):
                assert any(
                    link in dict(other.columns) and other.completes != feed.completes
                    for other in feeds
                    if other.table == feed.table
                ), (vendor, link)


def test_every_mapping_file_says_in_words_what_it_is() -> None:
    for path in config.MAPPINGS.glob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name

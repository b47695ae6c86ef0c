"""Mapping files: those that come with the dashboard are sound, and a wrong one is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.hostile_entries import KINDS, in_time
from hiring import config
from hiring.contract import BY_NAME
from hiring.mapping import presets
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


#: A TOML value of every kind.
VALUES = (
    "1",
    "-0.0",
    "nan",
    "inf",
    "true",
    '""',
    "'x'",
    "2026-01-01",
    "10:00:00",
    "[]",
    "[[]]",
    "[1]",
    "{}",
    "{a=1}",
)
SPOTS = (
    *("vendor", "export", "headers", "told_by", "never", "ignored", "nulls", "date_order", "decimal"),
    *("currency", "asks_which_hire_date", "feeds", "feeds.table", "feeds.columns", "feeds.completes"),
    *("feeds.alone", "feeds.names", "feeds.wide", "feeds.distinct", "feeds.filled", "feeds.if_present"),
    *("feeds.skip", "feeds.latest", "feeds.repeats", "feeds.spare", "feeds.columns.stage"),
    *(f"feeds.columns.stage.{key}" for key in ("from", "join", "words", "otherwise", "constant", "else")),
    *(f"feeds.columns.stage.{key}" for key in ("date_order", "decimal", "digest", "lookup", "special")),
    *(f"feeds.columns.stage.{key}" for key in ("day_only", "person", "percent", "else.from", "words.won")),
)


@pytest.mark.parametrize("spot", SPOTS)
def test_a_value_of_any_kind_in_any_place_is_read_or_told_in_one_line(spot: str) -> None:
    top = {"vendor": '"A"', "export": '"B"', "headers": '"own"', "told_by": '[["D"]]'}
    table = "" if spot == "feeds.table" else 'table = "opportunities"\n'
    columns = "" if spot.startswith("feeds.columns") else 'columns = {opportunity_id = "D", stage = "P"}\n'
    for value in VALUES:
        lines = [f"{key} = {said}" for key, said in top.items() if key != spot]
        if spot == "feeds":
            text = "\n".join([*lines, f"feeds = {value}"])
        elif spot.startswith("feeds."):
            feed = f"[[feeds]]\n{table}{columns}{spot.removeprefix('feeds.')} = {value}"
            text = "\n".join([*lines, feed])
        else:
            text = "\n".join([*lines, f"{spot} = {value}", f"[[feeds]]\n{table}{columns}"])
        said = _fault(text)
        assert said == "" or (said.endswith("correct the mapping file") and said.isprintable())


def _fault(text: str) -> str:
    try:
        preset_of("acme.toml", text)
    except MappingError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 100_000, "found 'line 1 is nested more than 20 levels deep' · wanted TOML"),
        ("a = " + "9" * 10_000, "found 'a number of thousands of digits' · wanted TOML"),
        ('"\\u202e" = 1', r"\u{202e} · found '\u202e' · wanted one of"),
        ("vendor = [" + "1," * 1000 + "]", "feeds · found [] · wanted at least one [[feeds]]"),
    ],
    ids=["too deep", "huge", "invisible", "long"],
)
def test_a_hostile_mapping_file_is_one_line(text: str, said: str) -> None:
    with in_time(), pytest.raises(MappingError) as error:
        preset_of("acme\u202e.toml", text)
    assert str(error.value).startswith(r"acme\u{202e}.toml · " + said)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 400


@pytest.mark.parametrize(("make", "found"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_mapping_that_is_no_plain_file_is_refused_and_not_waited_for(
    make, found: str, tmp_path: Path
) -> None:
    (tmp_path / "mappings").mkdir()
    make(tmp_path / "mappings" / "deals.toml")
    with in_time(), pytest.raises(MappingError) as error:
        presets_in(tmp_path / "mappings")
    assert str(error.value) == f"deals.toml · found {found} · wanted a plain file · take it away"


@pytest.mark.parametrize(("make", "found"), [one for one in KINDS if one[1] != "a folder"])
def test_mappings_that_are_no_folder_are_refused(make, found: str, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    make(tmp_path / "exports" / "mappings")
    with in_time(), pytest.raises(MappingError) as error:
        presets_in(tmp_path / "exports" / "mappings")
    assert str(error.value) == f"mappings · found {found} · wanted a folder · take it away"


def test_a_link_to_a_folder_of_mappings_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mappings").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(MappingError, match="mappings · found a link · wanted a folder"):
        presets_in(tmp_path / "mappings")


def test_more_and_larger_mapping_files_than_anybody_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.toml").write_text(SOUND + "#" * presets.MOST_BYTES)
    with pytest.raises(MappingError, match=r"a\.toml · found 200,\d+ bytes · wanted at most 200,000 bytes"):
        presets_in(tmp_path)
    (tmp_path / "a.toml").write_text(SOUND)
    (tmp_path / "._a.toml").write_bytes(b"\0hidden\0")
    assert [preset.name for preset in presets_in(tmp_path)] == ["a"]
    (tmp_path / "b.toml").write_text(SOUND)
    monkeypatch.setattr(presets, "MOST_FILES", 1)
    with pytest.raises(MappingError, match="found 2 mapping files · wanted at most 1 · take it away"):
        presets_in(tmp_path)


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

"""An exhibit taken out: three files that say what they are, in which names are data and nothing is to be obeyed."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from hiring.findings.exhibit import Exhibit, Marks
from hiring.serving.downloads import Download
from hiring.showing import taking

HOSTILE = ("=HYPERLINK(1)", "<script>alert(1)</script>", "a & b #000001 $x$", "two\nlines\u202e")
AS_OF, DIGEST, SCOPE = date(2026, 6, 30), "0123456789abcdef0123", "All sales roles · hired 2020–2026"


def exhibit(*names: str, key: str = "who stands out", note: str = "Filled: clear.") -> Exhibit:
    frame = pd.DataFrame(
        {
            "id": ["true-id"] * len(names),
            "name": names,
            "estimate": 0.123456789012,
            "low": 0.1,
            "high": 0.2,
            "n": 20,
            "verdict": "Clear",
        }
    )
    return Exhibit(
        key,
        f"{names[0]} stands out",
        "In SD; line: likely range",
        Marks("dots_with_intervals", frame),
        "alt",
        note=note,
    )


def files(shown: Exhibit) -> dict[str, Download]:
    return {label: file for label, _, file in taking.files(shown, SCOPE, AS_OF, DIGEST)}


def test_there_are_the_numbers_the_drawing_and_the_picture_each_named_and_written_down() -> None:
    found = files(exhibit("Ada", "Bo"))
    assert list(found) == ["Numbers (CSV)", "Drawing (SVG)", "Picture (PNG)"]
    assert [(file.name, file.subject, file.rows) for file in found.values()] == [
        (f"hiring-who-stands-out-2026-06-30.{ending}", f"figure who stands out as {ending.upper()}", 2)
        for ending in ("csv", "svg", "png")
    ]


def test_the_numbers_begin_with_what_they_are_and_have_all_digits_and_no_id() -> None:
    table = files(exhibit("Ada", "Bo"))["Numbers (CSV)"].content().decode("utf-8-sig")
    remark, head, first = table.split("\r\n")[:3]
    assert remark == (
        "# Ada stands out · In SD; line: likely range · All sales roles · hired 2020–2026 · data as of 2026-06-30 · "
        "2 rows · digest 0123456789abcdef"
    )
    assert head == "name,estimate,low,high,n,verdict"
    assert first == "Ada,0.123456789012,0.1,0.2,20,Clear"


def test_the_drawing_stands_alone_and_says_the_finding_its_words_and_where_it_is_from() -> None:
    drawing = files(exhibit("Ada", "Bo"))["Drawing (SVG)"].content().decode()
    said = " ".join(" ".join(ET.fromstring(drawing).itertext()).split())
    assert said.startswith("Ada stands out")
    assert (
        "In SD; line: likely range. Filled: clear. All sales roles · hired 2020–2026 · data as of 30" in said
    )
    assert "digest 0123456789abcdef" in said
    assert "true-id" not in drawing


def test_the_picture_is_a_png() -> None:
    assert files(exhibit("Ada"))["Picture (PNG)"].content().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_data_in_every_file(name: str) -> None:
    found = files(exhibit(name, key=name, note=name))
    table = found["Numbers (CSV)"].content().decode("utf-8-sig").split("\r\n", 2)[2]
    assert not table.lstrip('"').startswith("=")
    parsed = ET.fromstring(found["Drawing (SVG)"].content().decode())
    assert not [one for one in parsed.iter() if one.tag.endswith("script")]
    assert found["Picture (PNG)"].content().startswith(b"\x89PNG")
    assert all(file.name.replace("-", "").replace(".", "").isalnum() for file in found.values())


def test_sides_are_told_in_words_in_a_drawing() -> None:
    shown = exhibit("Ada")
    rows = shown.marks.rows.assign(side="HR")
    with_sides = Exhibit(shown.key, shown.lead, "", Marks("dots_with_intervals", rows), "alt")
    drawing = files(with_sides)["Drawing (SVG)"].content().decode()
    assert "● HR, ◆ Sales." in " ".join(ET.fromstring(drawing).itertext())

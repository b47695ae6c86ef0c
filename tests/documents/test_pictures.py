"""A figure as a picture: as wide as told, not blank, and made of nothing but what it was given."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import paper
from hiring.documents.pictures import FONT, as_png

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def svg() -> str:
    rows = [("Referral", 0.68, 0.57, 0.78, 72), ("Søren & Ελένη", 0.41, 0.28, 0.54, 51)]
    frame = pd.DataFrame(rows, columns=["name", "estimate", "low", "high", "n"])
    return paper.as_svg(charts.dots_with_intervals(frame), title="Referrals stayed", note="123 hires")


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def _pixels(png: bytes) -> bytes:
    """All bytes of the picture behind its compression."""
    at, packed = len(SIGNATURE), b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(packed)


def test_a_picture_is_a_png_of_the_width_told_and_not_blank(svg: str) -> None:
    png = as_png(svg)
    assert png.startswith(SIGNATURE)
    assert _size(png)[0] == 1440
    assert 250 < _size(png)[1] < 420
    assert len(set(_pixels(png))) > 20
    assert _size(as_png(svg, width=700))[0] == 700


def test_the_same_figure_gives_the_same_picture(svg: str) -> None:
    assert as_png(svg) == as_png(svg)


def test_words_are_set_in_the_font_of_our_documents_whatever_a_machine_has(
    svg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = "DejaVu Sans Mono"  # which is there wherever typst is
    told = svg.replace(paper.FONTS, theirs)
    in_theirs = as_png(told)
    monkeypatch.setattr(paper, "FONTS", theirs)
    assert as_png(told) == as_png(svg.replace(theirs, FONT)) != in_theirs


@pytest.mark.parametrize("address", ["{folder}/red.svg", "picture.typ", "http://127.0.0.1:9/red.svg"])
def test_a_picture_that_refers_to_something_outside_is_refused(address: str, tmp_path: Path) -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">'
    (tmp_path / "red.svg").write_text(f'{start}<rect width="9" height="9" fill="red"/></svg>')
    with pytest.raises(ValueError, match="no picture can be made"):
        as_png(f'{start}<image href="{address.format(folder=tmp_path)}" width="90" height="40"/></svg>')


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="no picture can be made"):
        as_png("<svg")

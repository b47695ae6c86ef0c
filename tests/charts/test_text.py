"""What a file put into a name is shown, never obeyed."""

from __future__ import annotations

import pytest

from hiring.charts.text import bold, lines, plain, short_names, shortened


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("<a href='https://x'>y</a>", "&lt;a href='https://x'&gt;y&lt;/a&gt;"),
        ("$\\LaTeX$", "&#36;\\LaTeX&#36;"),
        ("%{customdata}", "&#37;{customdata}"),
        ("R&amp;D", "R&amp;amp;D"),
        ("#000001", "&#35;000001"),
        ("two\nlines\x00", "two lines "),
        ("\u202eAda\u2069", "Ada"),
        ("Søren O'Neil", "Søren O'Neil"),
        (7, "7"),
    ],
)
def test_markup_in_a_name_becomes_letters(text: object, written: str) -> None:
    assert plain(text) == written


def test_a_long_name_is_cut_before_it_is_escaped() -> None:
    assert shortened("&&&&&&", 4) == "&amp;&amp;&amp;…"
    assert shortened("Anna Maria Lopez", 12) == "Anna Maria…"
    assert shortened("four", 4) == "four"
    assert shortened("\u202efour\u202c", 4) == "four"


def test_lines_leave_out_what_is_empty() -> None:
    assert lines(bold("a"), "", "b") == "<b>a</b><br>b"


def test_names_that_all_fit_stay_whole() -> None:
    assert short_names(["Ada Okafor", "  Li\nWei ", "\u202eEve"], 12) == ["Ada Okafor", "Li Wei", "Eve"]


def test_one_name_too_long_gives_everyone_an_initial() -> None:
    assert short_names(["Radomila Oakenshaw", "Li Wei", "Cher"], 12) == ["R. Oakenshaw", "L. Wei", "Cher"]


def test_people_never_come_out_alike_by_their_initials() -> None:
    names = ["Radomila Oakenshaw", "Rupert Oakenshaw", "Li Wei"]
    assert short_names(names, 12) == ["Radomila Oakenshaw", "Rupert Oakenshaw", "L. Wei"]


def test_a_name_written_family_first_is_left_alone() -> None:
    assert short_names(["Oakenshaw, Radomila"], 12) == ["Oakenshaw, Radomila"]

"""Where quoted cells end."""

from __future__ import annotations

import pytest

from hiring.loading.quoting import cells_of, open_quote


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b", ["a", "b"]),
        ("", [""]),
        ("a,", ["a", ""]),
        ('"a","b"', ["a", "b"]),
        ('"a",', ["a", ""]),
        ('"a""b",c', ['a"b', "c"]),
        (' "a,b" ,c', ["a,b", "c"]),
        ('a"b,c', ['a"b', "c"]),
        ('"",""', ["", ""]),
        ('"a\nb",c', ["a\nb", "c"]),
        (" a , b ", [" a ", " b "]),
    ],
)
def test_cells_are_split_as_duckdb_splits_them(text, cells):
    assert cells_of(text, ",") == cells


@pytest.mark.parametrize("text", ['"a"b,c', '"a', 'x,"a', "a\nb,c", '"a" b'])
def test_a_record_that_is_not_well_formed_has_no_cells(text):
    assert cells_of(text, ",") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a,b", -1),
        ('"a', 0),
        ('x,"a', 2),
        ('x,"a"', -1),
        ('x,"a""', 2),
        ('a"b', -1),
        ('x, "a', 3),
        ('"a","b\n', 4),
    ],
)
def test_the_quote_that_stays_open_is_found(text, place):
    assert open_quote(text, ",") == place


def test_a_line_within_a_cell_may_close_it():
    assert open_quote('b",c', ",", inside=True) == -1
    assert open_quote("b,c", ",", inside=True) == 0
    assert open_quote('b","c', ",", inside=True) == 3

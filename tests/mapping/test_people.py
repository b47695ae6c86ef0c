"""Several names in a cell are several people; `Last, First` is one."""

from __future__ import annotations

import pytest

from hiring.mapping.people import looks_like_names, names_in


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Ada Byron", ["Ada Byron"]),
        ("Ada Byron; Carl Gauss", ["Ada Byron", "Carl Gauss"]),
        ("Ada Byron, Carl Gauss", ["Ada Byron", "Carl Gauss"]),
        ("Byron, Ada", ["Byron, Ada"]),
        ("Byron, Ada; Gauss, Carl", ["Byron, Ada", "Gauss, Carl"]),
        ("Byron, Ada, Gauss, Carl", ["Byron, Ada, Gauss, Carl"]),  # uncertain, so not split
        ("Ada Byron, Jr., Carl Gauss", ["Ada Byron, Jr.", "Carl Gauss"]),
        ("Ada Byron and Carl Gauss", ["Ada Byron", "Carl Gauss"]),
        ("Ada Byron\nCarl Gauss", ["Ada Byron", "Carl Gauss"]),
        ("ada@firm.example, carl@firm.example", ["ada@firm.example", "carl@firm.example"]),
        ("Ada Byron; Ada Byron", ["Ada Byron"]),
        ("Anderson", ["Anderson"]),
        ("Ada Byron & Carl Gauss / Emmy Noether", ["Ada Byron", "Carl Gauss", "Emmy Noether"]),
        ("Ada Byron und Sand und Meer", ["Ada Byron", "Sand", "Meer"]),
        ("AT&T Byron/Gauss", ["AT&T Byron/Gauss"]),  # signs without spaces around them part nobody
        ("Ada Byron" + " " * 60_000 + "Gauss", ["Ada Byron" + " " * 60_000 + "Gauss"]),
        (" ;" * 30_000, []),
        ("Unassigned", []),
        ("", []),
    ],
)
def test_the_people_in_a_cell(cell: str, people: list[str]) -> None:
    assert names_in(cell) == people


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        (("Ada Byron", "Gauss, Carl", ""), True),
        (("Ana-María de la Cruz", "X"), False),  # no more than half
        (("E-0017", "E-0018"), False),
        (("ada@firm.example",), False),
        (("Berlin 2",), False),
        (("Byron,", ",Byron", "Berlin"), False),  # a comma at the edge parts nothing
        (("Ada\tByron", "Byron,Ada"), True),
        (("a, " * 20_000 + "@",), False),
        ((), False),
    ],
)
def test_a_column_of_names_is_told_from_one_of_ids(cells: tuple[str, ...], named: bool) -> None:
    assert looks_like_names(cells) == named

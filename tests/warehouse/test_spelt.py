"""Whose name a cell of a column of names is: theirs, whatever is remarked beside it, or somebody else's longer one."""

from __future__ import annotations

import pytest

from hiring.identity.spellings import Spellings
from hiring.warehouse.spelt import is_theirs

GONE = Spellings(["Ada Byron", "Madonna", "José Müller"])


@pytest.mark.parametrize(
    "cell",
    [
        "Ada Byron",
        "Byron, Ada",
        "Ada Byron (left)",
        "Madonna (left)",
        "Tom Ross, Ada Byron",
        "Ada Byron, Tom Ross",
        "Tom Ross, Ann Lee, Ada Byron",
        "Ada Byron and Tom Ross",
        "Tom Ross & Ada Byron",
        "JosÃ© MÃ¼ller",
        "Jos%C3%A9%20M%C3%BCller",
    ],
)
def test_a_cell_is_theirs_beside_a_remark_or_another_person(cell: str) -> None:
    assert is_theirs(cell, GONE)


@pytest.mark.parametrize(
    "cell",
    ["Ada Byron-Kaya", "Clara Ada Byron", "Kaya, Ada Byron", "Madonna Lee", "Tom Ross, Ann Lee"],
)
def test_a_longer_name_is_another_persons(cell: str) -> None:
    assert not is_theirs(cell, GONE)

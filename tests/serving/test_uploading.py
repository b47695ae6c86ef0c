"""Who may send a file, and when what was sent is let go."""

from __future__ import annotations

import pytest

from hiring.serving.uploading import MOST_AT_ONCE, Uploading


@pytest.fixture
def freed() -> list[str]:
    return []


@pytest.fixture
def uploading(freed: list[str]) -> Uploading:
    return Uploading(freed.append)


def drawn(uploading: Uploading, field: str = "") -> None:
    """A run of ada's page, with the field or without."""
    with uploading.page("ada"):
        if field:
            uploading.shown("ada", field, print)


def test_only_who_has_the_field_before_them_may_send(uploading: Uploading, freed: list[str]) -> None:
    assert not uploading.allows("ada")
    drawn(uploading, "upload 0")
    assert (uploading.allows("ada"), uploading.allows("ben")) == (True, False)
    drawn(uploading, "upload 0")
    assert uploading.allows("ada")
    assert freed == []
    drawn(uploading)
    assert not uploading.allows("ada")
    assert freed == ["ada"]


def test_a_run_that_is_broken_off_decides_nothing(uploading: Uploading, freed: list[str]) -> None:
    drawn(uploading, "upload 0")
    with pytest.raises(KeyboardInterrupt), uploading.page("ada"):
        raise KeyboardInterrupt
    assert uploading.allows("ada")
    assert freed == []


def test_a_file_that_was_taken_over_is_let_go_with_its_field(uploading: Uploading, freed: list[str]) -> None:
    drawn(uploading, "upload 0")
    drawn(uploading, "upload 1")
    assert uploading.allows("ada")
    assert freed == ["ada"]


def test_one_file_at_a_time_and_the_last_one_goes_before_the_next(
    uploading: Uploading, freed: list[str]
) -> None:
    drawn(uploading, "upload 0")
    with uploading.receiving("ada") as may:
        assert may
        with uploading.receiving("ada") as second:
            assert not second
        assert freed == ["ada"]
    with uploading.receiving("ada") as next_one:
        assert next_one
    assert freed == ["ada", "ada"]
    with uploading.receiving("ben") as stranger:
        assert not stranger


def test_a_file_that_fails_on_its_way_does_not_bar_the_next(uploading: Uploading) -> None:
    drawn(uploading, "upload 0")
    with pytest.raises(OSError, match="gone"), uploading.receiving("ada"):
        raise OSError("gone")
    with uploading.receiving("ada") as may:
        assert may


def test_who_leaves_while_a_file_is_on_its_way_leaves_nothing_behind(
    uploading: Uploading, freed: list[str]
) -> None:
    drawn(uploading, "upload 0")
    with uploading.receiving("ada"):
        drawn(uploading)
        freed.clear()
    assert freed == ["ada"]


def test_of_those_who_went_only_who_sent_something_is_named(uploading: Uploading) -> None:
    for visit in ("ada", "ben", "cem"):
        with uploading.page(visit):
            uploading.shown(visit, "upload 0", print)
    for visit in ("ada", "cem"):
        with uploading.receiving(visit):
            pass
    assert uploading.gone({"cem"}.__contains__) == {"ada": print}
    assert [uploading.allows(visit) for visit in ("ada", "ben", "cem")] == [False, False, True]
    assert uploading.gone({"cem"}.__contains__) == {}


def test_a_field_for_several_takes_them_side_by_side_and_keeps_them_until_it_goes(
    uploading: Uploading, freed: list[str]
) -> None:
    with uploading.page("ada"):
        uploading.shown("ada", "files 0", print, several=True)
    with uploading.receiving("ada") as first, uploading.receiving("ada") as second:
        assert (first, second) == (True, True)
        assert [uploading.came("ada", 30), uploading.came("ada", 12)] == [30, 42]
    with uploading.receiving("ada") as third:
        assert third
        assert uploading.came("ada", 8) == 50
    assert freed == []
    drawn(uploading, "upload 1")
    assert freed == ["ada"]
    with uploading.receiving("ada") as may:
        assert may
        assert uploading.came("ada", 7) == 7
    with uploading.receiving("ada") as may:
        assert may
        assert uploading.came("ada", 5) == 5


def test_of_a_field_for_several_there_is_an_end(uploading: Uploading) -> None:
    with uploading.page("ada"):
        uploading.shown("ada", "files 0", print, several=True)
    for _ in range(MOST_AT_ONCE):
        with uploading.receiving("ada") as may:
            assert may
    with uploading.receiving("ada") as may:
        assert not may

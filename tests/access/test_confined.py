"""Groups that stay on their page: few people are told only in a sum with others, and only to who sees everything."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from hiring.access.confined import told
from hiring.access.viewer import NotAllowedError, Rows, Viewer, permitted

COLUMNS = ("attribute", "stage", "group_name", "count_people")
HR = Viewer("h", "hr", ("North",), ("Inside sales",), sees_names=False)


def _frame(**people: int) -> pd.DataFrame:
    """A whole of these groups; `not_said` is who said nothing. As many again were decided on, half of them selected."""
    return pd.DataFrame(
        {
            "attribute": "gender",
            "stage": "all",
            "group_name": [None if name == "not_said" else name for name in people],
            "count_people": people.values(),
            "count_decided": [2 * count for count in people.values()],
            "count_selected": people.values(),
        }
    )


def _told(**people: int) -> dict[str, int]:
    rows = told(_frame(**people), COLUMNS)
    names = rows["group_name"].fillna("not said").mask(rows["is_together"], "together")
    return dict(zip(names, rows["count_people"], strict=True))


def test_groups_of_ten_and_more_are_told_as_they_are() -> None:
    assert _told(a=10, b=50, not_said=12) == {"a": 10, "b": 50, "not said": 12}


def test_of_one_small_group_who_said_nothing_goes_with_it_so_that_it_is_no_remainder() -> None:
    assert _told(a=9, b=50, c=30, not_said=40) == {"b": 50, "c": 30, "together": 49}


def test_where_everybody_said_something_the_next_smallest_group_goes_with_it() -> None:
    assert _told(a=9, b=50, c=30) == {"b": 50, "together": 39}


def test_where_nearly_all_said_something_those_few_hide_no_group() -> None:
    """Two who said nothing and nine of a group are eleven together, and neither is the remainder."""
    assert _told(a=9, b=50, c=30, not_said=2) == {"b": 50, "c": 30, "together": 11}
    assert _told(a=3, b=50, c=30, not_said=2) == {"b": 50, "together": 35}


def test_several_small_groups_hide_each_other_once_they_are_ten() -> None:
    assert _told(a=6, b=7, c=50, not_said=20) == {"c": 50, "not said": 20, "together": 13}


def test_two_groups_of_which_one_is_small_are_told_as_one() -> None:
    assert _told(a=9, b=50) == {"together": 59}


def test_a_whole_of_fewer_than_ten_people_is_not_told_at_all() -> None:
    assert _told(a=4, b=5) == {}
    assert list(told(_frame(a=4), COLUMNS)["is_together"]) == []


def test_the_sum_is_of_everything_that_is_counted() -> None:
    rows = told(_frame(a=9, b=50, c=30, not_said=40), COLUMNS)
    together = rows[rows["is_together"]].iloc[0]
    assert (together["count_decided"], together["count_selected"]) == (98, 49)
    assert rows["count_decided"].sum() == 2 * 129


@pytest.mark.parametrize("small", range(1, 10))
@pytest.mark.parametrize("others", [(10, 10), (11, 80), (200, 15, 30), (9, 60), (3, 3, 90)])
def test_no_small_group_is_the_whole_less_what_is_told(small: int, others: tuple[int, ...]) -> None:
    people = {"small": small, **{f"g{n}": count for n, count in enumerate(others)}}
    found = _told(**people)
    assert "small" not in found
    assert sum(found.values()) == sum(people.values())
    assert min(found.values()) >= 10


@pytest.mark.parametrize(
    ("viewer", "sees_everyone"),
    [(HR, False), (replace(HR, role="sales"), True), (replace(HR, role="review"), True)],
)
def test_who_sees_a_part_of_the_company_or_is_of_another_role_is_refused(viewer, sees_everyone) -> None:
    with pytest.raises(NotAllowedError, match="for HR alone"):
        permitted(_frame(a=20), viewer, Rows(confined=COLUMNS), sees_everyone=sees_everyone)


@pytest.mark.parametrize("viewer", [HR, replace(HR, role="admin", sees_names=True)])
def test_who_sees_everything_gets_what_may_be_told_and_never_a_small_group(viewer) -> None:
    found = permitted(_frame(a=9, b=50, c=30), viewer, Rows(confined=COLUMNS), sees_everyone=True)
    assert found["count_people"].tolist() == [50, 39]


def test_the_page_is_seen_by_hr_and_only_of_the_whole_company() -> None:
    values = pd.DataFrame(
        {"value_name": ["regions", "role_profiles"], "viewer_value": ["North", "Inside sales"]}
    )
    assert HR.sees_fairness(values)
    assert not replace(HR, role="sales").sees_fairness(values)
    assert not replace(HR, regions=()).sees_fairness(values)

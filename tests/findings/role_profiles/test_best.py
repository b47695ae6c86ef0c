"""What became of the hires of every role: the sample's mart, counted by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from hiring.findings.role_profiles import best
from hiring.statistics.outcomes import KEY
from hiring.warehouse import pointer
from hiring.warehouse.asking import Warehouse, connect
from hiring.warehouse.evidence import making


def test_each_role_is_counted_as_in_the_mart_beside_what_was_expected(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    connection = connect(pointer.served(sample_warehouse))
    by_hand = connection.execute(
        "select hires.role_profile, count(*) filter (where met_bar), count(met_bar), "
        "count(*) filter (where windows.is_still_there), count(windows.is_still_there) "
        "from marts.hire_windows as windows join marts.hires using (employee_id, hire_date) "
        "where outcome_window = 12 and role_number = 1 and is_counted group by all"
    ).fetchall()
    connection.close()
    kept = company.high_performers
    roles = ("Channel", "Nobody", "Inside sales", "Mid-market", "Customer growth", "Major accounts")
    found = best.best(roles, kept, company.panels, kept.hires[KEY], sees_names=True).table
    assert sorted(found["Role"]) == sorted(role for role, *_ in by_hand)
    shown = found.set_index("Role")
    for role, met, of_bar, stayed, of_stayed in by_hand:
        assert shown.loc[role, "Met the bar"].startswith(f"{met} of {of_bar}, expected ")
        assert shown.loc[role, "Stayed a year"].startswith(f"{stayed} of {of_stayed}, expected ")
    shares = [
        int(cell.split(" of ")[0]) / int(cell.split(" of ")[1].split(",")[0]) for cell in found.iloc[:, 2]
    ]
    assert shares == sorted(shares, reverse=True)
    assert best.best(("Nobody",), kept, company.panels, kept.hires[KEY], sees_names=True).table.empty
    assert best.best(("Channel",), kept, company.panels, kept.hires[KEY].head(0), sees_names=True).table.empty


def test_a_role_too_small_to_be_told_is_not_told_nor_comes_out_as_the_rest(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    kept = company.high_performers
    role = kept.hires["role_profile"]
    few = kept.hires[role != "Channel"]
    chosen = [few, kept.hires[role == "Channel"].head(3)]
    keys = kept.hires.loc[[one for part in chosen for one in part.index], KEY]
    found = best.best(tuple(sorted(role.unique())), kept, company.panels, keys, sees_names=False).table
    assert "Channel" not in set(found["Role"])
    assert len(found) == role.nunique() - 2  # the next smallest goes with it
    named = best.best(tuple(sorted(role.unique())), kept, company.panels, keys, sees_names=True).table
    assert len(named) == role.nunique() - 1


def rows(**by_luck: float) -> pd.DataFrame:
    """Rows of roles as `rows` gives them, each with a range above zero and so often by luck."""
    told = {"n": 40, "count": 30, "expected": 50.0, "difference_low": 5.0, "difference_high": 40.0}
    return pd.DataFrame(told, index=list(by_luck)).assign(by_luck=list(by_luck.values()))


def test_the_heading_says_which_role_is_furthest_from_expected_or_that_none_is() -> None:
    near = {"Met the bar": rows(Field=0.02, Inside=0.5), "Stayed a year": rows(Field=0.3, Inside=0.9)}
    assert best.title(near) == "No role is far from what was expected"  # .02 of one is .08 of four
    far = near | {"Stayed a year": rows(Field=0.3, Inside=0.01)}
    assert best.title(far) == "Inside is furthest from expected: 30 of 40 stayed a year, expected 20"
    wide = {name: one.assign(difference_low=-5.0) for name, one in far.items()}
    assert best.title(wide) == "No role is far from what was expected"
    long = {"Met the bar": rows(**{"Enterprise account development, northern Europe": 0.001})}
    assert best.title(long) == "One role is far from what was expected"
    alone = {"Met the bar": rows(Field=np.nan)}
    assert best.title(alone) == "What became of the hires of each role"
    assert best.Best(pd.DataFrame({"Role": ["Field"]}), best.title(alone)).sentence == ""


def test_of_the_sample_no_role_lies_far(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    kept = company.high_performers
    roles = tuple(sorted(kept.hires["role_profile"].unique()))
    found = best.best(roles, kept, company.panels, kept.hires[KEY], sees_names=True)
    assert found.title == "No role is far from what was expected"
    assert found.sentence == f"{found.title}."

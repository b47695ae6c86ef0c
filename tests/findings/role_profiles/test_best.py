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
        assert shown.loc[role, "There at month 12"].startswith(f"{stayed} of {of_stayed}, expected ")
    shares = [
        int(cell.split(" of ")[0]) / int(cell.split(" of ")[1].split(",")[0])
        for cell in found["In the company's top fifth"]
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


def test_the_lead_says_which_role_is_furthest_from_expected_or_who_comes_first() -> None:
    near = {"Met the bar": rows(Field=0.02, Inside=0.5), "There at month 12": rows(Field=0.3, Inside=0.9)}
    first = "No role stands out; highest: Field, 30 of 40 met the bar, expected 20"
    assert best.lead(near) == first  # .02 of one is .08 of four
    far = near | {"There at month 12": rows(Field=0.3, Inside=0.01)}
    assert best.also(near) == "Of Field 30 of 40 were there at month 12, expected 20."
    assert best.also(far) == ""
    other = {"Met the bar": rows(Field=0.5, Inside=0.2), "There at month 12": rows(Field=0.3, Inside=0.9)}
    assert best.also(other) == (
        "Of Field 30 of 40 were there at month 12, expected 20. "
        "Furthest from expected: Inside, 30 of 40 met the bar, expected 20; luck could explain it."
    )
    assert best.lead(far) == "Inside is furthest from expected: 30 of 40 were there at month 12, expected 20"
    wide = {name: one.assign(difference_low=-5.0) for name, one in far.items()}
    assert best.lead(wide) == first
    few = {"High performers": rows(Field=0.5, Inside=0.5).assign(n=[12, 9], count=[5, 2])}
    assert best.lead(few) == "Field: 5 of 12 became high performers, expected 6; too few to say it leads"
    long = {"Met the bar": rows(**{"Enterprise account development, northern Europe": 0.001})}
    assert best.lead(long) == "One role is far from what was expected"
    alone = {"Met the bar": rows(Field=np.nan).assign(expected=np.nan)}
    assert best.lead(alone) == "Field: 30 of 40 met the bar"
    assert best.lead({"Met the bar": rows()}) == "No role is far from what was expected"


def test_of_the_sample_no_role_lies_far_and_the_first_of_the_table_is_named(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    kept = company.high_performers
    roles = tuple(sorted(kept.hires["role_profile"].unique()))
    found = best.best(roles, kept, company.panels, kept.hires[KEY], sees_names=True)
    first = found.table.iloc[0]
    count, expected = first["In the company's top fifth"].split(", ")
    assert found.lead == f"No role stands out; highest: {first['Role']}, {count} in the top fifth, {expected}"
    assert found.remark == best.BY_CONSTRUCTION
    met, then = first["Met the bar"].split(", ")
    assert found.also.startswith(f"Of {first['Role']} {met} met the bar, {then}; ")
    assert found.is_of_whole_roles


def test_where_a_filter_leaves_part_of_a_role_high_performers_are_counted_and_small_roles_said_to_be_left_out(
    sample_warehouse: Path,
) -> None:
    company = making.made(Warehouse(sample_warehouse))
    kept = company.high_performers
    role = kept.hires["role_profile"]
    part = kept.hires[(role == "Inside sales") | (role == "Mid-market")].iloc[::2]
    keys = pd.concat([part, kept.hires[role == "Channel"].head(3)])[KEY]
    found = best.best(tuple(sorted(role.unique())), kept, company.panels, keys, sees_names=True)
    mine = part.groupby("role_profile")["is_high_performer"].agg(["sum", "size"])
    shown = found.table.set_index("Role")["High performers"]
    assert {name: cell.split(",")[0] for name, cell in shown.items()} == {
        name: f"{row['sum']} of {row['size']}" for name, row in mine.iterrows()
    }
    assert found.remark == f"{best.WITHIN} Left out: 1 role of too few hires to be told."
    assert not found.is_of_whole_roles

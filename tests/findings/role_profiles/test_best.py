"""What became of the hires of every role: the sample's mart, counted by hand."""

from __future__ import annotations

from pathlib import Path

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
    found = best.table(roles, kept, company.panels, kept.hires[KEY], sees_names=True)
    assert sorted(found["Role"]) == sorted(role for role, *_ in by_hand)
    shown = found.set_index("Role")
    for role, met, of_bar, stayed, of_stayed in by_hand:
        assert shown.loc[role, "Met the bar"].startswith(f"{met} of {of_bar}, expected ")
        assert shown.loc[role, "Stayed a year"].startswith(f"{stayed} of {of_stayed}, expected ")
    shares = [
        int(cell.split(" of ")[0]) / int(cell.split(" of ")[1].split(",")[0]) for cell in found.iloc[:, 2]
    ]
    assert shares == sorted(shares, reverse=True)
    assert best.table(("Nobody",), kept, company.panels, kept.hires[KEY], sees_names=True).empty
    assert best.table(("Channel",), kept, company.panels, kept.hires[KEY].head(0), sees_names=True).empty


def test_a_role_too_small_to_be_told_is_not_told_nor_comes_out_as_the_rest(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    kept = company.high_performers
    role = kept.hires["role_profile"]
    few = kept.hires[role != "Channel"]
    chosen = [few, kept.hires[role == "Channel"].head(3)]
    keys = kept.hires.loc[[one for part in chosen for one in part.index], KEY]
    found = best.table(tuple(sorted(role.unique())), kept, company.panels, keys, sees_names=False)
    assert "Channel" not in set(found["Role"])
    assert len(found) == role.nunique() - 2  # the next smallest goes with it
    named = best.table(tuple(sorted(role.unique())), kept, company.panels, keys, sees_names=True)
    assert len(named) == role.nunique() - 1

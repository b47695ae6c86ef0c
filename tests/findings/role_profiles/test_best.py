"""Which role's hires met the bar and are among the company's best: the sample's mart, counted by hand."""

from __future__ import annotations

from pathlib import Path

from hiring.findings.role_profiles import best
from hiring.statistics.outcomes import KEY
from hiring.warehouse import pointer
from hiring.warehouse.asking import Warehouse, connect
from hiring.warehouse.evidence import making


def test_each_role_is_counted_as_in_the_mart_and_the_fifth_is_explained(sample_warehouse: Path) -> None:
    company = making.made(Warehouse(sample_warehouse))
    connection = connect(pointer.served(sample_warehouse))
    met, hires = connection.execute(
        "select count(*) filter (where met_bar), count(met_bar) from marts.hire_windows join marts.hires "
        "using (employee_id, hire_date) where outcome_window = 12 and role_number = 1 and is_counted "
        "and hires.role_profile = 'Channel'"
    ).fetchone()
    connection.close()
    kept = company.high_performers
    said = best.line(("Channel", "Nobody"), kept, company.panels, kept.hires[KEY])
    assert said.startswith(f"{met} of {hires} Channel hires met the bar in the first year; ")
    assert f" of {hires} Channel hires are among the company's top fifth" in said
    assert said.endswith(f"{best.BY_CONSTRUCTION}; {best.TELLING_APART}.")
    alone = best.line(("Channel",), kept, company.panels, kept.hires[KEY])
    assert alone.endswith(f"{best.BY_CONSTRUCTION}.")  # one role is told from no other
    assert best.line(("Nobody",), kept, company.panels, kept.hires[KEY]) == ""
    assert best.line(("Channel",), kept, company.panels, kept.hires[KEY].head(0)) == ""

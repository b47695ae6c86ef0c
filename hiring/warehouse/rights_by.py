"""What of a warehouse rights go by: places, people and their addresses, reporting lines, panels."""

from __future__ import annotations

import pandas as pd

from hiring.access.rights import lines
from hiring.access.rights.seeing import Company
from hiring.warehouse.asking import Warehouse


def company(warehouse: Warehouse) -> Company:
    """All of it. Raises as `Warehouse.ask` does."""
    everybody = warehouse.viewer()
    people, addresses = warehouse.for_rights("rights/people"), warehouse.for_rights("rights/addresses")
    seats = warehouse.for_rights("rights/seats")
    told = warehouse.ask("shared/company", everybody, {})
    return Company(
        everybody.regions,
        everybody.role_profiles,
        dict(zip(addresses["address"], addresses["person_id"], strict=True)),
        dict(zip(people["employee_id"], people["person_id"], strict=True)),
        lines.lines_from(warehouse.for_rights("rights/reporting_lines")),
        lines.seen_from(warehouse.for_rights("rights/seen_by_day")),
        {str(who): tuple(rows["key"]) for who, rows in seats.groupby("interviewer_id")},
        pd.Timestamp(told["as_of"].iloc[0]).date(),
    )

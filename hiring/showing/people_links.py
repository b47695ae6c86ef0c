"""Every name of a hire in a list leads to the page of that hire.

Streamlit opens the links of a list in a tab of their own, so an address also carries the filters. A list shows of a
link what a pattern finds in it; for that the name stands before `/../`, which a browser resolves before it asks: it is
neither in the address that opens nor sent, and the column still sorts by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd
import streamlit as st

from hiring.showing import filters, page, tables

#: The page of one hire, and what names the hire in its address.
HIRE = "hire"
EMPLOYEE, HIRED = "Employee", "Hired"
OPENS = "Click a name to open the page of that hire, in a tab of its own."
#: Pixels of columns, so that as many as matter are seen side by side; others are as wide as Streamlit makes them.
WIDTHS = {
    "Name": 140,
    "Attainment, %": 95,
    "Met the bar": 85,
    "High performer": 105,
    "First deal, days": 105,
    "At pace, months": 110,
    "Today": 60,
    "Role": 110,
    "Region": 145,
    "Source": 120,
    "Hired": 100,
    "Left": 100,
}
PATTERN = r"^\./n=(.*)/\.\./"


def key(employee_id: object, hire_date: object) -> str:
    """What names a hire in an address: the id and the day, since a person may be hired twice."""
    return f"{employee_id}.{pd.Timestamp(hire_date):%Y-%m-%d}"  # type: ignore[arg-type]


def address(name: object, employee_id: object, hire_date: object) -> str:
    """The link behind a name in a list, with the filters as they stand in the address of this page."""
    shown = "".join(
        letter if letter.isalnum() else quote(letter, "", errors="replace") for letter in str(name)
    )
    chosen = [(word, value) for word, values in filters.in_address().items() for value in values]
    return f"./n={shown}/../{HIRE}?{urlencode([(HIRE, key(employee_id, hire_date)), *chosen])}"


def listed(
    frame: pd.DataFrame, column: str, *, widths: Mapping[str, int] = MappingProxyType({}), **given: Any
) -> None:
    """A list of hires whose names in `column` are links; it has the columns "Employee" (the id) and "Hired" (a day).

    `widths`: pixels of columns that need others than usual here.
    """
    rows = zip(frame[column], frame[EMPLOYEE], frame[HIRED], strict=True)
    linked = frame.assign(**{column: [address(*row) for row in rows]})
    wide = {**WIDTHS, **widths}
    links = {one: st.column_config.Column(one, width=wide[one]) for one in frame if one in wide}
    links[column] = st.column_config.LinkColumn(column, display_text=PATTERN, width=wide.get(column))
    st.dataframe(tables.packed(linked), hide_index=True, column_config=links, **given)
    page.small(OPENS)

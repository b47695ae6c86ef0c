"""A page whose names try to be links, pictures, formulas, icons and code; served by test_names_are_data."""

import pandas as pd
import streamlit as st

from hiring.findings.exhibit import Exhibit, Marks
from hiring.showing import glossary, page

NAMES = (
    "[x](https://evil.example.com)",
    "![x](https://evil.example.com/x.png)",
    "<img src='https://evil.example.com/x.png'>",
    "<a href='https://evil.example.com'>x</a>",
    "<script>alert(1)</script>",
    ":material/delete: :red[x] :smile:",
    "$x^2$ %{customdata} #000001 &lt;b&gt;",
    "{{7*7}} a -> b -- c",
    "www.evil.example.com a@evil.example.com",
    "1. _one_ `two` **three**",
)


def _frame() -> pd.DataFrame:
    """One row a name, with values that do not matter."""
    places = range(len(NAMES))
    return pd.DataFrame(
        {
            "name": NAMES,
            "estimate": [0.5 for _ in places],
            "low": [0.4 for _ in places],
            "high": [0.6 for _ in places],
            "n": [20 for _ in places],
        }
    )


def show() -> None:
    """Each way in which a page shows a name."""
    page.lead("Names", NAMES[0], NAMES[2])
    for place, name in enumerate(NAMES):
        with st.container(key=f"paragraph{place}"):
            page.says("{name}", name=name)
        with st.container(key=f"tile{place}"):
            st.metric(page.literal(name), page.literal(name))
        with st.container(key=f"opener{place}"):
            st.popover(page.literal(name))
    entries = tuple(
        glossary.Entry(name, f"entry{place}", name, ((name, name),)) for place, name in enumerate(NAMES)
    )
    glossary.glossary([(NAMES[0], entries)])
    page.table(pd.DataFrame({"name": NAMES}))
    st.selectbox("choose", NAMES)
    marks = Marks("dots_with_intervals", _frame(), {"labels": "above"})
    page.exhibit(Exhibit("dots", NAMES[2], NAMES[0], marks, NAMES[2], note=NAMES[5]))


if __name__ == "__main__":
    show()

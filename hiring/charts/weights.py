"""What was agreed beside what was seen: bars of weights and dots of evidence, one line for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, rows
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Part, Sheet, bar
from hiring.charts.text import bold, lines, plain, shortened
from hiring.findings.marks import Reference

WEIGHTS, EVIDENCE = (0.0, 0.36), (0.44, 1.0)  # parts of the width
BAR = 0.28  # of a row
ROOM = 1.45  # what the left panel holds, in heaviest weights: the percent stands at the bar's end
NONE = Reference(0.0, "0")


@drawn
def weights_and_evidence(
    frame: pd.DataFrame,
    *,
    show: Show = words.signed,
    noun: str = "hire",
    extent: tuple[float, float] | None = None,
    heaviest: float | None = None,
    heads: tuple[str, str] = ("Agreed weight", "What the hires show"),
    unweighted: str = "not in the profile",
) -> Sheet:
    """Names above their lines in the frame's order; left the agreed weight, right the slope with its interval.

    Columns: `name`, `weight` (share of all, 0–1; unknown is said as `unweighted`), `estimate`, `low`, `high`, `n`;
    optional `verdict`, `direction` and `instead` as in `dots_with_intervals`, `flag` (words above the mark, which
    make the name heavy), `flag_direction` ("higher" or "lower" for its colour, absent: mute), `detail` (hover).
    Without a head over the slopes there are only weights, over the whole width.
    Two figures side by side compare when both get the same rows, `extent` (of the slopes) and `heaviest` weight.
    A clicked bar or dot carries its row's position as customdata.
    """
    records = marks.rows_of(frame, "name", "weight", "estimate", "low", "high", "n")
    if not records:
        return layout.nothing()
    figure = layout.empty_figure(rows.ROW_ABOVE * len(records) + 58, right=4, top=28)
    rows.ground(figure, len(records), above=True)
    if heads[1]:
        _scales(figure, records, show, extent, heaviest)
    else:
        _weights_alone(figure, records, heaviest)
    figure.add_trace(_bars(records, heads[0], unweighted))
    for index, row in enumerate(records):
        _named(figure, index, row, unweighted)
        if heads[1]:
            _slope(figure, index, row, show, noun)
    for domain, words_above in zip((WEIGHTS, EVIDENCE), heads, strict=True):
        rows.head(figure, plain(words_above), x=domain[0], xref="paper", xanchor="left")
    return figure


def _scales(
    figure: Sheet,
    records: Sequence[Mapping[str, Any]],
    show: Show,
    extent: tuple[float, float] | None,
    heaviest: float | None,
) -> None:
    figure.update_layout(xaxis={"domain": list(WEIGHTS), "range": [0, _most(records, heaviest) * ROOM]})
    shown = [row for row in records if marks.is_shown(row)]
    if shown or extent:
        rows.scale(figure, extent or rows.extent(shown, NONE), show, NONE, axis="x2")
    else:
        layout.hide_axis(figure, "x2")
    figure.update_layout(xaxis2={"domain": list(EVIDENCE), "anchor": "y"})


def _most(records: Sequence[Mapping[str, Any]], heaviest: float | None) -> float:
    weights = [float(row["weight"]) for row in records if marks.optional(row, "weight") is not None]
    return heaviest or max(weights, default=0.0) or 1.0


def _weights_alone(figure: Sheet, records: Sequence[Mapping[str, Any]], heaviest: float | None) -> None:
    figure.update_layout(xaxis={"domain": [0, 1], "range": [0, _most(records, heaviest) * ROOM]})


def _bars(records: Sequence[Mapping[str, Any]], head: str, unweighted: str) -> Part:
    weights = [marks.optional(row, "weight") for row in records]
    said = [unweighted if weight is None else f"{head} {words.percent(weight)}" for weight in weights]
    return bar(
        orientation="h",
        x=[weight or 0.0 for weight in weights],
        y=list(range(len(records))),
        width=BAR,
        marker={"color": ink.CONTEXT, "opacity": 1},
        customdata=list(range(len(records))),
        hovertext=[
            lines(bold(plain(row["name"])), plain(text)) for row, text in zip(records, said, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _named(figure: Sheet, index: int, row: Mapping[str, Any], unweighted: str) -> None:
    """The name, the weight in words and what is to be talked about."""
    flag = marks.optional(row, "flag")
    rows.name(figure, index, shortened(row["name"], rows.LONGEST_ABOVE), heavy=bool(flag))
    _weight(figure, index, marks.optional(row, "weight"), unweighted)
    if flag:
        rows.at_right(figure, index, plain(flag), slot=_flag_slot(row))


def _slope(figure: Sheet, index: int, row: Mapping[str, Any], show: Show, noun: str) -> None:
    if marks.is_shown(row):
        hover = marks.hover(row, str(row["name"]), show, noun)
        rows.estimate(figure, index, row, rows.mark_of(row, NONE), hover, axis="x2", at=index)
    else:
        rows.instead(figure, index, row, x=sum(EVIDENCE) / 2)


def _weight(figure: Sheet, index: int, weight: float | None, unweighted: str) -> None:
    layout.write(
        figure,
        plain(unweighted if weight is None else words.percent(weight)),
        x=weight or 0,
        xanchor="left",
        xshift=0 if weight is None else 4,
        y=index,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _flag_slot(row: Mapping[str, Any]) -> str:
    slots = {"higher": ink.UP, "better": ink.UP, "lower": ink.DOWN, "worse": ink.DOWN}
    return slots.get(marks.optional(row, "flag_direction") or "", ink.MUTE)

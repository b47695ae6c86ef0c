"""What findings give a chart to draw beside its rows: plain values, without a drawing library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A value to compare with, drawn as a thin line; `name` stands beside it or under it ("earlier", "average")."""

    value: float
    name: str

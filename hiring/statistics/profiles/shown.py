"""What of the evidence on role profiles is shown: filters and rights choose roles and hires, and change no estimate.

The evidence is the company's: filters that leave no hire of a role take nothing of it away, and only the counts say so.
A role of which a viewer may see no hire tells nothing of its competencies. Where so few of a role's hires are kept
from the viewer that these would stand there as the whole less the rest, its counts are the least they can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import nan

import pandas as pd

from hiring.access.small_groups import too_small
from hiring.statistics.evidence.counted import chooses, rests_on
from hiring.statistics.evidence.frames import Chosen, is_in
from hiring.statistics.profiles.compared import Size
from hiring.statistics.profiles.evidence import Evidence, Silence, Slope, State
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.profiles.resembling import Resembling
from hiring.statistics.verdicts import Label


@dataclass(frozen=True)
class Shown:
    """The judgement with only what may be shown, each role's hires, and from whom the estimates are.

    `rests_on` is empty where no hire is left out, or nothing is estimated; `chooses` is the same where each role's
    hires are counted beside it: a page of roles shows others than the filter of roles chooses.
    """

    judged: Judged
    sizes: Mapping[str, Size]
    rests_on: str
    chooses: str


def shown(found: Judged, chosen: Chosen) -> Shown:
    """What of the company's judgement is shown."""
    hires = found.outcomes.hires
    is_chosen, is_permitted = is_in(hires, chosen.hires), is_in(hires, chosen.permitted)
    sizes = _sizes(found.evidence, hires[is_chosen], hires[is_permitted])
    luck = found.luck
    sees_all, is_estimated = bool(is_permitted.all()), found.evidence.silence is Silence.NONE
    within = rests_on(len(hires), int(is_chosen.sum()), sees_all=sees_all)
    return Shown(
        replace(
            found,
            evidence=_evidence(found.evidence, sizes),
            luck=luck if _is_seen(luck.role, sizes) else replace(luck, role="", competency=""),
            backgrounds=tuple(one for one in found.backgrounds if _is_seen(one.role, sizes)),
            resembling=_resembling(found.resembling, hires[is_chosen]),
        ),
        sizes,
        within if is_estimated else "",
        chooses(sees_all=sees_all) if within and is_estimated else "",
    )


def _sizes(found: Evidence, chosen: pd.DataFrame, permitted: pd.DataFrame) -> dict[str, Size]:
    """Each role's hires old enough to be judged."""
    n = pd.Series(dict(found.hires), dtype="int64")
    here, seen = (
        one["role_profile"].value_counts().reindex(n.index).fillna(0) for one in (chosen, permitted)
    )
    is_least = too_small(n - seen)
    return {
        str(role): Size(
            int(seen[role] if is_least[role] else n[role]),
            int(here[role]),
            is_least=bool(is_least[role]),
            is_open=bool(seen[role] or not n[role]),
        )
        for role in n.index
    }


def _is_seen(role: str, sizes: Mapping[str, Size]) -> bool:
    return role not in sizes or sizes[role].is_open


def _evidence(found: Evidence, sizes: Mapping[str, Size]) -> Evidence:
    rounded = replace(
        found,
        slopes=tuple(_slope(slope, sizes[slope.role]) for slope in found.slopes),
        hires={role: size.n for role, size in sizes.items()},
    )
    if found.silence is not Silence.NONE or any(size.is_open for size in sizes.values()):
        return rounded
    return replace(rounded, silence=Silence.NOBODY_OPEN, across=(), whole=None)


def _slope(slope: Slope, size: Size) -> Slope:
    if size.is_open:
        return replace(slope, n=min(slope.n, size.n))
    return Slope(
        *(slope.role, slope.competency, 0),
        *(nan, nan, nan, nan, nan, nan),
        label=Label.TOO_FEW,
        state=State.NOBODY_OPEN,
    )


def _resembling(found: Resembling, chosen: pd.DataFrame) -> Resembling:
    """Only of the hires chosen, counted among them."""
    if found.rows.empty:
        return found
    rows = found.rows[is_in(found.rows, chosen)].reset_index(drop=True)
    counts = rows.groupby(["role", "other_role"], sort=True).size().rename("count_said").reset_index()
    sizes = chosen["role_profile"].value_counts()
    return replace(found, rows=rows, counts=counts.assign(count_hires=counts["role"].map(sizes)))

"""The answer to `fairness/groups_by_stage` as groups that may be told, group by group and stage by stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.marks import Row, rows_of
from hiring.findings.sources.funnel import STAGES
from hiring.statistics.fairness import Compared, Group, Luck, by_luck, compared, highest

ATTRIBUTES: Mapping[str, str] = {"gender": "Gender", "ethnicity": "Ethnicity", "age_band": "Age band"}
BOTTOM_LINE = "bottom_line"
NOT_SAID, TOGETHER = "Not said", "Not said, or too few to tell"
LONGEST_NAME = 40


@dataclass(frozen=True)
class Stand:
    """One attribute at one stage: its groups in order, those compared, and who is in no group that may be told.

    `expected`: how many of each group would have been selected, had every role selected its people alike.
    """

    attribute: str
    stage: str
    groups: tuple[Group, ...]
    expected: Mapping[str, float]
    beside: tuple[Compared, ...]
    others: tuple[Group, ...]

    @property
    def highest(self) -> Group | None:
        """The group with the highest rate, where anything is compared."""
        return highest(self.groups)

    def of(self, group: Group) -> Compared | None:
        """How the group stands beside the highest; None for the highest itself and where nothing is compared."""
        return next((one for one in self.beside if one.group is group), None)


def stands(rows: pd.DataFrame) -> tuple[Stand, ...]:
    """Every attribute of which a group may be told, at every stage in order, what came of it all first."""
    found = []
    for attribute in ATTRIBUTES:
        own = rows[rows["attribute"] == attribute]
        if own["group_name"].notna().any():
            found += [_stand(attribute, str(stage), part) for stage, part in own.groupby("stage", sort=False)]
    return tuple(found)


def _stand(attribute: str, stage: str, rows: pd.DataFrame) -> Stand:
    known = rows[rows["group_name"].notna()].sort_values("count_decided", ascending=False, kind="stable")
    groups = tuple(
        _group(words.one_line(str(row["group_name"]), LONGEST_NAME), row) for row in rows_of(known)
    )
    others = tuple(
        _group(TOGETHER if row["is_together"] else NOT_SAID, row)
        for row in rows_of(rows[rows["group_name"].isna()])
    )
    expected = dict(zip((one.name for one in groups), known["count_expected"].astype(float), strict=True))
    return Stand(attribute, stage, groups, expected, compared(groups), others)


def _group(name: str, row: Row) -> Group:
    return Group(name, int(row["count_selected"]), int(row["count_decided"]))


def of_all(found: Sequence[Stand]) -> tuple[Stand, ...]:
    """The attributes over the whole way: who was hired of all on whom was decided."""
    return tuple(one for one in found if one.stage == BOTTOM_LINE)


def of_stages(found: Sequence[Stand]) -> tuple[Stand, ...]:
    """The attributes at single stages."""
    return tuple(one for one in found if one.stage != BOTTOM_LINE)


def luck(found: Sequence[Stand]) -> Luck:
    """What chance alone would mark in as many comparisons of these sizes."""
    return by_luck([one.groups for one in found])


def stage_name(stage: str) -> str:
    """The stage as pages call it."""
    return STAGES.get(stage, stage)

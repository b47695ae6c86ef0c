"""Who may see what: the viewer every question runs for, small groups hidden, exports written down.

Locally there is one viewer, who sees all. The scope is always written out as lists of values; an empty list
means nothing at all, never everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from hiring.config import SMALLEST_GROUP


class NotAllowedError(PermissionError):
    """The viewer may not see this; the text is one line for them."""


@dataclass(frozen=True)
class Viewer:
    """Who is looking: `role` is sales, hr, review or admin; regions and role profiles are those they may see."""

    viewer_id: str
    role: str
    regions: tuple[str, ...]
    role_profiles: tuple[str, ...]
    sees_names: bool

    def parameters(self) -> dict[str, object]:
        """The scope as the parameters every question over people wants."""
        return {"viewer_regions": list(self.regions), "viewer_role_profiles": list(self.role_profiles)}


def local_viewer(regions: Iterable[str], role_profiles: Iterable[str]) -> Viewer:
    """The one person at this machine, who sees everything there is, written out."""
    return Viewer("local", "admin", tuple(regions), tuple(role_profiles), sees_names=True)


def permitted(frame: pd.DataFrame, viewer: Viewer, counts: str, people: bool) -> pd.DataFrame:
    """The rows this viewer may see; `counts` names the column of group sizes, empty where no row is about a group.

    A viewer without names gets no row about one person, and no group smaller than `SMALLEST_GROUP`. What is
    hidden must not come out as the total less the rest: as long as the hidden groups are one group, or together
    fewer than `SMALLEST_GROUP`, the next smallest goes with them. Groups of nobody hide nobody and stay.
    Raises `NotAllowedError` for questions about single people.
    """
    if viewer.sees_names:
        return frame
    if people:
        raise NotAllowedError("this list names people, and your access does not include names")
    if counts not in frame.columns:
        return frame
    return frame[~_hidden(frame[counts].fillna(0))].reset_index(drop=True)


def _hidden(sizes: pd.Series) -> pd.Series:
    """Which groups must not be seen, by their sizes."""
    hidden = (sizes > 0) & (sizes < SMALLEST_GROUP)
    while hidden.any() and (hidden.sum() == 1 or sizes[hidden].sum() < SMALLEST_GROUP):
        others = sizes[~hidden & (sizes > 0)]
        if others.empty:
            break
        hidden = hidden | (sizes.index == others.idxmin())
    return hidden


def write_down(folder: Path, viewer: Viewer, action: str, subject: str, rows: int) -> None:
    """Append one line to the audit log of the warehouse in `folder`: who took what out, how much, when (UTC)."""
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "viewer": viewer.viewer_id,
        "role": viewer.role,
        "action": action,
        "subject": subject,
        "rows": rows,
    }
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "audit.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False) + "\n")

"""The brief of each opening that is open: what is asked, who explained it, who read it; and the changes one by one."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.intake.answer import LOST, SIDES

NOTHING_OPEN = "Nothing is open within what the filters leave."
NOT_WRITTEN = "nobody wrote it down"
EXPLAINED = (
    "Explaining a brief is not the intake talk: an opening may have one without the other. Counts as explained: "
    "somebody explained it to the person who read it"
)


def briefs(
    asked: pd.DataFrame, openings: pd.DataFrame, read: pd.DataFrame | None, as_of: pd.Timestamp
) -> pd.DataFrame:
    """A row an open opening, from `intake/briefs` and `intake/openings`: first what waits for a talk or a brief.

    `read`: rows of `intake/briefs_read`, None for who may not see names: they read when it was explained, not by whom.
    """
    explained = openings.set_index("requisition_id")["explained_on"]
    rows = []
    for key, mine in asked.groupby("requisition_id", sort=False):
        first = mine.iloc[0]
        days = (as_of - pd.Timestamp(first["opened_on"])).days
        talk = first["intake_on"]
        talked = "no talk yet" if pd.isna(talk) else f"talk {words.day(pd.Timestamp(talk), year=False)}"
        rows.append(
            (
                pd.notna(talk) and pd.notna(explained.get(key)),
                f"{key} · {first['role_profile']}, {first['region']}; open {words.days(days)}, {talked}",
                _asked(mine),
                _by_name(read[read["requisition_id"] == key])
                if read is not None
                else _when(explained.get(key)),
            )
        )
    columns = ["is_done", "Opening", "What it asks for", "Explained and read"]
    found = pd.DataFrame(rows, columns=columns).sort_values("is_done", kind="stable", ignore_index=True)
    return found.drop(columns="is_done")


def _asked(mine: pd.DataFrame) -> str:
    """The version and its must-haves, and what this opening asks for beside it."""
    versions = mine["profile_version"].dropna()
    own, musts = (mine[mine[name].fillna(False).astype(bool)] for name in ("is_own", "is_must_have"))
    said = [f"Version {versions.iloc[0]} of the profile" if len(versions) else "No profile was in force"]
    if len(musts):
        said.append(f"must-have: {', '.join(_competency(row) for row in musts.to_dict('records'))}")
    if len(own):
        said.append(f"here too: {', '.join(_competency(row) for row in own.to_dict('records'))}")
    return "; ".join(said)


def _competency(row: Mapping[Hashable, Any]) -> str:
    least = row["minimum_score"]
    said = str(row["competency"]) if pd.isna(least) else f"{row['competency']}, at least {least:g}"
    return said if pd.isna(row["note"]) else f"{said} ({row['note']})"


def _by_name(read: pd.DataFrame) -> str:
    """ "Mona Manager to Hana Recruiter, 8 May"; "not explained yet, read 8 May"."""
    said = []
    for row in read.to_dict("records"):
        who = [str(row[name]) for name in ("explained_by", "read_by") if pd.notna(row[name])]
        day = words.day(pd.Timestamp(row["happened_on"]), year=False)
        # Whoever did their part stands by no name beside what is still to be done.
        alone = "not explained yet, read" if pd.isna(row["explained_by"]) else "not read yet, explained"
        said.append(f"{' to '.join(who)}, {day}" if len(who) > 1 else f"{alone} {day}")
    return "; ".join(said) or NOT_WRITTEN


def _when(day: Any) -> str:
    return NOT_WRITTEN if pd.isna(day) else words.day(pd.Timestamp(str(day)), year=False)


def changes(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `intake/changes_listed`, ready to be listed."""
    return pd.DataFrame(
        {
            "Day": [words.day(day) for day in pd.to_datetime(rows["changed_on"])],
            "Opening": rows["requisition_id"],
            "Role": rows["role_profile"],
            "What": rows["what"],
            "What it was and is": rows["detail"],
            "Wanted by": rows["raised_by"].map(SIDES),
            "Hiring manager": rows["hiring_manager"],
            "Recruiter": rows["recruiter"],
            LOST: [words.number(days) if pd.notna(days) else "" for days in rows["lost_days"]],
        }
    )

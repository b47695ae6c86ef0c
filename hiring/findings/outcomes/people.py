"""The hires behind the figures: the grid of one role, and lists that can be taken out.

For viewers who may see names only; the questions behind it give nothing to others. Frames in, frames out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.outcomes.windows import Compared, with_cohorts

LATEST = 20  # people in a grid before it is unfolded: one screen
YEAR_QUARTERS = 4
NOT_KNOWN, NO_LOGIN = "not known", "no CRM login is matched"


GRID_SUBTITLE = (
    "Share of full quota sold in each quarter since the start, the oldest hires first. Blank: not reached; "
    "a quarter somebody left in counts whole."
)


@dataclass(frozen=True)
class Grid:
    """One role's people by quarter since start: `count` of `count_all` are drawn."""

    exhibit: Exhibit
    count: int
    count_all: int


def grid(quarters: pd.DataFrame, hires: pd.DataFrame, role: str | None, *, is_unfolded: bool) -> Grid:
    """Those of the hires who have finished a quarter, oldest first; the latest twenty unless unfolded. `role`: or all.

    From the answer to `outcomes/attainment_by_tenure_quarter`: quarters that are over, and the one somebody
    left in.
    """
    frame = quarters.assign(person_id=_person_ids(quarters))
    frame = frame[frame["person_id"].isin(_person_ids(hires))]
    frame = frame[frame["is_employed"] & (frame["is_complete"] | frame["is_quarter_of_exit"])]
    frame = frame.assign(
        person=[
            _short(name, who) for name, who in zip(frame["full_name"], frame["employee_id"], strict=True)
        ],
        quarter=frame["tenure_quarter"],
        attainment=frame["revenue"] / frame["quota"].where(frame["quota"] > 0),
    )
    before, unseen = _from_before(frame, hires), ~frame["is_sales_known"].astype(bool)
    missing = frame["person_id"].isin(_person_ids(hires)[hires["is_login_missing"].astype(bool)])
    frame = frame.assign(
        attainment=frame["attainment"].mask(before | unseen | missing),
        is_before=before,
        is_unseen=unseen & ~before & ~missing,
        is_login_missing=missing,
        lacks_quota=frame["attainment"].isna() & ~before & ~unseen & ~missing,
    )
    everyone = list(dict.fromkeys(frame["person_id"]))
    kept = everyone if is_unfolded else everyone[-LATEST:]
    frame = frame[frame["person_id"].isin(kept)]
    last = frame.groupby("person_id")["quarter"].transform("max")
    frame = frame.assign(left_after=last.where(frame["has_left"])).reset_index(drop=True)
    new, outlined = len(hires) - len(everyone), _outlined(frame)
    note = f"{words.counted(new, 'hire')} not shown: no quarter is over yet." if new else ""
    if len(kept) < len(everyone):
        note = f"The latest {words.number(len(kept))} of {words.number(len(everyone))}. {note}"
    title = _grid_title(frame, role, len(kept), len(everyone))
    return Grid(_exhibit(frame, title, len(kept), f"{note}{outlined}".strip()), len(kept), len(everyone))


def _exhibit(frame: pd.DataFrame, title: str, count: int, note: str) -> Exhibit:
    return Exhibit(
        key="grid",
        lead=title,
        standfirst=GRID_SUBTITLE,
        marks=Marks("tenure_grid", frame),
        alt=f"{title}. {GRID_SUBTITLE}",
        n=count,
        note=note,
    )


def _from_before(frame: pd.DataFrame, hires: pd.DataFrame) -> pd.Series[bool]:
    """Whether a row is of a hire from before the CRM's file: months it does not hold would look like months unsold."""
    return frame["person_id"].isin(_person_ids(hires)[hires["is_before_crm"].astype(bool)])


def _outlined(frame: pd.DataFrame) -> str:
    """What a cell without a colour means, where one is drawn."""
    reasons = [
        reason
        for column, reason in (
            ("lacks_quota", "no quota is known"),
            ("is_before", "the hire started before the CRM's file begins"),
            ("is_login_missing", NO_LOGIN),
            ("is_unseen", "the CRM's file lacks deals of the quarter"),
        )
        if frame[column].any()
    ]
    return f" Outlined: {', or '.join(reasons)}." if reasons else ""


def _person_ids(hires: pd.DataFrame) -> pd.Series[str]:
    """A person may be hired twice: the id and the day."""
    return hires["employee_id"].astype(str) + " " + hires["hire_date"].astype(str)


def _short(name: object, employee_id: object) -> str:
    """A name that fits beside the grid: the initial and the rest; the id where there is no name."""
    if pd.isna(name) or not str(name).strip():  # type: ignore[call-overload]
        return str(employee_id)
    whole = str(name).strip()
    first, _, rest = whole.partition(" ")
    return f"{first[0]}. {rest.strip()}" if rest else whole


def _grid_title(frame: pd.DataFrame, role: str | None, count: int, count_all: int) -> str:
    if not count:
        return f"Nobody{f' of {role}' if role else ''} has finished a quarter yet"
    gone = frame[frame["has_left"]].drop_duplicates("person_id")
    early = int((gone["left_after"] <= YEAR_QUARTERS).sum())
    latest = "the latest " if count < count_all else ""
    who = f"{latest}{words.counted(count, _of_role(role))}"
    if gone.empty:
        return f"Of {who} nobody has left"
    have = "has" if len(gone) == 1 else "have"
    return f"Of {who} {words.number(len(gone))} {have} left, {words.number(early)} within a year"


def behind(hires: pd.DataFrame, compared: Compared, rows: Sequence[int]) -> pd.DataFrame:
    """The hires in the chosen groups of a figure: as many as its n where it is one at the window.

    `hires` is the answer to `outcomes/hires_listed`, `rows` are positions in the figure's frame.
    """
    groups = {str(compared.frame["group"].iloc[row]) for row in rows if row < len(compared.frame)}
    frame = hires
    if compared.is_at_window:
        frame = with_cohorts(hires[hires["is_start_observed"]])
        frame = frame[frame["is_counted"] & frame["met_bar"].notna()]
    return frame[frame[compared.column].astype(str).isin(groups)]


def of_people(hires: pd.DataFrame, shown: pd.DataFrame, rows: Sequence[int]) -> pd.DataFrame:
    """The hires whose cells in the grid are chosen."""
    chosen = {str(shown["person_id"].iloc[row]) for row in rows if row < len(shown)}
    return hires[_person_ids(hires).isin(chosen)]


def roles_of(hires: pd.DataFrame) -> list[str]:
    """The roles of these hires, by name."""
    return sorted(hires["role_profile"].astype(str).unique())


def cohorts_of(hires: pd.DataFrame, role: str | None) -> list[str]:
    """The cohorts in which somebody of the role (None: of any) was hired, the latest first."""
    return sorted(narrowed(hires, role, None)["cohort"].unique(), reverse=True)


def place_of(roles: Sequence[str], wanted: Sequence[str]) -> int:
    """Where in the roles the last of those wanted stands; the first place where none is there."""
    return next((roles.index(role) for role in reversed(wanted) if role in roles), 0)


def narrowed(hires: pd.DataFrame, role: str | None, cohort: str | None) -> pd.DataFrame:
    """The hires of a role and a cohort; None leaves all."""
    frame = with_cohorts(hires)
    frame = frame if role is None else frame[frame["role_profile"] == role]
    return frame if cohort is None else frame[frame["cohort"] == cohort]


def _of_role(role: str | None) -> str:
    return "hire" if role is None else f"{role} hire"


def list_title(hires: pd.DataFrame, role: str | None, cohort: str | None) -> str:
    """ "74 Major accounts hires, one by one"; with the cohort where one is chosen."""
    of = f" of {cohort}" if cohort else ""
    return f"{words.counted(len(hires), _of_role(role))}{of}, one by one"


def best_first(hires: pd.DataFrame) -> pd.DataFrame:
    """Those who sold most of their ramped quota first, at the end those of whom it is not known or too early."""
    attained = hires["window_ramped_attainment"].where(_is_over(hires))
    order = attained.reset_index(drop=True).sort_values(ascending=False, na_position="last", kind="stable")
    return hires.iloc[order.index]


def listed(hires: pd.DataFrame) -> pd.DataFrame:
    """The list as it is shown and taken out: one row a hire in their order, headings for people, outcomes first.

    Attainment in whole percents of ramped quota; empty where it is not known or the window is not over. Of whom no
    CRM login is matched the list says so, and tells no sales.
    """
    is_over = _is_over(hires)
    attained = (hires["window_ramped_attainment"].where(is_over) * 100).round().astype("Int64")
    # The first deal on file of somebody from before the file is not their first.
    is_matched = ~hires["is_login_missing"].astype(bool)
    is_seen = hires["is_start_observed"].astype(bool)
    met_bar, is_high = (_yes_or_no(hires[column], is_over) for column in ("met_bar", "is_high_performer"))
    days = hires["days_to_first_deal"].where(hires["has_first_deal"].astype(bool) & is_seen).astype("Int64")
    months = hires["months_to_ramp"].where(hires["has_ramped"].fillna(False).astype(bool) & is_seen)
    return pd.DataFrame(
        {
            "Name": [
                name(full_name, who)
                for full_name, who in zip(hires["full_name"], hires["employee_id"], strict=True)
            ],
            "Attainment, %": attained,
            "Met the bar": [
                so if matched else NOT_KNOWN for so, matched in zip(met_bar, is_matched, strict=True)
            ],
            "High performer": is_high,
            "First deal, days": days,
            "At pace, months": months.round().astype("Int64"),
            "Today": hires["has_left"].astype(bool).map({True: "left", False: "here"}),
            "Role": hires["role_profile"],
            "Region": hires["region"],
            "Source": hires["source"],
            "Hired": hires["hire_date"].dt.date,
            "Left": hires["termination_date"].dt.date,
            "In Sales since": hires["sales_start_on"].dt.date,
            "Employee": hires["employee_id"].astype(str),
        }
    ).reset_index(drop=True)


def without_login(hires: pd.DataFrame) -> str:
    """Of how many in a list sales are not known, as no CRM login is matched to them; empty where of none."""
    count = int(hires["is_login_missing"].astype(bool).sum())
    return f"Of {words.counted(count, 'hire')} sales are {NOT_KNOWN}: {NO_LOGIN}." if count else ""


def _is_over(hires: pd.DataFrame) -> pd.Series:
    """Whose window is over, with sales known in it."""
    return hires["is_counted"].astype(bool)


def _yes_or_no(outcome: pd.Series, is_over: pd.Series) -> list[str]:
    """The outcome of each hire in a word; empty where it is not known or the window is not over."""
    return [
        "" if pd.isna(so) or not over else "yes" if so else "no"
        for so, over in zip(outcome, is_over, strict=True)
    ]


def name(full_name: object, employee_id: object) -> str:
    """The name of a hire in a list: the id where there is none."""
    return str(employee_id) if pd.isna(full_name) else str(full_name)  # type: ignore[call-overload]


def behind_title(compared: Compared, rows: Sequence[int], count: int, window: int) -> str:
    """ "The 74 hires of 2022 who have reached month 12", "The 57 Channel hires"."""
    groups = " and ".join(str(compared.frame["group"].iloc[row]) for row in rows if row < len(compared.frame))
    is_cohort = compared.column == "cohort"
    title = (
        f"{words.counted(count, 'hire')} of {groups}" if is_cohort else words.counted(count, f"{groups} hire")
    )
    return f"The {title} who have reached month {window}" if compared.is_at_window else f"The {title}"

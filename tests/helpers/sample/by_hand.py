"""The sample's outcomes worked out from its CSV files with pandas: none of the product's own selects is used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
AS_OF = pd.Timestamp("2026-06-30")
RAMPS = {"Inside sales": 5, "Mid-market": 6, "Major accounts": 10, "Channel": 8, "Customer growth": 3}


@cache
def read(table: str) -> pd.DataFrame:
    """A file of the sample, every cell as text, repeated rows once."""
    return pd.read_csv(SAMPLE / f"{table}.csv", dtype=str, keep_default_na=False).drop_duplicates()


def day(column: pd.Series) -> pd.Series:
    """Days; what is none is missing."""
    return pd.to_datetime(column.str[:10], format="%Y-%m-%d", errors="coerce")


@cache
def hires() -> pd.DataFrame:
    """One row a hire: who, role, first and last day."""
    rows = read("employees")
    rows = rows[rows["role_profile"] != ""]
    found = pd.DataFrame(
        {
            "employee_id": rows["employee_id"],
            "name": rows["full_name"],
            "mail": rows["work_email"].str.strip().str.lower(),
            "role": rows["role_profile"],
            "hired": day(rows["hire_date"]),
            "left": day(rows["termination_date"]),
        }
    ).dropna(subset=["hired"])
    found = found[found["hired"] <= AS_OF].reset_index(drop=True)
    return found.assign(moved=[_moved(hire) for hire in found.to_dict("records")])


def _moved(hire: dict) -> pd.Timestamp:
    """The last day in the role of the hire, where the person moved to another one in that spell; else none."""
    mine = _of(_changes, hire)
    days = mine.loc[mine["role_profile"] != hire["role"], "effective"]
    end = min(hire["left"], AS_OF) if pd.notna(hire["left"]) else AS_OF
    return days[(days > hire["hired"]) & (days <= end)].min() - pd.Timedelta(days=1)


@cache
def _changes() -> pd.DataFrame:
    """Changes of the role with their person and day."""
    rows = read("job_changes")
    rows = rows[rows["role_profile"] != ""]
    return rows.assign(person=rows["employee_id"], effective=day(rows["effective_on"]))


@cache
def persons() -> dict[str, str]:
    """Every way the CRM names an owner → employee id of any spell of that person."""
    people = read("employees")
    by_mail = dict(zip(people["work_email"].str.strip().str.lower(), people["employee_id"], strict=True))
    by_mail.pop("", None)
    ways = dict(by_mail)
    users = read("crm_users")
    for user in users.to_dict("records"):
        person = user["employee_id"] or by_mail.get(user["email"].strip().lower(), "")
        if person:
            ways[user["owner_id"]] = person
            if (users["full_name"] == user["full_name"]).sum() == 1:
                ways[user["full_name"]] = person
    for match in read("matches").to_dict("records"):
        if match["system"] == "crm":
            ways.setdefault(match["system_id"], match["employee_id"])
    return ways


@cache
def sales() -> pd.DataFrame:
    """Won deals with the person credited, days of opening and closing, and the amount in euros after splits."""
    deals = read("opportunities")
    deals = deals[(deals["is_won"] == "true")].copy()
    deals["opened"], deals["closed"] = day(deals["created_on"]), day(deals["closed_on"])
    deals = deals[deals["closed"] <= AS_OF]
    deals["euros"] = _euros(deals, "closed")
    owner = deals["owner_id"].where(deals["owner_id"] != "", deals["owner_email"].str.strip().str.lower())
    deals["owner"] = owner.where(owner != "", deals["owner_name"])
    splits = read("opportunity_splits")
    whole = deals[~deals["opportunity_id"].isin(splits["opportunity_id"])]
    shared = deals.drop(columns=["owner"]).merge(
        splits[["opportunity_id", "owner_id", "share"]], on="opportunity_id"
    )
    shared["owner"] = shared["owner_id_y"]
    shared["euros"] *= pd.to_numeric(shared["share"], errors="coerce")
    columns = ["owner", "opened", "closed", "euros"]
    both = pd.concat([whole[columns], shared[columns]])
    return both.assign(person=both["owner"].map(persons())).dropna(subset=["person", "euros"])


@cache
def quotas() -> pd.DataFrame:
    """Quotas with the person, first and last day, and euros a day."""
    rows = read("quotas")
    rows = rows.assign(
        person=rows["owner_id"].map(persons()),
        first=day(rows["period_start_on"]),
        last=day(rows["period_end_on"]),
    ).dropna(subset=["person", "first", "last"])
    length = (rows["last"] - rows["first"]).dt.days + 1
    return rows.assign(daily=_euros(rows, "first") / length)


def _euros(rows: pd.DataFrame, on: str) -> pd.Series:
    rates = read("exchange_rates")
    by_month = {
        (row["currency"], row["month"][:7]): float(row["rate"])
        for row in rates.to_dict("records")
        if row["rate"]
    }
    months = rows[on].dt.strftime("%Y-%m")
    rate = [
        1.0 if currency == "EUR" else by_month.get((currency, month), float("nan"))
        for currency, month in zip(rows["currency"].str.upper(), months, strict=True)
    ]
    return pd.to_numeric(rows["amount"], errors="coerce") * rate


@cache
def outcomes(window: int = 12) -> pd.DataFrame:
    """Each hire with `is_old` (reached the window), `is_observed`, `met` (None: no quota), `first_deal` in days."""
    history = day(read("opportunities")["created_on"]).min()
    rows = []
    for hire in hires().to_dict("records"):
        end = hire["hired"] + pd.DateOffset(months=window)
        rows.append(
            hire
            | {
                "is_old": end <= AS_OF,
                "is_observed": (history - hire["hired"]).days <= 31,
                "met": _met(hire, window, end),
                "first_deal": _first_deal(hire),
                "days": (min(hire["left"], AS_OF) - hire["hired"]).days
                if pd.notna(hire["left"])
                else (AS_OF - hire["hired"]).days,
                "has_left": pd.notna(hire["left"]) and hire["left"] <= AS_OF,
            }
        )
    return pd.DataFrame(rows)


@cache
def _by_person(table: Callable[[], pd.DataFrame]) -> dict[str, pd.DataFrame]:
    return {str(person): rows for person, rows in table().groupby("person")}


def _of(table: Callable[[], pd.DataFrame], hire: dict) -> pd.DataFrame:
    return _by_person(table).get(hire["employee_id"], table().iloc[:0])


def _own(hire: dict) -> pd.DataFrame:
    mine = _of(sales, hire)
    mine = mine[mine["opened"] >= hire["hired"]]
    last = hire["left"] if pd.notna(hire["left"]) else AS_OF
    last = min(last, hire["moved"]) if pd.notna(hire["moved"]) else last
    return mine[(mine["closed"] >= hire["hired"]) & (mine["closed"] <= last)]


def _first_deal(hire: dict) -> float:
    own = _own(hire)
    closed = own[own["euros"] > 0]["closed"]
    return float((closed.min() - hire["hired"]).days) if len(closed) else float("nan")


def _met(hire: dict, window: int, end: pd.Timestamp) -> bool | None:
    """Still there at the end of the window, and own sales at least the quota, month m of R owing m in R + 1.

    Not told of who moved to another role before the window ended.
    """
    mine = _of(quotas, hire)
    if pd.notna(hire["moved"]) and hire["moved"] < end - pd.Timedelta(days=1):
        return None
    last = min(hire["left"], AS_OF) if pd.notna(hire["left"]) else AS_OF
    # Plain arrays: with columns of pandas this alone took seconds, for some five hundred hires and twelve months each.
    firsts, lasts = (mine[edge].to_numpy("datetime64[D]") for edge in ("first", "last"))
    daily = mine["daily"].to_numpy(float)
    owed, had_any = 0.0, False
    for month in range(1, window + 1):
        start = hire["hired"] + pd.DateOffset(months=month - 1)
        stop = min(hire["hired"] + pd.DateOffset(months=month) - pd.Timedelta(days=1), last)
        days = np.minimum(lasts, np.datetime64(stop, "D")) - np.maximum(firsts, np.datetime64(start, "D"))
        quota = float(np.nansum((days.astype(int) + 1).clip(min=0) * daily))
        had_any = had_any or quota > 0
        owed += quota * min(month / (RAMPS[hire["role"]] + 1), 1.0)
    if not had_any:
        return None
    if pd.notna(hire["left"]) and hire["left"] < end:
        return False
    own = _own(hire)
    return bool(own[own["closed"] < end]["euros"].sum() >= owed)

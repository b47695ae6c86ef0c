"""What the sample's files say of its sellers, worked out by pandas alone: no select, no module of the product.

It knows the sample's shape (one currency table, quotas by period, splits), not every hazard a real export has.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

SAMPLE = Path(__file__).parents[3] / "data" / "sample"
AS_OF = pd.Timestamp("2026-06-30")
GRACE_DAYS = 31


@cache
def _read(table: str) -> pd.DataFrame:
    return pd.read_csv(SAMPLE / f"{table}.csv", dtype=str, encoding="utf-8-sig")


def file(table: str) -> pd.DataFrame:
    """A file of the sample as text, to be changed freely."""
    return _read(table).copy()


def _days(texts: pd.Series) -> pd.Series:
    return pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce")


@cache
def hires() -> pd.DataFrame:
    """One row a sales hire: person, role, hired, left (NaT: still here), last (last day seen)."""
    people = file("employees").drop_duplicates()
    people["person"] = _persons(people)
    people["hired"], people["left"] = _days(people["hire_date"]), _days(people["termination_date"])
    people = people[people["hired"].notna() & ~(people["left"] < people["hired"])]
    people = people.sort_values(["person", "hired"])
    after = people.groupby("person")["hired"].shift(-1) - pd.Timedelta(days=1)
    people["left"] = people["left"].where(people["left"] <= AS_OF)
    people["last"] = pd.concat([people["left"], after], axis=1).min(axis=1).fillna(AS_OF).clip(upper=AS_OF)
    is_hire = people["role_profile"].notna() & (people["hired"] <= AS_OF)
    seen_from = opportunities()["created"].min() - pd.Timedelta(days=GRACE_DAYS)
    chosen = people[is_hire].assign(is_seen=people["hired"] >= seen_from)
    chosen["moved"] = [_moved(one) for one in chosen.to_dict("records")]
    chosen["in_role_to"] = chosen[["last", "moved"]].min(axis=1)
    columns = [
        "employee_id",
        "person",
        "role_profile",
        "hired",
        "left",
        "last",
        "moved",
        "in_role_to",
        "is_seen",
    ]
    return chosen[columns]


@cache
def _changes() -> dict[str, pd.DataFrame]:
    """Each person's changes that name a role."""
    changes = file("job_changes").dropna(subset=["role_profile"])
    return {str(employee): mine for employee, mine in changes.groupby("employee_id")}


def _moved(hire: dict) -> pd.Timestamp:
    """The last day in the first role, where the spell holds a move to another; else NaT."""
    mine = _changes().get(hire["employee_id"])
    if mine is None:
        return pd.NaT
    days = _days(mine.loc[mine["role_profile"] != hire["role_profile"], "effective_on"])
    return days[(days > hire["hired"]) & (days <= hire["last"])].min() - pd.Timedelta(days=1)


@cache
def opportunities() -> pd.DataFrame:
    """Every opportunity with its days and amount, those with unreadable cells left out, duplicates once."""
    deals = file("opportunities").drop_duplicates()
    deals["created"], deals["closed"] = _days(deals["created_on"]), _days(deals["closed_on"])
    deals["value"] = pd.to_numeric(deals["amount"], errors="coerce")
    return deals[deals["created"].notna() & ~deals["opportunity_id"].duplicated(keep=False)]


@cache
def _person_of_mail() -> dict[str, str]:
    """The person behind each e-mail: the lowest of the employee ids that share it."""
    people = file("employees")
    return people.assign(mail=_mail(people["work_email"])).groupby("mail")["employee_id"].min().to_dict()


def _mail(texts: pd.Series) -> pd.Series:
    return texts.str.strip().str.casefold()


@cache
def persons_by_owner() -> dict[str, str]:
    """The person behind each owner id: by the CRM's own employee id, else by e-mail, else by a confirmed match."""
    people, users = file("employees"), file("crm_users")
    person_of = dict(zip(people["employee_id"], _persons(people), strict=True))
    confirmed = file("matches").query("system == 'crm'")
    by_owner = confirmed.set_index("system_id")["employee_id"].map(person_of).to_dict()
    by_owner |= users.set_index("owner_id")["email"].pipe(_mail).map(_person_of_mail()).dropna().to_dict()
    return by_owner | users.set_index("owner_id")["employee_id"].map(person_of).dropna().to_dict()


def _persons(people: pd.DataFrame) -> pd.Series:
    return _mail(people["work_email"]).map(_person_of_mail()).fillna(people["employee_id"])


@cache
def sold_deals() -> pd.DataFrame:
    """One row a won deal and seller: person, created, closed, value in euros."""
    won = opportunities()
    won = won[(won["is_won"] == "true") & (won["closed"] <= AS_OF) & won["value"].notna()]
    splits = file("opportunity_splits").drop_duplicates()
    splits = splits[pd.to_numeric(splits["share"], errors="coerce").notna()]
    shares = won.drop(columns="owner_id").merge(splits, on="opportunity_id")
    whole = won[~won["opportunity_id"].isin(splits["opportunity_id"])].assign(share="1")
    sold = pd.concat([whole, shares], ignore_index=True)
    value = sold["value"] * sold["share"].astype(float) * _rates(sold["closed"], sold["currency"])
    by_mail = sold["owner_email"].str.strip().str.casefold().map(_person_of_mail())
    sold = sold.assign(person=sold["owner_id"].map(persons_by_owner()).fillna(by_mail), value=value)
    return sold.loc[value.notna(), ["person", "created", "closed", "value"]]


def _rates(days: pd.Series, currencies: pd.Series) -> pd.Series:
    """Euros for one unit of each currency in each day's month; nan where no rate is known."""
    rates = file("exchange_rates").set_index(["month", "currency"])["rate"].astype(float)
    wanted = pd.MultiIndex.from_arrays([days.dt.strftime("%Y-%m-01"), currencies])
    known = pd.Series(rates.reindex(wanted).to_numpy(), index=days.index)
    return known.where(currencies != "EUR", 1.0)


@cache
def own_sales() -> pd.DataFrame:
    """Credits that closed while the seller was employed, opened on or after the hire."""
    sold = sold_deals().merge(hires(), on="person")
    return sold[
        (sold["closed"] >= sold["hired"])
        & (sold["closed"] <= sold["in_role_to"])
        & (sold["created"] >= sold["hired"])
    ]


def median_by_kaplan_meier(days: list[float], happened: list[bool]) -> float:
    """The first time at which half have had the event; nan where it is not reached."""
    still, alive = len(days), 1.0
    for day in sorted(set(days)):
        events = sum(h for d, h in zip(days, happened, strict=True) if d == day)
        alive *= 1 - events / still
        if alive <= 0.5 + 1e-12:
            return day
        still -= sum(d == day for d in days)
    return math.nan


def median_days_to_first_deal(role: str) -> tuple[float, int]:
    """The Kaplan–Meier median of a role's days to the first own deal, and how many hires it rests on.

    Of whom no login is matched what they sold is not known.
    """
    of_role = hires()[(hires()["role_profile"] == role) & hires()["is_seen"]]
    of_role = of_role[of_role["employee_id"].isin(set(persons_by_owner().values()))]
    sales = own_sales()
    first = sales[sales["value"] > 0].groupby(["employee_id", "hired"])["closed"].min()
    days, happened = [], []
    for one in of_role.itertuples():
        deal = first.get((one.employee_id, one.hired))
        days.append(float(((one.in_role_to if deal is None else deal) - one.hired).days))
        happened.append(deal is not None)
    return median_by_kaplan_meier(days, happened), len(of_role)


@cache
def quotas() -> pd.DataFrame:
    """One row a quota period: person, start, end, amount in euros at the rate of its first month."""
    given = file("quotas").drop_duplicates().dropna(how="all")
    given = given.assign(start=_days(given["period_start_on"]), end=_days(given["period_end_on"]))
    given = given[given["start"].notna() & given["end"].notna()]
    amount = pd.to_numeric(given["amount"], errors="coerce") * _rates(given["start"], given["currency"])
    return given.assign(person=given["owner_id"].map(persons_by_owner()), amount=amount)[
        ["person", "start", "end", "amount"]
    ]


def _quota_of(person: str, start: pd.Timestamp, end: pd.Timestamp) -> float:
    """A person's quota between two days, each period by the share of its days."""
    mine = quotas()[quotas()["person"] == person]
    first, last = mine["start"].clip(lower=start), mine["end"].clip(upper=end)
    days = ((last - first).dt.days + 1).clip(lower=0)
    return float((mine["amount"] * days / ((mine["end"] - mine["start"]).dt.days + 1)).sum())


def met_the_bar(role: str, months: int) -> tuple[int, int]:
    """How many of a role's hires met the bar at that month since the hire, of how many who are judged."""
    settings = tomllib.loads((SAMPLE / "config.toml").read_text(encoding="utf-8"))["roles"][role]
    ramp_months, bar = settings["ramp_months"], settings["bar"]
    of_role = hires()[(hires()["role_profile"] == role) & hires()["is_seen"]]
    sales, met, judged = own_sales(), 0, 0
    for one in of_role.itertuples():
        over = one.hired + pd.DateOffset(months=months)
        if over > AS_OF or not (quotas()["person"] == one.person).any():
            continue
        if one.moved < over - pd.Timedelta(days=1):
            continue
        judged += 1
        if one.last < over - pd.Timedelta(days=1) or (pd.notna(one.left) and one.left < over):
            continue
        mine = sales[
            (sales["employee_id"] == one.employee_id)
            & (sales["hired"] == one.hired)
            & (sales["closed"] < over)
        ]
        starts = [one.hired + pd.DateOffset(months=month) for month in range(months + 1)]
        ramped = sum(
            _quota_of(one.person, starts[month], starts[month + 1] - pd.Timedelta(days=1))
            * min((month + 1) / (ramp_months + 1), 1.0)
            for month in range(months)
        )
        met += mine["value"].sum() >= bar * ramped
    return met, judged


def would_hire_again(role: str, first: str, last: str) -> tuple[int, int]:
    """Hires of the role hired from the first day to the last whose manager would hire them again, and of how many said.

    By the latest review in the role; the sample's reviewers are managers, never the hire.
    """
    people = hires()
    people = people[(people["role_profile"] == role) & people["hired"].between(first, last)]
    reviews = file("performance_reviews")
    reviews["ended"] = _days(reviews["period_end_on"])
    again = answered = 0
    for one in people.to_dict("records"):
        mine = reviews[(reviews["employee_id"] == one["employee_id"]) & (reviews["ended"] > one["hired"])]
        until = AS_OF if pd.isna(one["moved"]) else one["moved"]
        mine = mine[mine["ended"] <= until].sort_values("ended")
        if len(mine) and pd.notna(mine["would_hire_again"].iloc[-1]):
            answered += 1
            again += mine["would_hire_again"].iloc[-1] == "true"
    return again, answered

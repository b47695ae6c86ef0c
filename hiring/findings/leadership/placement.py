"""Who may be asked to lead and where somebody is needed; who moved to another role, and how that went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.numbers import Number
from hiring.findings.outcomes import people
from hiring.statistics import leading
from hiring.statistics.rates import wilson

NEED = (
    f"Sellers of today. In need: their team's lead has left, or has more than {leading.MANY} sellers to each who leads "
    "in it. May be asked: two years or longer in Sales, met the bar or high performer at month 12, leads nobody"
)
TEN = (
    f"{leading.MANY} sellers to a lead is this page's rule, not your company's. A team is who reports to one person in "
    "the HR file, whatever is chosen, of whom you may see; leads are that person and the sellers among them who lead "
    "people."
)
MAY_BE_ASKED = (
    "A fact and no verdict: selling well is no proof of leading well, and who wants to is not known."
)
NO_OUTCOMES = "Who met the bar is not known, so nobody can be told who may be asked."
MOVES = "Moves of these hires to another selling role; met the bar: at month 12 in the new role, of moves that old"
NOBODY_MOVED = "None of these hires moved to another selling role"
BESIDE = "External hires beside internal moves"
TOO_FEW = "too few to show"
LEADS, READY = ("Name", "Leads since", "Leads today"), ("Name", "In Sales since", "Role", "Region")
KEY = ["employee_id", "hire_date"]


def numbers(hires: pd.DataFrame, teams: pd.DataFrame, moves: pd.DataFrame | None) -> tuple[Number, ...]:
    """Tiles of sellers today: who leads, who may be asked, who is in a team in need; and the moves."""
    today = hires[hires["is_selling"].astype(bool)]
    made: list[Number] = []
    if len(today) >= SMALLEST_GROUP:
        of = f"of {words.counted(len(today), 'seller')}"
        found, mine = leading.bench(hires), leading.teams_of(hires, teams)
        made.append(Number("lead_today", words.number(int(today["leads_today"].sum())), of))
        if _are_known(hires):
            made.append(Number("may_be_asked", words.number(len(found)), f"{of}, two years or longer"))
        needy = mine[mine["is_need"]]
        inside = int(today["manager_id"].isin(needy.index).sum())
        note = f"{of}; {words.number(len(needy))} of {words.counted(len(mine), 'team')}"
        made.append(Number("teams_in_need", words.number(inside), note))
    if moves is not None and len(moves):
        known = moves[_is_judged(moves)]
        note = f"{int(known['met_bar'].sum())} of {len(known)} met the bar there"
        made.append(
            Number("moved_role", words.number(len(moves)), note if len(known) >= SMALLEST_GROUP else "")
        )
    return tuple(made)


def _are_known(hires: pd.DataFrame) -> bool:
    return bool(
        hires.loc[hires["is_counted"].astype(bool), ["met_bar", "is_high_performer"]].notna().any(axis=None)
    )


def need_lead(hires: pd.DataFrame, whole: pd.DataFrame) -> str:
    """ "10 of 20 teams have more than ten sellers to each who leads; 73 sellers may be asked"."""
    teams = leading.teams_of(hires, whole)
    if teams.empty:
        return "Who leads which team is not known: no seller has a manager on file"
    gone, large = int(teams["is_gone"].sum()), int((teams["is_large"] & ~teams["is_gone"]).sum())
    parts = [
        f"{words.number(large)} of {words.counted(len(teams), 'team')} {_have(large)} more than {leading.MANY} sellers "
        "to a lead"
    ]
    if gone:
        parts.append(f"the lead of {words.number(gone)} has left")
    if _are_known(hires):
        parts.append(f"{words.counted(len(leading.bench(hires)), 'seller')} may be asked")
    return "; ".join(parts)


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def need(hires: pd.DataFrame, teams: pd.DataFrame) -> pd.DataFrame:
    """Bench against need by region; of a region of fewer than five sellers only how many they are."""
    rows, are_known = [], _are_known(hires)
    for one in leading.need(hires, teams).to_dict("records"):
        cells = [words.number(one[name]) for name in ("leads", "in_need", "ready")]
        if one["n"] < SMALLEST_GROUP:
            cells = [TOO_FEW] * len(cells)
        elif not are_known:
            cells[-1] = words.UNKNOWN
        rows.append([str(one["region_now"]), words.number(one["n"]), *cells])
    return pd.DataFrame(
        rows, columns=["Region", "Sellers", "Lead people", "In teams in need", "May be asked"]
    )


def asked(hires: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Who may be asked, as listed, by the day they began: no order of merit. `named`: `outcomes/hires_listed`."""
    found = leading.bench(hires)[[*KEY, "region_now"]].merge(named, on=KEY)
    found = found.assign(region=found["region_now"].fillna(found["region"]))
    return _first(people.listed(found), READY).drop(columns=["Today", "Left"])


def leads(chosen: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Who came to lead, as listed, the latest first, since when, and whether they do today."""
    mine = chosen.loc[chosen["came"], [*KEY, "leads_from", "leads_today"]].sort_values(
        "leads_from", ascending=False
    )
    found = mine.merge(named, on=KEY)
    today = found["leads_today"].astype(bool).map({True: "yes", False: "no"})
    listed = people.listed(found).assign(**{"Leads since": found["leads_from"].dt.date, "Leads today": today})
    return _first(listed, LEADS)


def moved(moves: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Every move with its name, the latest first."""
    found = moves.sort_values("moved_on", ascending=False).merge(named[[*KEY, "full_name"]], on=KEY)
    rows = found.to_dict("records")
    return pd.DataFrame(
        {
            "Name": [people.name(row["full_name"], row["employee_id"]) for row in rows],
            "From": found["from_role"],
            "To": found["to_role"],
            "Moved": found["moved_on"].dt.date,
            "Bar at month 12": [_outcome(row) for row in rows],
            "Hired": found["hire_date"].dt.date,
            "Employee": found["employee_id"].astype(str),
        }
    )


def _outcome(row: Mapping[Any, Any]) -> str:
    if not row["is_mature"]:
        return "not there yet"
    if not row["is_counted"] or pd.isna(row["met_bar"]):
        return "not known"
    return "met" if row["met_bar"] else "not met"


def _is_judged(moves: pd.DataFrame) -> pd.Series:
    return moves["is_counted"].astype(bool) & moves["met_bar"].notna()


def moves_lead(moves: pd.DataFrame) -> str:
    """ "19 hires' moves to another role: 11 of 15 met the bar there"."""
    if moves.empty:
        return NOBODY_MOVED
    known = moves[_is_judged(moves)]
    who = f"{words.counted(len(moves), 'move')} to another role"
    if len(known) < SMALLEST_GROUP:
        return f"{who}; too few are a year old to say how they went"
    share = wilson(int(known["met_bar"].sum()), len(known))
    return (
        f"{who}: {words.number(int(known['met_bar'].sum()))} of {words.number(share.n)} met the bar there "
        f"({words.span(share.low, share.high)})"
    )


def moves(rows: pd.DataFrame, *, is_named: bool) -> pd.DataFrame:
    """A row a new role: from where, how many, and of those a year in it who met the bar and is there; counts, no rates.

    Who may not see names gets no outcome of fewer than five.
    """
    heads = ["To", "From", "Moves", "Met the bar", "Still there after a year"]
    told = []
    for role, mine in rows.groupby("to_role", sort=True):
        known, old = mine[_is_judged(mine)], mine[mine["is_mature"].astype(bool)]
        many = mine["from_role"].value_counts()
        came = ", ".join(f"{name} {count}" if is_named else str(name) for name, count in many.items())
        cells = [_of(known["met_bar"], is_named=is_named), _of(old["is_still_there"], is_named=is_named)]
        told.append([str(role), came, words.number(len(mine)), *cells])
    return pd.DataFrame(told, columns=heads)


def _of(did: pd.Series, *, is_named: bool) -> str:
    if did.empty:
        return "none a year in it"
    told = is_named or len(did) >= SMALLEST_GROUP
    return f"{words.number(did.astype(bool).sum())} of {words.number(len(did))}" if told else TOO_FEW


def _first(listed: pd.DataFrame, first: tuple[str, ...]) -> pd.DataFrame:
    return listed[[*first, *(name for name in listed if name not in first)]]

"""Who may be asked to lead and where somebody is needed; who moved to another role, and how that went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.leadership import few
from hiring.findings.numbers import Number
from hiring.findings.outcomes import people
from hiring.statistics import leading
from hiring.statistics.rates import wilson

NEED = (
    f"Sellers of today, by the region in which each works now, so that a region chosen above means that too. In need: "
    f"their team's lead has left, or has more than {leading.MANY} sellers to each who leads in it. May be asked: two "
    "years or longer in Sales, met the bar or high performer at month 12, leads nobody"
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
RESULTS = (
    "Attainment, %",
    "First deal, days",
    "At pace, months",
)  # who may be asked, and who leads, is no list of what each sold
LEADS, READY = ("Name", "Leads since", "Leads today"), ("Name", "In Sales since", "Role", "Region")
KEY = ["employee_id", "hire_date"]


def numbers(hires: pd.DataFrame, teams: pd.DataFrame, moves: pd.DataFrame | None) -> tuple[Number, ...]:
    """Tiles of sellers today: who leads, who may be asked, who is in a team in need; and the moves."""
    today = hires[hires["is_selling"].astype(bool)]
    made: list[Number] = []
    if len(today) >= SMALLEST_GROUP:
        of = f"of {words.counted(len(today), 'seller')}"
        found, mine = leading.bench(hires), leading.teams_of(hires, teams)
        made.append(Number("lead_today", _tile(int(today["leads_today"].sum())), of))
        if _are_known(hires):
            made.append(Number("may_be_asked", _tile(len(found)), f"{of}, two years or longer"))
        needy = mine[mine["is_need"]]
        inside = int(today["manager_id"].isin(needy.index).sum())
        note = f"{of}; {words.number(len(needy))} of {words.counted(len(mine), 'team')}"
        made.append(Number("teams_in_need", _tile(inside), note))
    if moves is not None and len(moves):
        known = moves[_is_judged(moves)]
        note = f"{int(known['met_bar'].sum())} of {len(known)} met the bar there"
        made.append(Number("moved_role", _tile(len(moves)), note if len(known) >= SMALLEST_GROUP else ""))
    return tuple(made)


def _tile(count: int) -> str:
    return few.LESS if 0 < count < SMALLEST_GROUP else words.number(count)


def _are_known(hires: pd.DataFrame) -> bool:
    return bool(
        hires.loc[hires["is_counted"].astype(bool), ["met_bar", "is_high_performer"]].notna().any(axis=None)
    )


def need_lead(hires: pd.DataFrame, whole: pd.DataFrame) -> str:
    """ "2 of 20 teams are in need (lead left, or over 10 sellers to a lead); 73 sellers may be asked to lead"."""
    teams = leading.teams_of(hires, whole)
    if teams.empty:
        return "Who leads which team is not known: no seller has a manager on file"
    needy, whole_teams = int(teams["is_need"].sum()), int(teams["n"].sum())
    in_them = int(hires.loc[hires["is_selling"].astype(bool), "manager_id"].isin(teams.index).sum())
    counted = f"; whole teams, {words.number(whole_teams)} sellers" if in_them < whole_teams else ""
    parts = [
        f"{words.number(needy)} of {words.counted(len(teams), 'team')} {'is' if needy == 1 else 'are'} in need (lead "
        f"left, or over {leading.MANY} to a lead{counted})"
    ]
    if _are_known(hires):
        ready = len(leading.bench(hires))
        parts.append(f"{few.count(ready)} sellers may be asked to lead")
    return "; ".join(parts)


def need(hires: pd.DataFrame, teams: pd.DataFrame) -> pd.DataFrame:
    """Bench against need by region; no cell of one to four, nor one that would tell it."""
    found = leading.need(hires, teams)
    small, are_known = found["n"] < SMALLEST_GROUP, _are_known(hires)
    told = {"Region": found["region_now"].astype(str), "Sellers": few.column(found["n"])}
    for name, head in (("leads", "Lead people"), ("in_need", "In teams in need"), ("ready", "May be asked")):
        cells = few.column(found[name])
        told[head] = [TOO_FEW if is_small else cell for is_small, cell in zip(small, cells, strict=True)]
    if not are_known:
        told["May be asked"] = [words.UNKNOWN] * len(found)
    return pd.DataFrame(told)


def asked(hires: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Who may be asked, as listed, by the day they began: no order of merit. `named`: `outcomes/hires_listed`."""
    found = leading.bench(hires)[[*KEY, "region_now"]].merge(named, on=KEY)
    found = found.assign(region=found["region_now"].fillna(found["region"]))
    return _first(people.listed(found), READY).drop(columns=["Today", "Left", *RESULTS])


def leads(chosen: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Who came to lead, as listed, the latest first, since when, and whether they do today."""
    mine = chosen.loc[chosen["came"], [*KEY, "leads_from", "leads_today"]].sort_values(
        "leads_from", ascending=False
    )
    found = mine.merge(named, on=KEY)
    today = found["leads_today"].astype(bool).map({True: "yes", False: "no"})
    listed = people.listed(found).assign(**{"Leads since": found["leads_from"].dt.date, "Leads today": today})
    return _first(listed, LEADS).drop(columns=list(RESULTS))


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
    who = f"{few.count(len(moves))} moves to another role"
    who = who[:1].upper() + who[1:]
    if len(known) < SMALLEST_GROUP:
        return f"{who}; too few are a year old to say how they went"
    share = wilson(int(known["met_bar"].sum()), len(known))
    return (
        f"{who}: {words.number(int(known['met_bar'].sum()))} of {words.number(share.n)} met the bar there "
        f"({words.span(share.low, share.high)})"
    )


def moves(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a new role: from where, how many, and of those a year in it who met the bar and is there; counts, no rates.

    No outcome of fewer than five: each would be one person's.
    """
    heads = ["To", "From", "Moves", "Met the bar", "Still there after a year"]
    told = []
    for role, mine in rows.groupby("to_role", sort=True):
        known, old = mine[_is_judged(mine)], mine[mine["is_mature"].astype(bool)]
        came = ", ".join(sorted(map(str, mine["from_role"].unique())))
        told.append([str(role), came, len(mine), _of(known["met_bar"]), _of(old["is_still_there"])])
    made = pd.DataFrame(told, columns=heads)
    return made.assign(Moves=few.column(made["Moves"]))


def _of(did: pd.Series) -> str:
    if len(did) < SMALLEST_GROUP:
        return TOO_FEW
    return f"{words.number(did.astype(bool).sum())} of {words.number(len(did))}"


def _first(listed: pd.DataFrame, first: tuple[str, ...]) -> pd.DataFrame:
    return listed[[*first, *(name for name in listed if name not in first)]]

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
    f"their team's lead has left, or has more than {leading.MANY} sellers to each who leads in it; a team may span "
    "regions. Could be asked: two years or longer in Sales, met the bar or high performer at month 12, leads nobody"
)
TEN = (
    f"{leading.MANY} sellers to a lead is this page's rule, not your company's. A team is who reports to one person in "
    "the HR file, whatever is chosen, of whom you may see; leads are that person and the sellers among them who lead "
    "people."
)
MAY_BE_ASKED = (
    "A fact and no verdict: selling well is no proof of leading well, and who wants to is not known."
)
NO_OUTCOMES = "Who met the bar is not known, so nobody can be told who could be asked."
MOVES = "Moves of these hires to another selling role; met the bar: at month 12 in the new role"
NEEDED = "Where a lead is needed, and who could be asked"
ASKED = "Could be asked"
IN_NEED = "In teams in need"
MOST_REGIONS = 2  # named as where to ask first
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
    """Tiles of sellers today: who leads, who may be asked, who is in a team in need; and the moves.

    Each is the sum of its column of `need`, and not there where a part of that is kept back.
    """
    found = leading.need(hires, teams)
    sellers = few.total(found["n"])
    of = f"of {sellers} sellers" if sellers else ""
    told = {"lead_today": "leads", "may_be_asked": "ready", "teams_in_need": "in_need"}
    totals = {card: few.total(found[name]) for card, name in told.items()} if len(found) else {}
    if not _are_known(hires):
        totals.pop("may_be_asked", "")
    made = [Number(card, total, of) for card, total in totals.items() if total]
    if moves is not None and len(moves):
        known = moves[_is_judged(moves)]
        note = f"{few.of(int(known['met_bar'].sum()), len(known))} there a year met the bar"
        made.append(Number("moved_role", _tile(len(moves)), note if len(known) >= SMALLEST_GROUP else ""))
    return tuple(made)


def _tile(count: int) -> str:
    return few.LESS if 0 < count < SMALLEST_GROUP else words.number(count)


def _are_known(hires: pd.DataFrame) -> bool:
    return bool(
        hires.loc[hires["is_counted"].astype(bool), ["met_bar", "is_high_performer"]].notna().any(axis=None)
    )


def need_lead(hires: pd.DataFrame, whole: pd.DataFrame) -> str:
    """ "2 of 20 teams have no lead, or more than 10 sellers to each; 73 could be asked"; empty of no team."""
    teams = leading.teams_of(hires, whole)
    if teams.empty:
        return ""
    needy = int(teams["is_need"].sum())
    asked = few.total(leading.need(hires, whole)["ready"]) if _are_known(hires) else ""
    gone = int(teams["is_gone"].sum())
    of, large = words.counted(len(teams), "team"), needy - gone
    lost = f"{words.number(gone) if gone else 'none'} lost {'their leads' if gone > 1 else 'its lead'}"
    many = f"{words.number(large) if large else 'none'} {'have' if large > 1 else 'has'}"
    said = f"Of {of} {lost}, {many} over {leading.MANY} sellers to each lead"
    return f"{said}; {asked} could be asked" if asked else said


def need_standfirst(hires: pd.DataFrame, whole: pd.DataFrame) -> str:
    """What is meant, and that teams are whole where only some of their sellers are chosen."""
    teams = leading.teams_of(hires, whole)
    if teams.empty:
        return "Who leads which team is not known: no seller has a manager on file."
    in_them = int(hires.loc[hires["is_selling"].astype(bool), "manager_id"].isin(teams.index).sum())
    whole_teams = int(teams["n"].sum())
    return NEED + (f". Whole teams: {words.number(whole_teams)} sellers" if in_them < whole_teams else "")


def need(hires: pd.DataFrame, teams: pd.DataFrame) -> pd.DataFrame:
    """Bench against need by region; no cell of one to four, nor one that would tell it."""
    found = leading.need(hires, teams)
    small, are_known = found["n"] < SMALLEST_GROUP, _are_known(hires)
    told = {"Region": found["region_now"].astype(str), "Sellers": few.column(found["n"])}
    for name, head in (("leads", "Lead people"), ("in_need", IN_NEED), ("ready", ASKED)):
        cells = few.column(found[name])
        told[head] = [TOO_FEW if is_small else cell for is_small, cell in zip(small, cells, strict=True)]
    if not are_known:
        told[ASKED] = [words.UNKNOWN] * len(found)
    return pd.DataFrame(told)


def next_step(table: pd.DataFrame) -> str:
    """Where to ask first, of the rows of `need` that tell how many are in teams in need; empty for none."""
    counts = pd.to_numeric(table[IN_NEED].str.replace(",", "", regex=False), errors="coerce")
    rows = table.assign(count=counts)[counts > 0].sort_values("count", ascending=False).head(MOST_REGIONS)
    told = [
        f"{region} ({need} sellers in teams in need, {ready} who could be asked)"
        for region, need, ready in zip(rows["Region"], rows[IN_NEED], rows[ASKED], strict=True)
        if ready[:1].isdigit()
    ]
    return f"talk first to the managers in {' and '.join(told)}." if told else ""


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
    """ "19 moves to another role; of the 15 at least 12 months old 10 met the bar (42–85 %)"."""
    if moves.empty:
        return NOBODY_MOVED
    known = moves[_is_judged(moves)]
    who = f"{few.count(len(moves))} moves to another role"
    who = who[:1].upper() + who[1:]
    if len(known) < SMALLEST_GROUP:
        return f"{who}; too few are a year old to say how they went"
    met, n = int(known["met_bar"].sum()), len(known)
    if min(met, n - met) < SMALLEST_GROUP:
        return f"{who}; {few.of(met, n)} at least 12 months old met the bar"
    share = wilson(met, n)
    return f"{who}; of the {n} at least 12 months old {met} met the bar ({words.span(share.low, share.high)})"


def _first(listed: pd.DataFrame, first: tuple[str, ...]) -> pd.DataFrame:
    return listed[[*first, *(name for name in listed if name not in first)]]

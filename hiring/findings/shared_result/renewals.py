"""Renewals of the accounts that hires won first, about a year after. Frames in, words out."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.numbers import Number
from hiring.statistics.rates import Interval, rates_of, wilson
from hiring.statistics.verdicts import SMALLEST_JUDGED

KEY = "renewed"
STANDFIRST = (
    "A renewal won 9 to 15 months after a hire won the first deal there, whoever won it; line: likely range"
)
NONE_OLD = "No account that a hire won first is old enough to have come up for renewal"
BY_YEAR = "By the year their sellers started."
MOSTLY_OLD = 0.9
HOLLOW = "Hollow: more than a tenth of their accounts are too young."
LUCK = "Luck can make that much of a difference."
TOO_FEW_SELLERS = (
    f"Not shown: of fewer than {SMALLEST_GROUP} sellers on one side, which the other would give away."
)
SELLERS = {False: "Their seller was still here", True: "Their seller had left"}
HEAD = "When the renewal came up"
MEANING = "Came up: 9 months after the first deal. Why a seller left, and what the account was like, is not in this."


def lacking(known: pd.DataFrame) -> tuple[str, str]:
    """(fact, remedy) where the deals cannot tell of renewals (`shared_result/renewals_known`); else nothing."""
    row = known.iloc[0]
    if not row["count_with_account"]:
        return (
            "No won deal names its account.",
            "Export the deals with their account, and renewals can be told.",
        )
    if not row["count_renewals"]:
        return (
            "No won deal is marked as a renewal.",
            "Export the deals with their kind, and renewals can be told.",
        )
    return "", ""


def renewed(accounts: pd.DataFrame) -> Interval:
    """The share of accounts old enough that were renewed, of rows of `shared_result/renewals_by_account`."""
    old = _old(accounts)
    return wilson(int(old["is_renewed"].sum()), len(old))


def number(accounts: pd.DataFrame) -> Number:
    """The tile of renewed accounts."""
    share = renewed(accounts)
    if share.n < SMALLEST_JUDGED:
        return Number("renewed_accounts", words.UNKNOWN, f"fewer than {SMALLEST_JUDGED} accounts old enough")
    if _old(accounts)["employee_id"].nunique() < SMALLEST_GROUP:
        return Number("renewed_accounts", words.UNKNOWN, f"of fewer than {SMALLEST_GROUP} sellers")
    span = words.span(share.low, share.high)
    return Number("renewed_accounts", words.percent(share.estimate), f"{span} · {_accounts(share.n)}")


def title(accounts: pd.DataFrame) -> str:
    """How many of the accounts old enough were renewed."""
    old = _old(accounts)
    if old.empty:
        return NONE_OLD
    if old["employee_id"].nunique() < SMALLEST_GROUP:
        return "Too few hires won accounts that have come up for renewal"
    count = words.number(int(old["is_renewed"].sum()))
    return f"{count} of {_accounts(len(old))} that hires won first were renewed about a year later"


def next_step(accounts: pd.DataFrame) -> str:
    """What both sides may say: whether as many renewals as the title tells of are what is wanted; empty of few."""
    old = _old(accounts)
    lost = int((~old["is_renewed"].astype(bool)).sum())
    if lost < SMALLEST_GROUP or old["employee_id"].nunique() < SMALLEST_GROUP:
        return ""
    share = words.percent(1 - lost / len(old))
    return f"say whether {share} renewed of {_accounts(len(old))} is what you want, and who calls an account a year on."


def standfirst(accounts: pd.DataFrame) -> str:
    """What is counted, and how many accounts are too young."""
    young = len(accounts) - len(_old(accounts))
    if not young:
        return STANDFIRST
    return f"{STANDFIRST}. {_accounts(young)} {'is' if young == 1 else 'are'} too young and not counted"


def exhibit(accounts: pd.DataFrame) -> Exhibit:
    """The share renewed by the year the seller started; hollow where some accounts are too young."""
    old, accounts = _joined(_old(accounts), accounts)
    years = old.groupby("start_year")
    sums = years["is_renewed"].agg(["sum", "size"]).assign(sellers=years["employee_id"].nunique())
    sums["every"] = accounts.groupby("start_year").size()
    is_enough = (sums["size"] >= SMALLEST_JUDGED) & ~too_small(sums["sellers"])
    sums = rates_of(sums[is_enough].reset_index(), successes="sum", n="size")
    if sums.empty:
        return undrawn(KEY, title(accounts), standfirst(accounts))
    frame = pd.DataFrame(
        {
            "period": sums["start_year"].astype(str),
            "estimate": sums["rate"],
            "low": sums["low"],
            "high": sums["high"],
            "n": sums["size"],
            "is_mature": sums["size"] >= MOSTLY_OLD * sums["every"],
        }
    )
    shares = "; ".join(
        f"{row['period']} {words.with_interval(row['estimate'], row['low'], row['high'])}"
        for row in frame.to_dict("records")
    )
    return Exhibit(
        key=KEY,
        lead=title(accounts),
        standfirst=standfirst(accounts),
        marks=Marks("dots_over_time", frame, {"noun": "account"}),
        alt=f"{title(accounts)}. By the year their sellers started: {shares}.",
        n=int(frame["n"].sum()),
        definition=("renewed_accounts",),
        note=_note(frame, old),
    )


def _joined(old: pd.DataFrame, every: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both with the first year joined to the next while it is of too few to be told alone: "2020–2021".

    Alone it would be kept back, and with it the year of the next fewest sellers, often the newest.
    """
    name = {year: str(year) for year in sorted(every["start_year"].unique())}
    while len(set(name.values())) > 1:
        first, second = list(dict.fromkeys(name.values()))[:2]
        mine = old[old["start_year"].map(name) == first]
        if len(mine) >= SMALLEST_JUDGED and mine["employee_id"].nunique() >= SMALLEST_GROUP:
            break
        both = f"{first.split(words.DASH)[0]}{words.DASH}{second}"
        name = {year: both if one in (first, second) else one for year, one in name.items()}
    return old.assign(start_year=old["start_year"].map(name)), every.assign(
        start_year=every["start_year"].map(name)
    )


def _note(frame: pd.DataFrame, old: pd.DataFrame) -> str:
    """Whose years these are, what is hollow, and how many accounts are in none of them."""
    hollow = "" if frame["is_mature"].all() else HOLLOW
    others = old[~old["start_year"].astype(str).isin(frame["period"])]
    return " ".join(filter(None, (BY_YEAR, hollow, _left_out(others, len(old)))))


def by_seller(accounts: pd.DataFrame) -> pd.DataFrame:
    """Accounts whose seller was still here when the renewal came up, and those whose had left."""
    sides = _sides(accounts)
    return pd.DataFrame(
        [
            {
                HEAD: said,
                "Renewed": f"{words.number(sides[left].estimate * sides[left].n)} of {words.number(sides[left].n)}",
                "Share": words.with_interval(sides[left].estimate, sides[left].low, sides[left].high),
            }
            for left, said in SELLERS.items()
            if left in sides
        ]
    )


def meaning(accounts: pd.DataFrame) -> str:
    """What the table of sellers does not say; in its place, where either row would tell of a few sellers, why not."""
    sides = _sides(accounts)
    if not sides:
        return TOO_FEW_SELLERS
    both = list(sides.values())
    meet = len(both) == 2 and max(one.low for one in both) <= min(one.high for one in both)
    return f"{LUCK} {MEANING}" if meet else MEANING


def _sides(accounts: pd.DataFrame) -> dict[bool, Interval]:
    """The shares of accounts whose seller had left, and was here; neither where one is of few sellers.

    Both add up to all accounts, which the title tells: of one alone the other would come out.
    """
    rows = _old(accounts).groupby("had_seller_left")
    if too_small(rows["employee_id"].nunique()).any():
        return {}
    return {bool(left): wilson(int(mine["is_renewed"].sum()), len(mine)) for left, mine in rows}


def _left_out(others: pd.DataFrame, n: int) -> str:
    """How many accounts are in no point, of which years, and why; "" where none."""
    if others.empty:
        return ""
    years = ", ".join(sorted(others["start_year"].astype(str).unique()))
    return (
        f"{words.number(len(others))} of {_accounts(n)} are in years not shown ({years}): fewer than "
        f"{SMALLEST_JUDGED} accounts or {SMALLEST_GROUP} sellers are old enough, or they would give those away."
    )


def _old(accounts: pd.DataFrame) -> pd.DataFrame:
    return accounts[accounts["is_old"].astype(bool)]


def _accounts(count: int) -> str:
    return words.counted(count, "account")

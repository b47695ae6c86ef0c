"""What the Data health page says of people across the systems: who was joined to whom, how, and who was not.

Frames are the answers to `data_health/…`. A name joins nobody by itself: who may be whom is for the page
Identity match.
"""

from __future__ import annotations

import pandas as pd

from hiring import metrics, words
from hiring.findings.data_health.lines import table_of, visible
from hiring.findings.numbers import Number

NOT_MATCHED = "not matched"
WAYS = {
    "id": "by employee id",
    "e-mail": "by e-mail address",
    "name in the CRM's own list": "by a name unique in the CRM's own list of logins",
    "confirmed": "by a person, in matches.csv",
    NOT_MATCHED: "not at all",
}


def count_of(counts: pd.DataFrame, name: str) -> int:
    """One of the seven counts (`data_health/match_counts`)."""
    return int(counts.loc[counts["count_name"] == name, "count_found"].sum())


def numbers(counts: pd.DataFrame, ways: pd.DataFrame, hires: int, currency: str) -> list[Number]:
    """The tiles on owners, sellers, deals of nobody, and whoever the HR file does not know."""

    def found(name: str) -> str:
        return words.number(count_of(counts, name))

    nobody = counts.loc[counts["count_name"] == "revenue_with_no_seller", "amount"].sum()
    owners = words.number(int(ways["count_owners"].sum()))
    return [
        Number("unmatched_owners", found("unmatched_owners"), f"of {owners} names and ids"),
        Number("unmatched_sellers", found("unmatched_sellers"), f"of {words.counted(hires, 'hire')}"),
        Number(
            "revenue_with_no_seller",
            found("revenue_with_no_seller"),
            f"won deals · {words.money(nobody, currency)}",
        ),
        Number(
            "hired_or_interviewing_without_an_employee",
            found("hired_or_interviewing_without_an_employee"),
            "hired or interviewing",
        ),
    ]


def sold_by(counts: pd.DataFrame, totals: pd.DataFrame) -> str:
    """Whether won revenue has a seller, for the lead: "99.3 % of won revenue has a known seller"."""
    won = float(totals["won_revenue"].iloc[0])
    nobody = float(counts.loc[counts["count_name"] == "revenue_with_no_seller", "amount"].sum())
    if not count_of(counts, "revenue_with_no_seller"):
        return "every won deal has a known seller" if won else "no won deal is on file"
    # Credit notes may outweigh what was won; then no share says anything.
    known = 100 * (1 - nobody / won) if won > 0 else -1.0
    share = f"{words.number(min(known, 99.9), 1)}{words.THIN}%" if 0 <= known <= 100 else "not all"
    return f"{share} of won revenue has a known seller"


def counts_table(counts: pd.DataFrame, currency: str) -> pd.DataFrame:
    """The seven counts in the words of their cards, with money where money is meant."""
    rows = []
    for row in counts.to_dict("records"):
        card = metrics.card(row["count_name"])
        amount = words.money(row["amount"], currency) if words.is_known(row["amount"]) else ""
        rows.append((card.label, words.number(row["count_found"]), amount, card.definition, card.caveat))
    return table_of(rows, ("What", "How many", "Won revenue", "What is counted", "Keep in mind"))


def matching_title(ways: pd.DataFrame) -> str:
    """How many of the ways in which deals name an owner lead to a person, in one line.

    An owner may be named by id here and by e-mail there: these are more than there are owners.
    """
    owners = int(ways["count_owners"].sum())
    missed = int(ways.loc[ways["matched_by"] == NOT_MATCHED, "count_owners"].sum())
    if not owners:
        return "No deal names an owner"
    if not missed:
        return "Every way in which the CRM names an owner leads to a person"
    leads = "leads" if owners - missed == 1 else "lead"
    ways_in_all = words.counted(owners, "way")
    return f"{words.number(owners - missed)} of {ways_in_all} in which the CRM names an owner {leads} to a person"


def ways_table(ways: pd.DataFrame, currency: str) -> pd.DataFrame:
    """How owners were matched, surest way first."""
    order = {way: index for index, way in enumerate(WAYS)}
    rows = sorted(ways.to_dict("records"), key=lambda row: order.get(str(row["matched_by"]), len(order)))
    return table_of(
        [
            (
                WAYS.get(str(row["matched_by"]), visible(row["matched_by"])),
                words.number(row["count_owners"]),
                words.money(row["amount"], currency),
            )
            for row in rows
        ],
        ("Matched", "Ways", "Won revenue"),
    )


def owners_table(owners: pd.DataFrame, currency: str) -> pd.DataFrame:
    """The owners nobody knows, those with most won revenue first."""
    return table_of(
        [
            (
                visible(row["full_name"]) or "no name",
                visible(row["owner_id"]) or visible(row["owner_key"]).strip("|"),
                words.number(row["count_deals"]),
                words.money(row["amount"], currency),
            )
            for row in owners.to_dict("records")
        ],
        ("Owner", "In the CRM as", "Won deals", "Won revenue"),
    )


def sellers_table(sellers: pd.DataFrame, *, without_login: bool) -> pd.DataFrame:
    """Hires without a login, or hires who have one and no won deal."""
    chosen = sellers[sellers["is_without_login"] == without_login]
    return table_of(
        [
            (
                visible(row["full_name"]),
                visible(row["employee_id"]),
                visible(row["role_profile"]),
                words.day(row["hire_date"].date()),
                "" if pd.isna(row["termination_date"]) else words.day(row["termination_date"].date()),
            )
            for row in chosen.to_dict("records")
        ],
        ("Hire", "Employee id", "Role profile", "Hired", "Left"),
    )


def alike(owners: pd.DataFrame, sellers: pd.DataFrame) -> str:
    """The one thing to mend: how many owners bear the name of a hire without a login; empty where none does."""
    names = sellers.loc[sellers["is_without_login"], "full_name"].dropna()
    count = int(owners["full_name"].isin(names).sum())
    who = "owner bears" if count == 1 else "owners bear"
    them = "that hire's sales are" if count == 1 else "these hires' sales are"
    return (
        f"To mend: {words.number(count)} {who} the name of a hire without a login, listed below; until then {them} "
        "not known; "
        if count
        else ""
    )


def elsewhere(owners: pd.DataFrame, counts: pd.DataFrame, currency: str) -> str:
    """Where the other won deals of nobody are, that no owner of the list has; empty where there are none."""
    nobody = counts[counts["count_name"] == "revenue_with_no_seller"]
    deals = count_of(counts, "revenue_with_no_seller") - int(owners["count_deals"].sum())
    amount = float(nobody["amount"].sum()) - float(owners["amount"].sum())
    if deals <= 0:
        return ""
    of = words.counted(deals, "other won deal")
    return (
        f". These owners have {words.number(int(owners['count_deals'].sum()))} of the won deals of nobody; the {of}, "
        f"{words.money(amount, currency)}, name no owner"
    )


def lists(
    owners: pd.DataFrame,
    sellers: pd.DataFrame,
    currency: str,
    *,
    of_everyone: bool = True,
    elsewhere: str = "",
) -> list[tuple[str, str, pd.DataFrame]]:
    """(title, subtitle, table) of the people left over on each side; an empty table where there is nobody.

    `of_everyone`: whether the frames hold everybody, or only whom the viewer may see.
    """
    yours = "" if of_everyone else " of your regions and roles"
    unknown, without = owners_table(owners, currency), sellers_table(sellers, without_login=True)
    mend = alike(owners, sellers)
    queues = f"{'n' if mend else 'N'}ot all need be people: queues and integrations own deals, too"
    return [
        (
            f"{words.counted(len(unknown), 'owner')} in the CRM without an employee"
            if len(unknown)
            else f"Every owner{yours} is matched",
            f"{mend}{queues}{elsewhere}",
            unknown,
        ),
        (
            f"{words.counted(len(without), 'hire')} without a login"
            if len(without)
            else f"Every hire{yours} has a login",
            "No owner and no login of the CRM is matched to them: what they sold is not known until one is",
            without,
        ),
    ]

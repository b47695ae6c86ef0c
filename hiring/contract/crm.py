"""CRM: deals, who owns them, quotas, rates."""

from __future__ import annotations

from dataclasses import replace

from hiring.contract.kinds import (
    CURRENCY,
    MONTH,
    Column,
    Kind,
    Reference,
    Table,
    amount,
    column,
    identifier,
    same,
)

#: In which rows the worth of a deal must stand: `set_aside_opportunities__won_without_an_amount`.
_WON = "where it is won"

TABLES: tuple[Table, ...] = (
    Table(
        "crm_users",
        "CRM",
        "CRM login",
        (
            identifier("owner_id", "The login's id in the CRM", "U001017", required=True),
            column("full_name", Kind.NAME, "Name of who uses it", "Edvina Merrivale", required=True),
            column(
                "email", Kind.EMAIL, "Joins the login to a work_email", "edvina.merrivale@brackenfold.example"
            ),
            identifier(
                "employee_id", "The person's id in the HR system; it goes before the e-mail", "010018"
            ),
        ),
        key=("owner_id",),
        lights_up="whose deal it is, where the deal names only a login",
        kept_in="CRM",
        ask_for="users, with e-mail",
    ),
    Table(
        "opportunities",
        "CRM",
        "opportunity",
        (
            identifier("opportunity_id", "Id of the deal", "D00000001", required=True),
            identifier(
                "owner_id",
                "Login or employee whose deal it is, or one of the next two; with none it is credited to nobody",
                "U001017",
            ),
            column("owner_email", Kind.EMAIL, "The owner's e-mail", "edvina.merrivale@brackenfold.example"),
            column(
                "owner_name",
                Kind.TEXT,
                "The owner's name; without id and e-mail it joins to the one login of that name",
                "Edvina Merrivale",
            ),
            column(
                "stage", Kind.TEXT, "Stage, as the CRM calls it", "Closed Won", required=True, unread=True
            ),
            column("is_won", Kind.TRUTH, "Whether it was won; only won deals are revenue", "true"),
            replace(amount("What the deal is worth", "182160.00"), filled_where=_WON),
            replace(CURRENCY, filled_where=_WON),
            column(
                "created_on",
                Kind.DAY,
                "Day it was opened; opened before its seller's start, it does not help them to their bar",
                "2025-04-06",
                required=True,
            ),
            column("closed_on", Kind.DAY, "Day it was won or lost; empty where it is open", "2025-06-22"),
            Column(
                "kind",
                Kind.WORD,
                "Kind of business",
                "new",
                words=same("new", "expansion", "renewal"),
                free="other",
            ),
            Column(
                "account",
                Kind.TEXT,
                "The customer; a fingerprint of it tells which deals are of the same one, its name is not kept",
                "Spruce Robotics",
                only_compared=True,
            ),
            column("territory", Kind.TEXT, "Territory, named as in `territory_revenue`", "DACH-SMB-03"),
        ),
        key=("opportunity_id",),
        needed=True,
        lights_up="what the hires sold",
        kept_in="CRM",
        ask_for="all opportunities with owner, stage, amount, currency, dates",
    ),
    Table(
        "opportunity_splits",
        "CRM",
        "credit",
        (
            identifier("opportunity_id", "The deal that is shared", "D00000001", required=True),
            identifier("owner_id", "Login or employee who has a share in it", "U001017", required=True),
            Column("share", Kind.NUMBER, "Their share of the deal, from 0 to 1", "0.5", True, is_share=True),
        ),
        key=("opportunity_id", "owner_id"),
        lights_up="deals credited to several sellers",
        references=(Reference("opportunity_id", "opportunities", "opportunity_id"),),
        kept_in="CRM",
        ask_for="splits, if deals are shared",
    ),
    Table(
        "quotas",
        "CRM",
        "owner and period",
        (
            identifier(
                "owner_id",
                "Login or employee whose quota it is; or a name that is one login's in the CRM's list, or confirmed",
                "U001017",
                required=True,
            ),
            column("period_start_on", Kind.DAY, "First day it is for", "2026-01-01", required=True),
            column(
                "period_end_on",
                Kind.DAY,
                "Last day it is for; empty: the day before the owner's next start, and of the last one as long as the "
                "one before it",
                "2026-03-31",
            ),
            amount("What was asked for over the whole period; 0 says that nothing was", "354000.00"),
            CURRENCY,
        ),
        key=("owner_id", "period_start_on", "period_end_on"),
        lights_up="quota attainment",
        kept_in="CRM, sales operations",
        ask_for="quotas, none below zero, **from the first hire up to now**: a window is held against quotas only "
        "where those of the role speak of it (a row of 0 says that nothing was asked for); periods of one seller that "
        "overlap (a year beside its quarters) are asked about or set aside, never added; without quotas there is "
        "revenue but no attainment",
    ),
    Table(
        "territory_revenue",
        "CRM",
        "territory and month",
        (
            column(
                "territory", Kind.TEXT, "Territory, named as in `opportunities`", "DACH-SMB-03", required=True
            ),
            MONTH,
            amount("What was sold there in that month, by whomever", "31930.00"),
            CURRENCY,
        ),
        key=("territory", "month"),
        lights_up="whether hires of different interviewers were given equal territories",
        kept_in="finance",
        ask_for="revenue of each territory, from before the hires too",
    ),
    Table(
        "exchange_rates",
        "CRM",
        "month and currency",
        (
            MONTH,
            column("currency", Kind.CURRENCY, "Currency the rate is of", "GBP", required=True),
            column(
                "rate",
                Kind.NUMBER,
                "What one unit of it was worth in the base currency in that month",
                "1.1520",
                required=True,
            ),
        ),
        key=("month", "currency"),
        lights_up="deals in more than one currency",
        kept_in="finance",
        ask_for="needed if deals are won in more than one currency",
    ),
)

"""CRM: deals, who owns them, quotas, rates."""

from __future__ import annotations

from hiring.contract.kinds import (
    AMOUNT,
    CURRENCY,
    MONTH,
    Column,
    Kind,
    Reference,
    Table,
    column,
    identifier,
    same,
)

TABLES: tuple[Table, ...] = (
    Table(
        "crm_users",
        "CRM",
        "CRM login",
        (
            identifier("owner_id", required=True),
            column("full_name", Kind.NAME, required=True),
            column("email", Kind.EMAIL),
            identifier("employee_id"),
        ),
        key=("owner_id",),
        lights_up="whose deal it is, where the deal names only a login",
    ),
    Table(
        "opportunities",
        "CRM",
        "opportunity",
        (
            identifier("opportunity_id", required=True),
            identifier("owner_id", note="or one of the next two; empty is credited to nobody"),
            column("owner_email", Kind.EMAIL),
            column("owner_name", Kind.TEXT),
            column("stage", Kind.TEXT, required=True),
            column("is_won", Kind.TRUTH),
            AMOUNT,
            CURRENCY,
            column("created_on", Kind.DAY, required=True),
            column("closed_on", Kind.DAY),
            Column("kind", Kind.WORD, words=same("new", "expansion", "renewal"), free="other"),
            Column("account", Kind.TEXT, only_compared=True),
            column("territory", Kind.TEXT),
        ),
        key=("opportunity_id",),
        needed=True,
        lights_up="what the hires sold",
    ),
    Table(
        "opportunity_splits",
        "CRM",
        "credit",
        (
            identifier("opportunity_id", required=True),
            identifier("owner_id", required=True),
            Column("share", Kind.NUMBER, required=True, note="0 to 1", is_share=True),
        ),
        key=("opportunity_id", "owner_id"),
        lights_up="deals credited to several sellers",
        references=(Reference("opportunity_id", "opportunities", "opportunity_id"),),
    ),
    Table(
        "quotas",
        "CRM",
        "owner and period",
        (
            identifier("owner_id", required=True),
            column("period_start_on", Kind.DAY, required=True),
            column("period_end_on", Kind.DAY, required=True),
            AMOUNT,
            CURRENCY,
        ),
        key=("owner_id", "period_start_on", "period_end_on"),
        lights_up="quota attainment",
    ),
    Table(
        "territory_revenue",
        "CRM",
        "territory and month",
        (column("territory", Kind.TEXT, required=True), MONTH, AMOUNT, CURRENCY),
        key=("territory", "month"),
        lights_up="whether hires of different interviewers were given equal territories",
    ),
    Table(
        "exchange_rates",
        "CRM",
        "month and currency",
        (
            MONTH,
            CURRENCY,
            column("rate", Kind.NUMBER, required=True, note="units of the base currency for one unit"),
        ),
        key=("month", "currency"),
        lights_up="deals in more than one currency",
    ),
)

"""Cards of the result that both departments share: what came back of the money spent, and accounts renewed."""

from __future__ import annotations

from hiring.access.scope import GROSS_MARGIN
from hiring.metrics.agreeing import GROUP
from hiring.metrics.metric import Days, Metric
from hiring.metrics.selling import HIRE_DATE
from hiring.statistics.verdicts import SMALLEST_JUDGED
from hiring.words import percent

SHARING: tuple[Metric, ...] = (
    Metric(
        name="margin_for_one",
        group=GROUP,
        label="Back per 1 spent",
        unit="Margin for every unit of the base currency spent",
        definition=(
            f"{percent(GROSS_MARGIN)} of what the hires of one year won themselves in their first {{window}} months, "
            "divided by what finding and paying them cost in the same months: sums over all of them."
        ),
        clock_start=HIRE_DATE,
        clock_end="The end of month {window}.",
        days=Days.MONTHS,
        population=(
            "Hires of the latest year all of whose hires are through these months; their pay and their source's cost "
            "are booked, and the CRM's file holds their sales."
        ),
        maturity="Month {window} is over, whether or not they are still there.",
        censoring="Who left stays in with what they sold and cost until then; who is not through yet is told beside.",
        smallest_n=f"{SMALLEST_JUDGED} hires.",
        caveat=f"{percent(GROSS_MARGIN)} is an assumed gross margin; tools, rooms and managers' time are in no cost.",
        source="hiring/findings/shared_result/answer.py",
    ),
    Metric(
        name="renewed_accounts",
        group=GROUP,
        label="Accounts renewed",
        unit="Share of accounts, 0 to 100 %",
        definition=(
            "Accounts that a hire won first in which somebody won a renewal 9 to 15 months after that first deal."
        ),
        clock_start="The day the first deal on the account was won.",
        clock_end="15 months later.",
        days=Days.CALENDAR_MONTHS,
        population=(
            "Accounts whose first won deal in the CRM's file is a hire's own: not inherited, and not marked as "
            "expansion or renewal; the larger share of a split deal counts."
        ),
        maturity="15 months are over, and the CRM's file holds the last six of them.",
        censoring="Younger accounts are not counted, and told beside it.",
        smallest_n=f"{SMALLEST_JUDGED} accounts.",
        caveat="Customers of the time before the CRM's file look new; an account is known by the spelling of its name.",
        source="queries/marts/account_renewals.sql",
    ),
)

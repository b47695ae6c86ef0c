"""How much of the won revenue is anybody's: where most of it is not, no figure of revenue means what it says."""

from __future__ import annotations

from hiring.config import LEAST_REVENUE_MATCHED
from hiring.loading.messages import Message, note
from hiring.warehouse.engine import Engine
from hiring.warehouse.nobodys import WHO_IS_WHOM


def warning(engine: Engine) -> tuple[Message, ...]:
    """One message where less than half of the won revenue is credited to somebody in the HR file."""
    ((credited, nobodys, currency, ownerless),) = engine.query_rows(
        "select credited_revenue, revenue_of_nobody, base_currency, "
        "(select coalesce(sum(amount), 0) from marts.credits where owner_key = '||') "
        "from marts.revenue_totals cross join marts.company"
    )
    matched = credited - nobodys
    if credited <= 0 or matched >= LEAST_REVENUE_MATCHED * credited:
        return ()
    return (
        note(
            "the exports",
            f"only {matched / credited:.0%} of the won revenue is anybody's in the HR file, "
            "and every figure of revenue lacks the rest",
            found=f"{matched:,.0f} of {credited:,.0f} {currency}",
            todo="export the owner of each opportunity, which most of it lacks"
            if 2 * float(ownerless) > credited - nobodys
            else f"add the CRM's user list with e-mails or employee numbers, or {WHO_IS_WHOM}",
        ),
    )

"""How much of the won revenue is anybody's: where most of it is not, no figure of revenue means what it says.

What was won before the first hire does not count: who sold it and left need not be in the HR file any more.
"""

from __future__ import annotations

from hiring.config import LEAST_REVENUE_MATCHED
from hiring.loading.messages import Message, note
from hiring.warehouse.engine import Engine
from hiring.warehouse.nobodys import WHO_IS_WHOM


def warning(engine: Engine) -> tuple[Message, ...]:
    """One message where less than half of what was won since the first hire is credited to somebody in the HR file."""
    ((credited, matched, ownerless, currency),) = engine.query_rows(
        "select credited_since, matched_since, ownerless_since, base_currency "
        "from marts.revenue_since cross join marts.company"
    )
    if credited <= 0 or matched >= LEAST_REVENUE_MATCHED * credited:
        return ()
    return (
        note(
            "the exports",
            f"only {matched / credited:.0%} of the revenue won since the first hire is anybody's in the HR file, "
            "and every figure of revenue lacks the rest",
            found=f"{matched:,.0f} of {credited:,.0f} {currency}",
            todo="export the owner of each opportunity, which most of it lacks"
            if 2 * ownerless > credited - matched
            else f"add the CRM's user list with e-mails or employee numbers, or {WHO_IS_WHOM}",
        ),
    )

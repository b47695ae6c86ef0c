"""Which year the quarters of a turned sheet are of, where the company's fiscal year is not the calendar's: asked."""

from __future__ import annotations

from hiring.loading.messages import Message
from hiring.mapping import turning
from hiring.mapping.asking import Ask
from hiring.mapping.periods import CALENDAR, FISCAL
from hiring.mapping.rules import Plan


def quarters_key(title: str, file: str) -> str:
    """The question whether periods are of the calendar's year or of the fiscal one."""
    return f"year of {title} in {file}"


def which_year(file: str, plan: Plan, starts_in: int) -> Ask | None:
    """The question which year the periods of a turned sheet are of; `None` where their headings or the mapping say."""
    group = turning.group_of(plan.main, plan)
    if plan.main.quarters or not group.are_open:
        return None
    message = Message(
        "held",
        file,
        column=group.title,
        found=f"periods that do not say of which year, and a fiscal year that begins in month {starts_in}",
        wanted="the calendar year or the fiscal year",
        outcome="build held",
        todo="answer, or write FY before the year where it is the fiscal one",
    )
    return Ask(quarters_key(group.title, file), message, (CALENDAR, FISCAL))

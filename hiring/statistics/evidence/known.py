"""The company's evidence is worked out once, for every page that tells of it, every viewer and every filter.

The key is what the frames hold, so that another warehouse is fitted anew.
"""

from __future__ import annotations

from hiring.remembering import is_made, remembered
from hiring.statistics.evidence import judging
from hiring.statistics.evidence.frames import Company
from hiring.statistics.evidence.judging import Evidence


@remembered
def first_look(company: Company) -> Evidence:
    """What can be said in a moment, before the checks: nothing is clear yet."""
    return judging.first_look(company.hires, company.months, company.seats)


@remembered
def whole(company: Company) -> Evidence:
    """All of it, every check made."""
    return judging.whole(company.hires, company.months, company.seats)


def is_whole(company: Company) -> bool:
    """Whether every check is made already."""
    return is_made(whole, company)

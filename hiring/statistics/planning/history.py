"""What every seller sold month by month up to a day, and when each began and ended: all that a plan rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]

YEAR = 12  # months
#: A role is planned by itself from so many sellers on whose sales of six months or more are known.
FEWEST_SELLERS = 10
LEAST_MONTHS = 6


@dataclass(frozen=True, eq=False)
class History:
    """Sellers by calendar month: column 0 is the first month on file, the last one the latest that is over.

    `roles` are the names, `role` the place of each seller's. `revenue`: sellers by months, nan where a month's sales
    are not known or the seller was not in the seat. `start`: month of the first day (below 0: before the file);
    `end`: month of the last day, or the number of months for who is still here.
    """

    roles: tuple[str, ...]
    role: Counts
    start: Counts
    end: Counts
    revenue: Numbers

    @property
    def months(self) -> int:
        """How many months are on file."""
        return int(self.revenue.shape[1])

    @property
    def is_here(self) -> Flags:
        """Who is in the seat after the last month."""
        return self.end >= self.months

    def until(self, month: int) -> History:
        """The same as it was known when month `month` began: nobody who came later, nothing sold or left later."""
        there = self.start < month
        return replace(
            self,
            role=self.role[there],
            start=self.start[there],
            end=np.minimum(self.end[there], month),
            revenue=self.revenue[there, :month],
        )

    def tenure(self) -> Counts:
        """Months since the one each seller began in, by calendar month; below 0 before it."""
        return np.arange(self.months) - self.start[:, None]

    def in_seat(self) -> Flags:
        """Months in which a seller was in the seat to the end and whose sales are known."""
        months = np.arange(self.months)
        there = (months >= self.start[:, None]) & (months < self.end[:, None])
        return there & np.isfinite(self.revenue)

    def can_be_planned(self) -> Flags:
        """Of each role, whether enough sellers' sales are known."""
        known = self.in_seat().sum(axis=1) >= LEAST_MONTHS
        return np.bincount(self.role[known], minlength=len(self.roles)) >= FEWEST_SELLERS

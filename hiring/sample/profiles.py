"""Role profiles in their versions, with what good looks like in words."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.sample.days import day
from hiring.sample.world import AGREED_WEIGHTS, CHANNEL, COMPETENCIES, INSIDE, MAJOR, ROLES

GENERAL: tuple[str, ...] = (
    "Says what they think, and holds their ground when it gets hard",
    "Takes advice and shows it in the next talk",
    "Explains the product so that a stranger repeats it right",
    "Finds the reason behind the request before offering anything",
    "Trades, never gives away; knows the walk-away point",
    "Next step, date and owner after every talk",
    "Calls again after the fourth no, and still friendly",
    "Customers call them before they call the service desk",
)
PARTICULAR: dict[tuple[int, int], str] = {
    (0, 6): "Eighty calls on a Friday as on a Monday",
    (0, 1): "Hears the recording, changes the opening, tries again the same day",
    (1, 3): "Draws the customer's process on one page after the first meeting",
    (1, 4): "Closes without the quarter-end discount",
    (2, 0): "Tells a board that their plan will not work, and is asked back",
    (2, 4): "Keeps the price over five rounds with purchasing",
    (3, 7): "Partners bring their own deals to them first",
    (4, 7): "Knows three people in every account, and their plans",
    (4, 5): "No renewal date comes as a surprise",
}


@dataclass(frozen=True)
class ProfileVersion:
    """One version of a role's profile; an agreement day is empty where a side has not signed."""

    role: int
    name: str
    effective: int
    weights: tuple[float, ...]
    agreed_by_sales: int | None
    agreed_by_hr: int | None

    def looks_like(self, competency: int) -> str:
        """What good looks like: in the role's own words where someone wrote them down."""
        if self.name == "1":
            return GENERAL[competency]
        return PARTICULAR.get((self.role, competency), GENERAL[competency])


def profile_versions() -> list[ProfileVersion]:
    """First one profile for all sales jobs, then one a role; channel never moved far from the first."""
    even = tuple(1 / len(COMPETENCIES) for _ in COMPETENCIES)
    found = []
    for role in range(len(ROLES)):
        start = day(2021, 4, 1)
        found.append(ProfileVersion(role, "1", start, even, start - 6, start - 20))
        changed = day(2022, 9, 1) + 30 * role
        weights = AGREED_WEIGHTS[role]
        sales = None if role == CHANNEL else changed - 9
        found.append(ProfileVersion(role, "2", changed, weights, sales, changed - 3))
        if role in (INSIDE, MAJOR):
            later = day(2025, 3, 3)
            found.append(
                ProfileVersion(
                    role, "3", later, _moved(weights, role), later - 4, None if role == MAJOR else later - 11
                )
            )
    return found


def _moved(weights: tuple[float, ...], role: int) -> tuple[float, ...]:
    """Version 3: inside sales asks for more persistence, major accounts for a little more assertiveness."""
    up, down = (6, 3) if role == INSIDE else (0, 5)
    return tuple(
        round(weight + (0.04 if index == up else -0.04 if index == down else 0.0), 2)
        for index, weight in enumerate(weights)
    )

"""CRM logins: who owns deals, and the owners nobody can be found for."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.sample.days import month_of
from hiring.sample.sellers import Spell
from hiring.sample.streams import chance, stream

STRANGERS: tuple[tuple[str, str], ...] = (
    ("Partner Portal", "portal@partners.example"),
    ("Migration Robot", ""),
    ("Queue North America", "queue.nam@brackenfold.example"),
    ("Interim Desk One", "desk1@interim.example"),
    ("Interim Desk Two", "desk2@interim.example"),
)
BY_ID, BY_EMAIL, BY_NAME = "id", "email", "name"
MOST_BY_NAME, CONFIRMED = 4, 2  # logins tied by name only, and how many of them someone confirmed


@dataclass(frozen=True, slots=True)
class Login:
    """One CRM login. `seller` is the index of the person among all sellers, or -1 for a stranger."""

    owner_id: str
    seller: int
    known_by: (
        str  # how the CRM ties it to a person: employee id, e-mail only, or name only (confirmed in matches)
    )
    stranger: int = -1


@dataclass(frozen=True)
class Logins:
    """All logins; the first and, from a month on, the second one of each seller."""

    all: list[Login]
    first: dict[int, int]
    second: dict[int, tuple[int, int]]  # seller → (login, from month)
    strangers: list[int]

    def index_for(self, seller: int, month: int) -> int:
        """Index of the login a seller's deals of a month belong to."""
        login, since = self.second.get(seller, (self.first[seller], 0))
        return login if month >= since else self.first[seller]


def logins(spells: list[Spell], seed: int) -> Logins:
    """A login for each seller (3 % have two), most tied by employee id, some by e-mail, four by name only."""
    random = stream(seed, "crm logins")
    made: list[Login] = []
    first: dict[int, int] = {}
    second: dict[int, tuple[int, int]] = {}
    by_name = 0
    for spell in spells:
        if spell.person in first:
            continue
        known_by = BY_EMAIL if chance(random, 0.07) else BY_ID
        if by_name < MOST_BY_NAME and spell.journey is not None and len(made) % 40 == 17:
            known_by, by_name = BY_NAME, by_name + 1
        first[spell.person] = len(made)
        made.append(Login(f"U{1000 + len(made):06d}", spell.person, known_by))
        if known_by == BY_ID and chance(random, 0.03):
            second[spell.person] = (len(made), month_of(spell.start) + 7)
            made.append(Login(f"U{1000 + len(made):06d}", spell.person, BY_ID))
    strangers = list(range(len(made), len(made) + len(STRANGERS)))
    made.extend(Login(f"U{9000 + index:06d}", -1, BY_NAME, index) for index in range(len(STRANGERS)))
    return Logins(made, first, second, strangers)

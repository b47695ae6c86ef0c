"""An invented company whose logins are spelt differently than its HR file, and the truth of who is whom.

Every kind of difference is planted a known number of times; strangers have names that resemble somebody's.
"""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split())


GIVEN = _listed(
    "William Robert James Katherine Elizabeth Michael Thomas Daniel Alexander Christopher Margaret Patricia "
    "Jennifer Anthony Andrew Matthew Nicholas Samuel Joseph Edward Zoë Chloë José María Søren Łukasz Jürgen Renée "
    "André Agnès Björn Håkan Siobhán Nuño Françoise Ingrid Oluwaseun Priya Wei Fatima Dmitri Yuki Amara Lars "
    "Giulia Pedro Anneliese Tomasz Noor Kwame"
)
FAMILY = _listed(
    "Smith Müller García Fernández Kowalski O'Brien Nguyen Rossi Dubois Andersson Jørgensen Novák Kaya Ivanov "
    "Okafor Tanaka Schmidt Lefèvre Silva Hansen Petrov Yılmaz Çelik Mensah Popescu Horváth Virtanen Papadopoulos "
    "MacDonald Whitfield Ashworth Bennington Castellano Delacroix Eberhardt Fitzwilliam Grünwald Hawthorne "
    "Iversen Jankowski Kirkpatrick Lindqvist Montgomery Nakamura Ostrowski Pemberton Quesada Rasmussen Stavros "
    "Thorvaldsen Underhill Vandermeer Wojcik Xiang Yardley Zimmermann Abernathy Bartholomew Constantine Drummond"
)
SHORT = {
    "William": "Bill",
    "Robert": "Bob",
    "James": "Jim",
    "Katherine": "Kate",
    "Elizabeth": "Liz",
    "Michael": "Mike",
    "Thomas": "Tom",
    "Daniel": "Dan",
    "Alexander": "Alex",
    "Christopher": "Chris",
    "Margaret": "Peggy",
    "Patricia": "Trish",
    "Jennifer": "Jenny",
    "Anthony": "Tony",
    "Andrew": "Andy",
    "Matthew": "Matt",
    "Nicholas": "Nick",
    "Samuel": "Sam",
    "Joseph": "Joe",
    "Edward": "Ted",
}
REGIONS = ("North", "South", "East", "West")
STRANGERS = (
    *(
        "Partner Portal",
        "Migration Robot",
        "Queue North",
        "House Account",
        "Reception Desk",
        "Sales Operations",
    ),
    *("Robin Smithson", "Wilhelmina Hansel", "Roberta Smithers", "Danica Rossini", "Thomasina Duboisson"),
)


@dataclass(frozen=True)
class Person:
    """An employee, as the HR file has them."""

    employee_id: str
    given: str
    family: str
    region: str
    hired: date

    @property
    def full_name(self) -> str:
        return f"{self.given} {self.family}"


def _plain(text: str) -> str:
    folded = text.translate(str.maketrans("øØłŁıİ", "oOlLiI"))
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


def _typo(one: Person) -> str:
    """Two letters of the family name change places."""
    family = one.family
    place = len(family) // 2
    return f"{one.given} {family[:place]}{family[place + 1]}{family[place]}{family[place + 2 :]}"


VARIANTS: dict[str, Callable[[Person], str]] = {
    "same name": lambda one: one.full_name,
    "upper case, no accents": lambda one: _plain(one.full_name).upper(),
    "last name first": lambda one: f"{one.family}, {one.given}",
    "title and suffix": lambda one: f"Dr. {one.full_name} Jr., DDS",
    "middle name": lambda one: f"{one.given} Quill {one.family}",
    "short form": lambda one: f"{SHORT[one.given]} {one.family}",
    "short form beside": lambda one: f"{one.family}, {one.given} ({SHORT[one.given]})",
    "two family names": lambda one: f"{one.given} {one.family}-Quarrington",
    "a slip of the pen": _typo,
    "married, number given": lambda one: f"{one.given} Quarrington",
    "married, same mailbox": lambda one: f"{one.given} Quarrington",
    "married, nothing else": lambda one: f"{one.given} Quarrington",
    "only an address": lambda one: f"{_plain(one.given)}.{_plain(one.family)}@before.example".lower(),
}
EACH = 8


@dataclass
class Company:
    """Tables of the company as rows, and for each login its employee; `kinds` says what was planted there."""

    employees: list[list[str]] = field(default_factory=list)
    logins: list[list[str]] = field(default_factory=list)
    deals: list[list[str]] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def tables(self) -> dict[str, str]:
        """The files of the exports."""
        staff = "employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date"
        deal = (
            "opportunity_id,owner_id,owner_email,stage,is_won,amount,currency,created_on,closed_on,territory"
        )
        return {
            "employees": _text(staff, self.employees),
            "crm_users": _text("owner_id,full_name,email,employee_id", self.logins),
            "opportunities": _text(deal, self.deals),
        }


def _text(header: str, rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([header.split(","), *rows])
    return out.getvalue()


def company(seed: int = 20260630) -> Company:
    """The company: a third of its people known by e-mail, the rest by planted names only; three pairs of namesakes."""
    chance = random.Random(seed)
    made = Company()
    names = [(given, family) for given in GIVEN for family in FAMILY]
    chance.shuffle(names)
    short = iter([name for name in names if name[0] in SHORT])
    plain = iter([name for name in names if name[0] not in SHORT])
    place = 0

    def hire(given: str, family: str) -> Person:
        nonlocal place
        place += 1
        hired = date(2022, 1, 3) + timedelta(days=chance.randrange(900))
        one = Person(f"{place:06d}", given, family, chance.choice(REGIONS), hired)
        mail = f"p{place}@firm.example"
        made.employees.append(
            [one.employee_id, one.full_name, mail, "Sales", "Inside sales", one.region, "SMB", f"{hired}", ""]
        )
        return one

    def login(one: Person, kind: str, name: str, mail: str = "", number: str = "") -> None:
        owner = f"U{len(made.truth) + len(made.logins):05d}"
        by_address = kind == "only an address"
        if not by_address:
            made.logins.append([owner, name, mail, number])
        key = name if by_address else owner
        made.truth[key], made.kinds[key] = one.employee_id, kind
        _sell(made, chance, "" if by_address else owner, name if by_address else "", one.region, one.hired)

    for _ in range(150):  # people whom an e-mail joins: the crowd in which the others must be found
        one = hire(*next(plain))
        made.logins.append([f"K{one.employee_id}", one.full_name, f"p{place}@firm.example", ""])
        _sell(made, chance, f"K{one.employee_id}", "", one.region, one.hired)
    for kind, spelt in VARIANTS.items():
        for _ in range(EACH):
            one = hire(*next(short if kind.startswith("short") else plain))
            number = one.employee_id.lstrip("0") if kind == "married, number given" else ""
            mail = f"p{place}@old.example" if kind == "married, same mailbox" else ""
            login(one, kind, spelt(one), mail, number)
    for _ in range(3):
        name = next(plain)
        for one in (hire(*name), hire(*name)):
            login(one, "namesake", one.full_name)
    for owner, name in enumerate(STRANGERS):
        made.logins.append([f"S{owner:05d}", name, "", ""])
        made.kinds[f"S{owner:05d}"] = "stranger"
        _sell(made, chance, f"S{owner:05d}", "", chance.choice(REGIONS), date(2022, 6, 1))
    return made


def _sell(made: Company, chance: random.Random, owner: str, mail: str, region: str, hired: date) -> None:
    """Four won deals in the region's own territory, the first within four months of the hire."""
    for number in range(4):
        closed = hired + timedelta(days=20 + chance.randrange(90) + 80 * number)
        day = f"{closed}"
        deal = f"D{len(made.deals):05d}"
        amount = f"{chance.randrange(500, 5000)}.00"
        made.deals.append([deal, owner, mail, "Won", "true", amount, "EUR", day, day, f"{region} 1"])

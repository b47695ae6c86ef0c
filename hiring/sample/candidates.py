"""Candidates: who applies, and the eight traits that only the generator knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from hiring.sample.names import NameBook
from hiring.sample.streams import pick
from hiring.sample.world import COMPETENCIES

COMMON = 0.3  # correlation of any two traits
INDUSTRIES = (
    "Machinery",
    "Software",
    "Logistics",
    "Telecoms",
    "Medical devices",
    "Retail",
    "Financial services",
    "None",
)
GENDERS = (("female", 0.41), ("male", 0.49), ("non-binary", 0.02), ("", 0.08))
GROUPS = (("group A", 0.52), ("group B", 0.21), ("group C", 0.15), ("", 0.12))  # no real group is meant
AGES = (("under 30", 0.34), ("30 to 44", 0.43), ("45 and over", 0.17), ("", 0.06))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person who applied. `traits` are standard normal among all candidates, in the order of COMPETENCIES."""

    number: int
    name: str
    years: float
    industry: str
    gender: str
    group: str
    age: str
    traits: tuple[float, ...]

    @property
    def candidate_id(self) -> str:
        """The id in the ATS."""
        return f"C{self.number + 1:06d}"

    @property
    def years_standardised(self) -> float:
        """Years in sales on the scale of the traits."""
        return (self.years - 6.0) / 4.5


def _one_of(random: Generator, shares: tuple[tuple[str, float], ...]) -> str:
    return pick(random, [word for word, _ in shares], [share for _, share in shares])


def new_candidate(number: int, book: NameBook, random: Generator) -> Candidate:
    """The next applicant; nothing about gender, group or age touches traits or decisions."""
    common = random.standard_normal()
    own = random.standard_normal(len(COMPETENCIES))
    traits = np.sqrt(COMMON) * common + np.sqrt(1 - COMMON) * own
    return Candidate(
        number=number,
        name=book.next(),
        years=round(float(random.gamma(1.8, 3.3)) * 2) / 2,
        industry=pick(random, INDUSTRIES),
        gender=_one_of(random, GENDERS),
        group=_one_of(random, GROUPS),
        age=_one_of(random, AGES),
        traits=tuple(round(float(trait), 4) for trait in traits),
    )

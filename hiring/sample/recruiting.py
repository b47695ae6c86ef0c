"""Runs requisitions until the company has made its hires."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numpy.random import Generator

from hiring.sample.candidates import Candidate, new_candidate
from hiring.sample.journeys import ACTIVE, HIRED, Journey, offer, too_late, walk
from hiring.sample.names import NameBook
from hiring.sample.openings import Opening, new_opening
from hiring.sample.staff import Colleague
from hiring.sample.streams import chance, pick, stream
from hiring.sample.world import AS_OF, SOURCE_DETAILS, SOURCE_MIX, SOURCES

WAVES = 7  # rounds of looking before a requisition is given up
APPLICANTS = (6, 11)  # a round brings this many for each open place


@dataclass(frozen=True)
class Recruitment:
    """All requisitions and applications, in order of their day; `candidates` in order of their number."""

    openings: list[Opening]
    journeys: list[list[Journey]]  # one list an opening
    candidates: list[Candidate]


@dataclass
class _Market:
    """Who may apply: new people, and now and then one who was turned down before."""

    book: NameBook
    random: Generator
    people: list[Candidate]
    turned_down: list[tuple[Candidate, int]]

    def applicant(self, day: int) -> Candidate:
        if self.turned_down and chance(self.random, 0.04):
            candidate, told_day = pick(self.random, self.turned_down)
            if abs(day - told_day) > 150:
                return candidate
        self.people.append(new_candidate(len(self.people), self.book, self.random))
        return self.people[-1]


def _applications(
    opening: Opening, wave: int, places: int, market: _Market, random: Generator
) -> Iterator[Journey]:
    for _ in range(int(random.integers(*APPLICANTS)) * places):
        applied = opening.opened + 2 + 24 * wave + int(random.gamma(1.6, 7.0))
        source = pick(random, range(len(SOURCES)), SOURCE_MIX[opening.role])
        if applied <= AS_OF:
            candidate = market.applicant(applied)
            yield Journey(opening, candidate, source, pick(random, SOURCE_DETAILS[source]), applied, ACTIVE)


def _fill(opening: Opening, people: list[Colleague], market: _Market, random: Generator) -> list[Journey]:
    """All applications to one requisition; no offer goes out once every place is taken."""
    done: list[Journey] = []
    filled = 0
    for wave in range(WAVES):
        walked = [
            walk(path, people, random)
            for path in _applications(opening, wave, opening.openings - filled, market, random)
        ]
        for path in sorted(walked, key=lambda path: path.decided or 0):
            if path.decided is not None:
                path = offer(path, random) if filled < opening.openings else too_late(path)
            filled += path.status == HIRED
            done.append(path)
        if filled == opening.openings:
            break
    return done


def _started(journeys: list[Journey]) -> int:
    return sum(path.start is not None and path.start <= AS_OF for path in journeys)


def recruit(hires: int, people: list[Colleague], book: NameBook, seed: int) -> Recruitment:
    """Requisitions on days drawn over the five years until exactly `hires` people have started by the as-of day."""
    random = stream(seed, "recruiting")
    market = _Market(book, stream(seed, "candidates"), [], [])
    found: list[tuple[Opening, list[Journey]]] = []
    started = 0
    while started < hires:
        opening = new_opening(random, people, most=hires - started)
        journeys = _fill(opening, people, market, random)
        started += _started(journeys)
        found.append((opening, journeys))
        market.turned_down.extend(
            (path.candidate, path.ended)
            for path in journeys
            if path.ended and path.status not in (HIRED, ACTIVE)
        )
    found.sort(key=lambda pair: pair[0].opened)
    return Recruitment([opening for opening, _ in found], [journeys for _, journeys in found], market.people)

"""Interviewer or manager? Whose hires came to one manager, who got few others, cannot be told from that manager.

The manager at the start is held in the model, so that hires of one manager are compared with each other as far as they
can be. Where somebody saw nearly all hires of a manager and nobody else's, nothing is left to compare: an interviewer
with a good eye and a manager who leads well look the same. How unsure that makes an estimate the model says by itself;
here it is said in words, by shares that anybody can count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiring import words
from hiring.statistics.evidence.designs import Design, Members, Places
from hiring.statistics.evidence.fits import Kind

#: Of a group's hires whose manager is known, so many came to one and the same …
MOST_WITH_ONE = 0.8
#: … and of all hires of this manager, so many are in the group: the others are too few to compare with.
MOST_OF_ONE = 0.5
#: Where fewer of a group's hires have a known manager, it is not known whether they came to one.
LEAST_KNOWN = 0.5
NOBODY = -1


@dataclass(frozen=True)
class FirstManagers:
    """Of `count_hires`, how many have a known manager at the start, and how many managers are held."""

    count_hires: int = 0
    count_known: int = 0
    count_managers: int = 0


def first_managers(design: Design) -> FirstManagers:
    """Whose manager is known in this design."""
    return FirstManagers(
        len(design.hires), int(design.managers.counts.sum()), len(design.often_managers.labels)
    )


def alike(design: Design, kind: Kind) -> Places:
    """For each interviewer, pair or source: the manager (place among all) who cannot be told from it, or `NOBODY`.

    A pair's total cannot be told from a manager where that of one of its two people cannot.
    """
    if kind is Kind.SOURCES:
        return one_manager(design.sources, design.managers)
    if kind is Kind.INTERVIEWERS:
        return one_manager(design.interviewers, design.managers)
    found = one_manager(design.pairs, design.managers)
    if kind is Kind.TOTALS:
        people = one_manager(design.interviewers, design.managers)
        for side in (0, 1):
            found = np.where(found == NOBODY, people[design.pair_members[:, side]], found)
    return found


def one_manager(groups: Members, managers: Members) -> Places:
    """For each group: the manager whose hires it cannot be told from, or `NOBODY`."""
    if not managers.labels or not groups.labels:
        return np.full(len(groups.labels), NOBODY)
    together = (groups.design.T @ managers.design).toarray()
    count_known, most = together.sum(axis=1), together.max(axis=1)
    manager = together.argmax(axis=1)
    is_alike = (
        (count_known >= LEAST_KNOWN * groups.counts)
        & (most >= MOST_WITH_ONE * count_known)
        & (most >= MOST_OF_ONE * managers.counts[manager])
        & (most > 0)
    )
    return np.where(is_alike, manager, NOBODY).astype(np.int64)


def sentence(found: FirstManagers, count_alike: int) -> str:
    """Whether managers are held, and of how many interviewers and pairs that does not help."""
    if not found.count_hires:
        return ""
    if not found.count_managers:
        return (
            "Managers at the start are not known for enough hires: whether an interviewer has a good eye or their "
            "hires a good manager cannot be told."
        )
    who = words.counted(found.count_managers, "manager")
    if found.count_known < found.count_hires:
        who += f", known for {words.number(found.count_known)} of {words.counted(found.count_hires, 'hire')}"
    start = f"Hires are compared with their first manager taken into account ({who})."
    if not count_alike:
        return start
    one = count_alike == 1
    return (
        f"{start} For {words.counted(count_alike, 'interviewer or pair', 'interviewers or pairs')} nearly all hires "
        f"came to one manager: {'it' if one else 'they'} cannot be told apart from that manager, and "
        f"{'is' if one else 'are'} never called Clear."
    )

"""A tour of five minutes through the invented company: which pages in which order, and what each is asked."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "A tour of five minutes"
ABOUT = (
    "Six pages of the invented company as a first meeting asks, each with what it says today; then back here"
)

PRACTICE = (
    "To practise with the raw files of the same company: the README says how in five lines, in the folder"
)


@dataclass(frozen=True)
class Stop:
    """A page by its address and its title in the menu, and what a reader comes there to ask."""

    address: str
    title: str
    asked: str


STOPS = (
    Stop("overview", "Overview", "Are recent hires better than those before?"),
    Stop(
        "high-performers", "High performers", "Which profiles, interviewers and regions had the best hires?"
    ),
    Stop("sources", "Sources", "Which sources, and where might the next 10 % come from?"),
    Stop("alignment", "Alignment", "What should HR and Sales talk about?"),
    Stop("review", "Quarterly review", "What does the quarter's meeting look at?"),
    Stop("methods", "Methods", "How sure can one be?"),
    Stop("start", "Start", "And from your own files?"),
)


def number(address: str) -> int:
    """Which stop a page is, from 1 on; 0 for a page that is none."""
    return next((place for place, stop in enumerate(STOPS, 1) if stop.address == address), 0)


def told(place: int) -> str:
    """Where a reader is, and what this page is asked."""
    return f"Tour, stop {place} of {len(STOPS)}: {STOPS[place - 1].asked}"


def after(place: int) -> Stop | None:
    """The next stop; none after the last."""
    return STOPS[place] if place < len(STOPS) else None

"""Interviewing craft, all of it from seven answers: made once, ready to be drawn. For viewers who may see names.

What holds of interviewers as a whole, for everybody else, is in `summed`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from hiring import words
from hiring.findings.craft import candour as candid
from hiring.findings.craft import scales, times, validity
from hiring.findings.craft.candour import Candour
from hiring.findings.craft.figures import Figure, figure, without
from hiring.findings.craft.pull import pull_figure
from hiring.findings.exhibit import NO_MARKS
from hiring.findings.numbers import Number
from hiring.findings.role_profiles import as_a_whole
from hiring.statistics.profiles.evidence import Slope
from hiring.statistics.rates import Interval
from hiring.statistics.ratings import (
    calibration,
    candour,
    contrast,
    coverage,
    independence,
    leniency,
    load,
    scorecards,
    spread,
    timeliness,
)
from hiring.statistics.ratings import validity as rating_validity
from hiring.statistics.ratings.contrast import Contrast
from hiring.statistics.ratings.coverage import SIDES, Coverage
from hiring.statistics.ratings.departments import HR, interviewer_agreement
from hiring.statistics.ratings.load import Load
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.ratings.thresholds import WEEKS

TITLE = "Interviewing craft"
KNOWN_LEAD = "How interviewers rate, as far as these interviews tell"
#: A file without which nothing can be said here: how the page begins, what is not there, the file, what it would say.
NEEDED = {
    "interviews": (
        "How interviewers rate is not known: no interviews are loaded",
        "No interviews are loaded.",
        "interviews.csv",
        "The file says who met which candidate at which stage, and when the scorecard came.",
    ),
    "applications": (
        "How interviewers rate is not known: no applications are loaded",
        "No applications are loaded.",
        "applications.csv",
        "The file says which candidate each interview was with.",
    ),
}
NOBODY_MET = "No interview was held with candidates of these filters."
ANY_TWO = "Any two interviewers"
OTHERS = "Interviewers of neither HR nor Sales are in these totals alone."
NONE_KNOWN = "No held interview is known."


@dataclass(frozen=True)
class Craft:
    """The answer, the tiles, then what each view shows; `standfirst` says over whom, empty where nobody was met."""

    due: str
    standfirst: str
    numbers: tuple[Number, ...]
    leniency: Figure
    spread: Figure
    scales_table: pd.DataFrame
    on_time: Figure
    independent: Figure
    times_table: pd.DataFrame
    candour: Candour
    pull: Figure
    load: Figure
    load_table: pd.DataFrame
    company: Figure
    people: Figure
    calibration: Figure
    seats: str
    validity_table: pd.DataFrame
    #: Whether ratings are of competencies; else the recommendation is the only score of a card.
    is_of_competencies: bool = True
    #: Whether ratings go with results, as "Role profiles" leads with it.
    results: str = ""


@dataclass(frozen=True)
class _Worked:
    """What `hiring.statistics.ratings` knows of these answers."""

    rated: Rated | NotKnown
    lenient: leniency.Leniency | NotKnown
    spread: spread.Spread | NotKnown
    validity: rating_validity.Validity | NotKnown
    by_rating: calibration.Calibration | NotKnown
    seats: calibration.Seats | NotKnown
    agreement: Interval | None
    pull: Contrast | NotKnown


def named(cards: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The answer to `craft/scorecards` with the `full_name` of each from `craft/people`."""
    return cards.merge(people.drop_duplicates("interviewer_id"), on="interviewer_id", how="left")


def craft(
    cards: pd.DataFrame,
    ratings: pd.DataFrame,
    promises: pd.DataFrame,
    holidays: pd.DataFrame,
    hires: pd.DataFrame,
    profiles: pd.DataFrame,
    as_of: pd.Timestamp,
    foretold: Slope | None = None,
    starts_in: int = 1,
) -> Craft:
    """From the `named` scorecards, `craft/ratings`, `scorecard_promises`, `shared/holidays`, outcomes, profiles."""
    worked = _worked(cards, ratings, hires)
    punctual = timeliness.lately(cards, promises, holidays, as_of, starts_in)
    independent = independence.independence(cards)
    held = load.load(cards, as_of)
    covered = coverage.coverage(cards, ratings, profiles)
    return Craft(
        times.due(punctual, promises),
        _standfirst(cards, worked.rated),
        _numbers(worked.agreement, independent, held, foretold),
        scales.leniency_figure(worked.lenient),
        scales.spread_figure(worked.spread),
        scales.scales_table(worked.lenient, worked.spread),
        times.on_time_figure(punctual, promises),
        times.independent_figure(independent),
        times.times_table(punctual, independent),
        _candour(cards, _known(punctual, independent, worked, covered)),
        pull_figure(worked.pull),
        _load(held),
        pd.DataFrame() if isinstance(held, NotKnown) else times.load_table(held),
        validity.company_figure(worked.validity),
        validity.people_figure(worked.validity),
        validity.calibration_figure(worked.by_rating),
        validity.seats_sentence(worked.seats),
        validity.validity_table(worked.validity),
        isinstance(worked.rated, Rated) and worked.rated.is_of_competencies,
        as_a_whole.lead(foretold),
    )


def _worked(cards: pd.DataFrame, ratings: pd.DataFrame, hires: pd.DataFrame) -> _Worked:
    rated = scorecards.rated(cards, ratings)
    if isinstance(rated, NotKnown):
        return _Worked(rated, rated, rated, rated, rated, rated, None, rated)
    lenient = leniency.leniency(rated)
    fair = leniency.without_leniency(rated, lenient)
    return _Worked(
        rated,
        lenient,
        spread.spread(rated),
        rating_validity.validity(fair, hires),
        calibration.calibration(fair, hires),
        calibration.seats(fair, hires),
        interviewer_agreement(rated),
        contrast.contrast(fair),
    )


def _known(
    punctual: timeliness.Timeliness | NotKnown,
    independent: independence.Independence | NotKnown,
    worked: _Worked,
    covered: Coverage | NotKnown,
) -> candour.Known:
    rated = worked.rated
    grades = 0 if isinstance(rated, NotKnown) else round(rated.width) + 1
    return candour.Known(punctual, independent, worked.spread, covered, grades)


def _candour(cards: pd.DataFrame, known: candour.Known) -> Candour:
    is_lately = isinstance(known.times, timeliness.Timeliness) and known.times.is_lately
    return candid.candour(candour.shares(cards, known), known.coverage, is_lately=is_lately)


def _standfirst(cards: pd.DataFrame, rated: Rated | NotKnown) -> str:
    if cards.empty:
        return ""
    met = cards["candidate_id"].fillna(cards["application_id"]).nunique()
    people = words.counted(cards["interviewer_id"].nunique(), "person", "people")
    parts = [
        f"{words.counted(len(cards), 'interview')} held by {people} with {words.counted(met, 'candidate')} who applied "
        "in the chosen period, hired or not."
    ]
    if not cards["department"].isin(SIDES).all():
        parts.append(OTHERS)
    if isinstance(rated, Rated) and not rated.is_of_competencies:
        parts.append("No competency scores are loaded: the recommendation stands for them.")
    return " ".join(parts)


def _load(held: Load | NotKnown) -> Figure:
    if isinstance(held, NotKnown):
        return without("interview_load", "How many interviews each holds is not known", held)
    found = figure("interview_load", times.load_title(held), "", NO_MARKS, times.load_note(held))
    return replace(found, exhibit=replace(found.exhibit, table=times.busiest(held)))


def _numbers(
    agreement: Interval | None,
    independent: independence.Independence | NotKnown,
    held: Load | NotKnown,
    foretold: Slope | None,
) -> tuple[Number, ...]:
    """Four tiles: independence, agreement, what ratings foretell, hours."""
    return (
        independent_number(independent),
        _agreeing(agreement),
        _foretelling(foretold),
        _hours(held),
    )


def _agreeing(found: Interval | None) -> Number:
    """How far any two interviewers agree, as a share of the way from chance to full agreement."""
    card = "rating_agreement"
    if found is None or not words.is_known(found.estimate):
        return Number(card, words.UNKNOWN, "", ANY_TWO)
    likely, of = words.span(found.low, found.high), words.counted(found.n, "candidate")
    note = f"0{words.THIN}% is chance, 100{words.THIN}% always alike; likely {likely} · {of}"
    return Number(card, words.percent(found.estimate), note, ANY_TWO)


def _foretelling(found: Slope | None) -> Number:
    """ "29 in 100" of higher-rated hires, the very number that "Role profiles" leads with."""
    value, note = as_a_whole.quoted(found)
    return Number("ratings_as_a_whole", value or words.UNKNOWN, note)


def independent_number(found: independence.Independence | NotKnown) -> Number:
    """The share over all departments as a tile."""
    card = "scorecards_independent"
    if isinstance(found, NotKnown):
        return Number(card, words.UNKNOWN, "")
    share = times.overall(found.departments, "count_independent", "count_written")
    if not share.n:
        return Number(card, words.UNKNOWN, "")
    note = f"{words.span(share.low, share.high)} · {words.counted(share.n, 'scorecard')}"
    return Number(card, words.percent(share.estimate), note)


def _hours(held: Load | NotKnown) -> Number:
    if isinstance(held, NotKnown):
        return Number("selling_hours", words.UNKNOWN, "")
    rows = held.interviewers
    hr = words.number(rows.loc[rows["department"] == HR, "hours"].sum())
    note = f"in interviews in {WEEKS} weeks; assumed at {held.hours_each:g} h each"
    return Number("selling_hours", f"{hr} + {words.number(held.selling_hours)}", note, "Hours, HR and Sales")

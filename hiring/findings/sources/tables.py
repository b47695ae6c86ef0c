"""The figures and tables of the page "Sources": differences as forest rows, shares as cells, numbers as tiles."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.links import WIDEN
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.findings.sources.answer import LINE, Sources, source_of, words_joined
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import SMALLEST_JUDGED, Direction, Finding, Label

ALL = "All sources"


def in_order(found: Sources, names: Iterable[str]) -> Sources:
    """The same sources in this order, those not named last."""
    places = {name: place for place, name in enumerate(names)}
    return replace(
        found, sources=tuple(sorted(found.sources, key=lambda one: places.get(one.name, len(places))))
    )


def compared(found: Sources, measure: str) -> Exhibit:
    """Who met the bar, as plain shares ("bar"), or who stayed against all others ("staying")."""
    lead = title(found, measure)
    shown = shares(found) if measure == "bar" else forest(found)
    card = "met_bar" if measure == "bar" else "first_year_retention"
    return Exhibit(
        key=f"sources_{measure}",
        lead=lead,
        standfirst=subtitle(found, measure),
        marks=shown,
        alt=f"{lead}.",
        n=sum((s.met_bar if measure == "bar" else s.stayed).n for s in found.sources),
        label="" if measure == "bar" else strongest(shown.rows["verdict"]),
        definition=(card,),
    )


def forest(found: Sources) -> Marks:
    """Each source's share that stayed a year minus that of all others."""
    given = {
        "show": words.points,
        "reference": Reference(0.0, "all others"),
        "labels": "above",
        "ends": ("fewer", "more"),
        "extent": extent(found),
    }
    rows = pd.DataFrame([_forest_row(s.name, s.staying) for s in found.sources])
    return Marks("dots_with_intervals", rows, given)


def shares(found: Sources) -> Marks:
    """Each source's plain share that met the bar, without a label, before that of all sources."""
    rows = pd.DataFrame([_share_row(s.name, s.met_bar) for s in found.sources])
    everyone = Reference(found.met_bar.estimate, "all sources")
    return Marks("dots_with_intervals", rows, {"reference": everyone, "labels": "above"})


def title(found: Sources, measure: str) -> str:
    """The heading over a figure: of plain shares what they are, of staying who clearly differs or that nobody does."""
    what = f"met the bar at month {found.window}" if measure == "bar" else "stay a year"
    if not is_compared(found, measure):
        return f"How many {what}: nothing to compare yet"
    if measure == "bar":
        return f"How many {what}, before anything is levelled"
    clear = [f for f in found.telling if f.verdict.label == Label.CLEAR]
    if not clear:
        return f"No source clearly differs in how many {what}"
    named = words_joined([f"{source_of(f)} ({_way(f)})" for f in clear])
    return f"Clearly apart in how many {what}: {named}"


def subtitle(found: Sources, measure: str) -> str:
    """What a figure shows: the shares, of how many hires, and whether anything is claimed of them."""
    if measure == "staying":
        return f"Share employed for over 365 days, in points against all other sources; {LINE}"
    reached = f"reached month {found.window} with a quota"
    judged = words.counted(sum(s.met_bar.n for s in found.sources), "hire")
    return f"Of {judged} who {reached}; {LINE}. Plain shares: nothing is levelled, nothing claimed"


def is_compared(found: Sources, measure: str) -> bool:
    """Whether any source has enough hires, against enough of the others, to be compared in it."""
    return any(f.verdict.label != Label.TOO_FEW for f in _of(found, measure))


def not_compared(found: Sources, measure: str, loaded: Collection[str]) -> tuple[str, str, str]:
    """What stands in place of a forest that compares nobody: the fact, the file that would help, what to widen."""
    if measure == "bar" and "quotas" not in loaded:
        return "No quotas are loaded.", "quotas.csv", "Without them no bar is met or missed."
    if not found.sources:
        return "No hire here names a source.", "", WIDEN
    if len(found.sources) == 1:
        remedy = "Take the source filter off to set it against the others, or wait for hires of another."
        return "There is only one source to see here.", "", remedy
    count = sum((s.met_bar if measure == "bar" else s.stayed).n for s in found.sources)
    reached = (
        f"reached month {found.window} with a quota and their start on record"
        if measure == "bar"
        else "left or have been here a year"
    )
    needed = f"{SMALLEST_JUDGED} hires of a source and {SMALLEST_JUDGED} of the others"
    shorter = " A shorter outcome window counts more of them." if measure == "bar" else ""
    return (
        f"Too few hires to compare: {words.number(count)} {'has' if count == 1 else 'have'} {reached}.",
        "",
        f"A comparison needs {needed}. {WIDEN}{shorter}",
    )


def extent(found: Sources) -> tuple[float, float]:
    """The scale of the forest: what holds every interval drawn, in shares, and the others at zero."""
    drawn = [f.verdict for f in found.findings if f.verdict.label != Label.TOO_FEW]
    reach = [0.0, *(v.low for v in drawn), *(v.high for v in drawn)]
    room = 0.06 * ((max(reach) - min(reach)) or 1.0)
    return min(reach) - room, max(reach) + room


def table(found: Sources) -> pd.DataFrame:
    """One row a source and one for all: hires, and each share with its interval and n."""
    rows = [
        _cells(s.name, s.count_hires, s.met_bar, s.high_performers, s.stayed, found.window)
        for s in found.sources
    ]
    everyone = _cells(
        ALL, found.count_hires, found.met_bar, found.high_performers, found.stayed, found.window
    )
    return pd.DataFrame([*rows, everyone])


def share_cell(share: Interval) -> str:
    """A share with its interval and n, "57 % (46–67) · 86"; too few are told, not shown."""
    if share.n < SMALLEST_JUDGED:
        return f"too few: {few(share.n)}" if share.n else words.UNKNOWN
    return f"{words.with_interval(share.estimate, share.low, share.high)} · {words.number(share.n)}"


def count_cell(share: Interval) -> str:
    """ "4 of 7": how many of too few for a share; of fewer than a small group only that they are too few."""
    if share.n < SMALLEST_GROUP:
        return f"too few: {few(share.n)}"
    return f"{words.number(share.estimate * share.n)} of {words.number(share.n)}"


def few(count: int, noun: str = "") -> str:
    """How many too few are; of fewer than a small group not how many, whoever looks: part of a group is a group."""
    if count < SMALLEST_GROUP:
        return f"fewer than {SMALLEST_GROUP} {noun}s" if noun else f"<{words.THIN}{SMALLEST_GROUP}"
    return words.counted(count, noun) if noun else words.number(count)


def share_number(card: str, share: Interval, noun: str) -> Number:
    """A tile of a share: its value, and below it the interval and n with its noun."""
    if share.n == 0:
        return Number(card, words.UNKNOWN, f"no {noun}s to judge")
    if share.n < SMALLEST_JUDGED:
        return Number(card, "too few", few(share.n, noun))
    note = f"{words.span(share.low, share.high)} · {words.counted(share.n, noun)}"
    return Number(card, words.percent(share.estimate), note)


def hires_numbers(found: Sources) -> tuple[Number, Number, Number]:
    """The tiles of the hires together: how many from how many sources, who met the bar, who stayed a year."""
    named = words.counted(len(found.sources), "source")
    rest = f" · {words.number(found.unrecorded)} not recorded" if found.unrecorded else ""
    return (
        Number("hires", words.number(found.count_hires), f"{named}{rest}"),
        share_number("met_bar", found.met_bar, "hire"),
        share_number("first_year_retention", found.stayed, "hire"),
    )


def _of(found: Sources, measure: str) -> tuple[Finding, ...]:
    return tuple(getattr(s, measure) for s in found.sources)


def _way(finding: Finding) -> str:
    return "more" if finding.verdict.direction == Direction.HIGHER else "fewer"


def _forest_row(name: str, finding: Finding) -> dict[str, object]:
    verdict, seen = finding.verdict, finding.comparison.difference
    few = verdict.label == Label.TOO_FEW
    values = f"{words.percent(seen.first)} against {words.percent(seen.second)} · "
    return {
        "name": name,
        "estimate": verdict.estimate,
        "low": verdict.low,
        "high": verdict.high,
        "n": verdict.n,
        "verdict": str(verdict.label),
        "direction": str(verdict.direction) if verdict.direction != Direction.NONE else None,
        "right": ("" if few else values) + words.counted(verdict.n, "hire"),
        "detail": f"against {words.counted(verdict.n_against, 'hire')} of all other sources",
    }


def _share_row(name: str, share: Interval) -> dict[str, object]:
    """A share as it is, in ink: without a verdict nothing is claimed of it."""
    few = share.n < SMALLEST_JUDGED
    return {
        "name": name,
        "estimate": share.estimate,
        "low": share.low,
        "high": share.high,
        "n": share.n,
        "verdict": str(Label.TOO_FEW) if few else None,
    }


def _cells(
    name: str, hires: int, bar: Interval, high: Interval, stayed: Interval, window: int
) -> dict[str, str]:
    return {
        "Source": name,
        "Hires": words.number(hires),
        f"Met the bar at month {window}": share_cell(bar),
        "High performers": share_cell(high),
        "Stayed a year": share_cell(stayed),
    }

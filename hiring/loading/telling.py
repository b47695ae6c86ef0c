"""A mapped file whose columns tell how their days, numbers and currencies are to be read, or what must be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hiring.loading.messages import note
from hiring.loading.opening import Opened
from hiring.loading.read_file import ReadFile
from hiring.mapping import evidence, own_columns, settling, year_meant
from hiring.mapping.asking import Answered, Ask, nobody
from hiring.mapping.evidence import Counted
from hiring.mapping.presets import Preset
from hiring.mapping.settling import WHOLE_COLUMN

_FIRST_ROWS = 20_000  # enough for most columns to tell how their days and numbers are written

#: Of a file: aggregates over its first rows → their counts.
Look = Callable[[ReadFile], Callable[[Sequence[str]], Sequence[int]]]
#: Counts over the first rows of a file, or over all of it.
Count = Callable[[ReadFile, int | None], Counted]


@dataclass(frozen=True)
class Known:
    """What is known of other systems' exports: their presets, what people answered, and the company's currency.

    `surveys`: nothing is recognised, every file is read with all its columns, to see what they hold. `looked_at`: what
    of a column was, as its questions say. `latest`: up to which day a number may be taken for one.
    `year_starts_in`: the first month of the company's fiscal year.
    """

    presets: tuple[Preset, ...] = ()
    answered: Answered = nobody
    base_currency: str | None = None
    surveys: bool = False
    looked_at: str = WHOLE_COLUMN
    latest: date = date.max
    year_starts_in: int = 1


def with_year(found: Opened, known: Known) -> tuple[Opened, Ask | None]:
    """A sheet of periods with the company's fiscal year, and the question which year is meant where it is not said."""
    plan = found.recognised.plan
    if plan is None or not plan.main.is_turned or known.year_starts_in == 1:
        return found, None
    plan = replace(plan, year_starts_in=known.year_starts_in)
    ask = year_meant.which_year(found.file, plan, known.year_starts_in)
    answer = known.answered(ask, found.sha256) if ask else None
    if answer:
        plan = replace(plan, feeds=tuple(replace(feed, quarters=answer) for feed in plan.feeds))
    return replace(found, recognised=replace(found.recognised, plan=plan)), None if answer else ask


def with_rules(file: ReadFile, found: Opened, count: Count, look: Look, known: Known) -> ReadFile:
    """The file and its parts with every rule settled, and with the questions that are left."""
    if file.plan is None:
        return _ours(file, found, count, look, known)
    plan = file.plan
    unsure = "" if plan.confirmed else ", whose header nobody has confirmed yet: look at its columns"
    read_as = note(file.file, f"read as {plan.title}{unsure}", found=plan.in_words)
    every = (file, *file.parts)
    # A part may leave records out: what a column tells, the part with most of them tells.
    together: dict[tuple[str, str], object] = {}
    for part in sorted(every, key=lambda one: one.count_rows):
        together |= _counted(part, count)
    settled = [_settled(part, found.sha256, together, known) for part in every]
    parts = tuple(replace(part, notes=(), asks=()) for part in settled[1:])
    asks = tuple({ask.key: ask for part in settled for ask in part.asks}.values())
    extra = tuple(message for part in settled[1:] for message in part.notes)
    notes = tuple(dict.fromkeys((read_as, *settled[0].notes, *extra)))
    return replace(settled[0], parts=parts, asks=asks, notes=notes)


def _ours(file: ReadFile, found: Opened, count: Count, look: Look, known: Known) -> ReadFile:
    """A file in our own columns: as it is, or by a plan where its days are not written as ours are."""
    if file.path is None:
        return file
    plan = own_columns.plan_of(file.table, found.recognised.columns, found.dialect.header.cells)
    if plan is None:
        return file
    # One cheap look at every file; what the cells tell is counted only where some day is written otherwise.
    days, places, labels = own_columns.days_of(plan), file.places, dict(plan.labels)
    counts = look(file)([own_columns.written_otherwise(places[day]) for day in days])
    odd = [labels[day] for day, count_other in zip(days, counts, strict=True) if count_other]
    if not odd:
        return file
    said = note(file.file, f"{', '.join(odd)}: days not written as 2026-03-31, read by what the column tells")
    file = replace(file, plan=plan, notes=(*file.notes, said))
    return _settled(file, found.sha256, _counted(file, count), known)


def _counted(file: ReadFile, count: Count) -> Counted:
    """What the columns of a file tell, by its first rows where they leave nothing open."""
    if file.plan is None or file.path is None:
        return {}
    counted = count(file, _FIRST_ROWS)
    is_long = file.count_rows > _FIRST_ROWS
    return count(file, None) if is_long and evidence.is_open(file.plan, counted) else counted


def _settled(file: ReadFile, digest: str, counted: Counted, known: Known) -> ReadFile:
    if file.plan is None or file.path is None:
        return file
    result = settling.settled(
        file.file,
        digest,
        file.plan,
        counted,
        known.answered,
        known.base_currency,
        known.looked_at,
        known.latest,
    )
    return replace(file, plan=result.plan, asks=result.asks, notes=(*file.notes, *result.notes))

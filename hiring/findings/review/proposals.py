"""What a meeting may decide: of each page of both sides what it says can be done next, by its own finding."""

from __future__ import annotations

from collections.abc import Iterator

from hiring.findings.alignment.answer import Alignment
from hiring.findings.candidates import answer as candidates
from hiring.findings.intake import answer as intake
from hiring.findings.review.agenda import Lines
from hiring.findings.review.exhibits import Source
from hiring.findings.review.promised import Promised
from hiring.findings.second_look import answer as second_look

MOST = 5
NONE_NAMED = 0  # openings are counted: without names their ids are no ids anybody knows


def proposals(source: Source, found: Promised | None, aligned: Alignment | None) -> Lines:
    """At most five, each under its page's name, in the order of the menu; what a page does not say is not there."""
    return tuple(
        (page, f"{said[:1].upper()}{said[1:]}") for page, said in _next_steps(source, found, aligned) if said
    )[:MOST]


def _next_steps(
    source: Source, found: Promised | None, aligned: Alignment | None
) -> Iterator[tuple[str, str]]:
    if found is not None:
        yield "Agreement", found.whole.next
    if "applications" in source.loaded:
        scope = candidates.by_quarter(source.scope)
        ended = source.ask("candidates/applications_ended", scope)
        by_reason = source.ask("candidates/applications_by_reason", scope)
        told = candidates.candidates(ended, by_reason, False)
        yield "Candidates", told.next_step if told is not None else ""
    if aligned is not None:
        yield "Alignment", aligned.next_step
    if "requisitions" in source.loaded:
        openings = source.ask("intake/openings", source.scope)
        yield "Intake", intake.next_step(openings, NONE_NAMED) if len(openings) else ""
    if "applications" in source.loaded:
        yield "Second look", second_look.outside(source.ask("intake/rejections", source.scope))

"""What the page of interviewers draws of the evidence: luck, the forest, combinations, panels, checks, and the hires.

Each part that lists hires is a fragment: a click in it draws that part anew and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.exhibit import Exhibit
from hiring.findings.interviewers import hires as interviewer_hires
from hiring.findings.interviewers import luck as interviewer_luck
from hiring.findings.interviewers import pairs as interviewer_pairs
from hiring.findings.interviewers import panels as interviewer_panels
from hiring.findings.interviewers.answer import Answer
from hiring.findings.interviewers.luck import LuckBox
from hiring.findings.interviewers.pairs import Pairs
from hiring.findings.interviewers.panels import Panels
from hiring.findings.interviewers.people import NOT_FOR_PAY, READING, People
from hiring.findings.interviewers.rows import NO_NAMES as NO_NAMES
from hiring.serving import session
from hiring.showing import choices, lists, page
from hiring.showing import hires as page_hires
from hiring.statistics.evidence.judging import Evidence

NOBODY = "Nobody chosen"
CHOOSE = "Click a mark, or choose here, to see the hires behind it."


def luck(box: LuckBox) -> None:
    """The box under the lead: is it more than luck, with the company's own numbers."""
    if box.sentences:
        lines = [f"**{about}:** {{said_{index}}}" for index, (about, _) in enumerate(box.sentences)]
        said = {f"said_{index}": sentence for index, (_, sentence) in enumerate(box.sentences)}
        page.aside("  \n".join(["**Is it more than luck?**", *lines]), **said)


def luck_alone(answer: Answer) -> None:
    """The luck checks by themselves, for viewers who see nobody by name."""
    if answer.luck is not None:
        sides = zip(page.two_columns("two sides"), (answer.luck.people, answer.luck.pairs), strict=True)
        for side, bars in sides:
            with side:
                _bars(bars)


def people(answer: Answer, scope: Scope, company: Evidence) -> None:
    """The forest beside the luck check, and the hires behind one interviewer."""
    found, box = answer.people, answer.luck
    if found is None or box is None:
        return
    chart, beside = page.two_columns()
    with chart:
        st.fragment(_people)(found, scope, company)
    with beside:
        _bars(box.people)
        page.note("{meaning}", meaning=interviewer_luck.MEANING)
        _how_to_read(found)


def _people(found: People, scope: Scope, company: Evidence) -> None:
    forest = found.exhibit
    if not found.is_drawn:
        page.finding(forest.lead)
        page.state_empty(f"{forest.lead}.", remedy=links.WIDEN)
        return
    page.exhibit(forest, on_select=partial(_take, "interviewer_behind", forest))
    _behind(found.frame, "interviewer_behind", "Interviewer", scope, company)


def _how_to_read(found: People) -> None:
    if not found.is_drawn:
        return
    page.finding("How to read this")
    page.says("{reading}", reading=READING)
    if found.finding:
        page.says("**{finding}**", finding=found.finding)
    page.finding("Next step")
    page.says("{step} {pay}", step=found.next_step, pay=NOT_FOR_PAY)


def _bars(bars: Exhibit) -> None:
    if bars.is_drawn:
        page.exhibit(bars)


def pairs(answer: Answer, scope: Scope, company: Evidence) -> None:
    """Combinations: the triangle, what may be said, the list beside plain means, and the hires behind a pair."""
    found, box = answer.pairs, answer.luck
    if found is None or box is None:
        return
    if not found.is_drawn:
        page.finding(found.triangle.lead)
        remedy = "What a pair shows needs people who sit together more often. Mix who sits with whom."
        page.state_empty(f"{found.triangle.lead}.", remedy=remedy)
        return
    chart, beside = page.two_columns()
    with chart:
        st.fragment(_pairs)(found, scope, company)
    with beside:
        page.finding("What may be said of pairs")
        lists.verdicts(found.sayings)
        page.says("{together}", together=found.together)
        _bars(box.pairs)
        page.finding("Why the plain mean is drawn in")
        page.says("{why}", why=interviewer_pairs.WHY_SHRUNK)


def _pairs(found: Pairs, scope: Scope, company: Evidence) -> None:
    triangle, listed = found.triangle, found.listed
    page.exhibit(triangle, on_select=partial(_take, "pair_behind", triangle))
    page.exhibit(listed, on_select=partial(_take, "pair_behind", listed))
    _behind(triangle.marks.rows, "pair_behind", "Pair", scope, company)


def _take(choice: str, figure: Exhibit) -> None:
    """Put what was clicked in a figure into the select box below it."""
    rows = page.chosen_rows(st.session_state[figure.key])
    chosen = interviewer_hires.at(figure.marks.rows, rows)
    if chosen is not None:
        choices.put(choice, chosen)


def _behind(frame: pd.DataFrame, key: str, label: str, scope: Scope, company: Evidence) -> None:
    """A select box of everybody in the frame, and the hires seen by whom it holds."""
    offered = {"": NOBODY, **interviewer_hires.options(frame)}
    choice = choices.Choice(key, label, list(offered), says=offered, help=CHOOSE)
    (chosen,) = choices.choose(choice, width="stretch")
    if not chosen:
        page.small(CHOOSE)
        return
    listed = session.ask("outcomes/hires_listed", scope)
    hires = interviewer_hires.behind(listed, company, chosen)
    title = interviewer_hires.title(interviewer_hires.row_of(frame, chosen))
    page_hires.listed(scope, hires, title, key)


def panels(found: Panels | None, hours: str) -> None:
    """How panels were put together, and the selling hours they took."""
    if found is None:
        return
    chart, beside = page.two_columns()
    with chart:
        page.exhibit(found.exhibit)
        if not found.is_drawn:
            page.state_empty("Panels here are all of one kind.", remedy=found.missing)
    with beside:
        page.finding("What panels were made of")
        page.says("{counted}", counted=found.counted)
        lists.verdicts(found.sayings)
        page.says("{hours}", hours=hours)
        page.note("{missing} {assigned}", missing=found.missing, assigned=interviewer_panels.ASSIGNED)


def checks(pairs_of: Sequence[tuple[str, str]]) -> None:
    """What was checked before anything was called clear."""
    if pairs_of:
        page.finding("What was checked before anything is called clear")
        lists.points(pairs_of)


def tables(answer: Answer) -> None:
    """Everybody in figures, folded away."""
    for part, title in (
        (answer.people, "Every interviewer in figures"),
        (answer.pairs, "Every pair in figures"),
    ):
        if part is not None and len(part.table):
            page.table(part.table, title=title, alt=title)


def counts(answer: Answer) -> None:
    """Where nobody may be compared: who saw how many, for those who see names."""
    if answer.counts is not None and len(answer.counts.table):
        page.finding(answer.counts.title, "Counts, and nothing about how the hires did")
        page.table(answer.counts.table, title="Every interviewer's count")
        page.small(answer.counts.together)

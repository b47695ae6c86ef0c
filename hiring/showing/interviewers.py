"""What the page "Interviewers and combinations" draws: the rows, the hires behind one, the list, and what is folded.

The chart with its select box is a fragment: a click in it draws that part anew and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from hiring import words
from hiring.access.scope import Scope
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers.answer import WINDOW, WITHOUT_NAMES, Counted
from hiring.findings.high_performers.interviewers import Interviewed
from hiring.findings.interviewers import hires as interviewer_hires
from hiring.findings.interviewers import in_hundred
from hiring.findings.interviewers import luck as interviewer_luck
from hiring.findings.interviewers import pairs as interviewer_pairs
from hiring.findings.interviewers.answer import Answer
from hiring.findings.interviewers.people import NOT_FOR_PAY, READING
from hiring.findings.interviewers.rows import NO_NAMES as NO_NAMES
from hiring.serving import session
from hiring.showing import choices, folds, lists, page, tables
from hiring.showing import hires as page_hires
from hiring.showing.parts import part
from hiring.statistics.evidence.shown import Shown

NOBODY = "Nobody chosen"
CHOOSE = "Click a mark, or choose here, to see the hires behind it."
BEHIND = "seen_by"
#: Pixels for the longest reason in the list.
WHY = 360


def luck(answer: Answer) -> None:
    """Under the lead: what to do, where it may be told, and whether it is more than luck."""
    line = answer.luck.line if answer.luck is not None else ""
    step = answer.people.next_step if answer.people is not None else ""
    if step:
        page.aside("**{step}** {line}", step=step, line=line)
    elif line:
        page.aside("**Is it more than luck?** {line}", line=line)


def of_chosen(who: Interviewed, of: Counted, seen: Shown) -> None:
    """Who interviewed the chosen hires, on a page about these; for viewers without names only what holds of all."""
    if seen.names is None:
        page.finding(who.spread)
        return page.state_empty("Names are not shown to you.", remedy=WITHOUT_NAMES)
    chart, beside = page.two_columns()
    with chart:
        page.exhibit(who.exhibit)
        page.table(who.table, title="All interviewers and combinations")
    with beside:
        page.finding("What may be said")
        lists.verdicts(who.sayings)
        if who.exhibit.lead != who.spread:
            page.says("{spread}.", spread=who.spread)
        page.says("{said}", said=who.together)
        if seen.rests_on:
            page.says("{who}", who=in_hundred.who_saw(who, of))
        page.says("**{pay}**", pay=NOT_FOR_PAY)
        page.way_to("interviewers", "All interviewers and combinations")
    return None


def in_hundred_of_hires(
    who: Interviewed, answer: Answer, scope: Scope, seen: Shown, counted: Counted
) -> None:
    """What no number here is for, who saw those chosen, the rows, then everybody in a list."""
    page.says("**{pay}**", pay=NOT_FOR_PAY)
    if seen.rests_on:
        page.says("{who}", who=in_hundred.who_saw(who, counted))
    if not who.exhibit.is_drawn:
        page.finding(who.exhibit.lead)
        page.state_empty(f"{who.exhibit.lead}.", remedy=in_hundred.NOBODY_COUNTED)
    else:
        part(_rows)(who, answer, scope, seen)
    listed = in_hundred.listed(who)
    if listed.empty:
        return
    page.finding(in_hundred.TITLE, in_hundred.how(listed))
    st.dataframe(
        tables.packed(listed),
        hide_index=True,
        alt=in_hundred.TITLE,
        placeholder=words.DASH,
        column_config={"Why": st.column_config.Column(width=WHY)},
    )


def _rows(who: Interviewed, answer: Answer, scope: Scope, seen: Shown) -> None:
    """The chart with its select box beside what may be said, and below both the hires behind one row."""
    shown = in_hundred.exhibit(who)
    frame = interviewer_hires.choosable(seen.evidence, seen.names or {})
    chart, beside = page.two_columns()
    with chart:
        page.exhibit(shown, on_select=partial(_take, shown))
        chosen = _chosen(frame)
    with beside:
        page.finding("How to read a row")
        page.says("{reading}", reading=in_hundred.READING)
        if seen.rests_on:
            page.says("{dot}", dot=in_hundred.DOT_OF_ALL)
        page.finding("What may be said")
        lists.verdicts(who.sayings)
        page.says("{pairs}", pairs=answer.pairs.together if answer.pairs is not None else who.together)
    if chosen and session.viewer().sees_names:
        first_year = replace(scope, outcome_window=WINDOW)
        listed = session.ask("outcomes/hires_listed", first_year)
        hires = interviewer_hires.behind(listed, seen.company, chosen)
        title = interviewer_hires.title(interviewer_hires.row_of(frame, chosen))
        page_hires.listed(first_year, hires, title, BEHIND)
        page.small(in_hundred.became(hires))


def _take(figure: Exhibit) -> None:
    """Put what was clicked in the figure into the select box below it."""
    rows = page.chosen_rows(st.session_state[figure.key])
    chosen = interviewer_hires.at(figure.marks.rows, rows)
    if chosen is not None:
        choices.put(BEHIND, chosen)


def _chosen(frame: pd.DataFrame) -> str:
    """A select box of everybody in the frame; the id of whom it holds, empty where nobody is chosen."""
    offered = {"": NOBODY, **interviewer_hires.options(frame)}
    choice = choices.Choice(BEHIND, "Interviewer or pair", list(offered), says=offered, help=CHOOSE)
    (chosen,) = choices.choose(choice, width="stretch")
    if not chosen:
        page.small(CHOOSE)
    return str(chosen)


def worked_out(answer: Answer) -> None:
    """Shuffles, differences in SD, plain means and checks, folded away."""
    with folds.worked_out():
        for remark in (*answer.how, answer.levelled):
            if remark:
                page.says("{remark}", remark=remark)
        if answer.luck is not None:
            lists.points(answer.luck.sentences)
            page.says("{meaning}", meaning=interviewer_luck.MEANING)
            for bars in (answer.luck.people, answer.luck.pairs):
                _drawn(bars)
        if answer.people is not None:
            _drawn(answer.people.exhibit)
            page.table(answer.people.table, title="Every interviewer in SD", alt="Every interviewer in SD")
            page.says("{reading} {finding}", reading=READING, finding=answer.people.finding)
        if answer.pairs is not None:
            _drawn(answer.pairs.triangle)
            _drawn(answer.pairs.listed)
            page.table(answer.pairs.table, title="Every pair in SD", alt="Every pair in SD")
            page.says("{why}", why=interviewer_pairs.WHY_SHRUNK)
        if answer.checks:
            page.finding("What was checked before anything is called clear")
            lists.points(answer.checks)


def _drawn(exhibit: Exhibit) -> None:
    if exhibit.is_drawn:
        page.exhibit(exhibit)


def counts(answer: Answer) -> None:
    """Where nobody may be compared: who saw how many, for those who see names."""
    if answer.counts is not None and len(answer.counts.table):
        page.finding(answer.counts.title, "Counts, and nothing about how the hires did")
        page.table(answer.counts.table, title="Every interviewer's count")
        page.small(answer.counts.together)

"""Which interviewers, and which of them together, saw hires who became high performers?"""

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import clock, links
from hiring.findings.high_performers import answer as first_year
from hiring.findings.high_performers import interviewers as high_performers
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.findings.interviewers import answer as interviewers
from hiring.findings.interviewers import in_hundred
from hiring.findings.interviewers.answer import KICKER, Answer
from hiring.serving import evidence, kept, session
from hiring.showing import evidence as page_evidence
from hiring.showing import filters, missing, page
from hiring.showing import interviewers as page_interviewers
from hiring.statistics.evidence.gates import State
from hiring.statistics.evidence.shown import Shown, shown


def show() -> None:
    """Draw the page."""
    scope, company = filters.current(), session.ask("shared/company").iloc[0]
    loaded = company["tables_loaded"].split(",")
    lacking = [table for table in interviewers.NEEDED if table not in loaded]
    if lacking:
        lead, *state = interviewers.NEEDED[lacking[0]]
        page.lead(KICKER, lead)
        missing.state(*state)
        return page.footer(f"Definitions v{metrics.VERSION}.")
    fitted, chosen = evidence.company(), evidence.chosen(scope)
    if fitted is None:
        page.lead(KICKER, page_evidence.WORKING)
        page_evidence.waiting()
        return page.footer(f"Definitions v{metrics.VERSION}.")
    seen = kept.found(shown, fitted.panels, chosen)
    who = kept.found(
        high_performers.interviewed,
        fitted.high_performers,
        seen,
        chosen.hires,
        HIGH_PERFORMERS,
        key=in_hundred.KEY,
    )
    said = in_hundred.standing(who, seen), in_hundred.accounted(who, seen)
    counted = first_year.counted(fitted.high_performers, chosen.hires, HIGH_PERFORMERS)
    answer = kept.found(interviewers.answer_of, seen, *said)
    _answer(answer, who, scope, seen, counted)
    remarks = (answer.remarks, clock.remarks(loaded))
    return page.footer(*remarks, f"Definitions v{metrics.VERSION}.", has_evidence=True)


def _cause(state: State) -> str:
    """Which link between the files is broken, where that and nothing else leaves nobody to compare."""
    files = session.ask("shared/links")
    broken = {State.NOBODY: links.hires, State.NO_PANELS: links.interviews}.get(state, lambda _: "")
    return links.hires(files) or broken(files)


def _answer(
    answer: Answer,
    who: high_performers.Interviewed,
    scope: Scope,
    seen: Shown,
    counted: first_year.Counted,
) -> None:
    """The sentence first, then luck, the rows, the list, and what was checked."""
    known = session.ask("shared/links")
    page.lead(KICKER, links.answer(known, answer.lead), answer.standfirst)
    if answer.closed:
        fact, remedy = answer.closed
        page.state_empty(fact, remedy=_cause(answer.gate.state) or remedy)
        return page_interviewers.counts(answer)
    if answer.unequal:
        page.not_comparable(*answer.unequal)
    page.small(links.ground(known))
    page_interviewers.luck(answer)
    if answer.people is None:
        page.state_empty(page_interviewers.NO_NAMES, remedy=f"{interviewers.WITHOUT_NAMES} {answer.labels}")
    else:
        page_interviewers.in_hundred_of_hires(who, answer, scope, seen, counted)
    return page_interviewers.worked_out(answer)

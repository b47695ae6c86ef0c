"""The pictures of the page of methods: the company's own best before and after, and what was measured."""

from __future__ import annotations

from functools import partial

from hiring.findings import links
from hiring.findings.exhibit import Exhibit
from hiring.findings.methods import aims, answer
from hiring.findings.methods import own as methods_own
from hiring.findings.methods import plans as methods_plans
from hiring.findings.methods import proof as methods_proof
from hiring.findings.methods import pull as methods_pull
from hiring.findings.methods import scale as methods_scale
from hiring.findings.methods.aims import Proof
from hiring.findings.methods.own import Own
from hiring.serving import session
from hiring.showing import evidence as page_evidence
from hiring.showing import folds, lists, page
from hiring.statistics.company import CompanyEvidence
from hiring.statistics.high_performers.measured import Measurement


def scale(found: Measurement | None) -> None:
    """What is said in hires of a hundred against what is true, and how many ranges hold it."""
    shown = methods_scale.exhibit(found)
    page.finding(methods_scale.TITLE, methods_scale.READING, anchor="scale")
    if found is None:
        return page.state_empty(*methods_scale.NOT_MEASURED)
    picture, beside = page.two_columns()
    with picture:
        _labelled(shown)
        with folds.worked_out("Ranges group by group"):
            page.table(methods_scale.groups(found))
    with beside:
        lists.points(methods_scale.points(found))
        page.table(methods_scale.people(found))
    return None


def pulled(company: CompanyEvidence | None) -> None:
    """Why estimates are pulled, with this company's own numbers."""
    page.finding("Why estimates are pulled towards the average", anchor="pulled")
    if company is None:
        page.says(answer.PULLED)
        return page_evidence.waiting()
    return _own(methods_own.own(company.panels))


def _own(own: Own) -> None:
    picture, beside = page.two_columns()
    with beside:
        page.says(answer.PULLED)
        if own.sentences:
            with folds.worked_out("What was found in this company"):
                lists.points(own.sentences)
    with picture:
        if own.why_not:
            broken = links.interviews if own.may_rank else links.hires
            page.state_empty(own.why_not, remedy=broken(session.ask("shared/links")))
        else:
            _labelled(own.best)


def false_alarms(measured: Proof) -> None:
    """What was called Clear on any page where nothing is true, and folded the claims one by one, of another run."""
    page.finding("How often it claims what is not there", measured.all_pages, anchor="alarms")
    if not measured.is_measured:
        return page.state_empty(*methods_proof.NOT_MEASURED)
    if measured.by_page:
        page.says("{pages} {people}", pages=measured.by_page, people=measured.of_people)
    with folds.worked_out("Claim by claim, in another run"):
        page.says("{run} {verdicts}", run=measured.measured_on, verdicts=aims.VERDICTS)
        page.table(measured.false_claims)
    return None


def proof(measured: Proof) -> None:
    """How near the truth; where aims were missed, and every aim, stand folded. Nothing where it was not measured."""
    if not measured.is_measured:
        return
    page.finding("How much of the truth it finds", measured.measured_on, anchor="proof")
    left, right = page.two_columns("two sides")
    with left:
        _labelled(measured.order)
    with right:
        _labelled(measured.winners)
    with folds.worked_out(measured.missed_in_words):
        lists.points(measured.missed)
    with folds.worked_out("The other aims, size by size and in companies of another kind"):
        page.label("How near the truth is what it says?", aims.VERDICTS)
        page.table(measured.nearness)
        page.label("How often is there anything Clear to say?")
        page.table(measured.sayable)
        if len(measured.shapes):
            page.label("Does it hold in companies of another kind?", measured.shapes_in_words)
            page.table(measured.shapes)
        pulls = methods_pull.kept()
        page.label(methods_pull.TITLE, methods_pull.in_words(pulls))
        page.table(methods_pull.table(pulls))
        plans = methods_plans.kept()
        page.label(methods_plans.TITLE, methods_plans.in_words(plans))
        page.table(methods_plans.table(plans))
        page.note("{limits}", limits=answer.LIMITS)


def _labelled(figure: Exhibit) -> None:
    page.exhibit(figure, heading=partial(page.label, figure.lead, figure.standfirst))

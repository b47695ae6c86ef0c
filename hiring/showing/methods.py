"""The pictures of the page of methods: the company's own best before and after, and what was measured."""

from __future__ import annotations

from functools import partial

from hiring.findings import links
from hiring.findings.exhibit import Exhibit
from hiring.findings.methods import aims, answer, plain
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
from hiring.statistics.evidence.measured import Measurement
from hiring.statistics.high_performers.measured import Measurement as ScaleMeasurement


def scale(found: ScaleMeasurement | None) -> None:
    """What is said in hires of a hundred against what is true, and how many ranges hold it."""
    shown = methods_scale.exhibit(found)
    page.finding(methods_scale.TITLE, methods_scale.READING, anchor="scale")
    if found is None:
        return page.state_empty(*methods_scale.NOT_MEASURED)
    picture, beside = page.two_columns()
    with picture:
        _labelled(shown)
    with beside:
        lists.points(methods_scale.points(found))
    with folds.worked_out("How many ranges hold the truth"):
        lists.points(methods_scale.of_ranges())
        page.table(methods_scale.people(found))
        page.table(methods_scale.groups(found))
    return None


def usable(company: CompanyEvidence | None) -> int:
    """How many hires of this company can be compared; 0 while that is not worked out."""
    return 0 if company is None else company.panels.gate.count_mature


def pulled(company: CompanyEvidence | None) -> None:
    """Why estimates are pulled, with this company's own numbers."""
    if company is None:
        page.says(answer.PULLED)
        return page_evidence.waiting()
    return _own(methods_own.own(company.panels))


def _own(own: Own) -> None:
    picture, beside = page.two_columns()
    with beside:
        page.says(answer.PULLED)
        if own.sentences:
            page.label("What was found in this company")
            lists.points(own.sentences)
    with picture:
        if own.why_not:
            broken = links.interviews if own.may_rank else links.hires
            page.state_empty(own.why_not, remedy=broken(session.ask("shared/links")))
        else:
            _labelled(own.best)


def false_alarms(proof: Proof, measured: Measurement | None) -> None:
    """What was called Clear where nothing is true, page by page; folded the claims one by one, and another run's."""
    page.finding(plain.PAGES, plain.PAGES_STANDFIRST, anchor="alarms")
    if not proof.is_measured:
        return page.state_empty(*methods_proof.NOT_MEASURED)
    if proof.all_pages:
        page.says("{all}", all=proof.all_pages)
        page.table(plain.by_page(measured))
    with folds.worked_out("Claim by claim"):
        page.says("{people}", people=proof.of_people)
        page.table(plain.by_claim(measured))
        page.label("Another run, of interviewers, pairs and sources alone", proof.measured_on)
        page.says("{verdicts}", verdicts=aims.VERDICTS)
        page.table(proof.false_claims)
    return None


def missed(proof: Proof, measured: Measurement | None) -> None:
    """Which aims were missed, for all to see; nothing where it was not measured."""
    if proof.is_measured:
        page.finding(proof.missed_in_words, anchor="missed")
        if aims_missed := plain.missed_aims(measured):
            with folds.worked_out("Which, and what came out at each size"):
                lists.points(aims_missed)


def proof(measured: Proof) -> None:
    """How near the truth, every aim in figures, folded. Nothing where it was not measured."""
    if not measured.is_measured:
        return
    with folds.worked_out("How much of the truth it finds, aim by aim"):
        page.says("{run}", run=measured.measured_on)
        left, right = page.two_columns("two sides")
        with left:
            _labelled(measured.order)
        with right:
            _labelled(measured.winners)
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
        page.table(methods_plans.table(plans), title="Its ranges, kind by kind")
        page.note("{limits}", limits=answer.LIMITS)


def _labelled(figure: Exhibit) -> None:
    page.exhibit(figure, heading=partial(page.label, figure.lead, figure.standfirst))

"""The pictures of the page of methods: the company's own best before and after, and what was measured."""

from __future__ import annotations

from functools import partial

from hiring.findings import links
from hiring.findings.exhibit import Exhibit
from hiring.findings.methods import answer
from hiring.findings.methods import own as methods_own
from hiring.findings.methods.aims import Proof
from hiring.findings.methods.own import Own
from hiring.serving import session
from hiring.showing import evidence as page_evidence
from hiring.showing import lists, page
from hiring.statistics.company import CompanyEvidence


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
    with picture:
        if own.why_not:
            broken = links.interviews if own.may_rank else links.hires
            page.state_empty(own.why_not, remedy=broken(session.ask("shared/links")))
        else:
            _labelled(own.best)
    lists.points(own.sentences)


def order(proof: Proof) -> None:
    """How well the true order was found, by plain averages and here."""
    _labelled(proof.order)


def winners(proof: Proof) -> None:
    """What is said of whoever stands highest, and what is true of them."""
    _labelled(proof.winners)


def _labelled(figure: Exhibit) -> None:
    page.exhibit(figure, heading=partial(page.label, figure.lead, figure.standfirst))

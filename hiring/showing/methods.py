"""The pictures of the page of methods: the company's own best before and after, and what was measured."""

from __future__ import annotations

from hiring import charts, words
from hiring.findings import links
from hiring.findings.marks import Reference
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
            _best(own)
    lists.points(own.told)


def _best(own: Own) -> None:
    page.label(own.title, methods_own.SUBTITLE)
    page.chart(
        charts.dumbbell(
            own.best,
            (charts.End("raw", "plain", "hollow"), charts.End("corrected", "pulled", "filled")),
            show=words.signed,
            reference=Reference(0.0, "average"),
            noun="hire",
        ),
        f"{own.title}.",
        key="methods_pulled",
    )


def order(proof: Proof) -> None:
    """How well the true order was found, by plain averages and here."""
    page.label("How much of the true order is found", "1 is all of it, 0 none")
    page.chart(
        charts.dumbbell(
            proof.order,
            (charts.End("raw", "plain averages", "hollow"), charts.End("corrected", "here", "filled")),
            show=answer.tenths,
            reference=Reference(0.0, "none"),
            noun="company",
        ),
        proof.order_in_words,
        key="methods_order",
    )


def winners(proof: Proof) -> None:
    """What is said of whoever stands highest, and what is true of them."""
    page.label("What is said of the highest, and what is true", proof.winners_size)
    page.chart(
        charts.dumbbell(
            proof.winners,
            (charts.End("raw", "true", "hollow"), charts.End("corrected", "said", "filled")),
            show=words.signed,
            reference=Reference(0.0, "average"),
            noun="company",
        ),
        proof.winners_in_words,
        key="methods_winners",
    )

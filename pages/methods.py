"""How is a pattern told from luck, and how often was that right where the truth was known?"""

from __future__ import annotations

from hiring import filters, metrics, page, page_lists, page_methods
from hiring.evidence.measured import Measurement
from hiring.findings import methods, methods_aims, methods_proof
from hiring.session import ask


def show() -> None:
    """Draw the page."""
    chosen, proof = filters.current(), methods_proof.kept()
    page.lead("Methods", methods_proof.lead(proof), methods.STANDFIRST)
    page_lists.contents([("On this page", methods.CONTENTS)])
    left, right = page.two_columns("two sides")
    with left:
        page.finding("How an outcome is made", anchor="outcome")
        page_lists.points(methods.outcome())
    with right:
        page.finding("Who is compared with whom", anchor="compared")
        page_lists.points(methods.compared())
    frames = ask("evidence/hires", chosen), ask("evidence/months", chosen), ask("evidence/seats", chosen)
    settle = page_methods.pulled(frames)
    page.finding("What each label means", "The same words and marks on every page", anchor="labels")
    page.table(methods.labels())
    left, right = page.two_columns("two sides")
    with left:
        page.finding("What every claim has to stand", anchor="checks")
        page_lists.points(methods.checks())
    with right:
        page.finding("What this cannot say", anchor="silence")
        page_lists.points(methods.silence())
    page.finding(
        "What came of it where the truth was known", methods_proof.measured_on(proof), anchor="proof"
    )
    if proof is None:
        page.state_empty(*methods_proof.NOT_MEASURED)
    else:
        _proof(proof)
    settle()
    page.footer(f"Definitions v{metrics.VERSION}.")


def _proof(proof: Measurement) -> None:
    """Aims against what was measured: first false claims, then how near the truth, then what to expect."""
    page.label("Does it claim what is not there?")
    page.table(methods_aims.false_claims(proof))
    page.label("How near the truth is what it says?")
    page.table(methods_aims.nearness(proof))
    left, right = page.two_columns("two sides")
    with left:
        page_methods.order(proof)
    with right:
        page_methods.winners(proof)
    page.label("How often is there anything Clear to say?")
    page.table(methods_aims.sayable(proof))
    page.label("Aims that were missed")
    page_lists.points(methods_aims.missed(proof))
    page.note("{limits}", limits=methods.LIMITS)

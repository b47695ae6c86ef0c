"""How is a pattern told from luck, and how often was that right where the truth was known?"""

from __future__ import annotations

from hiring import metrics
from hiring.findings.methods import aims, answer
from hiring.findings.methods import proof as methods_proof
from hiring.findings.methods.aims import Proof
from hiring.serving import evidence
from hiring.showing import lists, methods, page


def show() -> None:
    """Draw the page."""
    proof = aims.proof(methods_proof.kept())
    page.lead("Methods", proof.lead, answer.STANDFIRST)
    lists.contents([("On this page", answer.CONTENTS)])
    left, right = page.two_columns("two sides")
    with left:
        page.finding("How an outcome is made", anchor="outcome")
        lists.points(answer.outcome())
    with right:
        page.finding("Who is compared with whom", anchor="compared")
        lists.points(answer.compared())
    methods.pulled(evidence.company())
    page.finding("What each label means", "The same words and marks on every page", anchor="labels")
    page.table(answer.labels())
    left, right = page.two_columns("two sides")
    with left:
        page.finding("What every claim has to stand", anchor="checks")
        lists.points(answer.checks())
    with right:
        page.finding("What this cannot say", anchor="silence")
        lists.points(answer.silence())
    page.finding("What came of it where the truth was known", proof.measured_on, anchor="proof")
    if proof.is_measured:
        _proof(proof)
    else:
        page.state_empty(*methods_proof.NOT_MEASURED)
    page.footer(f"Definitions v{metrics.VERSION}.")


def _proof(proof: Proof) -> None:
    """Aims against what was measured: first false claims, then how near the truth, then what to expect."""
    page.label("Does it claim what is not there?")
    page.table(proof.false_claims)
    page.says("{all_pages}", all_pages=proof.all_pages)
    page.label("How near the truth is what it says?")
    page.table(proof.nearness)
    left, right = page.two_columns("two sides")
    with left:
        methods.order(proof)
    with right:
        methods.winners(proof)
    page.label("How often is there anything Clear to say?")
    page.table(proof.sayable)
    if len(proof.shapes):
        page.label("Does it hold in companies of another kind?", proof.shapes_in_words)
        page.table(proof.shapes)
    page.label("Aims that were missed")
    lists.points(proof.missed)
    page.note("{limits}", limits=answer.LIMITS)

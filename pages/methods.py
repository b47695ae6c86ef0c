"""How is a pattern told from luck, and how often was that right where the truth was known?"""

from __future__ import annotations

from hiring import metrics
from hiring.findings.methods import aims, answer, scale
from hiring.findings.methods import proof as methods_proof
from hiring.serving import evidence
from hiring.showing import folds, lists, methods, page


def show() -> None:
    """Draw the page."""
    proof = aims.proof(methods_proof.kept())
    page.lead("Methods", proof.lead, answer.STANDFIRST)
    lists.contents([("On this page", answer.CONTENTS)])
    page.finding("What each label means", anchor="labels")
    page.table(answer.labels())
    left, right = page.two_columns("two sides")
    with left:
        page.finding("What this cannot say", anchor="silence")
        lists.points(answer.silence())
    with right:
        page.finding("How a claim is made", anchor="claim")
        page.says(answer.CLAIM)
        for name, points in answer.in_full():
            with folds.worked_out(name):
                lists.points(points)
    methods.false_alarms(proof)
    methods.scale(scale.kept())
    methods.pulled(evidence.company())
    methods.proof(proof)
    page.footer(f"Definitions v{metrics.VERSION}.")

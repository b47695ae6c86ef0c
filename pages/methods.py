"""How is a pattern told from luck, and how often was that right where the truth was known?"""

from __future__ import annotations

from hiring import metrics
from hiring.findings.methods import aims, answer, plain, scale
from hiring.findings.methods import proof as methods_proof
from hiring.serving import evidence
from hiring.showing import folds, lists, methods, page


def show() -> None:
    """Draw the page."""
    measured = methods_proof.kept()
    proof = aims.proof(measured)
    page.lead("Methods", proof.lead, answer.STANDFIRST)
    lists.contents([("On this page", answer.CONTENTS)])
    page.finding("What this cannot say", anchor="silence")
    lists.points(answer.silence())
    page.finding(plain.LABELS, anchor="labels")
    page.table(plain.labels(measured, methods.usable(evidence.company())))
    with folds.worked_out("When exactly each label is given"):
        page.table(answer.labels())
    methods.false_alarms(proof, measured)
    methods.missed(proof, measured)
    page.finding("How a claim is made", anchor="claim")
    page.says(answer.CLAIM)
    for name, points in answer.in_full():
        with folds.worked_out(name):
            lists.points(points)
    methods.scale(scale.kept())
    with folds.worked_out("Why estimates are pulled towards the average"):
        methods.pulled(evidence.company())
    methods.proof(proof)
    page.footer(f"Definitions v{metrics.VERSION}.")

"""The company's evidence for a page: what its one fit is made from, and whom filters and rights choose.

The only place where rows for estimates come from: pages take the company's evidence and choose rows of it.
"""

from __future__ import annotations

from hiring.access.scope import Scope, everything
from hiring.serving import session
from hiring.statistics.evidence import frames
from hiring.statistics.evidence.frames import Chosen, Company
from hiring.statistics.profiles.gathered import Gathered, gathered


def company() -> Company:
    """What is fitted, the same for every viewer and every filter."""
    return frames.company(session.for_estimates)


def of_profiles(every_role: Scope) -> Gathered:
    """What all that is said of role profiles is made of: what was agreed, as this viewer may see it, and the fit's."""
    return gathered(lambda question: session.ask(question, every_role), session.for_estimates)


def chosen(scope: Scope) -> Chosen:
    """Whom these filters and this viewer's rights leave."""
    return frames.chosen(
        lambda question: session.for_estimates(question, scope),
        lambda question: session.for_estimates(question, everything(scope.choices)),
        (lambda question: session.ask(question, scope)) if session.viewer().sees_names else None,
    )

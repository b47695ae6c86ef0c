"""What does one hire's way here look like, from the first message to today?"""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from hiring import metrics
from hiring.access.scope import Scope, everything
from hiring.findings.hire import answer, journey, reasons, selling
from hiring.serving import kept, session
from hiring.showing import filters, hire, missing, page

KICKER = "One hire"
QUARTERS = "What was sold by quarter"
MATCH = "Data health names the owners of deals whom nobody is found for; who may be whom stands on Identity match."
NO_NAMES = "Names are not part of your access."
WITHOUT_NAMES = (
    "The page of one hire names a person. Every figure about groups of hires stands on its own page."
)
NOBODY = "This address names no hire whom you may see"
WIDEN = (
    "Whoever is not in the files, or was erased, or belongs to others, is not shown. Choose somebody below."
)


def show() -> None:
    """Draw the page."""
    if not session.viewer().sees_names:
        page.lead(KICKER, "One hire is shown to those who may see names")
        page.state_empty(NO_NAMES, remedy=WITHOUT_NAMES)
        return page.footer()
    scope, named = filters.current(), hire.named()
    whole = replace(everything(session.choices()), outcome_window=answer.FIRST_YEAR, hire=named)
    employments = session.ask("hire/person", whole).to_dict("records") if named else []
    if not employments:
        return _nobody(scope, named)
    _one(scope, whole, employments)
    return page.footer(f"Definitions v{metrics.VERSION}.")


def _nobody(scope: Scope, named: str) -> None:
    """No hire chosen yet, or an address that leads to none."""
    hire.way_back()
    page.lead(KICKER, NOBODY if named else "Choose a hire to see the whole way here", WIDEN if named else "")
    hire.choose(scope, named)
    page.footer()


def _one(scope: Scope, whole: Scope, employments: Sequence[answer.Row]) -> None:
    """The employment that the address names, or the latest, and the way to the others."""
    person = next((one for one in employments if one["hire"] == whole.hire), employments[0])
    exact = replace(whole, hire=str(person["hire"]))
    later = session.ask("hire/outcome", replace(exact, outcome_window=answer.SECOND_YEAR))
    deals = session.ask("hire/deals", exact)
    company = session.ask("shared/company").iloc[0]
    currency = str(company["base_currency"])
    row = answer.whole(person, session.ask("hire/outcome", exact), later, deals, currency)
    of_role = replace(exact, role_profiles=(str(row["role_profile"]),), hire="")
    interviews, months = session.ask("hire/interviews", exact), session.ask("hire/months", exact)
    milestones = session.ask("outcomes/milestones_by_hire", of_role)
    loaded = str(company["tables_loaded"]).split(",")
    hire.way_back(str(row["role_profile"]))
    page.lead(KICKER, answer.lead(row, has_quotas="quotas" in loaded), answer.standfirst(row))
    told = answer.numbers(row, interviews, milestones, exact)
    page.tiles([page.Tile(one.label, one.value, one.note, one.definition) for one in told])
    left, right = page.two_columns()
    with left:
        changes = session.ask("hire/changes", exact)
        page.exhibit(journey.journey(row, interviews, changes))
    with right:
        hire.why(reasons.reasons(row, interviews, months))
        hire.employments([one for one in employments if one is not person])
        hire.choose(scope, exact.hire)
    _sold(row, months, session.ask("outcomes/ramp_by_role", of_role), loaded)


def _sold(row: answer.Row, months: pd.DataFrame, paces: pd.DataFrame, loaded: Sequence[str]) -> None:
    """The ramp beside the role's, and the quarters."""
    if "quotas" not in loaded:
        page.finding(QUARTERS)
        missing.state("No quotas are loaded.", "quotas.csv", "Without them nothing is held against a quota.")
        return
    if row["is_login_missing"]:
        page.finding(QUARTERS)
        page.state_empty(answer.NOT_KNOWN, remedy=MATCH)
        return
    quarters, ramp = kept.found(selling.quarters, months), selling.ramp(row, months, paces)
    if not ramp.is_drawn:
        page.finding(QUARTERS)
        page.state_empty(selling.NO_QUARTER)
        return
    left, right = page.two_columns("two sides")
    with left:
        page.exhibit(ramp)
    with right:
        page.finding(selling.quarters_title(quarters), selling.QUARTERS_SUBTITLE)
        page.table(selling.quarters_table(quarters, row), title="Every quarter")

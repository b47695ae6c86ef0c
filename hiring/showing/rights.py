"""What the page "Who sees what" draws: which mode it is, the rules, what is wrong with them, one person looked up."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from hiring.access.rights import deciding, seeing, told
from hiring.access.rights.claims import Identity
from hiring.access.rights.rules import Rights
from hiring.serving import session
from hiring.serving.signing_in import kept_rights, mode, viewers
from hiring.showing import page

KICKER = "Who sees what"
ALONE = (
    "One person uses this dashboard: nobody signs in, and who reaches it sees everything",
    "For a team, name a file of rights in HIRING_RIGHTS and start it anew; docs/deployment.md says the rest.",
)
FROM = "Everybody signs in and sees what a rule gives them; whoever no rule names sees nothing"
READ_ANEW = "The file is read anew when it changed. A rule chooses rows and names, never an estimate of the company's."
BY_RULE = "By which rule"
ROLES = "The roles"
LOOK_UP = "Look up one person"
NOT_HELD = "The rules name what the data do not have, and give nothing for it"


def draw() -> None:
    """Draw all of it."""
    if not mode.is_team():
        page.lead(KICKER, *ALONE)
        return _roles()
    rules = kept_rights.now()
    company = viewers.company(session.warehouse(), session.warehouse().version())
    page.lead(KICKER, FROM, READ_ANEW)
    for line in seeing.remarks(rules, company):
        page.warned(NOT_HELD, line)
    page.finding(
        BY_RULE, "Of two rules that name somebody alike neither holds; their own goes before a group's"
    )
    page.table(pd.DataFrame(told.table(rules)), title="Every rule", alt="Every rule")
    page.small(mode.said())
    _person(rules, company)
    return _roles()


def _roles() -> None:
    """What each role is for."""
    page.finding(ROLES, "What a rule gives to whom it names")
    rows = [{"Role": str(role), "Sees": sees} for role, sees in told.ROLES.items()]
    page.table(pd.DataFrame(rows), title="Every role", alt="Every role")


def _person(rules: Rights, company: seeing.Company) -> None:
    """What one person would see who signed in now, by what is typed."""
    page.finding(LOOK_UP, "As if they signed in now, with a verified e-mail")
    issuers = sorted({rule.who.issuer for rule in rules.rules})
    with st.container(horizontal=True):
        who = st.text_input("The provider's word for them (sub), or their e-mail", max_chars=200).strip()
        groups = st.text_input("Groups they are in, with commas between", max_chars=500)
        issuer = st.selectbox("Provider", issuers)
    if not who:
        return
    named = frozenset(one.strip() for one in groups.split(",") if one.strip())
    now = datetime.now(UTC)
    person = Identity(issuer, who, who.casefold() if "@" in who else "", named, now, now)
    for line in told.person(deciding.granted(rules, person), person, company):
        page.says("**{what}**: {told}", what=line.what, told=line.told)

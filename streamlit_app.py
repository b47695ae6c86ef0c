"""The front door: who is it, is there a warehouse, then the pages in reading order."""

from hiring.serving import session  # first: it loads what every visitor needs, once  # isort: skip

from typing import Literal

import streamlit as st

from hiring import words
from hiring.findings import links, match_rate, sales_history
from hiring.serving import gate, rehearsal, returning, settings
from hiring.showing import filters, page, presenting, signing_in, tour
from hiring.showing import start as page_start
from pages import (
    agreement,
    alignment,
    candidates,
    craft,
    data_health,
    decisions,
    definitions,
    fairness,
    high_performers,
    hire,
    hiring_plan,
    identity,
    intake,
    interviewers,
    leadership,
    mapping,
    methods,
    outcomes,
    overview,
    panels,
    review,
    rights,
    role_profiles,
    second_look,
    shared_result,
    sources,
    start,
)

#: Titles of the pages that set a second period beside the first (`Scope.compared`).
COMPARING = frozenset({"Overview"})
REVIEW = "review"  # the page that can be presented
MAPPING = "mapping"  # the page that works before anything is built


def menu() -> dict[str, list[st.Page]]:
    """The pages in reading order, by section."""
    return {
        "": [
            st.Page(overview.show, title="Overview", default=True),
            # The first page has the bare address; who types its name gets there too.
            st.Page(overview.show, title="Overview", url_path="overview", visibility="hidden"),
        ],
        "Hires": [
            st.Page(high_performers.show, title="High performers", url_path="high-performers"),
            st.Page(outcomes.show, title="Outcomes and ramp", url_path="outcomes"),
            st.Page(role_profiles.show, title="Role profiles", url_path="role-profiles"),
            st.Page(leadership.show, title="Leadership and placement", url_path="leadership"),
            st.Page(sources.show, title="Sources", url_path="sources"),
            # Reached by links: every name of a hire leads there.
            st.Page(hire.show, title="One hire", url_path="hire", visibility="hidden"),
        ],
        "Interviews": [
            st.Page(interviewers.show, title="Interviewers and combinations", url_path="interviewers"),
            st.Page(panels.show, title="Panels", url_path="panels"),
            st.Page(craft.show, title="Interviewing craft", url_path="craft"),
            st.Page(second_look.show, title="Second look", url_path="second-look"),
        ],
        "HR and Sales": [
            st.Page(alignment.show, title="Alignment", url_path="alignment"),
            st.Page(intake.show, title="Intake", url_path="intake"),
            st.Page(agreement.show, title="Agreement", url_path="agreement"),
            st.Page(candidates.show, title="Candidates", url_path="candidates"),
            st.Page(shared_result.show, title="Shared result", url_path="shared-result"),
        ],
        "Review": _review(),
        "Trust": _trust(),
    }


def _review() -> list[st.Page]:
    """What both departments look at together every quarter."""
    return [
        st.Page(review.show, title="Quarterly review", url_path=REVIEW),
        st.Page(decisions.show, title="Decisions and promises", url_path="decisions"),
        st.Page(hiring_plan.show, title="Hiring plan", url_path="hiring-plan"),
    ]


def _trust() -> list[st.Page]:
    """The pages on the data, the words and the rules."""
    return [
        st.Page(start.show, title="Start", url_path="start"),
        st.Page(data_health.show, title="Data health", url_path="data-health"),
        st.Page(mapping.show, title="Map a file", url_path="mapping"),
        st.Page(identity.show, title="Identity match", url_path="identity"),
        st.Page(definitions.show, title="Definitions", url_path="definitions"),
        st.Page(methods.show, title="Methods", url_path="methods"),
        # For keepers alone.
        st.Page(rights.show, title="Who sees what", url_path="rights"),
        _fairness(),
    ]


def _fairness() -> st.Page:
    """A page that is off unless the company turned it on; who types its name is told so."""
    shown: Literal["visible", "hidden"] = "visible" if session.is_fairness_on() else "hidden"
    return st.Page(fairness.show, title="Fairness", url_path="fairness", visibility=shown)


def facts() -> tuple[str, ...]:
    """What stands beside the scope on every page: whose data, and the day they speak of."""
    company = session.ask("shared/company").iloc[0]
    name = (
        "invented sample company"
        if company["is_sample"]
        else company["company_name"] or company["exports_name"]
    )
    return (f"data as of {words.day(company['as_of'])}", str(name), f"money in {company['base_currency']}")


def _before_the_first(trouble: session.Trouble, navigation: st.Page) -> None:
    """What stands in place of every page until a first build succeeds: Start, but where a file is mapped."""
    if navigation.url_path == MAPPING:
        navigation.run()
    else:
        page_start.draw(trouble)


def main() -> None:
    """Draw the page that was asked for, below the scope line every page shares."""
    st.set_page_config(page_title="Hiring Outcomes", layout="wide")
    returning.pages_come_back()
    navigation = st.navigation(signing_in.of_mine(menu()), position="top" if signing_in.is_in() else "hidden")
    with session.serving(), page.column():
        if signing_in.kept_out(navigation.url_path):
            return
        trouble = session.ensure_built()
        if trouble:
            with page.guarded("page"):
                _before_the_first(trouble, navigation)
            return
        if presenting.is_on() and navigation.url_path == REVIEW:
            filters.settled()
            with page.guarded("screen"):
                navigation.run()
            return
        filters.draw(*facts(), can_compare=navigation.title in COMPARING)
        with page.guarded("tour"):
            tour.line(navigation.url_path)
        with page.guarded("match rate"):
            page.warned(*match_rate.warning(session.ask("shared/match_rate")))
            page.warned(*links.warning(session.ask("shared/links")))
            history, gaps = session.ask("shared/sales_history"), session.ask("shared/sales_gaps")
            for told in sales_history.warnings(history, gaps):
                page.warned(*told)
        with page.guarded("page"):
            navigation.run()
            tour.heard(navigation.url_path)
        with page.guarded("match rate"):
            page.small(match_rate.line(session.ask("shared/match_rate")))


if __name__ == "__main__":  # a visitor's run of the page
    main()
else:  # the server's own import, once, before anybody comes: what it loads is whole when the first visitor does
    settings.insist()
    session.prepare()
    app = st.App(
        __file__,
        lifespan=rehearsal.beside,
        middleware=gate.around(),
        exception_handlers={Exception: gate.failed},
    )

"""The lower half of the page of role profiles: what was agreed, how alike it is, what hires brought and resemble."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.role_profiles import agreed, answer
from hiring.findings.role_profiles import backgrounds as brought
from hiring.findings.role_profiles.figures import agreed as standing
from hiring.findings.scope import scope_in_words
from hiring.serving import downloads, session
from hiring.showing import folds, missing, page, people_links, tables
from hiring.showing.downloads import download_button
from hiring.statistics.profiles.agreed import Profile, profile_of
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.judged import Judged


def agreed_profiles(
    profiles: Sequence[Profile], roles: Sequence[str], alike: Alikeness, loaded: Sequence[str]
) -> None:
    """What was agreed in words, whether it is the same for several, and how it changed, a role beside the other."""
    found = [profile_of(profiles, role) for role in roles]
    if not any(found):
        page.finding(agreed.TITLE, answer.differ(roles, profiles, alike))
        if "role_profiles" in loaded:
            page.state_empty(agreed.NO_PROFILE, remedy=agreed.OF_OTHER_ROLES)
        else:
            missing.state(agreed.NO_PROFILE, "role_profiles.csv", agreed.WITHOUT_PROFILES)
        return
    page.finding(agreed.TITLE, f"{agreed.SUBTITLE}. {answer.differ(roles, profiles, alike)}")
    if question := agreed.alike_question(roles, alike):
        page.says("{question}", question=question)
    for role, one, side in zip(roles, found, page.sides(len(roles)), strict=True):
        with side:
            page.label(role, f"version {one.current.name}, {standing(one.current)}" if one else "")
            if one is None:
                page.state_empty(agreed.NO_PROFILE, remedy=agreed.AGREE_FIRST)
                continue
            page.table(agreed.table(one.current), title="Every competency in words")
            page.small(one.current.remark and f"{one.current.remark}.")
    with st.expander(agreed.HISTORY):
        page.small(agreed.HISTORY_SUBTITLE)
        for one, side in zip(found, page.sides(len(roles)), strict=True):
            if one is not None:
                with side:
                    page.label(one.role)
                    page.table(agreed.versions(one), title="Every version")


def likeness(roles: Sequence[str], found: Alikeness) -> None:
    """How alike the profiles are in numbers, folded away; nothing where none was agreed."""
    if not found.roles:
        return
    with st.expander(agreed.ALIKE):
        page.small(f"{agreed.alike_line(roles, found)}.")
        for sentence in agreed.alike_sentences(roles, found):
            page.small(sentence)
        table = agreed.alike_table(found)
        if not table.empty:
            st.dataframe(tables.packed(table), hide_index=True, alt=agreed.ALIKE)


def backgrounds(found: Judged, roles: Sequence[str], loaded: Sequence[str]) -> None:
    """What hires brought with them, role by role."""
    table = brought.table(found.backgrounds, roles)
    if table.empty:
        page.finding("What hires brought with them")
        if "candidates" in loaded:
            cause = links.backgrounds(session.ask("shared/links"))
            page.state_empty(
                brought.NO_FACTS if cause else brought.OF_NOBODY_JUDGED, remedy=cause or links.WIDEN
            )
        else:
            missing.state(brought.NO_FACTS, brought.FACTS_FILE, brought.WITHOUT_FACTS)
        return
    title = brought.title(found.backgrounds, roles)
    if title != brought.NONE_STANDS_OUT:
        page.finding(title)
    with folds.worked_out(title if title == brought.NONE_STANDS_OUT else "Every background fact in figures"):
        page.small(brought.SUBTITLE)
        page.table(table)
        page.note("{note}", note=brought.note(found.backgrounds, roles))


def resembling(found: Judged, roles: Sequence[str], chosen_scope: Scope) -> None:
    """Whose ratings resemble another role's stronger hires; by name only for those who may see names.

    Nothing where it is not asked: what that lacks stands among the remarks.
    """
    if brought.not_asked(found.resembling, dict(found.evidence.hires), roles):
        return
    page.finding(brought.resembling_title(found.resembling, roles), brought.RESEMBLING_SUBTITLE)
    for sentence in brought.resembling_sentences(found.resembling, roles):
        page.says("{sentence}", sentence=sentence)
    page.note(brought.ASK_FIRST)
    if not session.viewer().sees_names:
        page.small("The list names people, and names are not part of your access.")
        return
    people = brought.people(found.resembling, session.ask("outcomes/hires_listed", chosen_scope), roles)
    if people.empty:
        return
    company = session.ask("shared/company").iloc[0]
    people_links.listed(people, "Hire", alt=brought.RESEMBLING, key="resembling")
    file = downloads.download(
        brought.RESEMBLING,
        people,
        scope_in_words(chosen_scope),
        as_of=company["as_of"],
        digest=company["digest"],
    )
    download_button("Download this list", file, "download resembling")

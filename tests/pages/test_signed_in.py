"""The dashboard of a team: what stands there for who is signed in by which rule, and for who may see nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from helpers.sample import sellers
from hiring.access.audit import log_path
from hiring.access.viewer import Team
from hiring.serving import review, session
from hiring.serving.signing_in import mode, visitor
from hiring.showing import signing_in
from hiring.warehouse import rights_by
from hiring.warehouse.asking import Warehouse
from pages.test_withheld import drawn, everybody, people, words_of

HOUSE = "https://login.example.com"
NORTH = "Nordics and Benelux"
RIGHTS = f"""
issuer = "{HOUSE}"

[[rule]]
name = "The north"
role = "sales leader"
group = "north"
regions = ["{NORTH}"]
role_profiles = "all"

[[rule]]
name = "HR"
role = "HR"
group = "hr"
regions = "all"
role_profiles = "all"
interviewers = "all"

[[rule]]
name = "HR without figures"
role = "HR"
group = "hr-plain"
regions = "all"
role_profiles = "all"

[[rule]]
name = "The meeting"
role = "meeting"
group = "meeting"
regions = "all"
role_profiles = "all"

[[rule]]
name = "A manager"
role = "manager"
person = "boss"
employee = "000128"

[[rule]]
name = "Kim keeps"
role = "keeper"
email = "kim@example.com"
"""
SignIn = Callable[..., None]


@pytest.fixture
def rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "rights.toml"
    path.write_text(RIGHTS, encoding="utf-8")
    monkeypatch.setenv("HIRING_RIGHTS", str(path))
    monkeypatch.setattr(mode, "_auth", lambda: {"house": {"client_id": "hiring"}})
    return path


@pytest.fixture
def signed_in(rights: Path, monkeypatch: pytest.MonkeyPatch) -> SignIn:
    """`signed_in(groups=["north"])`: somebody did, with these claims; `signed_in(None)`: nobody."""

    def changed(sub: str | None = "somebody", **claims: Any) -> None:
        now = int(time.time())
        said = {"provider": "house", "iss": HOUSE, "sub": sub, "aud": "hiring", "iat": now, "exp": now + 600}
        given = {**said, "is_logged_in": True, **claims} if sub else {}
        monkeypatch.setattr(visitor, "own_claims", lambda: given)

    return changed


def sentence(at: AppTest) -> str:
    assert not at.exception
    return str(at.title[0].value)


def text(at: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*at.title, *at.markdown))


def test_who_is_signed_out_is_asked_to_sign_in_and_meets_nothing_else(app, signed_in: SignIn) -> None:
    signed_in(None)
    for page in ("overview", "hire", "mapping", "data-health"):
        at = app(page)
        assert sentence(at) == signing_in.SIGN_IN
        assert [one.label for one in at.button] == ["Sign in with house"]
        assert not [*at.metric, *at.dataframe, *at.selectbox]


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"aud": "another"}, signing_in.SIGN_IN),
        ({"exp": 1}, signing_in.ENDED[0]),
        ({"groups": []}, signing_in.NO_RULE[0]),
        ({"groups": ["north", "hr"]}, signing_in.TWO_RULES[0]),
        ({"email": "kim@example.com", "email_verified": False}, signing_in.NO_RULE[0]),
        ({"iss": "https://other.example.com", "groups": ["hr"]}, signing_in.NO_RULE[0]),
    ],
)
def test_whom_nothing_is_granted_reads_why_and_sees_nothing(
    app, signed_in: SignIn, claims, said: str
) -> None:
    signed_in(**claims)
    at = app("outcomes")
    assert sentence(at) == said
    assert not [*at.metric, *at.dataframe]


def test_a_sales_leader_sees_their_region_by_name_and_no_interviewers_figures(app, signed_in: SignIn) -> None:
    signed_in(groups=["north"])
    at = app("hire")
    assert "Signed in as somebody · The north" in text(at)
    signed_in(groups=["north"])
    at = app("interviewers")
    assert "Names are not part of your access" in text(at)
    app("overview")
    assert set(session.ask("outcomes/hires_listed", at.session_state["_scope"])["region"]) == {NORTH}
    for closed in ("mapping", "rights"):
        assert sentence(app(closed)) == signing_in.NOT_YOURS[0]


def test_a_meeting_opens_no_list_of_people(app, signed_in: SignIn) -> None:
    signed_in(groups=["meeting"])
    assert sentence(app("hire")) == signing_in.NOT_YOURS[0]
    assert sentence(app("sources")) != signing_in.NOT_YOURS[0]
    assert not session.viewer().sees_names


def test_a_manager_sees_whom_their_team_took_on_and_nobody_else(app, signed_in: SignIn) -> None:
    signed_in("boss")
    at = app("outcomes")
    seen = session.ask("outcomes/hires_listed", at.session_state["_scope"])
    assert len(seen) == 55
    assert not session.sees_everyone()


def test_two_of_one_rule_share_what_was_asked_and_another_rule_does_not(app, signed_in: SignIn) -> None:
    signed_in("one", groups=["hr"])
    scope = app("outcomes").session_state["_scope"]
    first = session.ask("outcomes/hires_listed", scope)
    signed_in("two", groups=["hr"])
    assert session.ask("outcomes/hires_listed", scope) is first
    signed_in("three", groups=["north"])
    assert session.ask("outcomes/hires_listed", scope) is not first


def test_two_of_different_rules_read_the_same_estimates_where_both_see_them(app, signed_in: SignIn) -> None:
    signed_in(groups=["hr"])
    whole = app("interviewers")
    lead = sentence(whole)
    signed_in(groups=["hr-plain"])
    assert sentence(app("interviewers")) == lead
    assert "Names are not part of your access" in text(app("interviewers"))


def test_a_keeper_reads_the_rules_and_looks_one_person_up(app, signed_in: SignIn) -> None:
    signed_in("kim", email="Kim@Example.com", email_verified=True)
    assert sentence(app("overview")) == signing_in.YOURS[0]
    at = app("rights")
    table = at.dataframe[0].value if at.dataframe else at.table[0].value
    assert list(table["Rule"]) == [
        "The north (line 4)",
        "HR (line 11)",
        "HR without figures (line 19)",
        "The meeting (line 26)",
        "A manager (line 33)",
        "Kim keeps (line 39)",
    ]
    at.text_input[0].set_value("boss").run()
    assert "employee 000128; 55 hires, 33 openings, 38 people" in text(at).replace("\\", "")


def test_the_rights_are_heeded_from_the_moment_they_change(app, signed_in: SignIn, rights: Path) -> None:
    signed_in(groups=["hr"])
    at = app("sources")
    assert sentence(at) != signing_in.NO_RULE[0]
    rights.write_text(RIGHTS.replace('group = "hr"', 'group = "people"'), encoding="utf-8")
    assert sentence(at.run()) == signing_in.NO_RULE[0]
    rights.write_text(f"revoked_before = 2100-01-01T00:00:00Z\n{RIGHTS}", encoding="utf-8")
    assert sentence(at.run()) == signing_in.ENDED[0]


def test_a_fault_in_the_rights_is_told_to_keepers_and_nobody_sees_anything(
    app, signed_in: SignIn, rights: Path
) -> None:
    signed_in("kim", email="kim@example.com", email_verified=True)
    app("rights")
    rights.write_text(RIGHTS.replace('role = "HR"', 'role = "HRR"', 1), encoding="utf-8")
    at = app("data-health")
    assert sentence(at) == signing_in.UNREADABLE
    assert "line 13 · found role 'HRR'" in text(at).replace("\\", "")
    signed_in(groups=["north"])
    at = app("sources")
    assert sentence(at) == signing_in.NOT_READY[0]
    assert "HRR" not in text(at)


def test_while_nothing_is_built_who_is_no_keeper_reads_that_it_is_being_prepared(
    app, signed_in: SignIn, tmp_path: Path
) -> None:
    signed_in(groups=["hr"])
    at = app("sources", warehouse=tmp_path / "none")
    assert sentence(at) == signing_in.NOT_READY[0]
    assert not at.get("file_uploader")
    assert not (tmp_path / "none").exists()


def test_an_interviewer_meets_their_own_figures_under_their_name_and_no_other(
    app, signed_in: SignIn, rights: Path, sample_warehouse: Path
) -> None:
    own = Warehouse(sample_warehouse).for_rights("rights/seats")["interviewer_id"].value_counts().index[0]
    rule = f'[[rule]]\nname = "Own"\nrole = "interviewer"\nperson = "me"\nemployee = "{own}"\n'
    rights.write_text(f"{RIGHTS}\n{rule}", encoding="utf-8")
    signed_in("me")
    at = app("interviewers")
    listed = [one.value for one in at.dataframe if "Interviewer" in one.value.columns]
    assert {len(one) for one in listed} == {1}
    assert sentence(app("outcomes")) == signing_in.NOT_YOURS[0]


def test_alone_the_page_says_that_nobody_signs_in(app) -> None:
    at = app("rights")
    assert sentence(at).startswith("One person uses this dashboard")
    assert list(at.table[0].value["Role"]) == [
        "sales leader",
        "HR",
        "manager",
        "meeting",
        "interviewer",
        "keeper",
    ]


def test_the_log_has_who_came_by_which_rule_what_they_opened_and_who_was_kept_out(
    app, signed_in: SignIn, sample_warehouse: Path
) -> None:
    def lines() -> list[dict[str, Any]]:
        text = (
            log_path(sample_warehouse).read_text(encoding="utf-8")
            if log_path(sample_warehouse).exists()
            else ""
        )
        return [json.loads(line) for line in text.splitlines()]

    before = len(lines())
    signed_in("ann", groups=["hr"], email="ann@example.com", email_verified=True)
    at = app("methods", {"regions": [NORTH]})
    at.run()
    signed_in("ann")
    at.run()
    told = [(one["viewer"], one["role"], one["action"], one["subject"]) for one in lines()[before:]]
    who = f"{HOUSE}|ann"
    assert told == [
        (who, "hr", "sign in", "HR"),
        (who, "hr", "page", "methods regions=Nordics+and+Benelux"),
        (who, "none", "kept out", "no rule"),
    ]
    assert "ann@" not in str(told)


def test_who_sees_a_part_of_the_company_opens_no_frozen_pack_which_is_of_the_whole(
    app, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(groups=["north"])
    app("methods")
    monkeypatch.setattr(review.packs, "every", lambda _: pytest.fail("asked for"))
    monkeypatch.setattr(review.packs, "get", lambda *_: pytest.fail("asked for"))
    assert review.frozen() == ((), "")
    assert review.opened("0a0a0a0a0a0a0a0a") == (None, "")


#: Everything in the menu; what is closed to somebody says so, and nothing breaks.
EVERY = (
    *(
        "overview",
        "high-performers",
        "outcomes",
        "role-profiles",
        "leadership",
        "sources",
        "hire",
        "interviewers",
    ),
    *(
        "panels",
        "craft",
        "second-look",
        "alignment",
        "intake",
        "agreement",
        "candidates",
        "shared-result",
        "review",
    ),
    *(
        "decisions",
        "hiring-plan",
        "start",
        "data-health",
        "mapping",
        "identity",
        "definitions",
        "methods",
        "rights",
    ),
    "fairness",
)
WHO: dict[str, tuple[str, dict[str, Any]]] = {
    "one region": ("somebody", {"groups": ["north"]}),
    "no interviewer's figures": ("somebody", {"groups": ["hr-plain"]}),
    "a meeting": ("somebody", {"groups": ["meeting"]}),
    "a team": ("boss", {}),
    "a keeper": ("kim", {"email": "kim@example.com", "email_verified": True}),
}


def forbidden(who: str, warehouse: Warehouse) -> set[str]:
    """Names and addresses that must not be met: of everybody for a meeting, of other teams' candidates for a team."""
    if who == "a meeting":
        return words_of(everybody())
    if who != "a team":
        return set()
    openings = {
        one.key
        for one in rights_by.company(warehouse).seen
        if not one.is_hire and one.key in _team(warehouse).openings
    }
    applied = sellers.file("applications")
    met = applied[applied["requisition_id"].isin(openings)]["candidate_id"]
    candidates = people("candidates", "full_name", "email")
    is_theirs = candidates["candidate_id"].isin(met)
    staff = words_of(people("employees", "full_name", "work_email"))
    return words_of(candidates[~is_theirs]) - words_of(candidates[is_theirs]) - staff


def _team(warehouse: Warehouse) -> Team:
    company = rights_by.company(warehouse)
    return company.lines.team("000128", company.seen, company.today)


@pytest.mark.proof
@pytest.mark.parametrize("who", WHO)
def test_no_page_breaks_for_who_sees_a_part_and_none_names_whom_it_must_not(
    app, signed_in: SignIn, who: str, offered: dict[str, Callable[[], bytes]], sample_warehouse: Path
) -> None:
    sub, claims = WHO[who]
    names = forbidden(who, Warehouse(sample_warehouse))
    assert len(names) > 500 or who not in ("a team", "a meeting")
    signed_in(sub, **claims)
    broken, met = {}, {}
    for page in EVERY:
        at = app(page)
        if at.exception or at.error:
            broken[page] = [str(one.value) for one in (*at.exception, *at.error)]
        told = drawn(at, offered)
        met |= {(page, name): True for name in names if name in told}
    assert (broken, met) == ({}, {})

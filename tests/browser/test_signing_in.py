"""People sign in at two providers on this machine, in a real browser: who gets in, for how long, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.looking import AT_REST, FAILED, HEIGHT, Visitor, visitor
from browser.serving import ROOT, Server, served
from hiring.showing import signing_in

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "5f0c3a9be17d42868f21c7d0e94b6a35d8f07c1e"
[auth.house]
client_id = "hiring"
client_secret = "told nobody"
server_metadata_url = "http://127.0.0.1:{house}/.well-known/openid-configuration"
[auth.guests]
client_id = "hiring"
client_secret = "told nobody"
server_metadata_url = "http://127.0.0.1:{guests}/.well-known/openid-configuration"
"""
RIGHTS = """
issuer = "http://127.0.0.1:{house}"
[[rule]]
name = "HR"
role = "HR"
group = "hr"
regions = "all"
role_profiles = "all"
[[rule]]
name = "A guest"
role = "meeting"
issuer = "http://127.0.0.1:{guests}"
person = "guest"
regions = "all"
role_profiles = "all"
[[rule]]
name = "Kim keeps"
role = "keeper"
email = "kim@example.com"
"""
WHO = "Signed in as"


def user(sub: str, *groups: str, is_verified: bool = True, email: str = "") -> User:
    address = email or f"{sub}@example.com"
    return User(sub=sub, claims={"email": address, "email_verified": is_verified, "groups": list(groups)})


@dataclass
class Team:
    """The dashboard for a team, and its file of rights."""

    server: Server
    rights: Path


@pytest.fixture(scope="module")
def team(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """The dashboard with two providers; what the second gives out is good for four seconds."""
    folder = tmp_path_factory.mktemp("team")
    people = [user("nora", "hr"), user("fake", is_verified=False, email="kim@example.com")]
    with ExitStack() as stack:
        house = stack.enter_context(run_server_in_thread(user_claims=people))
        guests = stack.enter_context(
            run_server_in_thread(
                user_claims=[user("guest"), user("nora", "hr")], access_token_max_age=timedelta(seconds=4)
            )
        )
        ports = {"house": house.server_port, "guests": guests.server_port}
        rights, secrets = folder / "rights.toml", folder / "secrets.toml"
        rights.write_text(RIGHTS.format(**ports), encoding="utf-8")
        secrets.write_text(SECRETS.format(**ports), encoding="utf-8")
        environment = {
            "HIRING_WAREHOUSE": str(sample_warehouse),
            "HIRING_RIGHTS": str(rights),
            "STREAMLIT_SECRETS_FILES": str(secrets),
        }
        yield Team(stack.enter_context(served(ROOT / "streamlit_app.py", environment)), rights)


@pytest.fixture
def window(browser: Browser, team: Team) -> Iterator[Visitor]:
    opened = visitor(browser, team.server.url, "light", 1280)
    yield opened
    opened.page.context.close()


def sign_in(window: Visitor, provider: str, who: str) -> Page:
    page = window.page
    page.get_by_role("button", name=f"Sign in with {provider}").click()
    page.get_by_role("button", name=who).first.click()
    page.wait_for_url(lambda url: url.startswith(window.home) and "oauth2callback" not in url)
    page.locator(AT_REST).wait_for(state="attached")
    return page


def sentence(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_have_text(words)
    assert page.locator(FAILED).count() == 0


def other(browser: Browser, window: Visitor) -> BrowserContext:
    """Another browser with a copy of this one's cookies."""
    copied = browser.new_context(viewport={"width": 1280, "height": HEIGHT})
    copied.add_cookies(window.page.context.cookies())  # type: ignore[arg-type]
    return copied


def test_who_signs_out_is_out_in_every_tab_and_with_every_copy_of_the_cookie(
    browser: Browser, window: Visitor, team: Team
) -> None:
    sentence(window.visit("/methods"), signing_in.SIGN_IN)
    page = sign_in(window, "house", "nora")
    expect(page.get_by_text(f"{WHO} nora@example.com")).to_be_visible()
    assert page.url == f"{window.home}/methods"  # the page they wanted
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert "_streamlit_user" in names
    assert not [name for name in names if "token" in name]
    window.visit("/methods")
    tab = page.context.new_page()
    copied = other(browser, window)
    elsewhere = copied.new_page()
    for one in (tab, elsewhere):
        one.goto(f"{window.home}/methods")
        expect(one.get_by_text(f"{WHO} nora@example.com")).to_be_visible()
    copy = page.context.cookies()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="End Session").wait_for()  # the provider asks whether there, too
    tab.get_by_role("link", name="What each number means").click()
    sentence(tab, signing_in.ENDED[0])
    elsewhere.reload()
    sentence(elsewhere, signing_in.ENDED[0])
    page.go_back()
    sentence(page, signing_in.SIGN_IN)
    assert page.url == f"{window.home}/methods"
    page.context.add_cookies(copy)  # type: ignore[arg-type]
    page.goto(window.home)
    sentence(page, signing_in.ENDED[0])
    copied.close()


def test_an_unverified_address_names_nobody_and_neither_does_another_providers_word(
    browser: Browser, window: Visitor
) -> None:
    window.visit("/")
    sentence(sign_in(window, "house", "fake"), signing_in.NO_RULE[0])
    second = visitor(browser, window.home, "light", 1280)
    second.visit("/")
    sentence(sign_in(second, "guests", "nora"), signing_in.NO_RULE[0])
    second.page.context.close()


def test_a_token_that_ran_out_ends_the_visit(window: Visitor) -> None:
    window.visit("/")
    page = sign_in(window, "guests", "guest")
    expect(page.get_by_text(f"{WHO} guest@example.com")).to_be_visible()
    # Each look asks anew; before long one of them comes after the token has run out.
    for _ in range(200):
        if page.locator("h1").inner_text() == signing_in.ENDED[0]:
            break
        page.goto(f"{window.home}/methods")
        page.locator(AT_REST).wait_for(state="attached")
    sentence(page, signing_in.ENDED[0])


@pytest.mark.proof
def test_sign_ins_of_before_a_moment_end_in_every_tab_once_the_file_says_so(
    window: Visitor, team: Team
) -> None:
    window.visit("/")
    page = sign_in(window, "house", "nora")
    expect(page.get_by_text(f"{WHO} nora@example.com")).to_be_visible()
    before = team.rights.read_text(encoding="utf-8")
    team.rights.write_text(f"revoked_before = 2100-01-01T00:00:00Z\n{before}", encoding="utf-8")
    try:
        page.goto(f"{window.home}/methods")
        sentence(page, signing_in.ENDED[0])
    finally:
        team.rights.write_text(before, encoding="utf-8")

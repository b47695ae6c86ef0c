"""A file of rights, read: what is in it, and one line for each fault, by which nobody gets anything."""

from __future__ import annotations

import os
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hiring.access.rights import reading
from hiring.access.rights.reading import RightsError, rights_of
from hiring.access.rights.rules import Mail, Members, Person, Role, Whose

GOOD = """
issuer = "https://login.example.com"
revoked_before = 2026-06-30T18:00:00Z

[sessions]
idle_minutes = 30

[[rule]]   # the north
name = "Sales leaders of the north"
role = "sales leader"
group = "north"
regions = ["North", "Far north"]
role_profiles = "all"
interviewers = "others"

[[rule]]
name = "Ada"
role = "manager"
person = "u-1"
employee = "E1"
revoked_before = 2026-07-01T00:00:00+02:00

[[rule]]
name = "Kim keeps"
role = "keeper"
email = "Kim@Example.com"
issuer = "https://other.example.com"
"""


def test_a_file_is_read_whole() -> None:
    rights = rights_of("rights.toml", GOOD)
    assert (rights.idle_minutes, rights.longest_hours) == (30, 12)
    assert rights.revoked_before == datetime(2026, 6, 30, 18, tzinfo=UTC)
    north, ada, kim = rights.rules
    assert (north.role, north.who, north.line) == (
        Role.SALES_LEADER,
        Members("https://login.example.com", "north"),
        8,
    )
    assert (north.regions, north.role_profiles, north.interviewers) == (
        ("North", "Far north"),
        "all",
        Whose.OTHERS,
    )
    assert (ada.who, ada.employee) == (Person("https://login.example.com", "u-1"), "E1")
    assert ada.revoked_before == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert (kim.role, kim.who) == (Role.KEEPER, Mail("https://other.example.com", "kim@example.com"))


HEAD = 'issuer = "https://login.example.com"\n[[rule]]\nname = "One"\n'
PLACES = 'regions = "all"\nrole_profiles = "all"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["rights.toml · found no rule · wanted at least one [[rule]]"]),
        ("a = = 1\n", ["found no TOML", "line 1"]),
        (HEAD + 'role = "hr"\nperson = "u"\n' + PLACES, ["line 4 · found role 'hr'", "HR, manager"]),
        (HEAD + f'role = "HR"\npeson = "u"\n{PLACES}', ["line 5 · found the key 'peson'"]),
        (
            HEAD + f'role = "HR"\n{PLACES}',
            ["line 2 · found none of person, email, group · wanted exactly one"],
        ),
        (
            HEAD + f'role = "HR"\nperson = "u"\ngroup = "g"\n{PLACES}',
            ["line 2 · found person and group of person, email, group"],
        ),
        (HEAD + 'role = "HR"\ngroup = "g"\nregions = "all"\n', ["found no role_profiles · wanted a list"]),
        (
            HEAD + 'role = "HR"\ngroup = "g"\nregions = []\nrole_profiles = "all"\n',
            ["line 6 · found regions []"],
        ),
        (
            HEAD + 'role = "HR"\ngroup = "g"\nregions = "North"\nrole_profiles = "all"\n',
            ["line 6 · found regions"],
        ),
        (HEAD + 'role = "HR"\ngroup = "g"\nregions = ["N", 3]\nrole_profiles = "all"\n', ["line 6"]),
        (HEAD + 'role = "manager"\ngroup = "g"\nregions = "all"\n', ["line 6 · found regions for manager"]),
        (HEAD + 'role = "manager"\ngroup = "g"\nemployee = "E1"\n', ["line 6 · found employee beside group"]),
        (HEAD + f'role = "HR"\nperson = "u"\nemployee = "E"\n{PLACES}', ["line 6 · found employee for HR"]),
        (HEAD + 'role = "keeper"\nperson = "u"\ninterviewers = "all"\n', ["line 6 · found all for keeper"]),
        (
            HEAD + f'role = "meeting"\nperson = "u"\ninterviewers = "all"\n{PLACES}',
            ["line 6 · found all for meeting"],
        ),
        (HEAD + f'role = "HR"\nperson = "u"\ninterviewers = "own"\n{PLACES}', ["line 6 · found own for HR"]),
        (HEAD + 'role = "manager"\nemail = "ada"\n', ["line 5 · found 'ada' · wanted one address"]),
        (HEAD + 'role = "manager"\nperson = ""\n', ["line 5 · found person ''"]),
        (HEAD + 'role = "manager"\nperson = " u"\n', ["line 5 · found person ' u'"]),
        (HEAD + 'role = "manager"\nperson = 12\n', ["line 5 · found person 12"]),
        (HEAD + 'role = "keeper"\nperson = "u"\nrevoked_before = 2026-01-01\n', ["line 6", "with its zone"]),
        (HEAD + 'role = "keeper"\nperson = "u"\nrevoked_before = 2026-01-01T10:00:00\n', ["line 6"]),
        (
            HEAD + 'role = "keeper"\nperson = "u"\n[[rule]]\nname = "One"\nrole = "manager"\nperson = "v"\n',
            ["line 6 · found the name of the rule of line 2 again"],
        ),
        (
            HEAD + 'role = "keeper"\nperson = "u"\n[[rule]]\nname = "Two"\nrole = "keeper"\nperson = "u"\n',
            ["line 6 · found the person or group of line 2 again"],
        ),
        ('[[rule]]\nname = "One"\nrole = "keeper"\nperson = "u"\n', ["line 1 · found no issuer"]),
        (
            'issuer = "login"\n[[rule]]\nname = "One"\nrole = "keeper"\nperson = "u"\n',
            ["line 1 · found 'login'"],
        ),
        ("sessions = 3\n" + HEAD + 'role = "keeper"\nperson = "u"\n', ["line 1 · found 3 · wanted a table"]),
        (
            HEAD + 'role = "keeper"\nperson = "u"\n[sessions]\nidle_minutes = 0\n',
            ["line 7 · found idle_minutes 0"],
        ),
        (HEAD + 'role = "keeper"\nperson = "u"\n[sessions]\nidle_minutes = true\n', ["line 7"]),
        (HEAD + 'role = "keeper"\nperson = "u"\n[sessions]\nidle = 4\n', ["line 7 · found the key 'idle'"]),
        ('rule = "x"\n', ["line 1 · found no rule"]),
    ],
)
def test_a_fault_is_one_line_with_its_place(text: str, said: list[str]) -> None:
    with pytest.raises(RightsError) as error:
        rights_of("rights.toml", text)
    line = error.value.lines[0]
    assert line.startswith("rights.toml · ")
    assert "\n" not in line
    assert all(word in line for word in said), line


def test_every_fault_is_told_at_once() -> None:
    text = HEAD + 'role = "HRR"\nperson = 3\ncolour = "red"\n'
    with pytest.raises(RightsError) as error:
        rights_of("rights.toml", text)
    assert [line.split(" · ")[1] for line in error.value.lines] == ["line 6", "line 4", "line 5"]


def test_lines_are_right_where_another_table_is_spelt_like_a_rule() -> None:
    text = HEAD.replace('"One"', '"""\n[[rule]]\n"""') + 'role = "keeper"\nperson = "u"\n'
    with pytest.raises(RightsError) as error:
        rights_of("rights.toml", text)
    assert [line.split(" · ")[1:3] for line in error.value.lines] == [["line 3", r"found name '[[rule]]\n'"]]


@pytest.mark.parametrize("kind", ["missing", "folder", "bytes"])
def test_what_is_no_file_of_text_is_told_in_one_line(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    if kind == "folder":
        path.mkdir()
    if kind == "bytes":
        path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RightsError) as error:
        reading.read(path)
    assert len(error.value.lines) == 1
    assert "rights.toml" in error.value.lines[0]
    assert str(tmp_path) not in error.value.lines[0]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text(GOOD)
    (tmp_path / "rights.toml").symlink_to(tmp_path / "real.toml")
    assert len(reading.read(tmp_path / "rights.toml").rules) == 3


def test_the_example_of_the_documents_is_read() -> None:
    text = (Path(__file__).parents[3] / "docs" / "deployment.md").read_text(encoding="utf-8")
    example = text.partition("<!-- rights.toml -->")[2].partition("```toml")[2].partition("```")[0]
    rights = rights_of("rights.toml", textwrap.dedent(example))
    assert [str(rule.role) for rule in rights.rules] == [
        "sales leader",
        "HR",
        "manager",
        "manager",
        "meeting",
        "interviewer",
        "keeper",
    ]


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_a_file_that_every_account_may_write_gives_nobody_anything(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0o646)
    with pytest.raises(
        RightsError, match=r"^rights\.toml · found a file every account may write · wanted one for"
    ):
        reading.read(path)
    path.chmod(0o640)
    assert len(reading.read(path).rules) == 3

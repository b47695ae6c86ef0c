"""No pattern can lose itself in what a file holds: by its shape, and by the clock.

A matcher that goes back tries every way in which a pattern fits a text before it says that none does. Where two
quantifiers can share a text there are as many ways as letters, where a loop can be gone round in two ways there are
two to the power of them, and 298 bytes stop a server that no signal ends. DuckDB's own matcher never goes back; the
same SQL runs on Spark, whose matcher does, so its patterns are held to the same.
"""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from helpers import breadth
from laws.patterns.finding import Pattern, found_in, once
from laws.patterns.growth import Subject, faults_of
from laws.patterns.shapes import fault_of
from laws.patterns.texts import hostile
from laws.patterns.trees import UnreadError, tree_of
from laws.patterns.ways import Automaton
from laws.reading import ROOT, keep, written

WAY_OUT = "plain string work, or a possessive quantifier (`a*+`) where that means the same"


def patterns_are_found(root: Path) -> list[str]:
    return list(found_in(root).faults)


def patterns_have_one_way(root: Path) -> list[str]:
    return [
        f"{pattern.where}: {pattern.text}: {fault}; {WAY_OUT}"
        for pattern in once(found_in(root).patterns)
        if (fault := _shape_fault(pattern))
    ]


def _shape_fault(pattern: Pattern) -> str:
    try:
        return fault_of(pattern.for_re, pattern.flags, pattern.is_bytes, pattern.is_searched)
    except (UnreadError, re.error) as error:
        return f"cannot be judged ({error}): write it plainer, or teach tests/laws/patterns/trees.py"


def patterns_keep_pace(root: Path) -> list[str]:
    patterns = once(found_in(root).patterns)
    caught = faults_of([_subject(pattern) for pattern in patterns])
    return [f"{patterns[at].where}: {patterns[at].text}: {fault}; {WAY_OUT}" for at, fault in caught.items()]


def _subject(pattern: Pattern) -> Subject:
    text, flags, is_bytes = pattern.for_re, pattern.flags, pattern.is_bytes
    automaton = Automaton(tree_of(text, flags, is_bytes), text, is_bytes)
    return Subject(text, flags, is_bytes, pattern.methods, hostile(automaton))


LAWS = (patterns_are_found, patterns_have_one_way, patterns_keep_pace)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


def test_the_patterns_of_every_kind_of_place_are_found() -> None:
    found = {(pattern.where.partition(":")[0], pattern.text) for pattern in found_in(ROOT).patterns}
    assert {
        ("hiring/loading/dialect.py", r"\r\n|\n|\r"),  # a name of its module
        ("hiring/loading/scanning.py", r"\r\n|\n|\r"),  # bytes, in the call itself
        ("hiring/warehouse/sql_files.py", r"\bhires_in_scope\b"),  # what a loop over constants puts in
        ("hiring/warehouse/unsaid.py", r"(?<![^\W_])word(?![^\W_])"),  # an escaped word
        ("hiring/mapping/select.py", "^''[-+=@]".replace("''", "'")),  # SQL that Python writes
        ("queries/marts/names_spelt.sql", r"[^\p{L}]+"),
        ("queries/staging/stg_quotas.sql", "^[A-Z]{3}$"),
    } <= found


def test_every_pattern_of_sql_is_one_to_duckdb() -> None:
    with duckdb.connect() as connection:
        for pattern in once(found_in(ROOT).patterns):
            if pattern.is_sql:
                connection.execute("select regexp_matches('a', ?)", [pattern.text]).fetchone()


# A pattern, how it is used: each was in this project, or is known for it.
BAD = [
    (
        rb"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|body)\b".decode(),
        re.S,
        "match",
    ),
    (r"[^\d\s@]+[\s,]+[^\d@]*[^\d\s@]", 0, "fullmatch"),
    (r"\s*(?:;|\||\s&\s|\s+and\s+)\s*", 0, "split"),
    (r"(?i)records?\s*:?\s*[\d,.]+", 0, "fullmatch"),
    (r"(?i)\(?\b([\d][\d,.]*)\s+(?:records|rows)\b", 0, "search"),
    (r"[*:†↑↓]+$", 0, "sub"),
    (r"(a+)+b", 0, "match"),
    (r"(a*)*b", 0, "match"),
    (r"(a*a)*b", 0, "match"),
    (r"(a|a)*b", 0, "match"),
    (r"(a|aa)+$", 0, "fullmatch"),
    (r"(a|ab|b)*c", 0, "match"),
    (r"(x?y*)*z", 0, "match"),
    (r"(a{1,2})*b", 0, "match"),
    (r"(?i)(?:k|\u212a)*x", 0, "match"),
    (r"\s*\n\s*", 0, "sub"),
    (r"\s+$", 0, "search"),
    (r".*.*x", 0, "match"),
    (r"\w+\d+x", 0, "match"),
    (r"a*a*+b", 0, "match"),
    (r"a.*b", 0, "search"),
    (r"<[^>]*>", 0, "findall"),
    (r"[a-z]+@", 0, "finditer"),
]
GOOD = [
    (r"a+b+", 0, "fullmatch"),
    (r"(?:a|b)*c", 0, "match"),
    (r"(?:ab)*c", 0, "match"),
    (r"\d+(?:\.\d+)?x", 0, "match"),
    (r"\s++\S+", 0, "match"),
    (r"(?>\s+)\s*x", 0, "match"),
    (r"\s+", 0, "sub"),
    (r"^\s+$", 0, "search"),
    (r"<[^<>]*>", 0, "findall"),
    (r"[^,]*,", 0, "match"),
    (r'(?: [a-z]++="[^"]*+")*+>', 0, "match"),
    (r"(?i)[^\W\d_]*+\d*x", 0, "match"),
    (r"\d{1,2}[-/]\d{1,2}[-/]\d{4}", 0, "search"),
]


@pytest.mark.parametrize(("text", "flags", "method"), BAD)
def test_a_pattern_that_can_lose_itself_is_refused(text: str, flags: int, method: str) -> None:
    assert _shape_fault(Pattern("", text, (method,), flags))


@pytest.mark.parametrize(("text", "flags", "method"), GOOD)
def test_a_pattern_of_one_way_is_taken(text: str, flags: int, method: str) -> None:
    assert _shape_fault(Pattern("", text, (method,), flags)) == ""


def test_the_clock_tells_them_apart_too() -> None:
    # Each is run until it is caught.
    some = breadth.some([BAD[0], BAD[6], BAD[-1]], [*BAD[:3], *BAD[6:8], *BAD[-2:]])
    subjects = [_subject(Pattern("", text, (method,), flags)) for text, flags, method in some + GOOD]
    assert sorted(faults_of(subjects)) == list(range(len(some)))


def test_what_cannot_be_read_is_said() -> None:
    assert "a reference back" in _shape_fault(Pattern("", r"(a)\1", ("match",)))


BROKEN = [
    (patterns_have_one_way, "hiring/a.py", 'import re\nA = re.compile(r"(a+)+b")\n'),
    (patterns_have_one_way, "hiring/a.py", 'import re\nA = re.compile(rb"(a+)+b")\n'),
    (patterns_have_one_way, "pages/a.py", 'import re as r\ndef show(x):\n    r.match("(a+)+b", x)\n'),
    (patterns_have_one_way, "hiring/a.py", 'import re\nP = "a+"\nA = re.compile(rf"({P})+b")\n'),
    (
        patterns_have_one_way,
        "hiring/a.py",
        'import re\nS = ("a", "b+b+")\ndef f(x):\n    return [s for s in S if re.match(s, x)]\n',
    ),
    (patterns_have_one_way, "hiring/a.py", 'import re\ndef f(x):\n    re.sub(r"\\s+$", "", x)\n'),
    (patterns_have_one_way, "hiring/a.py", "SQL = \"select regexp_matches(a, '(a+)+b') from x\"\n"),
    (
        patterns_have_one_way,
        "queries/marts/a.sql",
        "select regexp_replace(trim(a), '(a+)+b', '', 'g') as a\n",
    ),
    (patterns_have_one_way, "data/mappings/a.toml", '[columns.a]\npattern = "(a+)+b"\n'),
    (patterns_are_found, "hiring/a.py", "import re\ndef f(p, x):\n    return re.search(p, x)\n"),
    (patterns_are_found, "hiring/a.py", "from re import search\n"),
    (patterns_are_found, "hiring/a.py", 'def f(p):\n    return f"regexp_matches(a, {p})"\n'),
    (patterns_are_found, "hiring/a.py", 'def f(frame):\n    return frame.a.str.contains("x")\n'),
    (patterns_are_found, "queries/marts/a.sql", "select a similar to 'a+' as a\n"),
]


@pytest.mark.parametrize(("law", "name", "text"), BROKEN)
def test_a_broken_law_of_patterns_is_seen(law, name: str, text: str, tmp_path: Path) -> None:
    assert len(law(written(tmp_path, {name: text}))) == 1

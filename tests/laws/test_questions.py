"""Every question is asked, every asked question is there, and none forgets the filters or the viewer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from laws.reading import ROOT, Module, Query, keep, modules, queries, written

SCOPE = ("hires_in_scope", "applications_in_scope", "openings_in_scope")
#: These heed the viewer alone: who starts from them says which filters it ignores and why.
VIEWERS_SCOPE = ("people_in_scope", "logins_in_scope", "hire_in_scope")
#: What the rows of a question are about; whoever reads the header knows what to keep from whom.
ABOUT = ("people", "each", "counts", "company", "estimates", "confined", "rights")
#: Marts that hold what stood in the files as it stood there, of whatever region.
OF_THE_FILES = ("files_read", "rows_set_aside", "notes", "columns_not_loaded", "words_read")
#: Columns that name a person.
NAMES = ("full_name", "plain_name", "email", "work_email", "owner_name", "interviewer_name", "employee_name")


def _questions(root: Path) -> list[Query]:
    return [q for q in queries(root) if q.layer == "questions" and q.path.stem not in SCOPE + VIEWERS_SCOPE]


def _calls_of_ask(module: Module) -> Iterator[ast.Call]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in ("ask", "for_estimates", "for_rights") and node.args:
                yield node


def _asked(root: Path) -> Iterator[tuple[str, str]]:
    for module in modules(root):
        for call in _calls_of_ask(module):
            name = call.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield f"{module.where}:{call.lineno}", name.value


def every_question_is_asked(root: Path) -> list[str]:
    asked = {name for _, name in _asked(root)}
    return [
        f"{q.where}: nobody asks it; ask it or remove it" for q in _questions(root) if q.name not in asked
    ]


def every_asked_question_is_there(root: Path) -> list[str]:
    names = {query.name for query in _questions(root)}
    return [
        f"{where}: asks {name!r}, which is not in queries/questions"
        for where, name in _asked(root)
        if name not in names
    ]


def pages_ask_in_plain_words(root: Path) -> list[str]:
    """A name put together at run time escapes the two laws above."""
    return [
        f"{module.where}:{call.lineno}: ask takes the question's name as it is written in queries/questions"
        for module in modules(root)
        if module.path.parts[0] == "pages"
        for call in _calls_of_ask(module)
        if not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]


def every_question_heeds_the_scope(root: Path) -> list[str]:
    """It reads what filters and viewer let through, or says in its header what it ignores and why."""
    faults = []
    for query in _questions(root):
        reads = {table for schema, table in query.reads() if not schema}
        ignores = [line for line in query.header if line.startswith("ignores:")]
        if not reads & set(SCOPE) and not ignores:
            faults.append(f"{query.where}: reads none of {', '.join(SCOPE)} and says no -- ignores: …")
        faults += [
            f"{query.where}: -- {line}: says no because" for line in ignores if ", because " not in line
        ]
    return faults


def _said(query: Query, word: str) -> list[str]:
    return [line.removeprefix(f"{word}:").strip() for line in query.header if line.startswith(f"{word}:")]


def _columns(query: Query) -> set[str]:
    """What the answer's columns are called; a star where the select says no names."""
    return {name for one in query.statements() if one is not None for name in one.named_selects}


def every_question_declares_its_rows(root: Path) -> list[str]:
    """People by name, single people for sums, groups with a column of sizes, or the company as a whole: one of them."""
    faults = []
    for query in _questions(root):
        said = [word for word in ABOUT if _said(query, word)]
        if len(said) != 1:
            faults.append(f"{query.where}: says {' and '.join(said) or 'none'} of {', '.join(ABOUT)}")
        columns = _columns(query)
        faults += [
            f"{query.where}: -- counts: {sizes}: no column of the answer is called so"
            for sizes in _said(query, "counts")
            if sizes not in columns
        ]
        if "people" not in said and columns & set(NAMES):
            faults.append(f"{query.where}: names people and does not say -- people: …")
    return faults


def what_stood_in_the_files_is_declared_raw(root: Path) -> list[str]:
    """Such cells belong to no region: only a question that lists them in its header can have them kept back."""
    faults = []
    for query in _questions(root):
        reads = {table for schema, table in query.reads() if schema == "marts"}
        if reads & set(OF_THE_FILES) and not _said(query, "raw"):
            faults.append(f"{query.where}: reads what stood in the files and says no -- raw: …")
        for word in ("raw", "hides", "groups", "confined"):
            for listed in _said(query, word):
                named = {name.strip() for name in listed.partition(";")[0].split(",")}
                unknown = sorted(named - _columns(query)) if "*" not in _columns(query) else []
                faults += [f"{query.where}: -- {word}: {name}: no column of the answer" for name in unknown]
    return faults


#: Who takes rows for estimates through the door that heeds no right, and who hands them to the fit.
FITTERS = tuple(
    f"hiring/{name}.py"
    for name in (
        *(
            "access/viewer",
            "warehouse/asking",
            "warehouse/evidence/making",
            "serving/session",
            "serving/evidence",
        ),
        *("command_line/asking", "command_line/filters", "statistics/company", "statistics/evidence/frames"),
    )
)


def rows_for_estimates_go_to_nobody_else(root: Path) -> list[str]:
    """They heed no right: a page that took them itself could show them."""
    return [
        f"{module.where}:{node.lineno}: takes rows for estimates; take the company's evidence and choose rows of it"
        for module in modules(root)
        if module.where not in FITTERS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and "for_estimates" in (getattr(node, "id", ""), getattr(node, "attr", ""))
    ]


LAWS = (
    rows_for_estimates_go_to_nobody_else,
    every_question_declares_its_rows,
    what_stood_in_the_files_is_declared_raw,
    every_question_is_asked,
    every_asked_question_is_there,
    pages_ask_in_plain_words,
    every_question_heeds_the_scope,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_project_keeps(law) -> None:
    keep(law(ROOT))


QUESTION = "queries/questions/sources/hires_by_source.sql"
HEEDS = "-- How many hires came from each source?\n-- company: a\nselect source from hires_in_scope order by source\n"
FORGETS = "-- How many hires came from each source?\nselect source from marts.hires order by source\n"
PAGE = "pages/sources.py"
RAW = HEEDS.replace("hires_in_scope", "marts.words_read")
BROKEN = [
    (every_question_declares_its_rows, {QUESTION: HEEDS.replace("-- company: a\n", "")}),
    (every_question_declares_its_rows, {QUESTION: HEEDS.replace("company: a", "company: a\n-- people: b")}),
    (every_question_declares_its_rows, {QUESTION: HEEDS.replace("company: a", "counts: count_hires")}),
    (
        every_question_declares_its_rows,
        {QUESTION: HEEDS.replace("select source", "select source, full_name")},
    ),
    (what_stood_in_the_files_is_declared_raw, {QUESTION: RAW}),
    (
        what_stood_in_the_files_is_declared_raw,
        {QUESTION: RAW.replace("company: a", "company: a\n-- raw: given")},
    ),
    (every_question_is_asked, {QUESTION: HEEDS, PAGE: "ask('sources/cost_by_source')"}),
    (every_asked_question_is_there, {PAGE: "session.ask('sources/hires_by_source', a=1)"}),
    (pages_ask_in_plain_words, {PAGE: "ask(f'sources/{name}')"}),
    (rows_for_estimates_go_to_nobody_else, {PAGE: "session.for_estimates('evidence/hires')"}),
    (every_question_heeds_the_scope, {QUESTION: FORGETS}),
    (
        every_question_heeds_the_scope,
        {QUESTION: FORGETS.replace("\n", "\n-- ignores: all filters.\n", 1)},
    ),
]


@pytest.mark.parametrize(("law", "files"), BROKEN)
def test_a_broken_law_of_questions_is_seen(law, files: dict[str, str], tmp_path: Path) -> None:
    assert len(law(written(tmp_path, files))) == 1


def test_questions_that_heed_or_say_what_they_ignore_break_no_law(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        {
            QUESTION: HEEDS,
            "queries/questions/shared/hires_in_scope.sql": "-- Hires in scope.\nselect a from marts.hires",
            "queries/questions/data/files.sql": "-- Which files?\n-- ignores: all filters, because of a.\n"
            "-- company: a\n-- raw: file; as it is called\nselect file from marts.files_read order by file",
            PAGE: "def show():\n    ask('sources/hires_by_source')\n    session.ask('data/files')\n",
        },
    )
    assert [fault for law in LAWS for fault in law(root)] == []

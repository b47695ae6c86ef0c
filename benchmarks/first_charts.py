"""`python -m benchmarks.first_charts`: from twelve companies' own files to their first chart, as a person would go.

Each form of the page Map a file stands first as the page fills it; what is not there or wrong is put right by what the
script knows to be true, and counts as answered by hand. Then the build, Identity match in one go, and the page that
draws. Printed for each company: files, answers suggested right, wrong, not, clicks, rows lost, and whether hires and
revenue are the true ones.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.util import calc_hash

from benchmarks.beginning.answers import given, told
from benchmarks.beginning.companies import RATES, Truth, company
from benchmarks.beginning.specs import Sheet, spec_of
from hiring.identity import decisions, suggesting, sure
from hiring.identity.decisions import Decision
from hiring.loading.settings import company_settings
from hiring.mapping import drafting, own, wizard
from hiring.mapping.asking import Ask
from hiring.mapping.facts import Facts
from hiring.mapping.wizard import Answers, Question
from hiring.mapping.writing import mapping_text, preset_from
from hiring.serving import session
from hiring.warehouse import answering, pointer, previewing, surveying
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.build import BuildResult, Request, build

ROOT = Path(__file__).parents[1]
TODAY, WHO = date(2026, 1, 15), "Hana Recruiter"
RIGHT, WRONG, NOT = "right", "wrong", "not"
#: A form opened and saved, and the way back; a choice from a list; a mark; files sent at once; a build.
FORM, CHOICE, MARK, SENT, BUILT, CONFIRMED, OPENED = 3, 2, 1, 3, 1, 3, 1
MOST_BUILDS = 6


@dataclass
class Walk:
    """What came of one company's way."""

    number: int
    folder: Path
    truth: Truth
    answers: Counter[str] = field(default_factory=Counter)
    clicks: int = SENT
    notes: list[str] = field(default_factory=list)
    lost: int = 0
    found: dict[str, str] = field(default_factory=dict)

    def asked(
        self, sheet: Sheet, question: Question, suggested: tuple[str, ...], true: tuple[str, ...]
    ) -> None:
        """Count one question: as suggested, put right, or filled in."""
        if set(suggested) == set(true):
            self.answers[RIGHT] += bool(true) or question.kind not in ("column", "meaning")
            return
        how = WRONG if suggested and suggested != ("",) else NOT
        self.answers[how] += 1
        self.clicks += (MARK if question.kind == "told" else CHOICE) * max(1, len(set(true) ^ set(suggested)))
        about = f"{question.table or ''} {question.about} {question.word}".strip()
        self.notes.append(f"{how}: {sheet.file}: {question.kind} {about}: {suggested} for {true}")


def mapped(walk: Walk, sheet: Sheet) -> None:
    """Answer the form of one file and save it."""
    presets, facts = own.every(walk.folder), surveying.survey(walk.folder, sheet.file)
    question = wizard.table_question(presets, facts)
    true = given(sheet, facts, question, Answers())
    walk.asked(sheet, question, tuple(filter(None, (question.likely,))), true)
    answers = Answers(true[0])
    walk.clicks += FORM
    for one in wizard.first_questions(presets, facts, answers):
        answers = _answer(walk, sheet, facts, answers, one)
    for table in wizard.tables_of(answers):
        for one in wizard.column_questions(presets, facts, table, answers):
            answers = _answer(walk, sheet, facts, answers, one)
    for table in wizard.tables_of(answers):
        for one in wizard.word_questions(presets, facts, answers, table):
            answers = _answer(walk, sheet, facts, answers, one)
        for one in wizard.people_questions(facts, answers, table):
            answers = _answer(walk, sheet, facts, answers, one)
    _saved(walk, sheet, facts, _cells(walk, sheet, facts, answers))


def _answer(walk: Walk, sheet: Sheet, facts: Facts, answers: Answers, question: Question) -> Answers:
    true = given(sheet, facts, question, answers)
    likely = question.joined if question.several else (question.likely,)
    walk.asked(sheet, question, tuple(filter(None, likely)), true)
    return wizard.answered(answers, question, *true)


def _cells(walk: Walk, sheet: Sheet, facts: Facts, answers: Answers) -> Answers:
    """What the cells leave open, answered once, as the page asks it."""
    for ask in _seen(walk, sheet, facts, answers).asks:
        question = wizard.cell_question(ask)
        true = told(sheet, ask, spec_of(walk.number))
        walk.asked(sheet, question, (), (true,))
        answers = wizard.answered(answers, question, true)
    return answers


def _seen(walk: Walk, sheet: Sheet, facts: Facts, answers: Answers) -> previewing.Preview:
    presets, settings = own.every(walk.folder), company_settings(walk.folder)
    drafted = preset_from(drafting.draft(facts, answers))
    return previewing.preview(walk.folder, sheet.file, (*presets, drafted), settings, TODAY)


def _saved(walk: Walk, sheet: Sheet, facts: Facts, answers: Answers) -> None:
    seen = _seen(walk, sheet, facts, answers)
    still = wizard.open_questions(own.every(walk.folder), facts, answers, seen.asks)
    walk.lost += seen.count_set_aside
    walk.notes += [f"set aside: {one}" for one in seen.set_aside[:3]]
    if seen.trouble or still or not seen.loaded:
        why = seen.trouble or [f"{one.kind} {one.about} {one.word}" for one in still] or "no row"
        walk.notes.append(f"STOPPED: {sheet.file} cannot be saved: {why}")
        return
    name = own.name_for(sheet.file)
    own.save(walk.folder, name, mapping_text(drafting.draft(facts, answers, name)), replaces=True)


def built(walk: Walk) -> BuildResult:
    """Build, and answer what it asks, until it is served or refused."""
    for _ in range(MOST_BUILDS):
        walk.clicks += BUILT
        result = build(
            Request(walk.folder, walk.folder.parent / "warehouse", clock=TODAY, wait=lambda _: None)
        )
        if result.is_good or not result.questions:
            return result
        for question in result.questions:
            sheet = next(
                (one for one in spec_of(walk.number).sheets if one.file == question.message.file), None
            )
            ask = Ask(question.key, question.message, question.choices)
            choice = told(sheet, ask, spec_of(walk.number))
            walk.notes.append(f"asked by the build: {question.key}: {choice}")
            walk.answers[NOT] += 1
            walk.clicks += 2 * MARK
            answering.write(walk.folder, question.line(TODAY), choice, WHO, TODAY)
    return result


def matched(walk: Walk, folder: Path) -> int:
    """Confirm in one go whom the name alone tells; gives how many."""
    warehouse = Warehouse(folder)
    viewer = warehouse.viewer()
    unmatched, people, by_name, by_id = (
        warehouse.ask(f"identity/{one}", viewer, {})
        for one in ("unmatched", "employees", "pairs_by_name", "pairs_by_address_or_id")
    )
    found = sure.pairs(suggesting.suggestions(unmatched, people, by_name, by_id, ()))
    if found:
        walk.clicks += CONFIRMED
        decisions.append_all(walk.folder, [Decision(*one.ids, True, WHO, TODAY) for one in found])
    return len(found)


_FOUND = """
select 'hires' as what, '' as name, count(*) as value from marts.hires
union all
select 'revenue', people.full_name, cast(sum(credits.amount) as double)
from marts.credits inner join marts.people on credits.employee_id = people.employee_id group by people.full_name
union all
select 'quota', people.full_name, cast(sum(quotas.amount) as double)
from marts.quotas inner join marts.people on quotas.person_id = people.person_id group by people.full_name
union all
select 'applications', '', count(*) from marts.applications
union all
select 'currency ' || base_currency, '', 1 from marts.company
"""


def agrees(walk: Walk, folder: Path) -> dict[str, str]:
    """What the warehouse says beside what is true: hires, applications, revenue and quotas by seller."""
    with duckdb.connect(str(pointer.served(folder)), read_only=True) as connection:
        rows = connection.execute(_FOUND).fetchall()
    base = next(what.split()[1] for what, _, _ in rows if what.startswith("currency"))
    rates = {code: RATES[code] / RATES[base] for code in spec_of(walk.number).currencies}
    revenue: dict[str, float] = defaultdict(float)
    for (owner, code), total in walk.truth.revenue.items():
        revenue[owner] += total * rates[code]
    said = {what: {name: value for one, name, value in rows if one == what} for what in ("revenue", "quota")}
    counts = {what: int(value) for what, name, value in rows if what in ("hires", "applications")}
    return {
        "hires": f"{counts['hires']} of {walk.truth.hires}",
        "applications": f"{counts['applications']} of {walk.truth.applications}",
        "revenue": _alike(said["revenue"], revenue),
        "quotas": _alike(said["quota"], walk.truth.quotas),
    }


def _alike(found: Mapping[str, float], true: Mapping[str, float]) -> str:
    """For how many sellers the sum is right, to a thousandth, and which share of the whole is there."""
    right = sum(abs(found.get(name, 0) - total) <= total / 1000 for name, total in true.items())
    return f"{right} of {len(true)} sellers, {sum(found.values()) / sum(true.values()):.1%}"


class _OpenedManager(PagesManager):
    """As on a server whose front door has been opened: before that, Streamlit takes `pages/` for the menu itself."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        PagesManager.uses_pages_directory = False


def drawn(walk: Walk, folder: Path) -> dict[str, str]:
    """What Overview leads with and how many figures Outcomes draws, as a browser would be served."""
    os.environ |= {"HIRING_EXPORTS": str(walk.folder), "HIRING_WAREHOUSE": str(folder)}
    session.warehouse.clear()
    app_test.PagesManager = _OpenedManager
    told = {}
    for name in ("overview", "outcomes"):
        at = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120)
        at._page_hash = calc_hash(name)  # noqa: SLF001 (by its address, as a browser asks)
        at.run()
        broken = f"BROKEN: {at.exception[0].message} " if at.exception else ""
        told[name] = (
            f"{broken}{at.title[0].value if at.title else ''} ({len(at.get('plotly_chart'))} figures)"
        )
    return told


def walked(number: int, place: Path) -> Walk:
    """Go a company's whole way."""
    folder = place / str(number) / "exports"
    walk = Walk(number, folder, company(number, folder))
    for sheet in sorted(
        spec_of(number).sheets, key=lambda one: ("hr", "rates", "crm", "ats", "quota").index(one.kind)
    ):
        mapped(walk, sheet)
    result = built(walk)
    walk.notes += [str(one) for one in result.messages[:5]] if not result.is_good else []
    walk.lost += len(result.set_aside)
    walk.notes += [f"lost: {one}" for one in result.set_aside[:3]]
    if result.is_good:
        count = matched(walk, folder.parent / "warehouse")
        result = built(walk) if count else result
        walk.notes.append(f"matched {count} by name")
        walk.clicks += OPENED
        walk.found = agrees(walk, folder.parent / "warehouse") | drawn(walk, folder.parent / "warehouse")
    return walk


_LINE = "{:>3} {:>5} {:>9} {:>6} {:>6} {:>5} {:>7} {:>5} {:>9} {:>9} {:>8}  {}"


def line_of(walk: Walk, seconds: float) -> str:
    """What came of a company in one line."""
    counts = [walk.answers[how] for how in (RIGHT, WRONG, NOT)]
    files = len(spec_of(walk.number).sheets)
    found = [walk.found.get(what, "none") for what in ("hires", "revenue", "quotas", "overview", "outcomes")]
    said = [
        *(walk.number, files, sum(counts), *counts, walk.clicks, walk.lost),
        *(found[0], f"{seconds:.0f} s", spec_of(walk.number).names, " · ".join(found[1:])),
    ]
    return _LINE.format(*said)


def main() -> None:
    """Print a line a company, and what was put right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_charts", description=__doc__)
    parser.add_argument("companies", nargs="*", type=int, default=list(range(1, 13)))
    parser.add_argument("--notes", action="store_true", help="each answer that was not as suggested")
    arguments = parser.parse_args()
    heads = ("", "files", "questions", RIGHT, WRONG, NOT, "clicks", "lost", "hires", "machine", "names")
    print(_LINE.format(*heads, "revenue · quotas · Overview · Outcomes"), flush=True)
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for number in arguments.companies:
            begun = time.process_time()
            walk = walked(number, Path(name))
            totals += walk.answers
            print(line_of(walk, time.process_time() - begun), flush=True)
            print("".join(f"      {note}\n" for note in walk.notes) if arguments.notes else "", end="")
    shares = ", ".join(f"{how} {totals[how] / totals.total():.1%}" for how in (RIGHT, WRONG, NOT))
    print(f"{totals.total()} questions: {shares}")


if __name__ == "__main__":
    main()

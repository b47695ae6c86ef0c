"""Next week's exports with the same headers need nobody; a header that changed is told by its columns' names."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import BASE, CLOCK, write_exports
from hiring.mapping import own
from hiring.mapping.changed import Changed
from hiring.mapping.writing import Chosen, Draft, mapping_text
from hiring.warehouse import pointer
from hiring.warehouse.build import BuildResult, Request, build

STAFF = "Personalnr;Name;Abteilung;Stelle;Eintritt;Austritt;{}\n"
PEOPLE = (
    "A;Ada First;Vertrieb;Innendienst;10.01.2024;;1",
    "B;Ben Second;Vertrieb;Innendienst;01.03.2024;31.12.2024;2",
)
LATER = "D;Dora Fourth;Vertrieb;Innendienst;09.06.2026;;4"
NEXT_WEEK = "C;Cem Third;Vertrieb;Innendienst;02.06.2026;;3"
COLUMNS = (
    ("employee_id", Chosen(("Personalnr",))),
    ("full_name", Chosen(("Name",))),
    ("department", Chosen(("Abteilung",), words=(("Sales", ("Vertrieb",)),), otherwise="as it is")),
    ("job_title", Chosen(("Stelle",))),
    ("hire_date", Chosen(("Eintritt",), date_order="dmy")),
    ("termination_date", Chosen(("Austritt",), date_order="dmy")),
)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """A company whose HR list somebody mapped, with a column that is passed over."""
    folder = write_exports(tmp_path / "exports", {**BASE, "employees": ""})
    (folder / "employees.csv").unlink()
    draft = Draft("Own export", "staff", "employees", COLUMNS, ignored=("Telefon",))
    own.save(folder, "staff", mapping_text(draft))
    return folder


def put(
    exports: Path, *rows: str, header: str = STAFF, last: str = "Telefon", name: str = "HR.csv"
) -> BuildResult:
    (exports / name).write_text(header.format(last) + "\n".join(rows) + "\n", encoding="utf-8")
    return build(Request(exports, exports.parent / "warehouse", clock=CLOCK, wait=lambda _path: None))


def changed_of(result: BuildResult, name: str = "HR.csv") -> Changed:
    return next(one.changed for one in result.taken if one.file == name)


def test_next_weeks_export_with_the_same_header_needs_nothing(exports: Path) -> None:
    assert put(exports, *PEOPLE).outcome == "served"
    again = put(exports, *PEOPLE, NEXT_WEEK)
    assert (again.outcome, again.questions, changed_of(again)) == ("served", (), Changed())
    (exports / "HR.csv").rename(exports / "HR week 26.csv")
    same = build(Request(exports, exports.parent / "warehouse", clock=CLOCK, wait=lambda _path: None))
    assert (same.outcome, same.taken[0].file) == ("unchanged", "HR week 26.csv")
    (exports / "HR week 26.csv").unlink()
    renamed = put(exports, *PEOPLE, NEXT_WEEK, LATER, name="HR week 27.csv")
    assert (renamed.outcome, renamed.questions) == ("served", ())
    file = next(one for one in renamed.taken if one.file == "HR week 27.csv")
    assert (file.holds, file.loaded, str(file.period and file.period[1])) == (
        "Own export staff",
        4,
        "2026-06-09",
    )


def test_a_column_that_was_passed_over_may_go_and_others_may_come(exports: Path) -> None:
    put(exports, *PEOPLE)
    result = put(exports, *PEOPLE, NEXT_WEEK, last="Mobil")
    assert (result.outcome, changed_of(result)) == ("served", Changed("staff", ("Telefon",), ("Mobil",)))


def test_a_column_that_was_read_and_went_holds_the_build_and_the_last_one_stays(exports: Path) -> None:
    good = put(exports, *PEOPLE)
    result = put(exports, *PEOPLE, NEXT_WEEK, header=STAFF.replace("Eintritt", "Beginn"))
    assert result.outcome in ("held", "refused")
    assert changed_of(result) == Changed("staff", ("Eintritt",), ("Beginn",))
    assert pointer.served(exports.parent / "warehouse") == good.warehouse

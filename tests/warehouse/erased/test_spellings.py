"""Invented people forgotten in every spelling and place (30, in proof 200); nobody else is touched."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built
from hiring.identity.folding import folded, letters
from warehouse.fates import built_from

_GIVEN = ("Zora", "José", "Anne-Lise", "Łucja", "İrem", "Ｍika", "O’Neal", "Jörg", "Weiß", "Ada Marie")
_STARTS = ("Quor", "Vark", "Zelph", "Mirx", "Tuv", "Phlo", "Grynd", "Wexl", "Drusk", "Jaxv")
_ENDS = ("ondel", "ixton", "aveçu", "ürmann", "o'kesh", "ysska", "embaz", "ippøl", "uthra", "ankwe", "evij")
_ENDS += ("ostriç", "ulgar", "idwen", "abryl", "ezmond", "okpala", "urtiz", "ylander", "ackwit")
#: First and last name of each; no last name is part of any other word.
NAMES = [
    (_GIVEN[place % 10], _STARTS[place % 10] + _ENDS[place // 10]) for place in range(breadth.some(30, 200))
]


def _spellings(given: str, last: str) -> list[str]:
    whole = f"{given} {last}"
    plain = folded(whole).replace("'", "").replace("’", "")
    joined = letters(whole)
    initial = folded(given)[0]
    return [
        whole,
        whole.upper(),
        whole.lower(),
        whole.title(),
        f"with {whole}, on Monday",
        f"{last}, {given}",
        f"{last} {given}",
        f"{given}  {last}",
        f"{given}\u00a0{last}",
        f"{given}\u2009{last}",
        f"{given}\u200b{last}",
        f"{given}\u00ad {last[:3]}\u00ad{last[3:]}",
        f"{given}\u2060-\u2060{last}",
        f"{given}-{last}",
        f"{given}\u2011{last}",
        f"{given} Q. {last}",
        f"{given} Quentin {last}",
        f"Dr. {whole}, Jr.",
        f"{last}, Dr. {given}",
        f"{given[0]}. {last}",
        f"{last}, {given[0]}.",
        plain,
        plain.replace(" ", "."),
        plain.replace(" ", "_") + "+crm@other.example",
        f"{initial}{letters(last)}@other.example",
        f"Mail: {joined}@other.example",
        joined,
        quote(whole),
        quote(quote(whole)),
        whole.encode().decode("latin-1"),
        whole.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00"),
        "".join(chr(ord(sign) + 0xFEE0) if "!" < sign <= "~" else sign for sign in plain),
    ]


SPELT = [(person, spelling) for person, name in enumerate(NAMES) for spelling in _spellings(*name)]
#: What is left of each where a cell must hold something: its number among all of them.
NUMBERS = {spelling: place for place, spelling in enumerate(sorted({text for _, text in SPELT}), start=1)}


def _table(header: str, rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([header.split(","), *rows])
    return text.getvalue()


def _cells(planted: bool) -> Iterator[tuple[int, str, str]]:
    """Turn, an optional cell and a required one: a spelling each, or what is left of it."""
    for turn, (_, spelling) in enumerate(SPELT):
        yield turn, spelling if planted else "", spelling if planted else f"erased {NUMBERS[spelling]}"


def _tables(planted: bool) -> dict[str, str]:
    chance = random.Random(7)
    cells = list(_cells(planted))
    gone = [(f"EMP-{place:04d}", f"{given} {last}") for place, (given, last) in enumerate(NAMES)]
    people = "".join(f'{number},"{name}",,Sales,,,,2024-01-15,\n' for number, name in gone) if planted else ""
    # Somebody who stays shares the last name, or the first; a word holds the name.
    others = "".join(
        f"S-{place},Siegbert {last},,Sales,,,,2024-02-15,\n" for place, (_, last) in enumerate(NAMES[:20])
    )
    deals = [
        (f"D{turn}", owner, "Won", "true", chance.randint(1, 999), "EUR", "2024-01-01", "2024-06-01")
        for turn, owner, _ in cells
    ]
    interviews = [
        (f"I{turn}", "P1", "panel", "M1", "2024-05-07", "held", comment) for turn, comment, _ in cells
    ]
    logins = [(f"L{turn}", name, "") for turn, _, name in cells]
    candidates = [(f"C{turn}", name, "") for turn, name, _ in cells]
    applications = [
        (f"A{turn}", f"C{turn}", "Board", detail, "2024-05-01", "rejected", detail)
        for turn, detail, _ in cells
    ]
    surveys = [
        ("P1", f"20{10 + turn % 14}-{1 + turn % 12:02d}-{1 + turn % 28:02d}", 8, text)
        for turn, text, _ in cells
    ]
    return {
        **BASE,
        "employees": EMPLOYEES.rstrip() + "\n" + others + people,
        "crm_users": CRM_USERS.rstrip()
        + "\n"
        + _table("owner_id,full_name,email,employee_id", [(*row, "") for row in logins]).split("\n", 1)[1],
        "opportunities": OPPORTUNITIES,
        "opportunities_2": _table(
            "opportunity_id,owner_name,stage,is_won,amount,currency,created_on,closed_on", deals
        ),
        "ats_users": _table("ats_user_id,full_name,email", [("X1", "Other One", ""), *logins]),
        "candidates": _table("candidate_id,full_name,email", [("C", "Canada Zoraida", ""), *candidates]),
        "applications": _table(
            "application_id,candidate_id,source,source_detail,applied_on,status,reason",
            [("P1", "C", "Board", "", "2024-05-01", "rejected", ""), *applications],
        ),
        "interviews": _table(
            "interview_id,application_id,stage,interviewer_id,scheduled_for,status,comment", interviews
        ),
        "role_profiles": _table(
            "role_profile,version,effective_on,competency,weight,looks_like",
            [("Inside sales", "1", "2024-01-01", f"K{turn}", 1, text) for turn, text, _ in cells],
        ),
        "candidate_surveys": _table("application_id,answered_on,recommend_score,comment", surveys[:100]),
        "requisitions": _table(
            "requisition_id,role_profile,opened_on,region",
            [("R1", "Inside sales", "2024-01-01", cells[0][1])],
        ),
        "requirement_changes": _table(
            "requisition_id,changed_on,raised_by,what,detail",
            [("R1", "2024-03-01", "sales", what, detail) for _, detail, what in cells[:300]],
        ),
        "erased_people": _table(
            "system,person_id,erased_on",
            [("hris", number, "2026-06-01") for number, _ in gone]
            if planted
            else [("hris", "NOBODY", "2026-06-01")],
        ),
    }


def texts_left(folder: Path) -> list[str]:
    """Everything that can be read in a folder: each file's bytes, and of a warehouse each text in each table."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        # Most of a warehouse's bytes are zero: they are no letters, and to fold them takes seconds.
        found += [content.decode("utf-8", "ignore").replace("\0", ""), path.name]
        found.append(content.replace(b"\0", b"").decode("utf-8", "ignore"))  # as UTF-16
        if path.suffix == ".duckdb":
            found += _cells_of(path)
    return found


def _cells_of(path: Path) -> list[str]:
    with duckdb.connect(str(path), read_only=True) as connection:
        columns = connection.execute(
            "select table_schema, table_name, column_name from information_schema.columns where data_type = 'VARCHAR'"
        ).fetchall()
        return [
            "\n".join(
                value
                for (value,) in connection.execute(
                    f'select distinct "{c}" from {s}."{t}" where "{c}" is not null'
                ).fetchall()
            )
            for s, t, c in columns
        ]


def named_in(texts: Iterable[str], names: Iterable[tuple[str, str]]) -> set[str]:
    """The last names whose letters stand anywhere in the texts, whatever stands between them."""
    wanted = {letters(last) for _, last in names}
    squeezed = [letters(text) for text in texts]
    return {name for name in wanted if any(name in text for text in squeezed)}


def _answered(folder: Path, company: Built) -> Built:
    if company.result.outcome == "held":
        lines = [asked.line(CLOCK).replace("your name", "Hana") for asked in company.result.questions]
        (folder / "exports" / "answers.toml").write_text("\n".join(lines) + "\n")
        return built_from(folder / "exports", folder / "warehouse")
    return company


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The company with all those erased people in every spelling everywhere, and the same without them."""
    folders = [tmp_path_factory.mktemp(name) for name in ("planted", "without")]
    planted, without = (
        _answered(folder, built(folder, _tables(folder is folders[0]), base={})) for folder in folders
    )
    for company in (planted, without):
        assert company.result.outcome == "served", list(map(str, company.result.messages))
    return planted, without


def test_nothing_of_thirty_people_or_more_is_left_in_any_spelling(both: tuple[Built, Built]) -> None:
    planted, _ = both
    # Twenty last names are those of people who stay.
    assert named_in(texts_left(planted.folder), NAMES[20:]) == set()
    told = [str(planted.result.as_json()), repr(planted.result.set_aside)]
    assert named_in(told, NAMES) == set()


def test_whoever_shares_a_name_in_part_is_left_as_they_were(both: tuple[Built, Built]) -> None:
    planted, without = both
    stay = "select full_name from marts.spells order by 1"
    assert planted.rows(stay) == without.rows(stay)
    assert len(planted.rows(stay)) == 4 + 20


def test_the_rows_of_everybody_else_are_those_of_a_build_that_never_met_them(
    both: tuple[Built, Built],
) -> None:
    planted, without = both
    own = ("build", "files_read", "notes", "rows_set_aside", "tables_expected", "words_read")
    tables = [name for (name,) in planted.rows("select table_name from information_schema.tables order by 1")]
    kept = [name for name in tables if name not in own]
    selects = [f"select * from marts.{name} order by all" for name in kept]
    pairs = zip(kept, planted.each(selects), without.each(selects), strict=True)
    assert [name for name, one, other in pairs if one != other] == []
    assert planted.result.digest == without.result.digest

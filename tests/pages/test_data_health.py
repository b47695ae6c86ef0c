"""The Data health page, drawn: its figures against the files themselves, its states, hostile names."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helpers.small_company import BASE, CRM_USERS, EMPLOYEES, OPPORTUNITIES, Built, built
from helpers.standing import standing
from hiring import contract
from hiring.access.audit import log_path
from hiring.warehouse import build as building

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"
ADDRESS = "data-health"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '<a href="https://evil">x</a>',
    "[x](https://evil)",
    "![](https://evil/p.png)",
    "=cmd|'/c calc'!A1",
    "%{customdata}",
    "$\\LaTeX$",
    ":material/delete:",
    "{{7*7}}",
    "www.evil.example",
    "/etc/passwd",
)


def plain(markdown: str) -> str:
    """Markdown of ours as a reader sees it: escapes and the spans around single letters taken away."""
    spans = re.sub(r":(?:color|small|gray)\[(.)\]", r"\1", markdown)
    return re.sub(r"\\(.)", r"\1", spans)


def text_of(at: AppTest) -> str:
    """All headings, paragraphs and notes of the page, and the names of its folds."""
    told = [element.value for element in (*at.title, *at.header, *at.markdown)]
    return "\n".join(plain(text) for text in (*told, *(fold.label for fold in at.expander)))


def cells_of(at: AppTest) -> set[str]:
    """The text of every cell of every table drawn, folded away or not."""
    small = {plain(str(cell)) for table in at.table for cell in table.value.to_numpy().ravel()}
    return small | {str(cell) for table in at.dataframe for cell in table.value.to_numpy().ravel()}


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def records(table: str) -> list[dict[str, str]]:
    """The rows of a file of the sample, by the csv module alone."""
    with (SAMPLE / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def people_of_the_sample() -> Iterator[tuple[str, ...]]:
    """Every way in which the CRM names an owner: (id, e-mail, name)."""
    ways = {
        (d["owner_id"], d.get("owner_email", ""), d.get("owner_name", "")) for d in records("opportunities")
    }
    ways |= {
        (row["owner_id"], "", "") for table in ("opportunity_splits", "quotas") for row in records(table)
    }
    folded = {(key, mail.strip().lower(), name) for key, mail, name in ways if key != "owner_id"}
    yield from sorted(folded - {("", "", "")})


def unmatched_by_hand() -> int:
    """How many of them lead to no employee, worked out from the files without the product."""
    staff, logins = records("employees"), records("crm_users")
    ids = {row["employee_id"] for row in staff}
    mails = {row["work_email"].strip().lower() for row in staff} - {""}
    by_hand = {row["system_id"] for row in records("matches") if row["system"] == "crm"}
    names = [row["full_name"] for row in logins]

    def known(login: dict[str, str]) -> bool:
        mail = login["email"].strip().lower()
        return login["employee_id"] in ids or mail in mails or login["owner_id"] in by_hand

    known_ids = {row["owner_id"] for row in logins if known(row)} | ids | by_hand
    known_mails = {row["email"].strip().lower() for row in logins if known(row)} | mails
    known_names = {row["full_name"] for row in logins if known(row) and names.count(row["full_name"]) == 1}
    return sum(
        not (key in known_ids or mail in known_mails or (not key and not mail and name in known_names))
        for key, mail, name in people_of_the_sample()
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small company in which names, departments, kinds of deal, columns and bad cells are hostile."""
    staff = [
        f"E{n},{quoted(t)},e{n}@firm.example,{quoted(t)},,North,,2020-01-01," for n, t in enumerate(HOSTILE)
    ]
    staff += [f"F{n},Filler,f{n}@firm.example,HR,,North,,2020-01-01," for n in range(len(HOSTILE) * 9)]
    staff += [f"G{n},{quoted(t)},g{n}@firm.example,HR,,North,,{quoted(t)}," for n, t in enumerate(HOSTILE)]
    logins = [f"H{n},{quoted(t)},," for n, t in enumerate(HOSTILE)]
    deals = OPPORTUNITIES.strip().splitlines()
    deals += [f"P{n},H{n},Won,true,10,EUR,2024-04-01,2025-02-01" for n in range(len(HOSTILE))]
    kinds = [",kind,<b>secret</b>", *(f",{quoted(HOSTILE[n % len(HOSTILE)])},x" for n in range(len(deals)))]
    tables = {
        "employees": "\n".join([EMPLOYEES.strip(), *staff]),
        "crm_users": "\n".join([CRM_USERS.strip(), *logins]),
        "opportunities": "\n".join(deal + kind for deal, kind in zip(deals, kinds, strict=False)),
    }
    company = built(tmp_path_factory.mktemp("hostile"), tables)
    assert company.result.is_good, "\n".join(map(str, company.result.messages))
    return company


def test_the_account_is_that_of_the_files_themselves(app) -> None:
    at = app(ADDRESS)
    read = sum(len(records(path.stem)) for path in SAMPLE.glob("*.csv"))
    note = next(line for line in text_of(at).splitlines() if "rows and lines read" in line)
    told, loaded, aside, skipped = (int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", note))
    assert told == read == loaded + aside + skipped
    assert not at.exception
    tiles = {plain(tile.label): plain(tile.value) for tile in at.metric}
    assert (tiles["Rows loaded"], tiles["Rows set aside"]) == (f"{loaded:,}", f"{aside:,}")
    assert plain(at.title[0].value).endswith(f"; all but {aside} of {loaded + aside:,} rows loaded")


def test_every_row_set_aside_stands_where_the_page_says(app) -> None:
    at = app(ADDRESS)
    table = next(t.value for t in at.dataframe if "Why set aside" in t.value.columns)
    tiles = {plain(tile.label): tile.value for tile in at.metric}
    assert len(table) == int(tiles["Rows set aside"])
    for where, found in zip(table["Where"], table["Found"], strict=True):
        file, line, _ = where.split(" · ")
        number = int(line.removeprefix("line ").replace(",", ""))
        text = (SAMPLE / file).read_text(encoding="utf-8-sig").splitlines()[number - 1]
        is_silent = contract.BY_NAME[file.removesuffix(".csv")].is_silent
        assert (found == "not shown") == is_silent
        shown = "" if found == "nothing" or is_silent else found.replace("\\u{200b}", "\u200b")
        assert all(part in text for part in shown.split(" ")), (where, found, text)


def test_unmatched_owners_are_those_counted_by_hand(app) -> None:
    at = app(ADDRESS)
    tile = next(tile for tile in at.metric if plain(tile.label) == "Owners not matched")
    assert int(tile.value) == unmatched_by_hand()
    assert f"of {len(list(people_of_the_sample()))} names and ids" in text_of(at)
    assert plain(at.title[0].value).startswith("99.3\u202f% of won revenue has a known seller; ")


def test_the_tiles_are_defined_by_their_cards(app, tiles_without_a_card) -> None:
    assert tiles_without_a_card(app(ADDRESS)) == []


def test_a_file_can_be_chosen_and_stands_in_the_url(app) -> None:
    at = app(ADDRESS, {"file_set_aside": "opportunities.csv"})
    table = next(
        t.value for t in at.table if "Why set aside" in t.value.columns and len(t.value.columns) == 5
    )
    assert {plain(where).split(" · ")[0] for where in table["Where"]} == {"opportunities.csv"}


def test_a_file_that_is_not_there_shows_all(app) -> None:
    at = app(ADDRESS, {"file_set_aside": "nope.csv"})
    assert not at.exception
    assert at.selectbox(key="file_set_aside").value == "All files"


def test_the_download_is_what_is_shown_and_is_written_down(app, offered, tmp_path) -> None:
    company = built(
        tmp_path,
        {
            "quotas": "owner_id,period_start_on,period_end_on,amount,currency\n"
            + "\n".join(
                f"U-A,2024-{month:02}-01,2024-{month:02}-28,{'=1+1' if month == 3 else 5},EUR"
                for month in range(1, 13)
            )
        },
    )
    at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    told, heading, row = offered["download_set_aside"]().decode("utf-8-sig").splitlines()
    assert told.startswith("# rows set aside · All files · data as of 2025-03-01 · 1 row · digest ")
    assert row.startswith("quotas.csv,quotas,4,amount,'=1+1,")
    assert len(heading.split(",")) == 8
    line = json.loads(log_path(company.folder).read_text(encoding="utf-8").splitlines()[-1])
    assert (line["action"], line["subject"], line["rows"]) == ("download", "rows set aside", 1)


def test_hostile_text_is_shown_letter_by_letter(app, hostile) -> None:
    at = app(ADDRESS, warehouse=hostile.folder)
    assert not at.exception
    cells = cells_of(at)
    assert [text for text in HOSTILE if text not in cells] == []
    assert "<b>secret</b>" in cells
    drawn = [str(cell) for table in at.table for cell in table.value.to_numpy().ravel()]
    assert not [
        cell for cell in drawn if re.search(r"(?<!\\)[<\[`$*]|(?<!\\)!\[", cell.replace(":color[", ""))
    ]
    assert not [element for element in at.markdown if element.proto.allow_html]


def test_with_nothing_set_aside_the_page_says_so(app, tmp_path) -> None:
    at = app(ADDRESS, warehouse=standing(tmp_path).folder)
    lines = sum(len(text.strip().splitlines()) - 1 for text in BASE.values())
    assert plain(at.title[0].value) == (
        f"99.5\u202f% of won revenue has a known seller; all {lines} rows loaded"
    )
    assert "No row was set aside." in text_of(at)
    assert "All 3 files were loaded whole" in text_of(at)
    assert not at.get("download_button")
    assert not at.get("plotly_chart")


@pytest.mark.proof
def test_with_everybody_matched_the_page_says_so(app, tmp_path) -> None:
    known = {"crm_users": CRM_USERS.replace("xena@other.example,", "xena@other.example,M1")}
    at = app(ADDRESS, warehouse=built(tmp_path, known).folder)
    text = text_of(at)
    assert plain(at.title[0].value).startswith("Every won deal has a known seller; ")
    assert "Every way in which the CRM names an owner leads to a person" in text
    assert "Every owner is matched" in text
    assert "Every hire has a login" in text


def test_without_any_optional_file_the_page_says_what_each_would_light_up(app, tmp_path) -> None:
    at = app(ADDRESS, warehouse=built(tmp_path, {"crm_users": ""}).folder)
    assert not at.exception
    assert "2 of 32 tables have rows; 30 more would light up what is dark" in text_of(at)
    assert {"interviews.csv", "who interviewed whom, no-shows and interviewer combinations"} <= cells_of(at)
    assert "python -m hiring template --out templates" in [code.value for code in at.code]


def test_revenue_is_accounted_for_to_the_last_deal(app, tmp_path) -> None:
    splits = {"opportunity_splits": "opportunity_id,owner_id,share\nO3,U-A,1\nO3,U-B,0.5"}
    at = app(ADDRESS, warehouse=built(tmp_path, splits).folder)
    table = next(t.value for t in at.table if "Amount" in t.value.columns)
    told = dict(zip(map(plain, table.iloc[:, 0]), map(plain, table["Amount"]), strict=True))
    # Ada: 1,000, 500.50 and all of O3's 700; Ben: half of O3, and 70 after he left; 11 of nobody.
    assert told == {
        "Hires, while they were employed": "2,551",
        "Other employees": "0",
        "Closed before its seller was hired": "0",
        "Closed after its seller had left": "70",
        "Nobody": "11",
        "Credited in all": "2,632",
        "Shares beyond a whole deal, taken off": "\u2212350",
        "The company's total, each deal once": "2,282",
    }


def test_a_refused_build_is_told_at_the_top_while_the_last_good_one_is_shown(app, tmp_path) -> None:
    standing(tmp_path)
    refused = built(tmp_path, {"employees": "<!DOCTYPE html><html>"})
    at = app(ADDRESS, warehouse=refused.folder)
    assert plain(at.title[0].value) == "The last build was refused; the one before it is still shown"
    first = [plain(str(cell)) for cell in at.table[0].value.to_numpy().ravel()]
    message = refused.result.messages[0]
    assert first == [message.file, message.found, message.wanted, message.outcome, message.todo]
    assert "13 rows loaded" in text_of(at)


def test_a_held_build_is_told_at_the_top_with_the_lines_to_copy(app, tmp_path) -> None:
    standing(tmp_path)
    stage = "[x](https://evil) <b>"
    deals = OPPORTUNITIES.replace("O6,U-A,Lost,false", f"O6,U-A,{stage},").replace("1000.00", "a lot")
    held = built(tmp_path, {"opportunities": deals})
    at = app(ADDRESS, warehouse=held.folder)
    assert plain(at.title[0].value) == "The last build waits for an answer; the one before it is still shown"
    codes = [code.value for code in at.code]
    lines = next(code for code in codes if "stage [x]" in code).splitlines()
    assert lines[0] == "# one of: won, lost, open"
    assert lines[1].startswith(f'"stage {stage}" = {{answer = "won", by = "your name"')
    assert "python -m hiring build" in codes
    assert {"opportunities.csv · line 2 · amount", "a lot"} <= cells_of(at)


def test_a_build_that_failed_is_told_at_the_top_while_the_last_good_one_is_shown(
    app, tmp_path, monkeypatch
) -> None:
    company = standing(tmp_path)

    def full(*_values: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "_fill", full)
    with pytest.raises(OSError, match="No space left"):
        built(tmp_path, {"opportunities": OPPORTUNITIES.replace("500.50", "501.50")})
    at = app(ADDRESS, warehouse=company.folder)
    assert not at.exception
    assert plain(at.title[0].value) == "The last build failed; the one before it is still shown"
    assert "1 thing stands in the way" in text_of(at)
    assert {"the build", "No space left on device", "build failed: nothing was swapped in"} <= cells_of(at)

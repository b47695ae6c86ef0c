"""What a vendor's shape costs: the same deals as Salesforce reports them and in our own form, read and typed.

`python -m benchmarks mappings --deals 1000000`; processor seconds, since others may be at work.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.builds import our_build, sample
from benchmarks.measuring import Run, in_turn, ratio, run

#: The report of the same deals: other labels, the month first, thousands separated, a currency column beside.
_VENDOR = """
copy (
    select
        opportunity_id as "Opportunity ID",
        owner_id as "Owner ID",
        'Ada Byron ' || (row_number() over ()) % 500 as "Opportunity Owner",
        account as "Account Name",
        stage as "Stage",
        currency as "Amount Currency",
        format('{{:,.2f}}', cast(amount as double)) as "Amount",
        strftime(cast(closed_on as date), '%-m/%-d/%Y') as "Close Date",
        strftime(cast(created_on as date), '%-m/%-d/%Y') as "Created Date",
        case kind when 'new' then 'New Business' when 'renewal' then 'Renewal' else 'Existing Business' end as "Type",
        territory as "Territory"
    from read_csv(?, all_varchar = true, header = true)
) to '{target}' (header true, force_quote *)
"""
#: The same deals in our form with the same columns filled, quoted in the same way.
_OURS = """
copy (
    select
        opportunity_id, owner_id, 'Ada Byron ' || (row_number() over ()) % 500 as owner_name, account, stage, is_won,
        currency, amount, closed_on, created_on, kind, territory
    from read_csv(?, all_varchar = true, header = true)
) to '{target}' (header true, force_quote *)
"""
#: Reads one folder's opportunities and types them, as a build does; nothing is judged or joined.
_STAGED = """
import sys, tempfile
from pathlib import Path
from datetime import date
from hiring import contract, sql_files
from hiring.warehouse.engine import Engine, Step
from hiring.loading.ingest import Known, read_exports, source_sql
from hiring.mapping.presets import installed

with tempfile.TemporaryDirectory() as name:
    scratch = Path(name)
    [file] = read_exports(Path(sys.argv[1]), scratch / "files", known=Known(installed()))
    assert file.table == "opportunities" and file.records and not file.asks, file
    engine = Engine(scratch / "new.duckdb", scratch)
    table = contract.BY_NAME["opportunities"]
    engine.register("opportunities", [(0, *source_sql(file, table))])
    statement = sql_files.layer("staging")["stg_opportunities"].statement
    with engine.scratched():
        engine.make([Step("staging.read", statement)], {"time_zone": "UTC", "latest_day": date(2046, 1, 1)})
    rows = engine.query_rows("select count(*), count(fault) from staging.read")[0]
    assert rows == (file.records, 0), rows
    engine.close()
"""


def written(source: Path, folder: Path) -> tuple[Path, Path]:
    """Two folders with the same deals: in our own form, and as a Salesforce report."""
    ours, vendor = folder / "ours", folder / "vendor"
    for place, select, name in (
        (ours, _OURS, "opportunities.csv"),
        (vendor, _VENDOR, "report1700000000000.csv"),
    ):
        place.mkdir()
        duckdb.connect().execute(select.format(target=place / name), [str(source)])
    return ours, vendor


def staged(exports: Path) -> Run:
    """Reading and typing the opportunities of a folder, in a process of its own."""
    return run([sys.executable, "-c", _STAGED, str(exports)])


def measured(runs: int, deals: int) -> list[tuple[str, str, str, str]]:
    """The row of the table for so many deals."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports, _ = sample(folder, 500, deals)
        ours, vendor = written(exports / "opportunities.csv", folder)
        whole = [_company(exports, place, folder) for place in (vendor, ours)]
        mapped, plain, built, built_plain = in_turn(
            runs,
            lambda: staged(vendor),
            lambda: staged(ours),
            lambda: our_build(whole[0], folder / "mapped"),
            lambda: our_build(whole[1], folder / "plain"),
        )
    return [
        _row(f"reading and typing {deals:,} deals as Salesforce reports them, processor", mapped, plain, ""),
        _row("the whole build with them, processor", built, built_plain, " (≤ 1.25)"),
    ]


def _company(exports: Path, deals: Path, folder: Path) -> Path:
    """A folder with the rest of the company and these deals."""
    company = folder / f"company_{deals.name}"
    shutil.copytree(exports, company)
    (company / "opportunities.csv").unlink()
    for file in deals.iterdir():
        shutil.copy(file, company)
    return company


def _row(what: str, mapped: list[Run], plain: list[Run], aim: str) -> tuple[str, str, str, str]:
    found = ratio([r.processor for r in mapped], [r.processor for r in plain])
    ours, theirs = (median(r.processor for r in runs) for runs in (mapped, plain))
    return what, f"{ours:.1f} s", f"our own form {theirs:.1f} s", f"{found:.2f}×{aim}"

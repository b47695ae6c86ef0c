"""An invented company in the canonical form, with planted truths: `write` puts it into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hiring.sample import agreement_tables as agreed
from hiring.sample import hiring_tables as applied
from hiring.sample import interview_tables as met
from hiring.sample import joint_tables as joint
from hiring.sample import money_tables as money
from hiring.sample import people_tables as people
from hiring.sample.company import Company, found
from hiring.sample.deals import Columns, deals, plan
from hiring.sample.flaws import FEWEST_HIRES, Planted, Spoiler
from hiring.sample.selling import ownerless_cells, selling_cells
from hiring.sample.settings import write_settings
from hiring.sample.truth import write_truth
from hiring.sample.writing import Progress, Row, write_streams, write_table

DEALS_A_HIRE = 72
LEAST_HIRES, LEAST_DEALS = 10, 1_000
DEALS, SPLITS = "opportunities", "opportunity_splits"
TABLES: dict[str, Callable[[Company], Iterable[Row]]] = {
    "employees": people.employees,
    "job_changes": people.job_changes,
    "absences": people.absences,
    "check_ins": joint.check_ins,
    "performance_reviews": people.performance_reviews,
    "employment_costs": people.employment_costs,
    "requisitions": applied.requisitions,
    "requirement_changes": applied.requirement_changes,
    "requisition_requirements": joint.requisition_requirements,
    "candidates": applied.candidates,
    "applications": applied.applications,
    "ats_users": met.ats_users,
    "interviews": met.interviews,
    "ratings": met.ratings,
    "candidate_surveys": met.candidate_surveys,
    "sourcing_costs": money.sourcing_costs,
    "role_profiles": agreed.role_profiles,
    "working_agreement": agreed.working_agreement,
    "touchpoints": agreed.touchpoints,
    "events": joint.events,
    "pulse": joint.pulse,
    "incidents": joint.incidents,
    "role_briefs_read": joint.role_briefs_read,
    "crm_users": people.crm_users,
    "quotas": money.quotas,
    "territory_revenue": money.territory_revenue,
    "exchange_rates": money.exchange_rate_rows,
    "matches": agreed.matches,
    "refused_matches": agreed.refused_matches,
    "erased_people": agreed.erased_people,
}


def write(
    out: Path,
    *,
    hires: int = 480,
    seed: int = 20260630,
    opportunities: int | None = None,
    truth: Path | None = None,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Writes every table of the invented company, its `config.toml` and a README into `out`.

    `hires`: spells with a role profile, at least 10. `opportunities`: exactly so many deals, at least 1,000 (72 a
    hire unless given); they are streamed, so memory does not grow with them. The same numbers give the same bytes.
    From 300 hires on a few rows are wrong on purpose, in the two deal files only where `opportunities` is not given.
    `truth`: a file for the planted effects. `progress` is told each file and its rows so far.
    Returns rows by file name. Raises `ValueError` for too few.
    """
    if hires < LEAST_HIRES or (opportunities is not None and opportunities < LEAST_DEALS):
        raise ValueError(f"at least {LEAST_HIRES} hires and {LEAST_DEALS:,} opportunities, please")
    out.mkdir(parents=True, exist_ok=True)
    company = found(hires, seed)
    spoilers = {table: Spoiler(table) for table in (*TABLES, DEALS, SPLITS)} if hires >= FEWEST_HIRES else {}
    written = {}
    for table, rows_of in TABLES.items():
        rows = rows_of(company)
        written[f"{table}.csv"] = write_table(out, table, spoilers[table].spoil(rows) if spoilers else rows)
        if progress is not None:
            progress(f"{table}.csv", written[f"{table}.csv"])
    chunks = _deal_columns(company, opportunities or DEALS_A_HIRE * hires)
    if spoilers and opportunities is None:
        chunks = _spoiled(chunks, spoilers[DEALS], spoilers[SPLITS])
    for table, count in write_streams(out, (DEALS, SPLITS), chunks, progress).items():
        written[f"{table}.csv"] = count
    write_settings(out)
    if truth is not None:
        write_truth(truth, company, _planted(spoilers))
    return written


def _deal_columns(company: Company, wanted: int) -> Iterator[tuple[Columns, Columns]]:
    cells = selling_cells(company.sellers, company.logins, company.land, company.seed)
    drawn = plan(cells, ownerless_cells(company.land), wanted, company.seed)
    people_by_seller = {seller: (name, company.mails[seller]) for seller, name in enumerate(company.names)}
    for chunk in deals(drawn, company.logins, people_by_seller, company.land, company.rates, company.seed):
        yield chunk.opportunities, chunk.splits


def _spoiled(
    chunks: Iterator[tuple[Columns, Columns]], *spoilers: Spoiler
) -> Iterator[tuple[Columns, Columns]]:
    """The chunks with bad rows in the first one; the sample's deals fit into it."""
    for index, pair in enumerate(chunks):
        if index:
            yield pair
            continue
        first, second = (
            _columns(spoiler.spoil(zip(*columns, strict=True)))
            for spoiler, columns in zip(spoilers, pair, strict=True)
        )
        yield first, second


def _columns(rows: Iterable[Row]) -> Columns:
    return [list(column) for column in zip(*rows, strict=True)]


def _planted(spoilers: dict[str, Spoiler]) -> list[Planted]:
    return [row for spoiler in spoilers.values() for row in spoiler.planted]

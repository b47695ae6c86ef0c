"""An invented company in the canonical form, with planted truths: `write` puts it into a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hiring.sample.company import found
from hiring.sample import deals, hiring_tables, interview_tables, money_tables, people_tables, selling
from hiring.sample.writing import Progress, write_streams, write_table

DEALS_A_HIRE = 60


def write(out: Path, *, hires: int = 480, seed: int = 20260630, opportunities: int | None = None, truth: Path | None = None, progress: Progress | None = None) -> dict[str, int]:
    out.mkdir(parents=True, exist_ok=True)
    company = found(hires, seed)
    written = {}
    for table, rows in (
        ("employees", people_tables.employees), ("job_changes", people_tables.job_changes), ("performance_reviews", people_tables.performance_reviews), ("employment_costs", people_tables.employment_costs), ("crm_users", people_tables.crm_users),
        ("requisitions", hiring_tables.requisitions), ("requirement_changes", hiring_tables.requirement_changes), ("candidates", hiring_tables.candidates), ("applications", hiring_tables.applications),
        ("ats_users", interview_tables.ats_users), ("interviews", interview_tables.interviews), ("ratings", interview_tables.ratings), ("candidate_surveys", interview_tables.candidate_surveys),
        ("quotas", money_tables.quotas), ("territory_revenue", money_tables.territory_revenue), ("exchange_rates", money_tables.exchange_rate_rows), ("sourcing_costs", money_tables.sourcing_costs),
    ):
        written[f"{table}.csv"] = write_table(out, table, rows(company))
    cells = selling.selling_cells(company.sellers, company.logins, company.land, seed)
    plan = deals.plan(cells, selling.ownerless_cells(company.land), opportunities or hires * DEALS_A_HIRE, seed)
    named = {p: (company.names[p], company.mails[p]) for p in range(len(company.names))}
    chunks = ((c.opportunities, c.splits) for c in deals.deals(plan, company.logins, named, company.land, company.rates, seed))
    w = write_streams(out, ("opportunities", "opportunity_splits"), chunks, progress)
    written.update({f"{k}.csv": v for k, v in w.items()})
    return written

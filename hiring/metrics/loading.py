"""Cards of what was loaded, and what of it found its match in the other systems."""

from __future__ import annotations

from hiring.metrics.metric import Days, Metric

GROUP = "What was loaded and matched"
A_COUNT = "None: it is a count."
A_SUM = "None: it is a sum."
WHOLE_COMPANY = "The exports as a whole, whatever the filters show."
_SOURCES = {
    "won_revenue": "queries/marts/revenue_totals.sql",
    "matched_revenue": "queries/questions/shared/match_rate.sql",
    "matched_people": "queries/questions/shared/match_rate.sql",
    "crm_names_to_match": "queries/marts/unmatched_owners.sql",
    "ats_names_to_match": "queries/marts/unmatched_interviewers.sql",
}


def _rows(name: str, label: str, definition: str, caveat: str) -> Metric:
    """A card of lines of a file: they all count in the same way."""
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit="Rows",
        definition=definition,
        clock_start="The first line of the file after its header.",
        clock_end="The last line of the file.",
        days=Days.NONE,
        population=WHOLE_COMPANY,
        maturity="None.",
        censoring="Every line is in exactly one of: loaded, set aside, skipped.",
        smallest_n=A_COUNT,
        caveat=caveat,
        source="queries/questions/data_health/files_read.sql",
    )


def _matched(name: str, label: str, unit: str, definition: str, caveat: str) -> Metric:
    """A card of one way in which the systems do or do not meet."""
    return Metric(
        name=name,
        group=GROUP,
        label=label,
        unit=unit,
        definition=definition,
        clock_start="The first day in the exports.",
        clock_end="The day of the data.",
        days=Days.NONE,
        population=WHOLE_COMPANY,
        maturity="None.",
        censoring="Nothing is left out or guessed: what joins nobody is counted here.",
        smallest_n=A_COUNT if unit != "Money in the base currency" else A_SUM,
        caveat=caveat,
        source=_SOURCES.get(name, "queries/marts/match_counts.sql"),
    )


LOADING = (
    _rows(
        "rows_read", "Rows read", "Lines of the exports apart from one header a file.", "Blank lines count."
    ),
    _rows(
        "rows_loaded", "Rows loaded", "Lines that every figure rests on.", "Loaded is not the same as true."
    ),
    _rows(
        "rows_set_aside",
        "Rows set aside",
        "Lines with a cell that cannot be what its column needs, kept out of every figure with the reason.",
        "One bad line sets aside itself, and the lines that need it.",
    ),
    _rows(
        "rows_skipped",
        "Rows skipped",
        "Blank lines, lines above the header, repeated headers and totals below the data.",
        "They hold no record.",
    ),
    _matched(
        "won_revenue",
        "Won revenue",
        "Money in the base currency",
        "All won deals that closed on or before the day of the data; a shared deal counts once.",
        "More than what hires are credited with: others sell, too.",
    ),
    _matched(
        "matched_revenue",
        "Revenue matched",
        "Share of credited revenue",
        "Won revenue credited to somebody in the HR file, over all that is credited; a shared deal by its shares.",
        "Matched is not the same as right: an e-mail address may have passed to somebody else.",
    ),
    _matched(
        "matched_people",
        "People matched",
        "Share of owners, interviewers and hired candidates",
        "Owners in the CRM, interviewers and hired candidates who are somebody in the HR file, over all of them.",
        "A queue that owns deals and a hire who has not started yet count as not matched.",
    ),
    _matched(
        "unmatched_owners",
        "Owners not matched",
        "Logins",
        "Ways in which the CRM names an owner that lead to no person in the HR file.",
        "Some sell for no employee at all, such as a partner or a house account.",
    ),
    _matched(
        "unmatched_sellers",
        "Sellers not matched",
        "Hires",
        "Hires to whom no login of the CRM leads.",
        "Their sales look like nothing sold.",
    ),
    _matched(
        "revenue_before_hire",
        "Sold before hire",
        "Deals",
        "Won deals of a matched person that closed before their first day in the HR file.",
        "Often a deal handed over with its history, or a wrong match.",
    ),
    _matched(
        "revenue_after_exit",
        "Sold after exit",
        "Deals",
        "Won deals that closed after the person they are credited to had left.",
        "They count in credited revenue and in no outcome window.",
    ),
    _matched(
        "revenue_with_no_seller",
        "Sold by nobody known",
        "Deals",
        "Won deals whose owner is empty or leads to no person in the HR file.",
        "They count in won revenue and for no hire.",
    ),
    _matched(
        "sellers_with_no_revenue",
        "Sellers, no revenue",
        "Hires",
        "Hires to whom no won deal is credited.",
        "Most are new; a login that was not matched looks the same.",
    ),
    _matched(
        "hired_or_interviewing_without_an_employee",
        "Not in the HR file",
        "Applications and interviewers",
        "Applications marked as hired, and interviewers, that lead to no person in the HR file.",
        "A hire who has not started yet is among them.",
    ),
    _matched(
        "crm_names_to_match",
        "CRM names to match",
        "Logins and owners",
        "Logins of the CRM, and owners it names, that lead to no person in the HR file; each once, however named.",
        "Logins that sold nothing yet are among them, and some sell for no employee at all.",
    ),
    _matched(
        "ats_names_to_match",
        "ATS names to match",
        "Logins, interviewers and applications",
        "Logins, interviewers and applications marked as hired that lead to no person in the HR file.",
        "Logins that never interviewed, and hires who have not started yet, are among them.",
    ),
)

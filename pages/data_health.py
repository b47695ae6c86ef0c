"""What came in, what was set aside and why, how well do the systems match, what would light up what is missing?"""

import pandas as pd

from hiring.findings import not_loaded
from hiring.findings.data_health import answer, lines, matching
from hiring.findings.data_health import blocks as data_blocks
from hiring.serving import session
from hiring.showing import data_health, mapping, missing, page
from hiring.showing.choices import Choice, choose
from hiring.showing.downloads import download_button, of_rows_set_aside


def show() -> None:
    """Draw the page."""
    files = lines.called(session.ask("data_health/files_read"))
    counts, ways = session.ask("data_health/match_counts"), session.ask("data_health/matches_by_way")
    tables, totals = session.ask("data_health/tables_expected"), session.ask("data_health/revenue_totals")
    company = session.ask("shared/company").iloc[0]
    came = answer.arrived(files)
    attempt = session.last_attempt()
    lead = answer.lead(came, matching.sold_by(counts, totals), attempt)
    page.lead("Data health", lead.sentence, f"{_to_mend()}{lead.standfirst}")
    with page.guarded("last build"):
        data_health.draw(data_blocks.of_attempt(attempt))
        mapping.links(lines.files_to_map(attempt.messages if attempt else ()))
    numbers = [
        *answer.arrival_numbers(came),
        *matching.numbers(counts, ways, int(company["count_hires"]), company["base_currency"]),
    ]
    page.tiles([page.Tile(n.title(), n.value, n.note, n.definition()) for n in numbers])
    with page.guarded("files not loaded"):
        data_health.draw(data_blocks.of_unknown(came))
        mapping.links(came.unknown if session.sees_files() else ())
    with page.guarded("nobody"):
        _nobody(counts, company["base_currency"])
    with page.guarded("rows set aside"):
        _set_aside(files, company)
    with page.guarded("missing tables"):
        data_health.draw(data_blocks.of_missing(tables, not_loaded.came(files, tables, missing.named)))
    with page.guarded("account"):
        page.exhibit(answer.account(files, came))
        data_health.draw(data_blocks.of_account(files, session.ask("data_health/columns_not_loaded"), came))
        page.small("" if session.sees_files() else data_blocks.FILES_WITHHELD)
    page.finding("How it was read and matched", "To look up; nothing here waits for an answer")
    with page.guarded("matching"):
        data_health.draw(data_blocks.of_matching(counts, ways, company["base_currency"]))
        data_health.draw([data_blocks.of_revenue(totals, company["base_currency"])])
    with page.guarded("words"):
        _read_so()
    with page.guarded("tables"):
        data_health.draw([data_blocks.of_tables(tables)])
    page.footer(answer.build_sentence(company))


def _read_so() -> None:
    """How free words were read, which lines were skipped and how files were read."""
    read, notes = session.ask("data_health/words_read"), session.ask("data_health/notes")
    if session.sees_files():
        data_health.draw([*data_blocks.of_words(read), data_blocks.of_notes(notes)])
    else:
        data_health.draw([data_blocks.words_withheld(read), data_blocks.notes_withheld(notes)])


def _set_aside(files: pd.DataFrame, company: pd.Series) -> None:
    """The rows set aside, one by one with a download, and by reason."""
    by_file = lines.files_with_rows_aside(files)
    if by_file[lines.ALL_FILES]:
        page.finding(*data_blocks.aside_heading(by_file[lines.ALL_FILES]))
        if session.sees_files():
            _row_by_row(by_file, company)
        else:
            page.small(data_blocks.ROWS_WITHHELD)
        data_health.draw([data_blocks.of_reasons(session.ask("data_health/set_aside_by_reason"))])
    else:
        page.state_empty("No row was set aside.", remedy="Every value of every row could be read.")


def _row_by_row(by_file: dict[str, int], company: pd.Series) -> None:
    """The rows set aside of one file, or of all, as they can be downloaded."""
    (chosen,) = choose(Choice("file_set_aside", "Which file", list(by_file)), width="stretch")
    rows = lines.of_file(session.ask("data_health/rows_set_aside"), chosen)
    data_health.draw([data_blocks.of_rows(rows, chosen, by_file[chosen])])
    file = of_rows_set_aside(rows, chosen, by_file[chosen], company)
    download_button("Download these rows", file, "download_set_aside")


def _to_mend() -> str:
    """The one thing that a person can mend, before everything else; for those who may see names."""
    if not session.viewer().sees_names:
        return ""
    owners = session.ask("data_health/unmatched_owners")
    sellers = session.ask("data_health/unmatched_sellers")
    mend = matching.alike(owners, sellers)
    return f"{mend.removesuffix('; ')}. " if mend else ""


def _nobody(counts: pd.DataFrame, currency: str) -> None:
    """Who is nobody on the other side, one by one, for those who may see names; of whom the viewer may see."""
    if not session.viewer().sees_names:
        page.small(data_blocks.NOT_NAMED)
        return
    owners = session.ask("data_health/unmatched_owners")
    sellers = session.ask("data_health/unmatched_sellers")
    data_health.draw(
        data_blocks.of_nobody(owners, sellers, counts, currency, of_everyone=session.sees_everyone())
    )

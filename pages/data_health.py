"""What came in, what was set aside and why, how well do the systems match, what would light up what is missing?"""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from hiring.findings import not_loaded
from hiring.findings.data_health import answer, lines, matching
from hiring.findings.data_health import blocks as data_blocks
from hiring.serving import session
from hiring.showing import mapping, missing, page
from hiring.showing import tables as page_tables
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
    lead = answer.lead(came, matching.count_of(counts, "unmatched_owners"), attempt)
    page.lead("Data health", lead.sentence, lead.standfirst)
    with page.guarded("last build"):
        _draw(data_blocks.of_attempt(attempt))
        mapping.links(lines.files_to_map(attempt.messages if attempt else ()))
    numbers = [
        *answer.arrival_numbers(came),
        *matching.numbers(counts, ways, int(company["count_hires"]), company["base_currency"]),
    ]
    page.tiles([page.Tile(n.title(), n.value, n.note, n.definition()) for n in numbers])
    with page.guarded("account"):
        _account(files, came)
    with page.guarded("rows set aside"):
        _set_aside(files, company)
    with page.guarded("matching"):
        _draw(data_blocks.of_matching(counts, ways, company["base_currency"]))
        _nobody(company["base_currency"])
        _draw([data_blocks.of_revenue(totals, company["base_currency"])])
    with page.guarded("words"):
        read = session.ask("data_health/words_read")
        _draw(data_blocks.of_words(read) if session.sees_files() else [data_blocks.words_withheld(read)])
    with page.guarded("tables"):
        _draw(data_blocks.of_tables(tables, not_loaded.came(files, tables, missing.named)))
    page.footer(answer.build_sentence(company))


def _account(files: pd.DataFrame, came: answer.Arrived) -> None:
    """Every file, and what became of its rows."""
    page.exhibit(answer.account(files, came))
    _draw(data_blocks.of_account(files, session.ask("data_health/columns_not_loaded"), came))
    if session.sees_files():
        mapping.links(came.unknown)
    else:
        page.small(data_blocks.FILES_WITHHELD)


def _set_aside(files: pd.DataFrame, company: pd.Series) -> None:
    """The rows set aside, by reason and one by one, with a download; then what was noticed and skipped."""
    by_file = lines.files_with_rows_aside(files)
    if by_file[lines.ALL_FILES]:
        _draw([data_blocks.of_reasons(session.ask("data_health/set_aside_by_reason"))])
        if session.sees_files():
            _row_by_row(by_file, company)
        else:
            page.small(data_blocks.ROWS_WITHHELD)
    else:
        page.state_empty("No row was set aside.", remedy="Every value of every row could be read.")
    notes = session.ask("data_health/notes")
    _draw([data_blocks.of_notes(notes) if session.sees_files() else data_blocks.notes_withheld(notes)])


def _row_by_row(by_file: dict[str, int], company: pd.Series) -> None:
    """The rows set aside of one file, or of all, as they can be downloaded."""
    page.finding("Row by row", "Where it stands in your own file, what was found, and what to do")
    (chosen,) = choose(Choice("file_set_aside", "Which file", list(by_file)), width="stretch")
    rows = lines.of_file(session.ask("data_health/rows_set_aside"), chosen)
    _draw([data_blocks.of_rows(rows, chosen, by_file[chosen])])
    file = of_rows_set_aside(rows, chosen, by_file[chosen], company)
    download_button("Download these rows", file, "download_set_aside")


def _nobody(currency: str) -> None:
    """Who is nobody on the other side, one by one, for those who may see names; of whom the viewer may see."""
    if not session.viewer().sees_names:
        page.small(data_blocks.NOT_NAMED)
        return
    owners = session.ask("data_health/unmatched_owners")
    sellers = session.ask("data_health/unmatched_sellers")
    _draw(data_blocks.of_nobody(owners, sellers, currency, of_everyone=session.sees_everyone()))


def _draw(blocks: Iterable[data_blocks.Block]) -> None:
    """Title, table, remark and lines to copy of each, in order."""
    for block in blocks:
        if block.title:
            page.finding(block.title, block.subtitle)
        if len(block.frame) and not block.folded:
            page.table(block.frame.head(page.TABLE_ROWS), alt=block.title or block.everything)
        if block.folded or len(block.frame) > page.TABLE_ROWS:
            _folded(block)
        page.small(block.note)
        if block.code:
            st.code(block.code, language=None, wrap_lines=True)


def _folded(block: data_blocks.Block) -> None:
    """The whole table, to be opened."""
    if len(block.frame):
        with st.expander(page.literal(block.everything)):
            st.dataframe(page_tables.packed(block.frame), hide_index=True, alt=block.everything)

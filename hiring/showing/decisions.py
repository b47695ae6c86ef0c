"""What the page "Decisions and promises" draws: what stands, overdue first, and the forms in which it is written."""

from __future__ import annotations

from hiring.findings.decisions import answer, figures
from hiring.findings.review.measures import MEASURES
from hiring.showing import deciding, folds, lists, page, writing
from hiring.showing.deciding import Parts

MORE = "Each promise, why candidates leave, what both rate apart, who started"
MOST_ENDED = 6  # of those that have ended, shown without a fold
NO_WRITING = (
    "Decisions are of the whole company: who sees a part of it reads them without numbers, and writes none."
)


def drawn(parts: Parts) -> None:
    """Everything below the lead."""
    writing.what_came()
    standing = [one for one in parts.told if one.state in ("overdue", "open")]
    ended = [one for one in parts.told if one not in standing]
    lists.points([(one.about, one.said) for one in [*standing, *ended[:MOST_ENDED]]])
    if ended[MOST_ENDED:]:
        with folds.worked_out(f"{len(ended) - MOST_ENDED} more: kept, missed or dropped"):
            lists.points([(one.about, one.said) for one in ended[MOST_ENDED:]])
    for shown in figures.exhibits(parts.told):
        page.exhibit(shown)
    if parts.asked is None:
        page.small(NO_WRITING)
    else:
        deciding.new(parts, parts.asked)
        deciding.change(parts, parts.asked)
    if parts.now:
        page.finding(
            "What a decision may move", f"As it stands in {parts.last.told}, the last quarter that is over"
        )
        rows = answer.standing(parts.now)
        page.table(rows.head(len(MEASURES)))
        folds.table(rows.iloc[len(MEASURES) :], MORE)
    if len(parts.every):
        page.table(answer.history(parts.every, parts.names), title="Every version of every decision")
    _promises(parts)
    folds.remarks(answer.READING)


def _promises(parts: Parts) -> None:
    page.finding("Promises agreed in the meeting", answer.TWO_KINDS)
    if parts.promised.empty:
        page.state_empty("No promise is written down yet.")
    page.table(answer.promised(parts.promised, parts.names))
    if len(parts.promised) and parts.promised["version"].gt(1).any():
        with folds.worked_out("Every version of every promise"):
            page.table(answer.promised(parts.promised, parts.names, is_every=True))
    if parts.people is None or parts.asked is None:
        return page.small(
            "A promise names who of HR and who of Sales agreed: only who may see names writes one."
        )
    return deciding.promise(parts)

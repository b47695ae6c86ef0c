"""What exactly is this number?"""

from __future__ import annotations

from hiring import filters, metrics, page, page_lists
from hiring.findings import bars, definitions
from hiring.scope import Scope
from hiring.session import ask


def show() -> None:
    """Draw the page."""
    chosen = filters.current()
    page.lead(
        "Definitions",
        "What each number means, the same on every page",
        f"{definitions.counted()} Version {metrics.VERSION}. The outcome window chosen above stands in the words.",
    )
    page_lists.contents(
        [
            (group, [(metric.title(chosen), metric.name) for metric in cards])
            for group, cards in metrics.groups()
        ]
    )
    _settings(chosen)
    for group, cards in metrics.groups():
        page.finding(group)
        for pair in metrics.side_by_side(cards):
            for place, metric in zip(page.two_columns("two sides"), pair, strict=False):
                with place:
                    page_lists.entry(
                        metric.title(chosen),
                        metric.defined(chosen),
                        metric.facts(chosen),
                        anchor=metric.name,
                    )
    page.footer()


def _settings(chosen: Scope) -> None:
    roles = ask("shared/role_bars", chosen)
    left, right = page.two_columns("two sides")
    with left:
        page.finding("What this company has set", "In config.toml beside the exports, or the default")
        page_lists.points((*definitions.settings(ask("shared/company"), chosen), *definitions.fixed()))
    with right:
        page.finding("How sure", "The same words and marks on every page")
        page_lists.points(definitions.certainty())
        page.methods_link()
    page.finding("What each role must reach", bars.bar_in_words(roles, chosen.outcome_window))
    page.table(definitions.roles(roles))
    page.small(bars.high_performers_in_words(roles, chosen.outcome_window))

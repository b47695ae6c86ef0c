"""What exactly is this number?"""

from __future__ import annotations

from hiring import metrics
from hiring.access.scope import Scope
from hiring.findings import bars, definitions
from hiring.serving.session import ask
from hiring.showing import filters, folds, glossary, lists, page

SETTINGS, HOW_SURE = "What this company has set", "How sure: Clear, Leaning, Can't tell"


def show() -> None:
    """Draw the page."""
    chosen = filters.current()
    page.lead(
        "Definitions",
        "What each number means, the same on every page",
        f"{definitions.counted()} Version {metrics.VERSION}. Texts name the month that the filters above choose. "
        "Open a name to see what it means, its clock, who is counted and what it cannot tell.",
    )
    every = [(group, tuple(_entry(metric, chosen) for metric in cards)) for group, cards in metrics.groups()]
    if sought := glossary.sought():
        found = glossary.matching(every, sought)
        page.small(definitions.found(sum(len(entries) for _, entries in found), sought))
        return glossary.glossary(found)
    chapters = [(group, glossary.anchor_of(group)) for group, _ in every]
    lists.contents([("On this page", [*chapters, (SETTINGS, "settings"), (HOW_SURE, "how-sure")])])
    glossary.glossary(every)
    return _settings(chosen)


def _entry(metric: metrics.Metric, chosen: Scope) -> glossary.Entry:
    told = (metric.title(chosen), metric.name, metric.defined(chosen), metric.facts(chosen))
    return glossary.Entry(*told, metrics.ALSO.get(metric.name, ""))


def _settings(chosen: Scope) -> None:
    roles = ask("shared/role_bars", chosen)
    left, right = page.two_columns("two sides")
    with left:
        page.finding(SETTINGS, "In config.toml beside the exports, or the default", anchor="settings")
        lists.points((*definitions.settings(ask("shared/company"), chosen), *definitions.fixed()))
        with folds.worked_out("Other words: Likely, Too few, Hidden, The middle"):
            lists.points(definitions.other_words())
    with right:
        page.finding(HOW_SURE, "The same words and marks on every page", anchor="how-sure")
        lists.points(definitions.labels())
        page.methods_link()
    page.finding("What each role must reach", bars.bar_in_words(roles, chosen.outcome_window))
    page.table(definitions.roles(roles))
    page.small(bars.high_performers_in_words(roles, chosen.outcome_window))

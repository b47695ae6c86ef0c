"""The filters of a command, `--set name=value`: the scope that questions are asked under, and whom it leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from hiring.access import scope
from hiring.access.scope import Scope, UsageError
from hiring.access.viewer import Viewer
from hiring.warehouse.asking import Warehouse

if TYPE_CHECKING:
    from hiring.statistics.evidence.frames import Chosen


def chosen(pairs: Sequence[str], warehouse: Warehouse, viewer: Viewer) -> Scope:
    """Everything but what the pairs leave out; raises `UsageError` for a pair that says nothing."""
    words = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise UsageError(f"--set {pair} · wanted name=value")
        words[name.strip()] = value
    choices = scope.choices_from(
        *(
            warehouse.ask(f"shared/{question}", viewer, {})
            for question in ("filter_values", "company", "filter_groups")
        )
    )
    return scope.with_words(scope.everything(choices), words)


def picked(warehouse: Warehouse, viewer: Viewer, within: Scope) -> Chosen:
    """Whom the scope and the viewer's rights leave, with the names of interviewers for who may see them."""
    from hiring.statistics.evidence import frames  # with scipy, which other verbs need not

    def asking(of: Scope, how: Callable[..., pd.DataFrame] = warehouse.for_estimates) -> frames.Ask:
        return lambda name: how(name, viewer, of.parameters())

    everything = scope.everything(within.choices)
    return frames.chosen(
        asking(within), asking(everything), asking(within, warehouse.ask) if viewer.sees_names else None
    )

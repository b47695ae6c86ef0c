"""The filters of a command, `--set name=value`, as the scope that questions are asked under."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.access import scope
from hiring.access.scope import Scope, UsageError
from hiring.access.viewer import Viewer
from hiring.warehouse.asking import Warehouse


def filters(pairs: Sequence[str], warehouse: Warehouse, viewer: Viewer) -> Scope:
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

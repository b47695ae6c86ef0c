"""What one tile of a page shows, whichever page it is."""

from __future__ import annotations

from dataclasses import dataclass

from hiring import metrics
from hiring.access.scope import Scope


@dataclass(frozen=True)
class Number:
    """A number by the card that defines it: its value in words, and what stands beside it (its range with n).

    `label` stands in place of the card's where the number is of others than the page's hires.
    """

    card: str
    value: str
    note: str
    label: str = ""

    def title(self, scope: Scope | None = None) -> str:
        """The tile's label, as the card has it; with the window of a scope where it depends on one."""
        card = metrics.card(self.card)
        return self.label or (card.label if scope is None else card.title(scope))

    def definition(self, scope: Scope | None = None) -> str:
        """What the card says that is counted, in short."""
        return metrics.short(self.card) if scope is None else metrics.short(self.card, scope)

"""The card of every measured word: `card("met_bar")` says what is counted, from when to when, for whom.

Pages take a tile's label and help from here, and the definitions page shows each card whole, so that one
word means one thing everywhere. The words are true to the selects they name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.config import WINDOWS
from hiring.metrics.agreeing import AGREEING
from hiring.metrics.also import ALSO
from hiring.metrics.asking import ASKING
from hiring.metrics.candour import CANDOUR
from hiring.metrics.combining import COMBINING
from hiring.metrics.comparing import COMPARING
from hiring.metrics.counting import COUNTING
from hiring.metrics.expecting import EXPECTING
from hiring.metrics.interviewing import INTERVIEWING
from hiring.metrics.leading import LEADING
from hiring.metrics.loading import LOADING
from hiring.metrics.metric import WINDOW, Days, Metric
from hiring.metrics.opening import OPENING
from hiring.metrics.passing import PASSING
from hiring.metrics.profiles import PROFILING
from hiring.metrics.quarterly import QUARTERLY
from hiring.metrics.recruiting import RECRUITING
from hiring.metrics.reviewing import REVIEWING
from hiring.metrics.selecting import SELECTING
from hiring.metrics.selling import SELLING
from hiring.metrics.sharing import SHARING
from hiring.metrics.staying import STAYING

if TYPE_CHECKING:
    from hiring.access.scope import Scope

__all__ = ["ALSO", "CARDS", "VERSION", "Days", "Metric", "card", "groups", "labelled", "short"]

#: Every card, in reading order.
CARDS: tuple[Metric, ...] = (
    *SELLING,
    *STAYING,
    *REVIEWING,
    *LEADING,
    *RECRUITING,
    *COMPARING,
    *EXPECTING,
    *COMBINING,
    *INTERVIEWING,
    *CANDOUR,
    *PASSING,
    *AGREEING,
    *SHARING,
    *OPENING,
    *QUARTERLY,
    *ASKING,
    *PROFILING,
    *COUNTING,
    *SELECTING,
    *LOADING,
)
#: The version of the definitions as a whole: it rises with any card's.
VERSION = 1 + sum(metric.version - 1 for metric in CARDS)

_BY_NAME = {metric.name: metric for metric in CARDS}
_BY_LABEL = {
    metric.label.replace(WINDOW, str(window)): metric for metric in CARDS for window in (*WINDOWS, WINDOW)
}


def card(name: str) -> Metric:
    """The card of that name; KeyError for a word nobody defined."""
    return _BY_NAME[name]


def short(name: str, scope: Scope | None = None) -> str:
    """A tile's help for that word."""
    return card(name).short(scope)


def labelled(label: str) -> Metric | None:
    """The card a tile's label belongs to, whatever the window in it; None where the label has no card."""
    return _BY_LABEL.get(label)


def groups() -> tuple[tuple[str, tuple[Metric, ...]], ...]:
    """The cards by group, both in reading order."""
    names = dict.fromkeys(metric.group for metric in CARDS)
    return tuple((name, tuple(metric for metric in CARDS if metric.group == name)) for name in names)

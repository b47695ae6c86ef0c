"""Header labels as they are compared: without case, spaces, hyphens and the marks that exports hang on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from hiring.loading import forgetting

_PASSED_OVER = re.compile(r"[\s_\-–—\u00a0\u200b\ufeff\"“”]+")
_ENDING = "*:†↑↓"


@forgetting.too
@lru_cache(maxsize=65536)
def folded(label: str) -> str:
    """A label as it is compared: `Deal - Title*`, `deal title` and `DEAL_TITLE` are one."""
    return _PASSED_OVER.sub("", label.casefold()).replace("’", "'").rstrip(_ENDING)


def keys_of(labels: Sequence[str]) -> tuple[str, ...]:
    """A key for each column by position: its folded label, numbered from the second of its name on (`notes (2)`).

    A column without a label has the empty key.
    """
    seen: Counter[str] = Counter()
    keys = []
    for label in labels:
        name = folded(label)
        seen[name] += 1
        keys.append(name if seen[name] == 1 or not name else f"{name}({seen[name]})")
    return tuple(keys)


def first_of(aliases: Iterable[str], keys: frozenset[str]) -> str:
    """The key of the first alias that is there, empty text if none is; `~words` is a label that holds these words."""
    return next((key for alias in aliases for key in matching(alias, keys)), "")


def matching(alias: str, keys: Iterable[str]) -> list[str]:
    """The keys that an alias names, in alphabetical order."""
    wanted = folded(alias.removeprefix("~"))
    if alias.startswith("~"):
        return sorted(key for key in keys if wanted in key)
    return [wanted] if wanted in keys else []

"""Remember what a pure function made of the same values before.

A page is drawn anew at every click, mostly from answers it has seen: the intervals, comparisons and figures are
then the same again. The key is the content of the arguments, so nothing that differs by viewer or warehouse can
be mistaken for another's. A function whose arguments cannot be written down is simply called.
"""

from __future__ import annotations

import hashlib
import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: Results kept over all functions: some forty a page and scope, small frames and figures of a few kB.
MOST_KEPT = 4000

_kept: OrderedDict[bytes, object] = OrderedDict()
_lock = threading.Lock()


def _key(name: str, arguments: object) -> bytes | None:
    try:
        content = pickle.dumps(arguments, protocol=5)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None
    return hashlib.blake2b(
        content, digest_size=20, person=hashlib.blake2b(name.encode(), digest_size=16).digest()
    ).digest()


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """The function, whose result for equal arguments is made once; nobody may change what it gives."""

    @wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> R:
        key = _key(f"{function.__module__}.{function.__qualname__}", (args, sorted(kwargs.items())))
        if key is None:
            return function(*args, **kwargs)
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                found: R = _kept[key]  # type: ignore[assignment]
                return found
        made = function(*args, **kwargs)
        with _lock:
            _kept[key] = made
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        return made

    return known


def forget() -> None:
    """Forget everything: for tests."""
    with _lock:
        _kept.clear()

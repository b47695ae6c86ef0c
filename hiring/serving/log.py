"""What the server writes to its log of an error: which kind, where in the code, and no word that stood in a file.

The text of an exception often quotes the value it stumbled over, and a log is kept long after somebody was forgotten.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from typing import Any

#: Of a chain of errors, each the cause of the next, so many are told.
LONGEST_CHAIN = 10


def keep_values_out() -> None:
    """From now on no log of this process, ours or Streamlit's, tells more of an exception than `trace`."""
    former = logging.getLogRecordFactory()
    if not isinstance(former, _Factory):
        logging.setLogRecordFactory(_Factory(former))


class _Factory:
    """Makes records whose exception is told already when a handler comes to write it."""

    def __init__(self, former: Any) -> None:
        self._former = former

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record: logging.LogRecord = self._former(*args, **kwargs)
        if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
            record.exc_text = trace(record.exc_info[1])
        return record


def trace(error: BaseException) -> str:
    """The error and what caused it, first cause first: lines of code and the kind of error, not its text."""
    return "\nwhich led to\n".join(_told(one) for one in reversed(list(_chain(error))))


def _chain(error: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = error
    for _ in range(LONGEST_CHAIN):
        if one is None:
            return
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _told(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return "".join([*traceback.format_tb(error.__traceback__), kind.removeprefix("builtins.")])

"""What a mapping cannot tell by itself: a question for a person, and who may have answered it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hiring.loading.messages import Message


@dataclass(frozen=True)
class Ask:
    """A question about one file; `binds`: its answer holds for this very file only."""

    key: str
    message: Message
    choices: tuple[str, ...]
    binds: bool = True


#: (question, digest of the file) → the answer a person gave and signed, `None` without one.
Answered = Callable[[Ask, str], str | None]


def nobody(_ask: Ask, _digest: str) -> str | None:
    """Nobody answered anything."""
    return None

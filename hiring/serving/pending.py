"""A file that a button offers: its bytes are made when somebody asks for them, as long as its warehouse is served.

Streamlit keeps what a button would do until that page is drawn anew, which for a page left open is never. So the
button keeps this, and this lets go of the rows.
"""

from __future__ import annotations

from collections.abc import Callable

from hiring.loading import forgetting

NOT_SERVED = (
    "The exports were built anew after this page was drawn. Reload the page, then take the file out again."
)


class NotServedError(RuntimeError):
    """What the file would hold is served no more; the button then says that it could not be made."""

    def __init__(self) -> None:
        super().__init__(NOT_SERVED)


class Pending:
    """The bytes of a file, on demand; raises `NotServedError` once another warehouse is served.

    `is_served` tells whether the warehouse its page was drawn on still is.
    """

    def __init__(self, content: Callable[[], bytes], is_served: Callable[[], bool]) -> None:
        self._content: Callable[[], bytes] | None = content
        self._is_served = is_served
        forgetting.by(self)

    def __call__(self) -> bytes:
        """The bytes; raises what making them raises."""
        content = self._content
        if content is None:
            raise NotServedError
        return content()

    def forget(self) -> None:
        """Let go of all that the bytes would be made of, unless its page is of the warehouse now served."""
        if not self._is_served():
            self._content = None

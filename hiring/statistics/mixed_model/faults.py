"""What the engine refuses, each with one sentence that says what was found and what to do."""

from __future__ import annotations


class UnfitDataError(ValueError):
    """The data cannot be fitted as given: shapes that disagree, missing values, a name used twice."""


class TooFewRowsError(UnfitDataError):
    """No row is left over once the fixed effects are fitted, so nothing can be said of any spread."""

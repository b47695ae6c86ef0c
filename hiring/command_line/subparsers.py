"""What each verb is added to: the parser of all verbs, as far as a verb sees it."""

from __future__ import annotations

import argparse
from typing import Protocol


class Verbs(Protocol):
    """What `add_subparsers` gives, whose class has no public name."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002
        """A parser for a verb."""

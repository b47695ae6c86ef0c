"""What one of our columns means, for whoever is asked which column of a file it is."""

from __future__ import annotations

from hiring.contract import Column
from hiring.mapping import meanings


def explained(column: Column) -> str:
    """What stands in a column, the words it may have, and an example; a mapping reads it in other forms, too."""
    words = meanings.choices(column)
    sentences = [column.means]
    sentences += [f"One of {', '.join(words)}"] if words else []
    sentences += [] if words else [f"Such as {column.example}"]
    return "".join(f"{sentence}. " for sentence in sentences).rstrip()

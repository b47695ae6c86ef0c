"""The same lines on a terminal: `check` and `build` print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hiring.findings.start import lines
from hiring.findings.start.lines import File, Line
from hiring.words import LINE_CHARACTERS, one_line

_ANSWER = "next: answer, with the line below"
Account = Mapping[str, object]


def account(files: Sequence[File], counts: Sequence[Account], *, prints_answers: bool) -> Iterator[str]:
    """A line a file, known or not: its rows, what it was taken for, what is asked or in the way, and the next step.

    `counts`: the account of each file that a build came to. Of a file that was loaded, rows read = loaded + set aside
    + skipped, and what waits for a word to be said stands apart. `prints_answers`: lines to answer with stand below.
    """
    by_file, account_of = {one.file: one for one in files}, {str(one["file"]): one for one in counts}
    names = list(dict.fromkeys([*account_of, *by_file]))
    if not names:
        return
    width = max(len(_name(name)) for name in names)
    waits = any(one.waiting for one in files)
    heads = f"  {'read':>10} = {'loaded':>10} + {'set aside':>9} + {'skipped':>8}"
    heads += f" + {'waiting':>8}" if waits else ""
    yield f"{'file':<{width}}{heads if counts else ''}".rstrip()
    for name in names:
        one, mine = by_file.get(name), account_of.get(name, {})
        has_counts = mine.get("table") is not None
        parts = [_counts(mine, one, waits=waits)] if has_counts else []
        parts += [_said(one, has_counts=has_counts, prints_answers=prints_answers)] if one else []
        yield f"{_name(name):<{width}}  {'  '.join(parts or ['not loaded: no table of ours'])}"


def _name(file: str) -> str:
    return one_line(file, 2 * LINE_CHARACTERS)


def _counts(mine: Account, one: File | None, *, waits: bool) -> str:
    waiting = sum(word.rows for word in one.waiting) if one else 0
    read, loaded, aside, skipped = (
        int(str(mine[key])) for key in ("read", "loaded", "quarantined", "skipped")
    )
    text = f"{read:>10,} = {loaded:>10,} + {max(aside - waiting, 0):>9,} + {skipped:>8,}"
    return f"{text} + {waiting:>8,}" if waits else text


def _said(one: File, *, has_counts: bool, prints_answers: bool) -> str:
    line: Line = lines.line(one)
    parts = [part for part in line.parts if not (has_counts and part == line.rows)]
    if line.lacking:
        parts.append(f"lacks: {line.lacking}")
    if one.asked and prints_answers:
        parts.append(_ANSWER)
    elif line.todo:
        parts.append(f"next: {line.todo}")
    return " · ".join(parts)

"""An answer written into `answers.toml` beside the exports: the line a build printed, with what a person chose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hiring.loading import plain_files, toml_files
from hiring.warehouse.answers import answers_in, as_toml

FILE = "answers.toml"
LONGEST_NAME = 120


class AnswerError(ValueError):
    """An answer that cannot be written; the text is one line for the person who gave it."""


def write(exports: Path, line: str, choice: str, by: str, today: date) -> Path:
    """Write the answer to the question of this line; gives the file's path.

    An answer to the same question that stands there is replaced, all else stays as it is. Raises `AnswerError` where
    nobody signed or the file cannot be read as it is, `OSError` of the disk.
    """
    who = " ".join(by.split())[:LONGEST_NAME]
    if not who or who == "your name":
        raise AnswerError("an answer needs the name of who gives it · write your name beside it")
    known = answers_in(exports)
    if known.fault:
        raise AnswerError(str(known.fault))
    ((key, entry),) = toml_files.parsed(line).items()
    if not isinstance(entry, dict):
        raise AnswerError(f"{FILE} · no question stands in the line to answer with")
    about = f", file = {as_toml(str(entry['file']))}" if entry.get("file") else ""
    on = today.isoformat()
    answer = f"{as_toml(key)} = {{answer = {as_toml(choice)}, by = {as_toml(who)}, on = {on}{about}}}"
    path = exports / FILE
    rows = plain_files.text(path).split("\n") if path.exists() else []
    at = known.lines.get(key)
    if at and "answer" in toml_files.parsed(rows[at - 1])[key]:
        rows[at - 1] = answer
    elif key in known.given:
        raise AnswerError(f"{FILE} · an answer to this stands there over several lines · change it there")
    else:
        while rows and not rows[-1].strip():
            rows.pop()
        rows.append(answer)
    text = "\n".join(rows).rstrip("\n") + "\n"
    toml_files.parsed(text)
    plain_files.put(path, text.encode())
    return path

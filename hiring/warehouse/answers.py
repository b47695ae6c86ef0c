"""Questions a build may not answer itself, and the answers a person wrote into `answers.toml`.

An answer is one line, `"question" = {answer = "…", by = "…", on = 2026-01-31, file = "digest of the file"}`;
where a question is about one file, the answer holds only for that file's very bytes.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hiring.loading.messages import Message


@dataclass(frozen=True)
class Question:
    """Something to ask a person before the build goes on; `choices` are the answers it understands."""

    key: str
    message: Message
    choices: tuple[str, ...]
    digest: str = ""

    def line(self, today: date) -> str:
        """The one line to put into `answers.toml` for the first choice, with the name left to fill in."""
        about = f', file = "{self.digest}"' if self.digest else ""
        return (
            f"{json.dumps(self.key, ensure_ascii=False)} = "
            f'{{answer = "{self.choices[0]}", by = "your name", on = {today.isoformat()}{about}}}'
        )


@dataclass(frozen=True)
class Answers:
    """What people answered, by question; `fault` is one line when the file cannot be read."""

    given: dict[str, dict[str, object]]
    fault: Message | None = None

    def answer(self, question: Question) -> str | None:
        """The answer that holds for this question, or `None` while nobody gave one."""
        entry = self.given.get(question.key, {})
        if question.digest and entry.get("file") != question.digest:
            return None
        chosen = entry.get("answer")
        signed = isinstance(entry.get("by"), str) and str(entry["by"]).strip() not in ("", "your name")
        return str(chosen) if chosen in question.choices and signed else None


def answers_in(exports: Path) -> Answers:
    """The answers beside the exports; none where there is no file."""
    path = exports / "answers.toml"
    if not path.is_file():
        return Answers({})
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        found = str(error).splitlines()[0]
        return Answers(
            {},
            Message(
                "refused", "answers.toml", None, None, found, "TOML", "no answer was read", "correct the line"
            ),
        )
    return Answers({key: value for key, value in values.items() if isinstance(value, dict)})

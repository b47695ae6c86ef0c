"""Questions a build may not answer itself, and the answers a person wrote into `answers.toml`.

An answer is one line, `"question" = {answer = "…", by = "…", on = 2026-01-31, file = "digest of the file"}`;
where a question is about what stands in a file, the answer holds only for that file's very bytes. What a stage
of deals means is asked once: its answer holds for every later export.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hiring import plain_files, toml_files
from hiring.loading.messages import Message

STAGE_MEANINGS = ("won", "lost", "open")


def _toml(text: str) -> str:
    """`text` as a TOML string of one line; what cannot be seen is written out."""
    escaped = (
        c
        if c.isprintable() and c not in '"\\'
        else f"\\u{ord(c):04X}"
        if ord(c) < 65536
        else f"\\U{ord(c):08X}"
        for c in text
    )
    return f'"{"".join(escaped)}"'


def veiled(words: str) -> str:
    """What a question, or a choice of it, is called that would name an erased person; either counts as an answer."""
    return f"about an erased person, {hashlib.sha256(words.encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Question:
    """Something to ask a person before the build goes on; `choices` are the answers it understands."""

    key: str
    message: Message
    choices: tuple[str, ...]
    digest: str = ""
    binds: bool = (
        True  # the answer holds only for files with this digest; else the digest is only kept on record
    )

    def line(self, today: date) -> str:
        """The one line to put into `answers.toml` for the first choice, with the name left to fill in."""
        about = f', file = "{self.digest}"' if self.digest else ""
        return (
            f"{_toml(self.key)} = "
            f'{{answer = "{self.choices[0]}", by = "your name", on = {today.isoformat()}{about}}}'
        )


def _is_signed(entry: Mapping[str, object]) -> bool:
    """Whether a person put a name of their own under an answer."""
    return str(entry.get("by") or "").strip() not in ("", "your name")


@dataclass(frozen=True)
class Answers:
    """What people answered, by question; `fault` is one line when the file cannot be read."""

    given: dict[str, dict[str, object]]
    fault: Message | None = None

    def answer(self, question: Question) -> str | None:
        """The answer that holds for this question, or `None` while nobody gave one."""
        entry = self.given.get(question.key) or self.given.get(veiled(question.key), {})
        if question.binds and question.digest and entry.get("file") != question.digest:
            return None
        meant = {
            **{veiled(choice): choice for choice in question.choices},
            **{c: c for c in question.choices},
        }
        chosen = meant.get(str(entry.get("answer")))
        return chosen if _is_signed(entry) else None

    def stage_meanings(self) -> dict[str, str]:
        """Stage of a deal → won, lost or open, for every stage somebody gave a meaning and signed."""
        return {
            key.removeprefix("stage "): str(entry["answer"])
            for key, entry in sorted(self.given.items())
            if key.startswith("stage ") and entry.get("answer") in STAGE_MEANINGS and _is_signed(entry)
        }


def answers_in(exports: Path) -> Answers:
    """The answers beside the exports; none where there is no file."""
    try:
        values = toml_files.parsed(plain_files.text(exports / "answers.toml"))
    except (FileNotFoundError, NotADirectoryError):
        return Answers({})
    except plain_files.UnfitError as error:
        return _faulty(error.found, f"{error.wanted} of answers", "put the file itself there")
    except OSError as error:
        return _faulty(error.strerror or "", "a file that can be read", "look at its permissions")
    except (toml_files.TomlError, UnicodeDecodeError) as error:
        return _faulty(str(error), "TOML", "correct the line")
    return Answers({key: value for key, value in values.items() if isinstance(value, dict)})


def _faulty(found: str, wanted: str, todo: str) -> Answers:
    outcome = "no answer was read"
    return Answers({}, Message("refused", "answers.toml", None, None, found, wanted, outcome, todo))

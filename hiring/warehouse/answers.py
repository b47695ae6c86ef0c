"""Questions a build may not answer itself, and the answers a person wrote into `answers.toml`.

An answer is one line, `"question" = {answer = "…", by = "…", on = 2026-01-31, file = "digest of the file"}`;
where a question is about what stands in a file, the answer holds only for that file's very bytes. What a stage
of deals means is asked once: its answer holds for every later export.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hiring.loading import plain_files, toml_files
from hiring.loading.messages import Message

STAGE_MEANINGS = ("won", "lost", "open")


def as_toml(text: str) -> str:
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
            f"{as_toml(self.key)} = "
            f'{{answer = "{self.choices[0]}", by = "your name", on = {today.isoformat()}{about}}}'
        )


#: Why an answer that stands there is not taken, and what to do.
_UNSIGNED = ("an answer without a name", 'put your own name after "by"')
_OF_ANOTHER = (
    "an answer about another export",
    "look at this one, then put the line printed below in its place",
)
_NO_CHOICE = ("no answer of those asked for", "take one of those printed below")


def _is_signed(entry: Mapping[str, object]) -> bool:
    """Whether a person put a name of their own under an answer."""
    return str(entry.get("by") or "").strip() not in ("", "your name")


def _meant(entry: Mapping[str, object], question: Question) -> str | None:
    """Which of the choices an answer is."""
    meant = {veiled(choice): choice for choice in question.choices} | {c: c for c in question.choices}
    return meant.get(str(entry.get("answer")))


def _fault(entry: Mapping[str, object], question: Question) -> tuple[str, str] | None:
    """Why an answer does not count, and what to do; `None` where it counts."""
    if question.binds and question.digest and entry.get("file") != question.digest:
        return _OF_ANOTHER
    if _meant(entry, question) is None:
        return _NO_CHOICE
    return None if _is_signed(entry) else _UNSIGNED


@dataclass(frozen=True)
class Answers:
    """What people answered, by question, each on its line; `fault` is one line when the file cannot be read."""

    given: dict[str, dict[str, object]]
    fault: Message | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def answer(self, question: Question) -> str | None:
        """The answer that holds for this question, or `None` while nobody gave one."""
        entry = self.given.get(self._key(question), {})
        return None if _fault(entry, question) else _meant(entry, question)

    def not_taken(self, asked: Iterable[Question]) -> tuple[Message, ...]:
        """Which of these questions have an answer that does not count, and why; a question itself may hold a name."""
        found = []
        for question in asked:
            key = self._key(question)
            fault = _fault(self.given[key], question) if key in self.given else None
            if fault:
                outcome = "it is not taken, and the question stands"
                line = self.lines.get(key)
                found.append(Message("held", "answers.toml", line, None, fault[0], "", outcome, fault[1]))
        return tuple(found)

    def _key(self, question: Question) -> str:
        """Under which name the question is answered."""
        return question.key if self.given.get(question.key) else veiled(question.key)

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
        text = plain_files.text(exports / "answers.toml")
        values = toml_files.parsed(text)
    except (FileNotFoundError, NotADirectoryError):
        return Answers({})
    except plain_files.UnfitError as error:
        return _faulty(error.found, f"{error.wanted} of answers", "put the file itself there")
    except OSError as error:
        return _faulty(error.strerror or "", "a file that can be read", "look at its permissions")
    except (toml_files.TomlError, UnicodeDecodeError) as error:
        return _faulty(str(error), "TOML", "correct the line")
    given = {key: value for key, value in values.items() if isinstance(value, dict)}
    for part in list(
        given.values()
    ):  # a line pasted below a heading of the file's own is an answer all the same
        given |= {key: value for key, value in part.items() if isinstance(value, dict) and key not in given}
    return Answers(given, lines=_lines(text))


def _lines(text: str) -> dict[str, int]:
    """On which line each answer stands that is one line, as those printed are."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        with suppress(toml_files.TomlError):
            found |= dict.fromkeys(toml_files.parsed(line), number)
    return found


def _faulty(found: str, wanted: str, todo: str) -> Answers:
    outcome = "no answer was read"
    return Answers({}, Message("refused", "answers.toml", None, None, found, wanted, outcome, todo))

"""What a build is asked, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from hiring.loading.messages import Message
from hiring.warehouse.account import SetAside
from hiring.warehouse.answers import Question
from hiring.warehouse.taken_for import Taken


@dataclass(frozen=True)
class Request:
    """What to build, from where, as of when. `clock` is the day of the build, given so that tests can choose it.

    `clock_is_right`: a person says so, of a clock that is behind the day of the last build.
    """

    exports: Path
    warehouse: Path
    as_of: date | None = None
    clock: date = field(default_factory=lambda: datetime.now(UTC).date())
    only_check: bool = False
    progress: Callable[[str], None] = lambda _text: None
    clock_is_right: bool = False
    wait: Callable[[Path], None] | None = None  # between two looks at a file that may still be growing


@dataclass(frozen=True)
class BuildResult:
    """How a build ended: `served`, `unchanged`, `checked`, `refused` or `held`; and all there is to say about it.

    One whose disk or memory gave out is on record as `failed`, but raises, so that nobody gets this of it.
    """

    outcome: str
    files: tuple[dict[str, object], ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    digest: str = ""
    warehouse: Path | None = None
    set_aside: tuple[SetAside, ...] = ()
    taken: tuple[Taken, ...] = ()  # what each file was taken for

    @property
    def is_good(self) -> bool:
        """Whether a warehouse is served (or, for a check, could be)."""
        return self.outcome in ("served", "unchanged", "checked")

    def as_json(self) -> Mapping[str, object]:
        """The shape promised to others, with what was asked and said beside it."""
        return {
            "files": list(self.files),
            "digest": self.digest,
            "warehouse": str(self.warehouse) if self.warehouse else None,
            "outcome": self.outcome,
            "taken_for": [asdict(one) for one in self.taken],
            "messages": [str(message) for message in self.messages],
            "answers_wanted": [question.line(datetime.now(UTC).date()) for question in self.questions],
        }


class RefusedError(Exception):
    """The build cannot go on; `messages` say why, one line each, `set_aside` are the rows they send people to."""

    def __init__(self, *messages: Message, set_aside: tuple[SetAside, ...] = ()) -> None:
        super().__init__(*map(str, messages))
        self.messages = messages
        self.set_aside = set_aside


def refused(file: str, *, found: str = "", wanted: str = "", todo: str = "") -> RefusedError:
    """The refusal with one line: what was found, what was wanted, what to do."""
    return RefusedError(
        Message("refused", file, found=found, wanted=wanted, outcome="build refused", todo=todo)
    )

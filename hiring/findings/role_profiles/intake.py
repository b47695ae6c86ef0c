"""What the evidence on role profiles means for the next intake: sentences to talk about, never of a person.

Judged evidence in, words out; no streamlit.
"""

from __future__ import annotations

from collections.abc import Sequence

from hiring import words
from hiring.findings.role_profiles.agreed import joined
from hiring.findings.role_profiles.answer import is_level
from hiring.findings.role_profiles.competencies import question_to_ask
from hiring.statistics.profiles.agreed import NO_AGREEMENT
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.compared import Line, RoleView
from hiring.statistics.profiles.evidence import Evidence, Silence, State
from hiring.statistics.profiles.gates import ALIKE_FROM
from hiring.statistics.verdicts import Direction, Label

TITLE = "What this means for the next intake"
MOST_TALKS = 3
NOTHING_CLEAR = "No competency clearly stands out from the others yet: no reason to move a weight."
Point = tuple[str, str]


def points(views: Sequence[RoleView], found: Evidence, alike: Alikeness) -> tuple[Point, ...]:
    """What it is about, and the sentences: one entry a role, and one for both where there is something."""
    of_all = _of_all(views, found)
    told = [(view.role, _of_role(view, found, alike, is_said=bool(of_all))) for view in views]
    said = [one for one in told if one[1]]
    if of_all:
        said.append(("Both" if len(views) > 1 else "All competencies", of_all))
    pair = alike.pair(views[0].role, views[1].role) if len(views) > 1 else None
    if pair is not None and pair > ALIKE_FROM:
        both = "the profiles are almost the same. A profile that fits everyone describes no one."
        said.append(("Both", both))
    return tuple(said)


def _of_all(views: Sequence[RoleView], found: Evidence) -> str:
    """That nothing moves a weight, once where it holds of every role; empty where one has something to keep."""
    if _is_level(views, found):
        return (
            "higher ratings went with later results, but in no competency clearly more than in the others. That is "
            "no reason to move a weight."
        )
    is_same = len(views) > 1 and all(_clear(view, found) == NOTHING_CLEAR for view in views)
    return f"{NOTHING_CLEAR[:1].lower()}{NOTHING_CLEAR[1:]}" if is_same else ""


def _is_level(views: Sequence[RoleView], found: Evidence) -> bool:
    """Whether ratings go with results in all of these roles whatever the competency."""
    compared = [view for view in views if found.has_evidence(view.role)]
    return found.silence is Silence.NONE and len(compared) == len(views) and is_level(compared, found)


def _of_role(view: RoleView, found: Evidence, alike: Alikeness, *, is_said: bool = False) -> str:
    """What is to be talked about of one role; `is_said`: that nothing moves a weight is said of all."""
    clear = _clear(view, found)
    sentence = (
        _profile(view, alike),
        *_talks(view),
        "" if is_said and clear == NOTHING_CLEAR else clear,
        _lower(view),
        _waiting(view, found),
    )
    said = " ".join(filter(None, sentence))
    return said or ("" if is_said else "nothing speaks against the profile, and nothing clearly for it.")


def _profile(view: RoleView, alike: Alikeness) -> str:
    """What is to be settled about the profile itself."""
    if view.profile is None:
        return "Agree on a profile first: nothing has been written down to look for."
    missing = view.profile.current.not_agreed_by
    name = view.profile.current.name
    said = f"{missing[0]} has not agreed to version {name}, in force." if missing else ""
    if len(missing) > 1:
        said = f"Version {name}: {NO_AGREEMENT}."
    if view.role in alike.even_roles:
        said += " Everything weighs about the same: decide what may be given up."
    return said.strip()


def _talks(view: RoleView) -> tuple[str, ...]:
    """The flags, the heaviest competency first."""
    said = [text for text in map(question_to_ask, view.lines) if text]
    more = len(said) - MOST_TALKS
    rest = (f"{words.counted(more, 'more flag')} in the table below.",) if more > 0 else ()
    return (*said[:MOST_TALKS], *rest)


def _clear(view: RoleView, found: Evidence) -> str:
    """What to keep asking for."""
    asked = [line.competency for line in view.supported if line.wanted]
    if asked:
        verb, it = ("goes", "it") if len(asked) == 1 else ("go", "them")
        return (
            f"{joined(asked)} clearly {verb} with later results more than the others: keep asking for {it}."
        )
    if found.silence is Silence.NONE and found.has_evidence(view.role) and view.profile:
        return NOTHING_CLEAR
    return ""


def _lower(view: RoleView) -> str:
    """What clearly goes with results less than the others."""
    names = [line.competency for line in view.lines if _is_clearly_lower(line)]
    if not names:
        return ""
    verb = "goes" if len(names) == 1 else "go"
    less = f"{joined(names)} clearly {verb} with later results less than the others"
    return f"{less}: talk about what a high score stands for."


def _is_clearly_lower(line: Line) -> bool:
    slope = line.slope
    return slope is not None and slope.label is Label.CLEAR and slope.direction is Direction.LOWER


def _waiting(view: RoleView, found: Evidence) -> str:
    """Of what nothing is said yet, and how many more rated hires that takes."""
    if found.silence is Silence.NO_HIRES:
        return "No hire can be judged, so there is no evidence."
    if found.silence is Silence.NO_RATINGS:
        return "No ratings of hires are known, so nothing can be said of any competency."
    if found.silence is Silence.SAME_OUTCOME:
        return "No hire stands above another of the same role, so no rating can go with it."
    if found.silence is Silence.SMALL_COMPANY:
        return f"Evidence needs {words.counted(found.n_needed, 'more hire')} in all roles together."
    waiting = [line for line in view.lines if line.slope and line.state is State.TOO_FEW]
    if not waiting:
        return ""
    hopeful = [line for line in view.lines if line.state in (State.TOLD, State.TOO_FEW)]
    about = "All" if len(waiting) == len(hopeful) else "Some"
    first, *rest = [(line.competency, line.slope.n_needed or 0) for line in waiting if line.slope]
    each = [f"{first[0]} for {words.counted(first[1], 'more rated hire')}"]
    each += [f"{name} for {words.number(more)}" for name, more in rest]
    return f"{about} of it waits for evidence: {joined(each)}."

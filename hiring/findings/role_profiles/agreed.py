"""What was agreed to look for in the roles of the page "Role profiles": in words, through time, and how alike it is.

Profiles in, frames and words out; no streamlit.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.findings.numbers import Number
from hiring.findings.role_profiles.figures import agreed
from hiring.statistics.profiles.agreed import Profile, Version, Wanted, history
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.gates import ALIKE_FROM, EVEN_FROM

TITLE = "What the profiles in force ask for"
SUBTITLE = "Weight in force, the least score of five, and what good looks like"
NO_PROFILE = "No profile has come into force."
AGREE_FIRST = "Until one is agreed, nobody can say what was looked for."
OF_OTHER_ROLES = (
    "Those that came in are of other roles or not in force yet: do both files call a role the same?"
)
WITHOUT_PROFILES = (
    "The file holds each role's competencies, their weights, what good looks like, and who agreed on which "
    "day."
)
HISTORY = "How the profiles changed"
HISTORY_SUBTITLE = "Every version that came into force, the latest first"
ALIKE = "How alike the profiles are"
MOVED_SHOWN = 3
SAME_FROM = 0.5  # half of the priorities in common


def table(version: Version) -> pd.DataFrame:
    """A row a competency in order of weight: what is asked, and what good looks like."""
    return pd.DataFrame(
        {
            "Competency": [one.competency for one in version.wanted],
            "Asked": [_asked(one) for one in version.wanted],
            "What good looks like": [one.looks_like or words.DASH for one in version.wanted],
        }
    )


def _asked(wanted: Wanted) -> str:
    parts = [
        words.percent(wanted.weight) if wanted.weight else "no weight",
        "" if wanted.minimum_score is None else f"at least {_score(wanted.minimum_score)}",
        "must-have" if wanted.is_must_have else "",
    ]
    return " · ".join(filter(None, parts))


def _score(value: float) -> str:
    return words.number(value) if value == int(value) else words.number(value, 1)


def versions(profile: Profile) -> pd.DataFrame:
    """A row a version of the profile, the latest first: since when, who agreed, what weights moved."""
    every = (profile.current, *profile.earlier)
    moved = history(profile)["moved"]
    return pd.DataFrame(
        [
            _version_row(one, changes, is_first=one is every[-1])
            for one, changes in zip(every, moved, strict=True)
        ]
    )


def _version_row(version: Version, changes: Sequence[tuple[str, float]], *, is_first: bool) -> dict[str, str]:
    moved = [f"{name} {words.points(change)}" for name, change in changes[:MOVED_SHOWN]]
    more = len(changes) - MOVED_SHOWN
    moved += [f"{words.number(more)} more"] if more > 0 else []
    nothing = "first version" if is_first else "no weight"
    return {
        "Version": version.name,
        "In force since": words.day(version.effective_on),
        "Agreed": agreed(version).removeprefix("agreed "),
        "What moved": ", ".join(moved) or nothing,
    }


#: Each number of how alike profiles are, as small print says it.
IN_WORDS = {
    "alikeness": "Alike {value} ({note}; 1 is the same priorities)",
    "kinds_of_profile": "As varied as {value} profiles with nothing in common ({note})",
    "evenness": "{note} spreads its weights {value} evenly (100 %: all weigh the same)",
}


def alike_question(roles: Sequence[str], found: Alikeness) -> str:
    """The one sentence worth a talk about profiles that ask for the same; empty where none do."""
    if found.is_all_encompassing:
        return f"The profiles of {joined(found.roles)} ask for about the same; is that meant?"
    even = [role for role in roles if role in found.even_roles]
    if even:
        return f"{joined(even)} {'weighs' if len(even) == 1 else 'weigh'} everything about the same; is that meant?"
    others = [role for role in found.roles if role != roles[0]] if len(roles) < 2 else list(roles[1:])
    same = [role for role in others if (found.pair(roles[0], role) or 0.0) > ALIKE_FROM]
    return f"The profiles of {joined([roles[0], *same])} ask for the same; is that meant?" if same else ""


def alike_numbers(roles: Sequence[str], found: Alikeness) -> tuple[Number, ...]:
    """Up to four numbers: how alike, how many kinds, and how even each profile is."""
    numbers = []
    other = _other(roles, found)
    if other is not None:
        value = found.pair(roles[0], other)
        note = "these two, from −1 to 1" if len(roles) > 1 else f"with {other}, the nearest"
        numbers.append(Number("alikeness", words.signed(value, 2), note))
    if len(found.roles) > 1:
        numbers.append(
            Number("kinds_of_profile", words.number(found.kinds, 1), f"among {len(found.roles)} roles")
        )
    numbers += [
        Number("evenness", words.percent(found.evenness[role]), role)
        for role in roles
        if role in found.evenness
    ]
    return tuple(numbers)


def _other(roles: Sequence[str], found: Alikeness) -> str | None:
    """Whom the first role is compared with: the second one, or where there is none, the role most like it."""
    if roles[0] not in found.roles:
        return None
    if len(roles) > 1:
        return roles[1] if roles[1] in found.roles else None
    others = [role for role in found.roles if role != roles[0]]
    return max(others, key=lambda role: found.pair(roles[0], role) or 0.0, default=None)


def alike_sentences(roles: Sequence[str], found: Alikeness) -> tuple[str, ...]:
    """What the numbers mean, in plain words."""
    said = []
    pair = found.pair(roles[0], roles[1]) if len(roles) > 1 else None
    if pair is not None:
        said.append(_pair_words(roles[0], roles[1], pair))
    even = [role for role in roles if role in found.even_roles]
    if even:
        said.append(
            f"{joined(even)}: the weights are so even (above {words.percent(EVEN_FROM)}) that nothing stands out. "
            "Whoever looks for candidates has to guess."
        )
    others = [role for role in found.even_roles if role not in roles]
    if others:
        verb = "weighs" if len(others) == 1 else "weigh"
        said.append(f"Of the other profiles, {joined(others)} {verb} everything about the same.")
    if len(found.roles) > 1:
        said.append(_kinds_words(found))
    return tuple(said)


def _pair_words(first: str, second: str, pair: float) -> str:
    if pair > ALIKE_FROM:
        return f"{first} and {second} rise and fall together: a profile that fits everyone describes no one."
    if pair > SAME_FROM:
        return f"{first} and {second} share most of what they weigh heavily."
    if pair < 0:
        return f"What {first} weighs heavily, {second} tends to weigh lightly."
    return f"{first} and {second} share little of what they weigh heavily."


def _kinds_words(found: Alikeness) -> str:
    count = len(found.roles)
    kinds = words.number(found.kinds, 1)
    if found.are_few_kinds or found.are_alike:
        return (
            f"{count} roles, and only as much variety as {kinds} different profiles would have: too little to tell "
            "jobs apart."
        )
    return (
        f"{count} roles with as much variety as {kinds} different profiles would have: they tell jobs apart."
    )


def alike_line(roles: Sequence[str], found: Alikeness) -> str:
    """The numbers in a line of small print: "Alike −0.28 (these two, from −1 to 1) · …"."""
    return " · ".join(
        IN_WORDS[one.card].format(value=one.value, note=one.note) for one in alike_numbers(roles, found)
    )


def alike_table(found: Alikeness) -> pd.DataFrame:
    """How alike every two profiles are; empty for fewer than three."""
    if len(found.roles) < 3:
        return pd.DataFrame()
    cells = {
        role: [words.signed(value, 2) for value in found.alike[role].to_numpy(float)] for role in found.roles
    }
    return pd.DataFrame({"Profile": list(found.roles), **cells})


def joined(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

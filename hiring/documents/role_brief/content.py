"""What a role brief says: the profile in words, what to look for and ask, what the evidence supports and what not.

One page to hand to whoever looks for candidates. Every sentence is made of what was agreed and what the hires
show; the questions are the same neutral few for every competency, because an invented one would claim to know more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hiring import words
from hiring.findings.role_profiles.competencies import doubt_of, question_to_ask, support_of, whole
from hiring.findings.role_profiles.fared import LEFT_LABEL, PACE_LABEL, Fared
from hiring.statistics.profiles.agreed import NO_AGREEMENT, Profile, Version, Wanted
from hiring.statistics.profiles.compared import RoleView
from hiring.statistics.profiles.evidence import Evidence, Silence
from hiring.statistics.profiles.gates import SMALLEST_COMPANY, SMALLEST_ROLE

DIGEST_SHOWN = 16  # letters of the digest: enough to tell two warehouses apart, short enough to read out
PROMPTS = (
    "Tell me about a time when {it} was put to the test. What did you do, and what came of it?",
    "Walk me through a recent deal in which {it} mattered. What exactly was your part?",
    "When did {it} not help you? What did you do then, and what do you do since?",
    "Whom could I ask about your {it}, and what would they tell me?",
)
SAME_FOR_ALL = (
    "Ask every candidate the same questions in the same order; note the score before talking to others."
)
CAPPED = "A control found that these hires are not comparable, so nothing here is more than a hint."
FOOTER = (
    "Patterns among people who were hired; what became of those who were not is unknown. They say nothing of any one "
    "candidate, and nothing of causes."
)


@dataclass(frozen=True)
class Asked:
    """One competency as the brief asks for it; empty texts where nothing was agreed."""

    competency: str
    weight: str
    minimum: str
    is_must_have: bool
    looks_like: str
    question: str


@dataclass(frozen=True)
class RoleBrief:
    """A role brief in plain text, none of it markup.

    `profile` says which version it is and who agreed; `supported`, `doubtful` and `to_talk_about` are sentences,
    empty where there are none; `evidence` says from how many hires; `outcomes` how they fared; `filters` and
    `data` (its day and digest) what it was made of.
    """

    role: str
    company: str
    profile: str
    remark: str
    asked: tuple[Asked, ...]
    evidence: str
    supported: tuple[str, ...]
    doubtful: tuple[str, ...]
    to_talk_about: tuple[str, ...]
    outcomes: str
    filters: str
    data: str
    as_of: date

    @property
    def file_stem(self) -> str:
        """A file name of plain letters, whatever the role is called."""
        letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in self.role.lower())
        plain = "-".join(part for part in letters.split("-") if part)[:60]
        return f"role-brief-{plain or 'role'}-{self.as_of.isoformat()}"


def role_brief(
    view: RoleView,
    found: Evidence,
    *,
    as_of: date,
    scope: str,
    digest: str,
    company: str = "",
    fared: Fared | None = None,
    window: int = 12,
) -> RoleBrief:
    """The brief of a role; `scope` is the filters in words, `window` the months at which the bar is judged."""
    named = [line.wanted for line in view.lines if line.wanted]
    shown = found.silence is Silence.NONE and found.has_evidence(view.role)
    return RoleBrief(
        view.role,
        company,
        _profile(view.profile),
        _sentence(view.profile.current.remark) if view.profile else "",
        tuple(_asked(wanted, index) for index, wanted in enumerate(named)),
        _evidence(view, found),
        _supported(view) if shown else (),
        tuple(filter(None, map(doubt_of, view.lines))) if shown else (),
        tuple(filter(None, map(question_to_ask, view.lines))) if shown else (),
        _outcomes(fared, window) if fared else "",
        scope,
        _data(as_of, digest),
        as_of,
    )


def _supported(view: RoleView) -> tuple[str, ...]:
    """The clear ones first, then those that only point upward, each in order of weight."""
    lines = [*view.supported, *(line for line in view.lines if line not in view.supported)]
    return tuple(filter(None, map(support_of, lines)))


def _profile(profile: Profile | None) -> str:
    if profile is None:
        return "No profile of this role is in force: nothing has been agreed to look for."
    now = profile.current
    return f"Version {now.name}, in force since {words.day(now.effective_on)}; {_agreed(now)}."


def _agreed(version: Version) -> str:
    """Who agreed on which day, and who has not."""
    days = (("HR", version.agreed_by_hr_on), ("Sales", version.agreed_by_sales_on))
    agreed = [f"{side} on {words.day(on)}" for side, on in days if on is not None]
    missing = version.not_agreed_by
    if not agreed:
        return NO_AGREEMENT
    return f"agreed by {' and '.join(agreed)}" + (f", not yet by {missing[0]}" if missing else "")


def _asked(wanted: Wanted, index: int) -> Asked:
    minimum = "" if wanted.minimum_score is None else f"at least {_plain_number(wanted.minimum_score)} of 5"
    return Asked(
        wanted.competency,
        words.percent(wanted.weight) if wanted.weight else "no weight",
        minimum,
        wanted.is_must_have,
        wanted.looks_like,
        question_of(wanted.competency, index),
    )


def question_of(competency: str, index: int) -> str:
    """A neutral question for the competency that stands at this place; neighbours get different ones."""
    is_word = competency[1:2].islower()  # "Discovery" becomes "discovery" in a sentence, "CRM skills" stays
    inside = competency[:1].lower() + competency[1:] if is_word else competency
    return PROMPTS[index % len(PROMPTS)].format(it=inside)


def _plain_number(value: float) -> str:
    return words.number(value) if value == int(value) else words.number(value, 1)


def _evidence(view: RoleView, found: Evidence) -> str:
    """From how many hires the evidence is, or why there is none."""
    if found.silence is Silence.SMALL_COMPANY:
        return (
            f"No evidence yet: {words.counted(found.count_hires, 'hire')} of all roles have been here long enough, "
            f"and {words.number(SMALLEST_COMPANY)} are needed."
        )
    if found.silence is not Silence.NONE:
        return f"No evidence: {found.silence.value}."
    if not view.size.is_open:
        return "No evidence is shown: no hire of this role with half a year or more behind them is within your access."
    hires = view.size.in_words()
    within = f" ({view.size.within})" if view.size.within else ""
    if not found.has_evidence(view.role):
        return (
            f"No evidence yet: {hires} of this role with half a year or more behind them{within}, "
            f"and a competency needs {words.number(SMALLEST_ROLE)} who were rated in it."
        )
    capped = f" {CAPPED}" if found.is_capped else ""
    return (
        f"From {hires} of this role with half a year or more behind them{within}, and what the other "
        f"roles have in common with it. {whole(found)}{capped}"
    )


def _outcomes(fared: Fared, window: int) -> str:
    parts = []
    if fared.pace is not None and fared.pace.time is not None:
        parts.append(f"{PACE_LABEL.lower()}: {words.number(fared.pace.time)} for the middle hire")
    if fared.met_bar is not None:
        met = fared.met_bar
        parts.append(f"met the bar at month {window}: {words.with_interval(met.estimate, met.low, met.high)}")
    if fared.left is not None:
        left = fared.left
        parts.append(f"{LEFT_LABEL.lower()}: {words.with_interval(left.estimate, left.low, left.high)}")
    return _sentence("; ".join(parts)) if parts else ""


def _data(as_of: date, digest: str) -> str:
    version = f" · digest {digest[:DIGEST_SHOWN]}" if digest else ""
    return f"data as of {words.day(as_of)}{version}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""

"""The questions that the overview answers in a line each, with the page that shows more of it.

Frames and findings of other topics in, sentences out; each says what it rests on, and that it cannot tell is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement.answer import best_first
from hiring.findings.agreement.trend import SIDES
from hiring.findings.craft.times import promise_of
from hiring.findings.high_performers.answer import CAUTION, WINDOW
from hiring.findings.high_performers.group import beside
from hiring.findings.high_performers.groups import NOTHING, Groups
from hiring.findings.overview.answer import TOO_CLOSE, Facts, is_beside_all_earlier
from hiring.findings.overview.half_years import Pairs
from hiring.findings.overview.recent import Reading
from hiring.findings.sentences import recent_against_before
from hiring.findings.sources import comparable
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.gates import ALIKE_FROM
from hiring.statistics.rates import squared_and_added, wilson
from hiring.statistics.ratings.timeliness import Timeliness
from hiring.statistics.verdicts import SMALLEST_JUDGED, Label

WAITING = "Being worked out anew from this build; the rest of this page stands."
BECAME = f"Became high performers at month {WINDOW}: "
#: What follows the shares of a trend, by its answer; leaning ones say that luck could explain them.
HOW_SURE = {
    "better": ": clearly better than all earlier",
    "worse": ": clearly worse than all earlier",
    "about the same": ": about the same as all earlier",
    "can't tell": ": we can't tell which is ahead",
    "too few": "; too few earlier hires to compare",
}
WITHOUT_APPLICATIONS = "Not known: no applications are loaded."
LATE = "{who} wrote {share} of {n} scorecards later than promised{promise}"
#: The page that shows scorecards, by its title and its address.
INTERVIEWS = ("Interviewing craft", "craft")
AGREEMENT = ("Agreement", "agreement")
KEPT = "{side} kept “{promise}” in {share} of {n}"
NOTHING_KNOWN = (
    "Not known: neither promises, nor scorecards with one, nor answered offers, nor two profiles alike."
)
#: Of two departments' scorecards and of offers that so few go wrong nobody need talk about.
WORTH_A_TALK = 0.1


@dataclass(frozen=True)
class Question:
    """A question, its answer, and the way on: the page's title and its address."""

    asked: str
    said: str
    title: str
    address: str


@dataclass(frozen=True)
class Talk:
    """Something for both sides to talk about: how wide it is (a share, 0 to 1), in words, and where it is shown."""

    share: float
    said: str
    title: str
    address: str


def trend(reading: Reading, known: Facts) -> Question:
    """Whether hires of the last year did better than those of the year before, with its range, and than all earlier."""
    now, year, before = reading.now, reading.year_before, reading.before
    asked, way = "Are hires better than a year ago?", ("Outcomes and ramp", "outcomes")
    if now.n < SMALLEST_JUDGED:
        return Question(asked, "Too few recent hires can be judged yet.", *way)
    told = f"{words.percent(now.estimate)} met the bar"
    if not is_beside_all_earlier(known, reading) and year.n >= SMALLEST_JUDGED:
        apart = words.likely(*squared_and_added(now, year), words.points)
        then = (
            f"the year before: {apart}; no verdict on days you chose"
            if known.recent.is_chosen
            else f"a year earlier: {TOO_CLOSE}"
        )
        return Question(asked, f"{told}, {words.percent(year.estimate)} {then}.", *way)
    found = recent_against_before(reading.difference, tenure=known.tenure, outcome="met the bar")
    if before.n >= SMALLEST_JUDGED:
        told += f", {words.percent(before.estimate)} of all earlier ones"
    sure = HOW_SURE.get(found.answer, f": {found.answer}, but luck could explain it")
    return Question(asked, f"{told}{'' if known.recent.is_chosen else sure}.", *way)


def apart(origin: Groups | None) -> Question:
    """Which groups gave clearly more or fewer high performers than was to be expected."""
    said = WAITING
    if origin is not None:
        one = None if origin.whole is None or origin.whole.remark else origin.whole
        whole = "" if one is None else f"{beside(vars(one))} in this choice{one.how_sure}"
        named = [f"{group.name} {beside(vars(group))}{group.how_sure}" for group in origin.standing_out]
        far = [whole, *named] if whole else named
        if named or (one is not None and one.stands_out):
            said = f"{BECAME}{'; '.join(far[:2])}; {CAUTION}."
        else:
            said = f"None: {whole}." if whole else NOTHING
    return Question("Which groups stand out?", said, "High performers", "high-performers")


def sources(rows: pd.DataFrame | None, money: str, *, has_applications: bool = True) -> Question:
    """Which source stands apart in high performers, how sure that is, and what is clear of money.

    `rows`: as the page "Sources" shows them (`comparable.rows_of`); None until they are worked out.
    """
    said = WAITING if has_applications else WITHOUT_APPLICATIONS
    if rows is not None and has_applications:
        ahead = comparable.leaning_above(rows)
        said = f"{comparable.lead(rows)}."
        if ahead:
            first, label = ahead[0], str(ahead[0]["verdict"]).lower()
            many, expected = beside(first).split(", ")
            anything = "" if first["verdict"] == Label.CLEAR else "If anything, "
            said = f"{anything}{first['name']}: {many} became high performers, {expected} ({label})."
    return Question("Where do they come from?", f"{said} {money}".strip(), "Sources", "sources")


def interviewers(lead: str | None) -> Question:
    """What the page on interviewers leads with; None until it is worked out."""
    said = WAITING if lead is None else f"{lead}."
    return Question("Who interviewed them?", said, "Interviewers", "interviewers")


def paid_back(said: str) -> tuple[Question, ...]:
    """What hires brought for what was spent on them; none where it is not known."""
    way = ("Shared result", "shared-result")
    return (Question("Do hires pay back?", f"{said}.", *way),) if said else ()


def talk(candidates: Sequence[Talk]) -> Question:
    """The widest of what both sides could talk about; `candidates` are all that is known."""
    wide = sorted((one for one in candidates if one.share >= WORTH_A_TALK), key=lambda one: -one.share)
    asked = "What should both sides talk about?"
    if wide:
        return Question(asked, wide[0].said, wide[0].title, wide[0].address)
    if candidates:
        return Question(
            asked, f"Nothing wide is known. {candidates[0].said}", candidates[0].title, candidates[0].address
        )
    return Question(asked, NOTHING_KNOWN, *INTERVIEWS)


def late(found: object, promises: pd.DataFrame) -> list[Talk]:
    """How often each department's scorecards come late, with what it promised (`craft/scorecard_promises`).

    None of so few interviewers that it is as good as one; the less often late first.
    """
    if not isinstance(found, Timeliness):
        return []
    sizes = found.interviewers.groupby("department")["interviewer_id"].nunique()
    large = found.departments["department"].map(sizes).fillna(0) >= SMALLEST_GROUP
    due = found.departments[large & (found.departments["count_due"] >= SMALLEST_JUDGED)]
    told = due.sort_values("rate", ascending=False)[["department", "rate", "count_due"]]
    said = [
        _late(str(who), 1 - rate, n, promise_of(promises, str(who)))
        for who, rate, n in told.itertuples(index=False)
    ]
    return [Talk(1 - float(told["rate"].min()), f"{', '.join(said)}.", *INTERVIEWS)] if said else []


def _late(who: str, share: float, n: float, promise: str) -> str:
    told = f" ({promise})" if promise else ""
    return LATE.format(who=who, share=words.percent(share), n=words.number(n), promise=told)


def kept_least(rows: pd.DataFrame, when: str) -> list[Talk]:
    """Of each side the promise kept least, told together, from rows of the answer on the page "Agreement".

    `when`: the time these are of, "" for all there is.
    """
    least = [
        (float(rate), KEPT.format(side=side, share=words.percent(rate), promise=name, n=words.number(n)))
        for side in SIDES
        for name, rate, n in best_first(rows, side).tail(1)[["promise", "rate", "n"]].itertuples(index=False)
    ]
    if not least:
        return []
    said = "; ".join(sentence for _, sentence in least)
    what = f"{when}, kept least" if when else "kept least"
    return [Talk(1 - min(rate for rate, _ in least), f"{what[:1].upper()}{what[1:]}: {said}.", *AGREEMENT)]


def declined(offers: pd.DataFrame) -> list[Talk]:
    """How many answered offers were not accepted, from `shared/offers_by_role_and_month`."""
    decided, accepted = (int(offers[column].sum()) for column in ("count_decided", "count_accepted"))
    if decided < SMALLEST_JUDGED:
        return []
    share = wilson(decided - accepted, decided)
    said = f"{words.number(decided - accepted)} of {words.number(decided)} offers were declined."
    return [Talk(share.estimate, said, "Sources", "sources")]


def alike(found: Alikeness) -> list[Talk]:
    """The two roles whose profiles ask for the same, where any do."""
    pairs = [
        (value, first, second)
        for place, first in enumerate(found.roles)
        for second in found.roles[place + 1 :]
        if (value := found.pair(first, second)) is not None and value > ALIKE_FROM
    ]
    if not pairs:
        return []
    value, first, second = max(pairs)
    said = f"The profiles of {first} and {second} ask for the same; is that meant?"
    return [Talk(value, said, "Role profiles", "role-profiles")]


def unknown(known: Facts, open_ones: Pairs, gaps: Pairs) -> Question:
    """How many hires cannot be judged yet and when the next of them can; and what a missing file would tell."""
    parts = []
    if known.count_too_new:
        hires = words.counted(known.count_hires, "hire")
        parts.append(f"How {words.number(known.count_too_new)} of {hires} do: too new.")
    if open_ones:
        about, said = open_ones[0]
        final = said.split("; ")[-1].split(",")[0]
        parts.append(f"{about}: {final}.")
    elif gaps:
        parts.append(f"{gaps[0][0]}: {gaps[0][1]}")
    said = " ".join(parts) or "All hires of this choice can be judged."
    return Question("What can't be known yet?", said, "Data health", "data-health")

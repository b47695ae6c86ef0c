"""Candidate NPS by group, each with who answered beside it, on one scale with its neighbours; described, not judged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.marks import Reference
from hiring.findings.sources.funnel import STAGES
from hiring.statistics import surveys
from hiring.statistics.rates import Interval

CARDS = ("candidate_nps", "survey_response")
WAITED = ("candidate_nps", "wait_and_score")
READ = "Candidate NPS with its likely range; line: all shown here · answers of applications that ended"
IN_SHORT = "candidate NPS with its likely range; line: all shown here · answers"
OUTCOMES = {
    "hired": "Hired",
    "offer_declined": "Declined the offer",
    "withdrawn": "Withdrew",
    "rejected": "Rejected",
}
TO_FIRST = {7: "First week", 14: "Second week", 28: "Weeks 3 and 4", None: "Later"}
TO_DECISION = {14: "Up to 2 weeks", 28: "Over 2 to 4 weeks", 42: "Over 4 to 6 weeks", None: "Over 6 weeks"}

#: What stands in a row that is kept back, and why below its figure: neither says which of the rows had the fewest.
NOT_SHOWN = "not shown"
KEPT_BACK = f"Not shown: where fewer than {SMALLEST_GROUP} answered, and the next smallest, which would give them away."
ALIKE = "ranges meet"
UNSTEADY = "no steady pattern"
LONGEST = 90  # letters of a heading

show = partial(words.signed, places=0)
Part = tuple[str, str, str, pd.Series]


def sections(ended: pd.DataFrame) -> tuple[Exhibit, ...]:
    """The figures, those of one scale beside each other."""
    last = ended["stages"].str.split(",", regex=False).str[-1].map(STAGES).where(ended["status"] != "hired")
    stages = {one: one for one in STAGES.values()}
    came = (
        ("outcome", "By what came of it", READ, _ordered(ended["status"], OUTCOMES)),
        ("stage", "By the last stage", f"Of those not hired; {IN_SHORT}", _ordered(last, stages)),
    )
    came_from = (
        ("source", "By source", READ, ended["source"]),
        ("role", "By role", READ, ended["role_profile"]),
        ("region", "By region", READ, ended["region"]),
    )
    made = partial(_together, ended)
    return *made(came), *made(came_from), *made(_waits(ended), cards=WAITED)


def _waits(ended: pd.DataFrame) -> tuple[Part, ...]:
    met = ended["is_met"].astype(bool)
    turned_down = met & (ended["status"] == "rejected")
    first = _bands(ended["days_to_first_interview"], TO_FIRST).where(met)
    decision = _bands(ended["days_to_decision"], TO_DECISION).where(turned_down)
    return (
        (
            "first_interview",
            "By wait for an interview",
            f"Of those interviewed; {IN_SHORT}",
            first,
        ),
        (
            "decision",
            "By wait for the decision",
            f"Of those rejected after an interview; who waited longer had come further; {IN_SHORT}",
            decision,
        ),
    )


def whole(ended: pd.DataFrame) -> tuple[Interval, int]:
    """The score of all these applications, and how many ended."""
    found = surveys.scores(ended, pd.Series("all", index=ended.index))
    if found.empty:
        return surveys.nps(0, 0, 0), 0
    row = found.iloc[0]
    return Interval(row["estimate"], row["low"], row["high"], int(row["n"])), int(row["n_ended"])


def is_untold(answers: pd.Series, count_all: int) -> pd.Series[bool]:
    """Which groups have no score, by their answers: the small ones, and whichever would give one away by the rest.

    `count_all` answers there are, told elsewhere on the page: those of no group are one more that must not come out.
    """
    sizes = [*answers, count_all - answers.sum()]
    hidden = too_small(pd.Series(sizes, dtype=int))
    return pd.Series(hidden.to_numpy()[:-1], answers.index) | (answers == 0)


def _ordered(values: pd.Series, names: dict[str, str]) -> pd.Series:
    return pd.Series(pd.Categorical(values.map(names), list(names.values()), ordered=True), values.index)


def _bands(days: pd.Series, names: dict[int | None, str]) -> pd.Series:
    ends = [-1.0, *(float("inf") if end is None else float(end) for end in names)]
    return pd.cut(days.astype(float), ends, labels=list(names.values()))


def _together(
    ended: pd.DataFrame, parts: Sequence[Part], cards: tuple[str, ...] = CARDS
) -> tuple[Exhibit, ...]:
    everyone = whole(ended)[0]
    told = [_rows(surveys.scores(ended, groups), everyone.n) for *_, groups in parts]
    known = pd.concat(told).dropna(subset=["estimate"])
    ends = [*known["low"], *known["high"]]
    room = 0.06 * (max(ends) - min(ends)) if ends else 0.0
    extent = (min(ends, default=0.0) - room, max(ends, default=0.0) + room)
    return tuple(_exhibit(part, rows, extent, cards) for part, rows in zip(parts, told, strict=True))


def _rows(found: pd.DataFrame, count_all: int) -> pd.DataFrame:
    """The rows of a figure; of too few answers, and of what would give them away, neither score nor count."""
    found = found.astype({"group": object})
    untold = is_untold(found["n"], count_all)
    right = [
        f"{show(row['estimate'])} · {words.number(row['n'])} of {words.number(row['n_ended'])} "
        f"({words.percent(row['n'] / row['n_ended'])})"
        for row in found.to_dict("records")
    ]
    values = ["estimate", "low", "high"]
    return found.rename(columns={"group": "name"}).assign(
        n=found["n"].mask(untold),
        right=pd.Series(right, index=found.index, dtype=object).mask(untold, ""),
        instead=NOT_SHOWN,
        **{name: found[name].mask(untold) for name in values},
    )


def _exhibit(part: Part, rows: pd.DataFrame, extent: tuple[float, float], cards: tuple[str, ...]) -> Exhibit:
    key, title, standfirst, _ = part
    told = rows.dropna(subset=["estimate"])
    if told.empty:
        return undrawn(f"candidates_{key}", title)
    # Of the people shown, by what is shown: the line tells nothing of those kept back.
    middle = float((told["estimate"] * told["n"]).sum() / told["n"].sum())
    title = _title(title, told, is_wait=cards == WAITED)
    facts = "; ".join(f"{name}: {right}" for name, right in zip(told["name"], told["right"], strict=True))
    given = {
        "show": show,
        "reference": Reference(middle, f"all here {show(middle)}"),
        "labels": "above",
        "noun": "answer",
        "extent": extent,
    }
    return Exhibit(
        key=f"candidates_{key}",
        lead=title,
        standfirst=standfirst,
        marks=Marks("dots_with_intervals", rows, given),
        alt=f"Candidate NPS {title[0].lower()}{title[1:]}. {facts}.",
        n=int(told["n"].sum()),
        definition=cards,
        note=KEPT_BACK if len(told) < len(rows) else "",
    )


def _title(title: str, told: pd.DataFrame, *, is_wait: bool) -> str:
    """The lowest and the highest group by name; whether their likely ranges meet, and whether a wait is steady."""
    if len(told) < 2:
        return title
    rising = told.sort_values("estimate", kind="stable").to_dict("records")
    ends = (rising[0], rising[-1])
    is_alike = ends[0]["high"] >= ends[1]["low"]
    values = told["estimate"]
    if is_wait and not (is_alike or values.is_monotonic_increasing or values.is_monotonic_decreasing):
        return f"{title}: {UNSTEADY}"
    after = f"; {ALIKE}" if is_alike else ""
    scores = [show(one["estimate"]) for one in ends]
    room = (LONGEST - len(f"{title}: lowest  {scores[0]}, highest  {scores[1]}{after}")) // 2
    low, high = (
        f"{words.one_line(str(one['name']), room)} {score}" for one, score in zip(ends, scores, strict=True)
    )
    return f"{title}: lowest {low}, highest {high}{after}"

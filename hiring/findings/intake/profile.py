"""What the agreed profile has to do with it: room it leaves, reasons outside it, who moved into the role."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.marks import Reference
from hiring.statistics.rates import wilson
from hiring.statistics.verdicts import SMALLEST_JUDGED

ROOM_LACKS = (
    "How much room a profile leaves is not known.",
    ("role_profiles.csv", "interviews.csv", "ratings.csv"),
    "It takes versions of a profile and scores by competency.",
)
#: Of so many ranges one may leave 0 out by luck.
ONE_BY_LUCK = 1
NONE_CLEAR = (
    "No clear difference in how far two raters are apart under the new profile: {before}, then {after}"
)
MANY_MOVED = "Two raters were {before} points apart under the profile before, {after} under the new one"
NO_TURN = "No role has a second version with candidates whom two scored under each"
ROOM = (
    "How much further apart two score one candidate on one competency under the latest version of a role's profile "
    "than under the one before; line: likely range; candidates before and after"
)
NO_LOT = (
    "Candidates and interviewers of the two times differ, and of so many ranges one may leave 0 out by luck: counts, "
    "no proof of what the wording did."
)
REASONS_LACK = "Whether reasons to turn somebody down are agreed is not known."
REASONS_REMEDY = (
    "It takes applications that say who turned them down and why, a profile in force when their opening was opened, "
    "and what each reason is about, in config.toml under reason_competencies."
)
TURNED_DOWN = "Turned down for what the profile asks for, or for something else"
WHOSE = {"HR": "HR's", "Sales": "Sales'"}
WITHIN = "Who came from outside beside who moved within the company"
REASONS = "By the opening or its role's profile, for reasons whose competency is set; likely range"
BY_NAME = "every profile asks for {reasons} by its very words, so the second share leaves it out"
WITHOUT = "Without what is asked by name"
MOST_REASONS, LONGEST_REASON = 2, 44
NOT_ASKED, ASKED = "not asked for", "asked for"


def room(found: pd.DataFrame) -> Exhibit:
    """How far apart two raters are, before and after the last version, by competency."""
    told = found[(found["n_before"] >= SMALLEST_JUDGED) & (found["n_after"] >= SMALLEST_JUDGED)]
    if told.empty:
        return undrawn("intake_room", NO_TURN)
    drawn = pd.DataFrame(
        {
            "name": told["competency"],
            "estimate": told["difference"],
            "low": told["low"],
            "high": told["high"],
            "n": told["n_before"] + told["n_after"],
            "verdict": None,
            "right": [
                f"{words.with_interval(row['difference'], row['low'], row['high'], hundredths)} · "
                f"{words.number(row['n_before'])} and {words.number(row['n_after'])}"
                for row in told.to_dict("records")
            ],
        }
    ).reset_index(drop=True)
    title = _room_title(told)
    furthest = max(drawn["high"].max(), -drawn["low"].min()) * 1.06
    given = {
        "labels": "above",
        "noun": "candidate",
        "show": hundredths,
        "reference": Reference(0.0, "as before"),
        "ends": ("nearer", "further apart"),
        "extent": (-furthest, furthest),
    }
    facts = "; ".join(f"{name}: {right}" for name, right in zip(drawn["name"], drawn["right"], strict=True))
    return Exhibit(
        key="intake_room",
        lead=title,
        standfirst=ROOM,
        marks=Marks("dots_with_intervals", drawn, given),
        alt=f"{title}. {facts}.",
        definition=("room_for_interpretation",),
        note=NO_LOT,
    )


def _room_title(told: pd.DataFrame) -> str:
    """How far two raters are apart before and since; whether more than one range leaves 0 out."""
    before, after = (
        float((told[one] * told[f"n_{one}"]).sum() / told[f"n_{one}"].sum()) for one in ("before", "after")
    )
    moved = int((told["low"].gt(0) | told["high"].lt(0)).sum())
    title = MANY_MOVED if moved > ONE_BY_LUCK else NONE_CLEAR
    return title.format(before=words.number(before, 2), after=words.number(after, 2))


def reasons_of(rows: pd.DataFrame) -> str:
    """Of what reasons the shares are, and which are asked for by their very words."""
    named = rows.loc[_by_name(rows) & rows["is_asked_for"].notna(), "reason"].dropna().unique()
    said = " and ".join(f"“{words.one_line(str(one), LONGEST_REASON)}”" for one in named[:MOST_REASONS])
    return f"{REASONS}; {BY_NAME.format(reasons=said)}" if said else REASONS


def _by_name(rows: pd.DataFrame) -> pd.Series:
    return rows["is_asked_by_name"].fillna(False).astype(bool)


def rejections(rows: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """How much of each side's known reasons no profile asks for, and a row a side; none without any.

    Where reasons are asked for by name, the same without them: any side may give such a one for anything.
    """
    if rows.empty or rows["is_asked_for"].isna().all():
        return TURNED_DOWN, pd.DataFrame()
    made, said, without = [], [], []
    is_named = bool(_by_name(rows[rows["is_asked_for"].notna()]).any())
    for side, whose in WHOSE.items():
        mine = rows[rows["department"] == side]
        inside, outside, unknown = (_sum(mine, one) for one in (True, False, None))
        told, rest = inside + outside, outside + _sum(mine[~_by_name(mine)], True)
        if told >= SMALLEST_GROUP:
            said.append(f"{words.percent(outside / told)} of {whose}")
        if rest >= SMALLEST_GROUP:
            without.append(words.percent(outside / rest))
        cells = (_share(outside, told), *([_share(outside, rest)] if is_named else []))
        made.append((side, words.number(told + unknown), *cells, words.number(unknown)))
    columns = [
        "Turned down by",
        "Applications",
        "Not asked for",
        *([WITHOUT] if is_named else []),
        "Not known",
    ]
    if not said:
        return TURNED_DOWN, pd.DataFrame(made, columns=columns)
    both = ", " if is_named else " and "
    lead = f"No profile asks for {both.join(said)} known reasons"
    also = f"; without one, {' and '.join(without)}" if is_named and len(without) == len(said) else ""
    return f"{lead}{also}", pd.DataFrame(made, columns=columns)


def _share(count: int, n: int) -> str:
    """ "27 % (26–29) · 783 of 2,890"."""
    if n < SMALLEST_GROUP:
        return "too few to show"
    share = wilson(count, n)
    return f"{words.with_interval(share.estimate, share.low, share.high)} · {_of(count, n)}"


def _sum(rows: pd.DataFrame, asked: bool | None) -> int:
    answers = rows["is_asked_for"]
    mine = answers.isna() if asked is None else answers.notna() & answers.eq(asked)
    return int(rows.loc[mine.astype(bool), "count_rejections"].sum())


def reasons(rows: pd.DataFrame) -> pd.DataFrame:
    """Every reason of each side with its count, and whether the profile asks for it."""
    asked = [words.UNKNOWN if pd.isna(one) else ASKED if one else NOT_ASKED for one in rows["is_asked_for"]]
    return pd.DataFrame(
        {
            "Turned down by": rows["department"],
            "Reason": rows["reason"].fillna("not given"),
            "The profile": asked,
            "Applications": rows["count_rejections"].map(words.number),
        }
    )


def within_what(outcome_window: int) -> str:
    """What is compared: when, in which roles, and what was to be expected."""
    return (
        f"At month {outcome_window} in a role that somebody moved into; expected: as often as who came from outside "
        "into the same role"
    )


def within(found: pd.DataFrame) -> pd.DataFrame:
    """Of who came from outside and who moved within, how many met the bar and are still there."""
    made = []
    for row in found.to_dict("records"):
        n, met = int(row["n"]), int(row["count_met"])
        name = "Moved within the company" if row["is_internal"] else "Came from outside"
        if n < SMALLEST_GROUP:
            made.append((name, words.number(n), "too few to show", "", ""))
            continue
        share = wilson(met, n)
        cell = f"{_of(met, n)} ({words.likely(share.low, share.high)})"
        expected = words.number(row["expected"]) if row["is_internal"] else "—"
        made.append((name, words.number(n), cell, expected, _of(int(row["count_there"]), n)))
    return pd.DataFrame(made, columns=["Into the role", "People", "Met the bar", "Expected", "Still there"])


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"

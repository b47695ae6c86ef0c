"""What became of openings that changed, of a profile's new version, and of who moved into a role: counts, no labels."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring.statistics.high_performers.expected import HIGH_PERFORMER
from hiring.statistics.outcomes import KEY
from hiring.statistics.rates import mean_interval, squared_and_added
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.survival import Median, kaplan_meier

TIMES = ("Never changed", "Changed once", "Changed twice", "Changed three times or more")
BEFORE, AFTER = "before", "after"
_PAIR = ["application_id", "competency", "period"]


def time_to_fill(openings: pd.DataFrame) -> Median:
    """Days until half of the openings (`intake/openings`) were filled; what is open or closed unfilled is censored."""
    return kaplan_meier(openings["days_open"], openings["is_filled"]).median


def by_changes(openings: pd.DataFrame) -> pd.DataFrame:
    """A row a number of changes: `changes` in words, n, count_filled, and `time_to_fill` as days, low, high."""
    place = openings["count_changes"].clip(upper=len(TIMES) - 1)
    rows = []
    for number, mine in openings.groupby(place):
        median = time_to_fill(mine)
        ends = {"days": median.time, "low": median.low, "high": median.high}
        counts = {"n": len(mine), "count_filled": int(mine["is_filled"].sum())}
        rows.append({"changes": TIMES[int(str(number))], **counts, **ends})
    return pd.DataFrame(rows, columns=["changes", "n", "count_filled", "days", "low", "high"])


def outcomes(hires: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Whether the opening had changed by the acceptance (`is_changed`): n hires with a full first year, `count` of high
    performers and `expected` (by role, region and start year). `known`: hires of the evidence.
    """
    judged = known[known[HIGH_PERFORMER].notna()] if len(known) else known
    found = hires.merge(judged.reindex(columns=[*KEY, HIGH_PERFORMER, "baseline"]), on=KEY, how="inner")
    rows = []
    for is_changed in (False, True):
        mine = found[(found["count_changes"] > 0) == is_changed]
        count, expected = (
            int(mine[HIGH_PERFORMER].astype(bool).sum()),
            float(mine["baseline"].astype(float).sum()),
        )
        rows.append({"is_changed": is_changed, "n": len(mine), "count": count, "expected": expected})
    return pd.DataFrame(rows)


def room(rated: Rated, versions: pd.DataFrame) -> pd.DataFrame:
    """How far apart two score one candidate under the last version of the profile and under the one before it.

    `versions`: rows of `role_profiles/profiles`. A row a competency scored under both: n_before and n_after (candidates
    whom two at least scored under one version), `before` and `after` (mean distance of two of them, in points),
    `difference` with `low` and `high`, the widest first.
    """
    scored = rated.scores[["card", "competency", "score"]].merge(
        rated.cards[["application_id", "interviewer_id", "role_profile", "scheduled_for"]],
        left_on="card",
        right_index=True,
    )
    placed = scored.merge(_turns(versions), on="role_profile", how="inner")
    held = pd.to_datetime(placed["scheduled_for"]).dt.normalize()
    placed = placed.assign(period=np.where(held >= placed["turned_on"], AFTER, BEFORE))[
        held >= placed["begun_on"]
    ]
    apart = _apart(placed)
    rows = []
    for competency, mine in apart.groupby("competency"):
        before, after = (mean_interval(mine.loc[mine["period"] == one, "apart"]) for one in (BEFORE, AFTER))
        if before.n and after.n:
            low, high = squared_and_added(after, before)
            sizes = {"n_before": before.n, "n_after": after.n, BEFORE: before.estimate, AFTER: after.estimate}
            gap = {"difference": after.estimate - before.estimate, "low": low, "high": high}
            rows.append({"competency": competency, **sizes, **gap})
    columns = ["competency", "n_before", "n_after", BEFORE, AFTER, "difference", "low", "high"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values(AFTER, ascending=False, kind="stable", ignore_index=True)


def _turns(versions: pd.DataFrame) -> pd.DataFrame:
    """When each role's version in force came, and the one before it; none of a role with one version."""
    days = versions.assign(effective_on=pd.to_datetime(versions["effective_on"]))
    days = days.drop_duplicates(["role_profile", "version"])
    turned = days[days["is_current"].astype(bool)][["role_profile", "effective_on"]]
    both = days.merge(turned.rename(columns={"effective_on": "turned_on"}), on="role_profile")
    earlier = both[both["effective_on"] < both["turned_on"]]
    begun = earlier.groupby(["role_profile", "turned_on"])["effective_on"].max()
    return begun.rename("begun_on").reset_index()


def _apart(scored: pd.DataFrame) -> pd.DataFrame:
    """The mean distance of two raters of each candidate: of k sorted scores one lies above i, below k − 1 − i."""
    own = scored.groupby([*_PAIR, "interviewer_id"])["score"].mean().reset_index()
    own = own.sort_values([*_PAIR, "score"])
    grouped = own.groupby(_PAIR)
    k, place = grouped["score"].transform("size"), grouped.cumcount()
    own = own.assign(apart=(2 * place - k + 1) * own["score"] / (k * (k - 1) / 2))[k > 1]
    return own.groupby(_PAIR)["apart"].sum().reset_index()


def within(begun: pd.DataFrame) -> pd.DataFrame:
    """Who came from outside, then who moved within (rows of `intake/begun_in_role`), in roles that both came into: n,
    count_met the bar, count_there at the window's end, and `expected`: met if as often as who came into the same role
    from outside.
    """
    told = begun.astype({"is_internal": bool, "met_bar": bool, "is_still_there": bool})
    outside, moved = told[~told["is_internal"]], told[told["is_internal"]]
    share = outside.groupby("role_profile")["met_bar"].mean()
    both = share.index.intersection(moved["role_profile"].unique().tolist())
    rows = []
    for is_internal, people in ((False, outside), (True, moved)):
        mine = people[people["role_profile"].isin(both)]
        counts = {"count_met": int(mine["met_bar"].sum()), "count_there": int(mine["is_still_there"].sum())}
        expected = float(mine["role_profile"].map(share).astype(float).sum())
        rows.append({"is_internal": is_internal, "n": len(mine), **counts, "expected": expected})
    return pd.DataFrame(rows)

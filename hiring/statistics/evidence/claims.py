"""What may be said of each interviewer, pair and source: every label of the evidence is decided here.

Clear: the sign is as good as sure (97.5 %), which is the same as a 95 % interval without zero. Leaning: 90 %. A Clear
claim is capped at Leaning, with the reason, where a check does not hold: interviewers who were dealt unequal
territories, a company in which luck alone would show as much, a claim that hangs on one hire, or one that goes when
only months in the job count.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import ndtri

from hiring.statistics.evidence import needed
from hiring.statistics.evidence.designs import Members, Numbers, Places
from hiring.statistics.evidence.fits import Fitted, Kind, chosen, reliability
from hiring.statistics.evidence.luck import Combinations
from hiring.statistics.evidence.managers import NOBODY, alike
from hiring.statistics.evidence.top_third import chance
from hiring.statistics.mixed_model import Posterior
from hiring.statistics.mixed_model.solving import Solution
from hiring.statistics.verdicts import CLEAR_FROM, LEANING_FROM, UNTOLD, Label

#: An interviewer or a source is shown from eight hires on, a pair from five: below, a number is a person.
FEWEST_HIRES = {Kind.INTERVIEWERS: 8, Kind.TOTALS: 5, Kind.SYNERGIES: 5, Kind.SOURCES: 8}
#: With less of its variance seen, an estimate is mostly the average of all others: no rank, no label.
LEAST_RELIABILITY = 0.3
#: From so many hires on their own mean is known to a fifth of an SD: what is missing then is a comparison.
ENOUGH_HIRES = 25
#: A combination is only claimed if luck alone has a score as large in at most one company of twenty.
COMBINATION_BY_LUCK = 0.05
FITTED_EXACTLY = 1e-9  # what is left of a hire below this is rounding
_Z_LEANING = float(ndtri(LEANING_FROM))


class Cap(StrEnum):
    """Why a claim that would be Clear is only Leaning; the first two are also said of what is not claimed at all."""

    NONE = ""
    ONE_MANAGER = "one manager"
    OWN_TEAM = "own team"
    TERRITORIES = "unequal territories"
    LUCK = "no more than luck"
    ONE_HIRE = "one hire"
    OTHER_OUTCOME = "months in the job"


#: Caps of whoever cannot be told from a manager.
OF_MANAGERS = (Cap.ONE_MANAGER, Cap.OWN_TEAM)
#: What each cap says.
CAPS = {
    Cap.ONE_MANAGER: "nearly all of them came to one manager, and the two cannot be told apart",
    Cap.OWN_TEAM: "nearly all of them came to their own team, and seeing and leading cannot be told apart",
    Cap.TERRITORIES: "their hires were given unequal territories",
    Cap.LUCK: "luck alone would show as much in a company like this",
    Cap.ONE_HIRE: "it rests on a single hire",
    Cap.OTHER_OUTCOME: "it goes when only months in the job count",
}


class Combination(StrEnum):
    """What a pair's total is made of; nothing where it is not Clear and good, or the company too small to say."""

    NONE = ""
    EACH_IS_GOOD = "Good together because each is good"
    MORE_THAN_THE_SUM = "More than the sum"


def claims(fitted: Fitted, kind: Kind, members: Members) -> pd.DataFrame:
    """One row a label of `members` with enough hires, the surest sign first: what may be said of it, before any check.

    Columns: place (among the labels), id, n, raw_mean (of the outcome, neither adjusted nor shrunk), estimate, low,
    high (95 %), probability (of being above zero), reliability, label, capped_by, needed (more hires until four in
    five differences of .3 SD would be Clear; nan where that is out of reach), top_third (the chance of it; told only
    where `with_chances` leaves it).
    """
    counts = members.counts
    enough = np.flatnonzero(counts >= FEWEST_HIRES[kind])
    weights = fitted.weights(kind)[enough]
    at = fitted.worth_knowing(kind)
    found = chosen(fitted.posterior(kind), enough)
    compared, hidden = reliability(at, weights), 1 + fitted.hidden(kind)
    seen = np.maximum(compared / hidden, found.reliability)
    means = (members.design.T @ fitted.design.score)[enough] / np.maximum(counts[enough], 1)
    frame = pd.DataFrame(
        {
            "place": enough,
            "id": [members.labels[place] for place in enough],
            "n": counts[enough],
            "raw_mean": means,
            "estimate": found.mean,
            "low": found.low,
            "high": found.high,
            "probability": found.probability_positive,
            "reliability": seen,
            "label": labels(found, seen, counts[enough], np.maximum(compared, seen)),
            "capped_by": str(Cap.NONE),
            "needed": _needed(fitted, kind, weights, counts[enough]),
            "top_third": chance(found.mean, found.sd, found.prior_sd),
        }
    )
    return told_from_managers(frame, fitted, kind)


def _needed(fitted: Fitted, kind: Kind, weights: Any, counts: Places) -> Numbers:
    """Hires still wanted; never told of what a pair adds, which learns too slowly to wait for."""
    if kind is Kind.SYNERGIES:
        return np.full(len(counts), np.nan)
    years = needed.years_of(fitted.design.hires["sales_start_on"])
    # Where seats are missing, less of a difference shows.
    effect = needed.WORTH_ACTING_ON / np.sqrt(1 + fitted.hidden(kind))
    return needed.more_hires(fitted.grown, weights, counts, effect, years=years)


def labels(found: Posterior, seen: Numbers, counts: Places, compared: Numbers) -> list[str]:
    """The label of each sum, from its posterior, the share of its variance that the data see, and its hires.

    Where little is seen though hires are many, it is not hires that are missing but somebody to compare with: unless as
    many would do if every seat were recorded (`compared` is the share seen then).
    """
    sure = 1 - found.false_sign_rate
    is_clear = (sure >= CLEAR_FROM) & ((found.low > 0) | (found.high < 0))
    is_unseen, is_alone = seen < LEAST_RELIABILITY, compared < LEAST_RELIABILITY
    chosen = np.select(
        [is_unseen & is_alone & (counts >= ENOUGH_HIRES), is_unseen, is_clear, sure >= LEANING_FROM],
        [Label.NO_COMPARISON.value, Label.TOO_FEW.value, Label.CLEAR.value, Label.LEANING.value],
        Label.CANNOT_TELL.value,
    )
    return [str(label) for label in chosen]


def capped(frame: pd.DataFrame, which: Any, cap: Cap) -> pd.DataFrame:
    """The claims, those of `which` that are Clear turned into Leaning because of `cap`."""
    falls = np.asarray(which, dtype=bool) & (frame["label"] == Label.CLEAR).to_numpy(bool)
    return frame.assign(
        label=np.where(falls, Label.LEANING.value, frame["label"]),
        capped_by=np.where(falls, cap.value, frame["capped_by"]),
    )


def told_from_managers(frame: pd.DataFrame, fitted: Fitted, kind: Kind) -> pd.DataFrame:
    """The claims, nothing Clear of those who cannot be told from a manager; that is said whatever their label."""
    design = fitted.design
    places = alike(design, kind)[frame["place"].to_numpy(np.int64)]
    labels_of = np.array([*design.managers.labels, ""], dtype=object)  # the last one for nobody
    is_own = (frame["id"].to_numpy(object) == labels_of[places]) & (kind is Kind.INTERVIEWERS)
    why = np.where(is_own, Cap.OWN_TEAM.value, Cap.ONE_MANAGER.value)
    is_alike = places != NOBODY
    frame = capped(frame, is_alike, Cap.ONE_MANAGER)
    return frame.assign(capped_by=np.where(is_alike, why, frame["capped_by"]))


def count_alike(*frames: pd.DataFrame) -> int:
    """How many of these rows cannot be told from a manager."""
    return sum(int(frame["capped_by"].isin(OF_MANAGERS).sum()) for frame in frames)


def checked(
    frame: pd.DataFrame, fitted: Fitted, other: Fitted | None, kind: Kind, members: Members, *, company: Cap
) -> pd.DataFrame:
    """The claims after the checks: what caps the whole `company`, the best hire left out, leavers counted otherwise."""
    if company is not Cap.NONE:
        return capped(frame, np.ones(len(frame), bool), company)
    clear = np.flatnonzero(frame["label"] == Label.CLEAR)
    if not len(clear):
        return frame
    places = frame["place"].to_numpy(np.int64)[clear]
    signs = np.sign(frame["estimate"].to_numpy(float)[clear])
    falls = np.zeros(len(frame), bool)
    falls[clear] = ~stands_without_best_hire(fitted, kind, members, places, signs)
    frame = capped(frame, falls, Cap.ONE_HIRE)
    if other is None:
        return frame
    elsewhere = chosen(other.posterior(kind), places)
    falls = np.zeros(len(frame), bool)
    chance = np.where(signs > 0, elsewhere.probability_positive, 1 - elsewhere.probability_positive)
    falls[clear] = chance < LEANING_FROM
    return capped(frame, falls, Cap.OTHER_OUTCOME)


def stands_without_best_hire(
    fitted: Fitted, kind: Kind, members: Members, places: Places, signs: Numbers
) -> Any:
    """Whether each sum would still be Leaning without the hire that speaks most for it.

    Leaving a hire out is giving it a fixed effect of its own: with g = Z'Me and m = e'Me of that hire e, Z'MZ loses
    g g'/m and Z'My loses g (e'My)/m. With B = LL' the model's matrix, x = L⁻¹Sw of the sum and z = L⁻¹Sg, its mean and
    variance become x'y + (x'z)(z'y)/(m - z'z) and x'x + (x'z)²/(m - z'z), y being L⁻¹Sb without the hire.
    """
    at = fitted.worth_knowing(kind)
    left = at.data.unexplained - at.data.basis.without(at.data.design @ at.effects)
    best = [
        int(own[np.argmax(sign * left[own])])
        for own, sign in (
            (members.design[:, [place]].indices, sign) for place, sign in zip(places, signs, strict=True)
        )
    ]
    mean, sd = _without(at, fitted.weights(kind)[places], np.array(best, dtype=np.int64))
    return signs * mean >= _Z_LEANING * sd * np.sqrt(1 + fitted.hidden(kind))


def _without(at: Solution, weights: Any, hires: Places) -> tuple[Numbers, Numbers]:
    """Mean and sd of each sum with one hire left out (of `hires`, one a sum), variances as they are."""
    data = at.data
    shadows = -(data.basis.orthonormal @ data.basis.orthonormal[hires].T)
    shadows[hires, np.arange(len(hires))] += 1.0
    freedom = shadows[hires, np.arange(len(hires))]
    across, own = data.design.T @ shadows, shadows.T @ data.outcome
    # The fixed effects fit such a hire by themselves: leaving it out changes nothing.
    is_fitted = freedom < FITTED_EXACTLY
    freedom, across = np.where(is_fitted, 1.0, freedom), np.where(is_fitted, 0.0, across)
    scores = data.scores[:, None] - across * (own / freedom)
    x, z, y = (
        at.inverse_factor @ (at.scale[:, None] * columns[at.active])
        for columns in (weights.toarray().T, across, scores)
    )
    left = freedom - np.einsum("ij,ij->j", z, z)
    mixed = np.einsum("ij,ij->j", x, z)
    mean = np.einsum("ij,ij->j", x, y) + mixed * np.einsum("ij,ij->j", z, y) / left
    variance = (np.einsum("ij,ij->j", x, x) + mixed**2 / left) * at.residual_variance
    return np.asarray(mean, dtype=float), np.asarray(np.sqrt(variance), dtype=float)


def combined(totals: pd.DataFrame, synergies: pd.DataFrame, luck: Combinations, *, may: bool) -> pd.DataFrame:
    """The totals with what their pairs add (synergy, its bounds and probability) and the `combination` of each.

    `may`: whether the company is large enough to speak of combinations at all.
    """
    added = synergies[["id", "estimate", "low", "high", "probability", "capped_by", "label"]].rename(
        columns={
            "estimate": "synergy",
            "low": "synergy_low",
            "high": "synergy_high",
            "probability": "synergy_probability",
            "capped_by": "synergy_capped_by",
            "label": "synergy_label",
        }
    )
    both = totals.merge(added, on="id", how="left", validate="one_to_one")
    is_good = (both["label"] == Label.CLEAR) & (both["estimate"] > 0)
    adds = (both["synergy_label"] == Label.CLEAR) & (both["synergy"] > 0)
    is_more = is_good & adds & may & (luck.p_largest <= COMBINATION_BY_LUCK)
    chosen = np.select(
        [is_more, is_good & may], [Combination.MORE_THAN_THE_SUM.value, Combination.EACH_IS_GOOD.value], ""
    )
    return both.assign(combination=chosen)


def with_chances(frame: pd.DataFrame, *, may: bool) -> pd.DataFrame:
    """The claims with the chance of the top third where it may be told: `may` of the company, enough is seen, and
    no manager could be behind it as well."""
    is_reliable = ~frame["label"].isin(UNTOLD) & (frame["reliability"] >= LEAST_RELIABILITY)
    is_reliable &= ~frame["capped_by"].isin(OF_MANAGERS)
    return frame.assign(top_third=frame["top_third"].where(is_reliable & may))


def ranked(frame: pd.DataFrame, by: Sequence[str] = ("estimate",)) -> pd.DataFrame:
    """Highest estimate first, those of whom nothing is told last."""
    few = frame["label"].isin(UNTOLD).rename("few")
    order = frame.assign(few=few).sort_values(
        ["few", *by, "id"], ascending=[True, *([False] * len(by)), True], kind="stable"
    )
    return order.drop(columns="few").reset_index(drop=True)

"""What candidates answered when asked whether they would recommend the company: shares, scores, who answered.

Candidate NPS is the share of 9 and 10 less the share of 0 to 6. It is in hundredths of all who answered, -100 to 100.
"""

from __future__ import annotations

import math

import pandas as pd

from hiring.statistics.rates import Z_95, Interval

PROMOTERS_FROM, DETRACTORS_TO = 9, 6
#: Mean recommendation of the interviewers, from 1 strong no to 4 strong yes, of whom is called strong: "yes" or above.
STRONG_FROM = 3.0
LEFT_THEMSELVES = ("withdrawn", "offer_declined")


def nps(promoters: int, detractors: int, n: int) -> Interval:
    """Promoters less detractors in a hundred, with a 95 % interval; of nobody nan, -100 to 100.

    Source: Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37:479-488: Wald's interval for the
    difference of two cells of one multinomial after one is added to either; its coverage holds at small n (Fagerland,
    Lydersen & Laake 2014).
    """
    if min(promoters, detractors) < 0 or promoters + detractors > n:
        raise ValueError(f"{promoters} promoters and {detractors} detractors do not fit into {n} answers")
    if n == 0:
        return Interval(math.nan, -100.0, 100.0, 0)
    first, second = (promoters + 1) / (n + 2), (detractors + 1) / (n + 2)
    middle = first - second
    reach = Z_95 * math.sqrt((first + second - middle**2) / (n + 2))
    low, high = max(middle - reach, -1.0), min(middle + reach, 1.0)
    return Interval(100 * (promoters - detractors) / n, 100 * low, 100 * high, n)


def scores(ended: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """A row a group, in the order of the groups (of categories theirs): `group`, `n_ended` applications, `n` answers,
    `count_promoters`, `count_detractors`, and the score as `estimate`, `low`, `high`.

    `ended`: rows of `candidates/applications_ended`; `groups`: the group of each, nobody's where missing.
    """
    answer = ended["recommend_score"].astype(float)
    counted = pd.DataFrame(
        {
            "n_ended": 1,
            "n": answer.notna(),
            "count_promoters": answer >= PROMOTERS_FROM,
            "count_detractors": answer <= DETRACTORS_TO,
        }
    ).astype(int)
    summed = counted.groupby(groups.rename("group"), observed=True).sum().reset_index()
    found = [
        nps(*counts)
        for counts in summed[["count_promoters", "count_detractors", "n"]].itertuples(index=False)
    ]
    return summed.assign(
        estimate=[one.estimate for one in found],
        low=[one.low for one in found],
        high=[one.high for one in found],
    )


def is_strong(ended: pd.DataFrame) -> pd.Series[bool]:
    """Of whom the interviewers' recommendations were yes or above on the mean; missing where nobody gave one."""
    given = ended["recommendation"].astype(float)
    return (given >= STRONG_FROM).astype("boolean").mask(given.isna())


def left_by_stage(ended: pd.DataFrame) -> pd.DataFrame:
    """A row a stage and whether strong: `n` who came to it, `count_left` who then left by their own decision.

    Only who has a recommendation is counted, and not who was rejected at that stage: they could not leave any more. A
    candidate leaves from the last stage that they came to.
    """
    known = ended.assign(is_strong=is_strong(ended), stage=ended["stages"].str.split(",", regex=False))
    known = known[known["is_strong"].notna()]
    last = known["stage"].str[-1]
    own = known["status"].isin(LEFT_THEMSELVES)
    came = known.assign(last=last, own=own).explode("stage")
    is_last = came["stage"] == came["last"]
    came["count_left"] = (came["own"] & is_last).astype(int)
    came = came[~is_last | (came["status"] != "rejected")]
    return (
        came.groupby(["stage", "is_strong"])
        .agg(n=("count_left", "size"), count_left=("count_left", "sum"))
        .reset_index()
    )

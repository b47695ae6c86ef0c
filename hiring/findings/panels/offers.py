"""Who says yes after meeting a seller in the last stage, and who says yes without: offers in a hundred."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.panels.answer import LUCK
from hiring.statistics.high_performers.groups import WITH_SELLER, WITHOUT_SELLER
from hiring.statistics.high_performers.others import Against, against_others

KEY = "panels_offers"
STANDFIRST = (
    "Accepted in 100 answered offers; expected: what the other group got for the same role, region and year"
)
COMPARED = ["role_profile", "region", "offer_year"]
NOT_TOLD = "Whether sellers in the last stage go with accepted offers is not known"
SIGNED = partial(words.signed, places=0)


def acceptance(offers: pd.DataFrame) -> tuple[Against, Against] | None:
    """Offers with a seller in the last stage, and without, from `panels/offers_by_last_stage`; None below five."""
    known = offers[offers["has_seller"].notna()]
    has_seller = known["has_seller"].astype(bool).to_numpy(bool)
    if min(int(has_seller.sum()), int((~has_seller).sum())) < SMALLEST_GROUP:
        return None
    is_accepted = known["is_accepted"].astype(bool).to_numpy(bool)
    levels = known[COMPARED].reset_index(drop=True)
    return against_others(levels, is_accepted, has_seller), against_others(levels, is_accepted, ~has_seller)


def exhibit(offers: pd.DataFrame) -> Exhibit:
    """The two groups, as counted and as expected."""
    both = acceptance(offers)
    if both is None:
        return undrawn(KEY, NOT_TOLD)
    rows = pd.DataFrame(
        [_row(name, one) for name, one in zip((WITH_SELLER, WITHOUT_SELLER), both, strict=True)]
    )
    lead = _lead(*both)
    return Exhibit(
        key=KEY,
        lead=lead,
        standfirst=STANDFIRST,
        marks=Marks("counted_and_expected", rows, {"noun": "offer", "axis": "in 100 of these offers"}),
        alt=f"{lead}. {fact(both[0])}",
        n=sum(one.n for one in both),
        definition=("offer_acceptance", "seller_in_last_stage"),
        note=_note(offers),
    )


def fact(with_seller: Against) -> str:
    """ "With a seller 280 of 392 offers were accepted, 275 expected: between 6 fewer and 8 more in 100." """
    expected = words.number(with_seller.expected * with_seller.n / 100)
    return (
        f"With a seller {words.number(with_seller.count)} of {words.counted(with_seller.n, 'offer')} were accepted, "
        f"{expected} expected: {SIGNED(with_seller.difference)} in 100, {_likely(with_seller)}."
    )


def _likely(one: Against) -> str:
    return words.likely(one.low, one.high, SIGNED)


def _lead(with_seller: Against, without: Against) -> str:
    first, second = (words.number(100 * one.count / one.n) for one in (with_seller, without))
    luck = LUCK if with_seller.low <= 0 <= with_seller.high else ""
    return f"With a seller last {first} in 100 offers are accepted, without {second}{luck}"


def _row(name: str, one: Against) -> dict[str, object]:
    return {
        "section": "",
        "name": name,
        "counted": one.counted,
        "expected": one.expected,
        "n": one.n,
        "right": f"{words.number(one.count)} of {words.number(one.n)}",
        "detail": f"{SIGNED(one.difference)} in 100 against expected, {_likely(one)}",
    }


def _note(offers: pd.DataFrame) -> str:
    unknown = int(np.count_nonzero(offers["has_seller"].isna()))
    without = f" Left out: {words.counted(unknown, 'offer')} with no recorded last stage." if unknown else ""
    return f"Offers still open are in no share.{without}"

"""High performers of each source beside those of comparable hires: who is named, and the next tenth of the hires."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.high_performers.groups import Groups
from hiring.findings.sources import comparable, next_hires
from hiring.statistics.high_performers.groups import Factor


def rows(*told: tuple[str, int, int, float, float, str | None]) -> pd.DataFrame:
    """(source, high performers, hires, expected and levelled in a hundred, label)."""
    return pd.DataFrame(
        [
            {
                "factor": Factor.SOURCE,
                "section": "Source",
                "name": name,
                "n": n,
                "count": count,
                "counted": 100 * count / n,
                "expected": expected,
                "levelled": levelled,
                "low": levelled - 7,
                "high": levelled + 11,
                "verdict": label,
            }
            for name, count, n, expected, levelled, label in told
        ]
    )


REFERRAL = ("Referral", 20, 62, 17.6, 23.3, "Leaning")
AGENCY = ("Agency", 5, 49, 22.0, 21.0, "Can't tell")


def starts(*days: str, source: str = "Referral") -> pd.DataFrame:
    return pd.DataFrame({"source": source, "sales_start_on": pd.to_datetime(list(days))})


def test_only_named_sources_have_rows() -> None:
    unnamed = rows(REFERRAL, AGENCY, ("Not recorded", 1, 8, 20, 20, None))
    every = pd.concat([unnamed, rows(REFERRAL).assign(factor="region")])
    found = comparable.rows_of(Groups("", (), every, (), every))
    assert list(found["name"]) == ["Referral", "Agency"]
    assert set(found["section"]) == {""}


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ((REFERRAL, AGENCY), "Referral leans above comparable hires, not clearly"),
        ((("Referral", 30, 62, 17, 40, "Clear"), AGENCY), "Referral clearly above comparable hires"),
        ((AGENCY,), comparable.NOBODY),
        ((("Agency", 5, 49, 22, 20, None),), comparable.TITLE),
        (
            (REFERRAL, ("Agency", 5, 49, 22, 14, "Leaning")),
            "Referral leans above, Agency leans below comparable hires, not clearly",
        ),
    ],
)
def test_the_title_names_who_stands_apart_as_far_as_the_label_goes(
    told: tuple[tuple, ...], title: str
) -> None:
    assert comparable.title(rows(*told)) == title


def test_what_may_be_said_is_counted_expected_and_what_luck_leaves() -> None:
    said = comparable.sayings(rows(REFERRAL, AGENCY))
    assert said[0][1] == (
        "Referral: 20 of 62, expected 11; after luck 23 in 100, likely 16 to 34. "
        "It leans and is not clear: by how much these hires sold, no difference is still possible."
    )
    assert said[1][1] == "Agency: nothing tells their hires from comparable ones."
    assert comparable.sayings(pd.DataFrame()) == ()


def test_the_figure_tells_those_who_do_not_see_it() -> None:
    shown = comparable.exhibit(rows(REFERRAL, AGENCY))
    assert shown.alt.endswith("Referral: 20 of 62, expected 11; Agency: 5 of 49, expected 11.")
    assert (shown.n, shown.label) == (111, "Leaning")
    assert not comparable.exhibit(pd.DataFrame()).is_drawn


def test_no_move_is_told_where_no_source_leans_above_comparable_hires() -> None:
    below = ("Agency", 5, 49, 22, 12, "Clear")
    for told in (rows(AGENCY), rows(below), pd.DataFrame()):
        assert comparable.best(told) is None
    assert next_hires.sentence(None, starts("2024-01-01")) == next_hires.NO_MOVE


def test_the_next_hires_are_a_tenth_of_all_but_no_more_than_the_source_ever_brought_in_a_year() -> None:
    best = comparable.best(rows(AGENCY, REFERRAL))
    many = starts(*[f"2024-{month:02d}-{day:02d}" for month in range(1, 11) for day in (3, 17)])
    others = starts(*["2023-05-01"] * 380, source="Agency")
    assert next_hires.sentence(best, pd.concat([many, others])) == (
        "Had the next 20 hires come as Referral's did: 5 high performers instead of 4, likely 1 to 9. "
        "A tenth of all hires are 40; Referral brought at most 20 within twelve months."
    )
    few = pd.concat([many.head(3), others])
    assert next_hires.sentence(best, few).endswith(
        "never brought more than 3 hires within twelve months: too few to say what the next would bring."
    )
    short = next_hires.sentence(best, pd.concat([many, others.head(40)]))
    assert short.startswith("Had the next 6 hires come as Referral's did: 1 high performer as comparable")


def test_the_most_in_a_year_are_those_within_any_twelve_months() -> None:
    days = pd.to_datetime(
        pd.Series(["2022-12-30", "2023-01-05", "2023-12-29", "2023-12-30", "2024-01-05", None])
    )
    assert next_hires.most_in_a_year(days) == 3
    assert next_hires.most_in_a_year(days.iloc[:0]) == 0

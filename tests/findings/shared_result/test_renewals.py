"""Renewals of accounts that hires won first: shares, rows and years worked out by hand."""

from __future__ import annotations

import pandas as pd

from hiring.findings.shared_result import renewals


def accounts(year: str, *rows: tuple[int, bool, bool, bool]) -> pd.DataFrame:
    made = [
        {
            "start_year": year,
            "employee_id": f"S{place % 5}",
            "is_old": old,
            "is_renewed": renewed,
            "had_seller_left": left,
        }
        for count, old, renewed, left in rows
        for place in range(count)
    ]
    return pd.DataFrame(made)


def test_renewed_accounts_are_counted_of_those_old_enough_and_the_others_are_said() -> None:
    rows = accounts(
        "2023",
        (6, True, True, False),
        (10, True, False, False),
        (4, True, True, True),
        (3, False, True, False),
    )
    found = renewals.renewed(rows)
    assert (found.n, found.estimate) == (20, 0.5)
    assert renewals.title(rows) == "10 of 20 accounts that hires won first were renewed about a year later"
    assert "3 accounts are too young" in renewals.standfirst(rows)
    assert renewals.next_step(rows) == (
        "say whether 50\u202f% renewed of 20 accounts is what you want, and who calls an account a year on."
    )
    assert renewals.next_step(accounts("2023", (20, True, True, False), (4, True, False, False))) == ""


def test_sellers_who_left_stand_beside_those_who_stayed_and_luck_is_named_where_it_can_make_that() -> None:
    rows = accounts(
        "2023",
        (12, True, True, False),
        (8, True, False, False),
        (9, True, True, True),
        (3, True, False, True),
    )
    table = renewals.by_seller(rows).to_dict("records")
    assert [(row["When the renewal came up"], row["Renewed"]) for row in table] == [
        ("Their seller was still here", "12 of 20"),
        ("Their seller had left", "9 of 12"),
    ]
    assert renewals.meaning(rows) == f"Luck can make that much of a difference. {renewals.MEANING}"
    far = accounts("2023", (90, True, True, False), (90, True, False, True))
    assert renewals.meaning(far) == renewals.MEANING


def test_where_one_side_is_of_few_sellers_neither_is_told_for_the_title_tells_both_together() -> None:
    """18 of 29 less 15 of 26 would be 3 of 3."""
    rows = accounts("2023", (15, True, True, False), (11, True, False, False), (3, True, True, True))
    assert renewals.title(rows).startswith("18 of 29 accounts")
    assert renewals.by_seller(rows).empty
    assert renewals.meaning(rows) == renewals.TOO_FEW_SELLERS


def test_without_accounts_or_kinds_one_line_says_what_is_missing() -> None:
    known = pd.DataFrame({"count_with_account": [0], "count_renewals": [3]})
    assert renewals.lacking(known)[0] == "No won deal names its account."
    assert renewals.lacking(known.assign(count_with_account=9, count_renewals=0))[0] == (
        "No won deal is marked as a renewal."
    )
    assert renewals.lacking(known.assign(count_with_account=9)) == ("", "")


def test_a_year_of_accounts_is_hollow_where_many_are_too_young() -> None:
    first = accounts("2022", (20, True, True, False))
    young = accounts("2023", (18, True, False, False), (3, False, False, False))
    frame = renewals.exhibit(pd.concat([first, young], ignore_index=True)).numbers()
    assert frame[["period", "estimate", "n", "is_mature"]].to_numpy().tolist() == [
        ["2022", 1.0, 20, True],
        ["2023", 0.0, 18, False],
    ]


def test_a_year_of_few_sellers_takes_the_next_fewest_with_it_and_the_accounts_left_out_are_said() -> None:
    """All accounts stand in the title: the years shown would give away the one that is not."""
    first, second = (accounts(year, (20, True, True, False)) for year in ("2021", "2022"))
    few = accounts("2023", (12, True, False, False)).assign(employee_id="S1")
    more = accounts("2024", (30, True, True, False))
    more["employee_id"] = [f"S{place % 9}" for place in range(30)]
    found = renewals.exhibit(pd.concat([more, first, few], ignore_index=True))
    assert found.numbers()["period"].tolist() == ["2024"]
    assert found.note.startswith(
        "By the year their sellers started. 32 of 62 accounts are in years not shown (2021, 2023): "
    )
    whole = renewals.exhibit(pd.concat([first, second], ignore_index=True))
    assert whole.note == "By the year their sellers started."


def test_accounts_of_few_sellers_are_neither_in_the_title_nor_on_the_tile() -> None:
    rows = accounts("2023", (20, True, True, False), (9, True, False, False))
    rows["employee_id"] = [f"S{place % 4}" for place in range(29)]
    assert renewals.title(rows) == "Too few hires won accounts that have come up for renewal"
    assert (renewals.number(rows).value, renewals.number(rows).note) == (
        "not known",
        "of fewer than 5 sellers",
    )


def test_a_first_year_of_too_few_sellers_is_joined_to_the_next_so_that_the_newest_can_be_told() -> None:
    """Of 2022 three sellers, of 2023 and 2024 five: alone 2022 would be kept back, and one of the others with it."""
    first = accounts("2022", (12, True, True, False)).assign(employee_id=["A", "B", "C"] * 4)
    rows = pd.concat(
        [
            first,
            accounts("2023", (20, True, True, False)),
            accounts("2024", (10, True, True, False), (10, True, False, False)),
        ]
    )
    shown = renewals.exhibit(rows)
    assert shown.marks.rows["period"].tolist() == ["2022–2023", "2024"]
    assert shown.marks.rows["n"].tolist() == [32, 20]
    assert "not shown" not in shown.note

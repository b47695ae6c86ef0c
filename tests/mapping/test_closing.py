"""Won, lost and open as a mapping says them: the truth of the contract, and days that only a closed deal has."""

from __future__ import annotations

import duckdb
import pytest

from hiring.mapping.matching import fits
from hiring.mapping.presets import Preset, installed, preset_of
from hiring.mapping.rules import Closing, Plan
from hiring.mapping.select import expression

MAPPING = """
vendor = "Acme"
export = "deals"
headers = "own"
told_by = [["Phase"]]
[[feeds]]
table = "opportunities"
[feeds.columns]
closed_on = { from = ["Closes"], date_order = "ymd" }
is_won = IS_WON
"""
THREE = (
    '{ from = ["Phase"], otherwise = "empty", words = { won = ["Paid"], lost = ["Gone"], open = ["Talks"] } }'
)
TWO = '{ from = ["Phase"], otherwise = "empty", words = { true = ["Paid"], false = ["Gone", "Talks"] } }'
FIRST_WON = """{ from = ["Won"], else = { from = ["Phase"], otherwise = "empty",
    words = { won = ["Paid"], open = ["Talks"] } } }""".replace("\n", "")
REST_OPEN = '{ from = ["Phase"], otherwise = "open", words = { won = ["Paid"], lost = ["Gone"] } }'


def plan_of(is_won: str, *labels: str) -> Plan:
    preset: Preset = preset_of("acme.toml", MAPPING.replace("IS_WON", is_won))
    return fits((preset,), labels)[0].plan


def read(plan: Plan, **cells: str | None) -> tuple[str | None, str | None]:
    """(is_won, closed_on) of a row with these cells."""
    rules = [plan.main.rule(column) for column in ("is_won", "closed_on")]
    listed = ", ".join(expression(rule, {key: key for key in cells}) for rule in rules if rule)
    columns = ", ".join(f"cast(? as varchar) as {key}" for key in cells)
    row = (
        duckdb.connect().execute(f"select {listed} from (select {columns})", list(cells.values())).fetchone()
    )
    assert row is not None
    return row[0], row[1]


DAY = "2026-03-01"


@pytest.mark.parametrize(
    ("is_won", "phase", "expected"),
    [
        (THREE, "Paid", ("true", DAY)),
        (THREE, "gone ", ("false", DAY)),
        (THREE, "Talks", ("false", None)),
        (THREE, "Handshake", (None, DAY)),  # a person will say what it means
        (THREE, None, (None, DAY)),
        (TWO, "Talks", ("false", DAY)),  # a mapping that knows no difference makes none
        (REST_OPEN, "Handshake", ("false", None)),
        (REST_OPEN, "Gone", ("false", DAY)),
    ],
)
def test_only_of_an_open_deal_the_day_is_left_out(is_won, phase, expected) -> None:
    assert read(plan_of(is_won, "Phase", "Closes"), phase=phase, closes=DAY) == expected


@pytest.mark.parametrize(
    ("won", "phase", "expected"),
    [
        ("true", "Talks", ("true", DAY)),  # the column that tells first is heeded first
        ("false", "Talks", ("false", None)),
        ("false", "Gone", ("false", DAY)),
        (None, "Talks", ("false", None)),
        (None, "Gone", (None, DAY)),
    ],
)
def test_where_a_column_says_only_whether_it_is_won_the_next_tells_what_is_open(won, phase, expected) -> None:
    assert read(plan_of(FIRST_WON, "Won", "Phase", "Closes"), won=won, phase=phase, closes=DAY) == expected


def test_what_is_no_day_stays_to_be_set_aside() -> None:
    assert read(plan_of(THREE, "Phase", "Closes"), phase="Talks", closes="soon") == ("false", "soon")


def test_the_close_date_keeps_its_name_and_its_stage_is_read_with_it() -> None:
    plan = plan_of(THREE, "Phase", "Closes")
    assert isinstance(plan.main.rule("closed_on"), Closing)
    assert plan.label_of("opportunities", "closed_on") == "Closes"
    assert set(plan.sources) == {"closes", "phase"}
    assert not isinstance(plan_of(TWO, "Phase", "Closes").main.rule("closed_on"), Closing)


def test_every_crm_that_tells_open_deals_says_so() -> None:
    telling = {
        preset.name
        for preset in installed()
        for feed in preset.feeds
        for name, spec in feed.columns
        if name == "is_won" and "open" in str(spec)
    }
    assert telling == {
        "dynamics_opportunities",
        "hubspot_deals",
        "pipedrive_deals",
        "salesforce_api_opportunity",
        "salesforce_opportunities",
        "zoho_deals",
    }

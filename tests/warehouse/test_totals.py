"""A total out of all proportion is warned about; nothing is held, since no row shows what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import OPPORTUNITIES, built

# Of the won deals 2,200.50 EUR fall into the quotas' time.
QUOTAS = (
    "owner_id,period_start_on,period_end_on,amount,currency\nU-A,2024-01-01,2024-12-31,{},EUR\n"
    "U-B,2024-01-01,2024-12-31,{},USD\n"
)
SAID = "were decimals read as thousands"


@pytest.mark.parametrize(
    ("euros", "is_said"), breadth.first(2, [("110.03", False), ("110.02", True), ("0", False)])
)
def test_more_than_twenty_times_the_quotas_of_that_time_is_warned_about(
    tmp_path: Path, euros: str, is_said: bool
) -> None:
    rates = "month,currency,rate\n2024-01-01,USD,1\n"
    tables = {"quotas": QUOTAS.format(euros, "1"), "exchange_rates": rates, "opportunities": OPPORTUNITIES}
    company = built(tmp_path, tables)
    assert company.result.outcome == "served"
    warned = [str(line) for line in company.result.messages if SAID in str(line)]
    assert bool(warned) == is_said
    if is_said:
        assert warned[0].startswith("opportunities.csv · the won deals make 2,200 EUR, 20 times the quotas")

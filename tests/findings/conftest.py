"""A company of both sides, built once from exports that the tests count themselves."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from helpers.invented import both_sides
from helpers.small_company import built
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

Ask = Callable[[str], pd.DataFrame]


@pytest.fixture(scope="session")
def exports() -> dict[str, pd.DataFrame]:
    return both_sides.exports(11)


@pytest.fixture(scope="session")
def ask(exports: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The answer to a question without filters."""
    folder = tmp_path_factory.mktemp("both_sides")
    made = built(folder, both_sides.as_text(exports), as_of=both_sides.AS_OF)
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    warehouse = Warehouse(made.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    parameters = scope.everything(choices).parameters()
    return lambda question: warehouse.ask(question, viewer, parameters)

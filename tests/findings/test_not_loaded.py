"""Why a table is not there: its file is to be added, was not recognised, or came without a row that could be loaded."""

from __future__ import annotations

import pandas as pd

from hiring.findings import not_loaded


def named(file: str) -> str:
    return file.split(".")[0]


def files(*rows: tuple[str | None, str | None, int, int, int]) -> pd.DataFrame:
    names = ["file", "table_name", "count_read", "count_loaded", "count_set_aside"]
    return pd.DataFrame(rows, columns=names)


LOADED = ("deals.csv", "opportunities", 90, 90, 0)


def test_a_file_that_did_not_come_is_to_be_added() -> None:
    found = not_loaded.missing(files(LOADED), ["ratings"], named)
    assert (found.add, found.remedy("They hold scores.")) == (("ratings.csv",), "They hold scores.")


def test_a_file_called_so_that_nobody_knew_is_named_and_not_to_be_added() -> None:
    came = files(LOADED, ("ratings.csv", None, 0, 0, 0))
    found = not_loaded.missing(came, ["interviews", "ratings"], named)
    assert found.add == ("interviews.csv",)
    assert found.came == (
        "ratings.csv came with the exports and was not recognised, so nothing in it was read: say what it holds on the "
        "page Map a file.",
    )
    assert not_loaded.short(came, "ratings", named) == "which came with the exports and was not recognised."
    assert not_loaded.short(came, "quotas", named) == "which is not loaded."


def test_a_file_of_which_every_row_was_set_aside_or_that_holds_none_says_so() -> None:
    aside, empty = (
        files(("q.csv", "quotas", 4, 0, 4)),
        files(("quotas.csv", "quotas", 0, 0, 0)),
    )
    found = not_loaded.missing(aside, ["quotas"], named)
    assert found.add == ()
    assert found.came[0].startswith("q.csv came with 4 rows, and none was loaded: Data health says why")
    assert not_loaded.short(empty, "quotas", named) == "which came with the exports and holds no row."
    assert not_loaded.short(aside, "quotas", named) == (
        "which is not loaded. q.csv came with 4 rows, and none was loaded."
    )
    assert not_loaded.missing(empty, ["quotas"], named).came == (
        "quotas.csv came with the exports and holds no row: export it again.",
    )


def test_where_rows_are_loaded_the_file_is_not_to_be_added() -> None:
    assert not_loaded.missing(files(LOADED), ["opportunities"], named) == not_loaded.Missing((), ())


def test_a_file_of_another_name_that_nobody_knew_may_be_it_for_whoever_may_not_see_its_name_too() -> None:
    for name in ("export-7.csv", None):
        found = not_loaded.missing(files(LOADED, (name, None, 0, 0, 0)), ["quotas"], named)
        assert found.add == ("quotas.csv",)
        assert found.came[0].startswith("Where the file that was not recognised holds it, map that:")


def test_the_list_of_files_to_add_knows_which_of_them_came() -> None:
    tables = pd.DataFrame({"table_name": ["ratings", "quotas", "opportunities"], "count_rows": [0, 0, 90]})
    assert not_loaded.came(files(LOADED, ("ratings.csv", None, 0, 0, 0)), tables, named) == {"ratings"}

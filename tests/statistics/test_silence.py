"""How long a running application has waited, and for whom: worked out by hand."""

from __future__ import annotations

import pandas as pd

from hiring.statistics import promises, silence
from hiring.statistics.silence import CANDIDATE, NOBODY

AS_OF = pd.Timestamp("2024-06-28")  # a Friday
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime(["2024-06-20"])})


def owed(*rows: tuple[str, str, str, int, str | None]) -> pd.DataFrame:
    """Promises of (department, application, started, working days, kept) of applications that run."""
    frame = pd.DataFrame(
        rows, columns=["department", "application_id", "started_on", "within_days", "kept_on"]
    )
    days = {name: pd.to_datetime(frame[name]) for name in ("started_on", "kept_on")}
    cases = frame.assign(**days, stopped_on=pd.NaT, stopped_by=None, is_running=True)
    return promises.judged(cases, HOLIDAYS, AS_OF)


def running(**days: dict[str, str]) -> pd.DataFrame:
    """Applications with the day of each thing that happened: `applied` and others."""
    frame = pd.DataFrame(days.values()).reindex(columns=list(silence.MOMENTS))
    frame = frame.apply(pd.to_datetime)
    return frame.assign(application_id=pd.Series(list(days), dtype=object), role_profile="Desk")


def test_silence_runs_from_the_last_thing_that_happened_in_working_days() -> None:
    found = silence.silences(
        running(
            A={"applied": "2024-06-03", "last_held": "2024-06-19"},
            B={"applied": "2024-06-03", "last_held": "2024-06-10", "last_submitted": "2024-06-27"},
        ),
        owed(),
        HOLIDAYS,
        AS_OF,
    ).set_index("application_id")
    assert found["silent_for"].to_dict() == {"A": 6, "B": 1}  # the 20th was a day off
    assert found["last"].to_dict() == {"A": "last_held", "B": "last_submitted"}


def test_an_application_waits_for_what_is_past_its_day_else_for_the_clock_that_began_last() -> None:
    """Of B HR's is past and Sales' began later: what the list of overdue promises names is past here too."""
    days = {"applied": "2024-06-03"}
    found = silence.silences(
        running(A=days, B=days, C=days, D=days | {"offer_made": "2024-06-20"}, E=days),
        owed(
            ("Sales", "A", "2024-06-03", 30, None),
            ("HR", "A", "2024-06-03", 5, None),
            ("Sales", "B", "2024-06-10", 30, None),
            ("HR", "B", "2024-06-03", 5, None),
            ("HR", "C", "2024-06-03", 5, "2024-06-05"),
            ("HR", "D", "2024-06-03", 5, None),
        ),
        HOLIDAYS,
        AS_OF,
    ).set_index("application_id")
    assert found["waits_for"].to_dict() == {
        "A": "HR",
        "B": "HR",
        "C": NOBODY,
        "D": CANDIDATE,
        "E": NOBODY,
    }
    assert found["is_overdue"].to_dict() == {"A": True, "B": True, "C": False, "D": False, "E": False}


def test_sides_are_summed_up_with_median_longest_and_how_many_are_past_the_day_promised() -> None:
    found = pd.DataFrame(
        {
            "waits_for": ["Sales", "HR", "HR", "HR"],
            "silent_for": [4.0, 1.0, 2.0, 9.0],
            "is_overdue": [False, False, True, True],
        }
    )
    sides = silence.by_side(found)
    assert sides["waits_for"].tolist() == ["HR", "Sales", CANDIDATE, NOBODY]
    assert sides.loc[0, ["n", "median", "longest", "count_overdue"]].tolist() == [3, 2, 9, 2]
    assert sides["n"].tolist() == [3, 1, 0, 0]


def test_where_nothing_runs_nothing_is_silent() -> None:
    found = silence.silences(running(), owed(("HR", "A", "2024-06-03", 5, None)), HOLIDAYS, AS_OF)
    assert found.empty
    assert silence.by_side(found)["n"].tolist() == [0, 0, 0, 0]

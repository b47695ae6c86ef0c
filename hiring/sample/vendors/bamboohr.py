"""BambooHR's employee report: last name first, the manager by name, the day before the month."""

from __future__ import annotations

from hiring.sample.vendors.reading import Row, Tables, day
from hiring.sample.vendors.report import Report

FILE = "Employee report.csv"
HEADER = (
    "Employee #",
    "Last name, First name",
    "Work Email",
    "Department",
    "Job Title",
    "Role profile",
    "Reporting to",
    "Region",
    "Customer segment",
    "Hire Date",
    "Original Hire Date",
    "Termination Date",
    "Termination Type",
    "Status",
)
_TYPES = {
    "voluntary": "Resignation (Voluntary)",
    "involuntary": "Termination (Involuntary)",
    "other": "End of contract",
}


def employees(tables: Tables) -> Report:
    """Everybody, leavers too: UTF-8 with a byte order mark, and a header with a comma in its quotes."""
    names = {row["employee_id"]: row["full_name"] for row in tables.rows("employees")}
    return Report(
        FILE,
        HEADER,
        (_line(row, names) for row in tables.rows("employees")),
        encoding="utf-8-sig",
        line_end="\r\n",
    )


def _line(row: Row, names: dict[str, str]) -> tuple[str, ...]:
    return (
        row["employee_id"],
        _last_first(row["full_name"]),
        row["work_email"],
        row["department"],
        row["job_title"],
        row["role_profile"],
        _last_first(names.get(row["manager_id"], "")),
        row["region"],
        row["segment"],
        *(
            day(row[column], "{d}/{m}/{y}")
            for column in ("hire_date", "original_hire_date", "termination_date")
        ),
        _TYPES.get(row["termination_type"], row["termination_type"]),
        "Inactive" if row["termination_date"] else "Active",
    )


def _last_first(name: str) -> str:
    first, blank, last = name.rpartition(" ")
    return f"{last}, {first}" if blank else name

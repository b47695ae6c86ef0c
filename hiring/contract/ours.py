"""Our own: what a person confirmed, and whom to forget."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Table, column, identifier, same

TABLES: tuple[Table, ...] = (
    Table(
        "matches",
        "Ours",
        "confirmed match of a login to a person",
        (
            Column("system", Kind.WORD, True, same("crm", "ats_user", "ats_application")),
            identifier("system_id", required=True),
            identifier("employee_id", required=True),
            column("confirmed_by", Kind.TEXT),
            column("confirmed_on", Kind.DAY),
        ),
        key=("system", "system_id"),
        lights_up="people whom no id or e-mail joins",
    ),
    Table(
        "erased_people",
        "Ours",
        "person to forget",
        (
            column("system", Kind.TEXT, required=True),
            identifier("person_id", required=True),
            column("erased_on", Kind.DAY, required=True),
        ),
        key=("system", "person_id"),
        lights_up="people who asked to be forgotten stay forgotten",
    ),
)

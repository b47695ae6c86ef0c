"""Our own: what a person confirmed or refused, and whom to forget."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Table, column, identifier, same

# Not an id by its form: a report may name an owner by e-mail or by name alone, and then that stands here.
_SYSTEM_ID = column(
    "system_id", Kind.NAME, required=True, note="its id there; without one its e-mail or name as exported"
)
_SYSTEM = Column("system", Kind.WORD, True, same("crm", "ats_user", "ats_application"))

TABLES: tuple[Table, ...] = (
    Table(
        "matches",
        "Ours",
        "confirmed match of a login to a person",
        (
            _SYSTEM,
            _SYSTEM_ID,
            identifier("employee_id", required=True),
            column("confirmed_by", Kind.TEXT),
            column("confirmed_on", Kind.DAY),
        ),
        key=("system", "system_id"),
        lights_up="people whom no id or e-mail joins",
    ),
    Table(
        "refused_matches",
        "Ours",
        "pair of a login and a person who are not the same",
        (
            _SYSTEM,
            _SYSTEM_ID,
            identifier("employee_id", required=True),
            column("refused_by", Kind.TEXT),
            column("refused_on", Kind.DAY),
        ),
        key=("system", "system_id", "employee_id"),
        lights_up="pairs that nobody need be asked about again",
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

"""Our own: what a person confirmed or refused, and whom to forget."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Table, column, identifier, same

# Not an id by its form: a report may name an owner by e-mail or by name alone, and then that stands here.
_SYSTEM_ID = column(
    "system_id",
    Kind.NAME,
    "The login's id there, or the application's; without an id its e-mail or name as exported",
    "U001017",
    required=True,
)
_SYSTEM = Column(
    "system",
    Kind.WORD,
    "Which system the id is from: a login of the CRM, a login or an application of the applicant system",
    "crm",
    True,
    same("crm", "ats_user", "ats_application"),
)

TABLES: tuple[Table, ...] = (
    Table(
        "matches",
        "Ours",
        "confirmed match of a login to a person",
        (
            _SYSTEM,
            _SYSTEM_ID,
            identifier("employee_id", "The employee it is", "010018", required=True),
            column("confirmed_by", Kind.TEXT, "Who decided", "HR operations"),
            column("confirmed_on", Kind.DAY, "When it was decided", "2026-04-14"),
        ),
        key=("system", "system_id"),
        lights_up="people whom no id or e-mail joins",
        kept_in="you",
        ask_for="where id and e-mail do not settle who is who; the page Identity match writes it",
    ),
    Table(
        "refused_matches",
        "Ours",
        "pair of a login and a person who are not the same",
        (
            _SYSTEM,
            _SYSTEM_ID,
            identifier("employee_id", "The employee it is not", "010001", required=True),
            column("refused_by", Kind.TEXT, "Who decided", "HR operations"),
            column("refused_on", Kind.DAY, "When it was decided", "2026-04-14"),
        ),
        key=("system", "system_id", "employee_id"),
        lights_up="pairs that nobody need be asked about again",
        kept_in="you",
        ask_for="so that nobody is asked about them again; the same page writes it",
    ),
    Table(
        "erased_people",
        "Ours",
        "person to forget",
        (
            column(
                "system",
                Kind.TEXT,
                "Which system the id is from: `hris`, `crm`, `candidate`, `ats_user` or `ats_application`",
                "hris",
                required=True,
            ),
            identifier("person_id", "The person's id in that system", "000099", required=True),
            column("erased_on", Kind.DAY, "When they were to be forgotten", "2025-11-03", required=True),
        ),
        key=("system", "person_id"),
        lights_up="people who asked to be forgotten stay forgotten",
        kept_in="you",
        ask_for="their rows are dropped, and cells with their whole name are emptied",
    ),
)

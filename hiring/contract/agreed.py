"""Agreed between HR and Sales: profiles, promises, meetings."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Table, column, identifier, same

TABLES: tuple[Table, ...] = (
    Table(
        "role_profiles",
        "Agreed",
        "competency in a version of a role's profile",
        (
            column("role_profile", Kind.TEXT, required=True),
            column("version", Kind.TEXT, required=True),
            column("effective_on", Kind.DAY, required=True),
            column("competency", Kind.TEXT, required=True),
            column("weight", Kind.NUMBER, required=True),
            column("minimum_score", Kind.NUMBER),
            column("looks_like", Kind.TEXT),
            column("must_have", Kind.TRUTH),
            column("agreed_by_sales_on", Kind.DAY),
            column("agreed_by_hr_on", Kind.DAY),
        ),
        key=("role_profile", "version", "competency"),
        lights_up="what Sales and HR agreed to look for",
    ),
    Table(
        "working_agreement",
        "Agreed",
        "promise",
        (
            identifier("promise_id", required=True),
            column("promise", Kind.TEXT, required=True),
            Column("owed_by", Kind.WORD, True, same("hr", "sales")),
            Column(
                "starts_at",
                Kind.WORD,
                True,
                same(
                    "requisition_opened",
                    "intake_held",
                    "applied",
                    "screen_held",
                    "interview_held",
                    "scorecard_submitted",
                    "offer_made",
                    "candidate_told",
                ),
            ),
            Column(
                "ends_at",
                Kind.WORD,
                True,
                same(
                    "requisition_opened",
                    "intake_held",
                    "applied",
                    "screen_held",
                    "interview_held",
                    "scorecard_submitted",
                    "offer_made",
                    "candidate_told",
                ),
            ),
            column("within_days", Kind.WHOLE, required=True, note="working days"),
            column("effective_on", Kind.DAY),
        ),
        key=("promise_id", "effective_on"),
        lights_up="promises kept and missed, both sides",
    ),
    Table(
        "touchpoints",
        "Agreed",
        "meeting of the two departments",
        (
            identifier("touchpoint_id", required=True),
            column("held_on", Kind.DAY, required=True),
            Column("kind", Kind.WORD, True, same("intake", "calibration", "sit_down", "social")),
            identifier("requisition_id"),
            column("hr_people", Kind.WHOLE),
            column("sales_people", Kind.WHOLE),
        ),
        key=("touchpoint_id",),
        lights_up="how often the two departments meet",
    ),
)

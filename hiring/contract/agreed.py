"""Agreed between HR and Sales: profiles, promises, meetings."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Table, column, identifier, same

MOMENTS = same(
    "requisition_opened",
    "intake_held",
    "applied",
    "screen_held",
    "interview_held",
    "scorecard_submitted",
    "offer_made",
    "candidate_told",
)

TABLES: tuple[Table, ...] = (
    Table(
        "role_profiles",
        "Agreed",
        "competency in a version of a role's profile",
        (
            column(
                "role_profile",
                Kind.TEXT,
                "Role the profile is for, named as in `employees`",
                "Mid-market",
                required=True,
            ),
            column(
                "version",
                Kind.TEXT,
                "Version of the role's profile; of two of one day the later in the alphabet holds",
                "2",
                required=True,
            ),
            column("effective_on", Kind.DAY, "When the version came into force", "2024-07-01", required=True),
            column(
                "competency", Kind.TEXT, "Competency, named as in `ratings`", "Coachability", required=True
            ),
            column(
                "weight",
                Kind.NUMBER,
                "How much it weighs in the version, on any scale: the weights of a version are made to add up to 1",
                "0.12",
                required=True,
            ),
            column("minimum_score", Kind.NUMBER, "The least score wanted, of five", "3"),
            column(
                "looks_like", Kind.TEXT, "What good looks like, in a sentence", "Takes advice and shows it"
            ),
            column("must_have", Kind.TRUTH, "Whether nobody is hired without it; empty means no", "true"),
            column("agreed_by_sales_on", Kind.DAY, "When Sales agreed to the version", "2024-06-12"),
            column("agreed_by_hr_on", Kind.DAY, "When HR agreed to the version", "2024-06-05"),
        ),
        key=("role_profile", "version", "competency"),
        lights_up="what Sales and HR agreed to look for",
        kept_in="Sales and HR",
        ask_for="what they agreed the role needs",
    ),
    Table(
        "working_agreement",
        "Agreed",
        "promise",
        (
            identifier(
                "promise_id", "Id of the promise; a later version of it keeps the id", "P03", required=True
            ),
            column(
                "promise", Kind.TEXT, "The promise in words", "Scorecards come within two days", required=True
            ),
            Column("owed_by", Kind.WORD, "Which department owes it", "sales", True, same("hr", "sales")),
            Column("starts_at", Kind.WORD, "What starts its clock", "interview_held", True, MOMENTS),
            Column(
                "ends_at",
                Kind.WORD,
                "What keeps it; only promises that end with `scorecard_submitted` are measured yet",
                "scorecard_submitted",
                True,
                MOMENTS,
            ),
            column("within_days", Kind.WHOLE, "Working days it allows", "2", required=True),
            column("effective_on", Kind.DAY, "From when it holds; empty: ever since", "2024-01-01"),
        ),
        key=("promise_id", "effective_on"),
        lights_up="promises kept and missed, both sides",
        kept_in="Sales and HR",
        ask_for="who owes what to whom, within how many days",
    ),
    Table(
        "touchpoints",
        "Agreed",
        "meeting of the two departments",
        (
            identifier("touchpoint_id", "Id of the meeting", "T00001", required=True, unread=True),
            column("held_on", Kind.DAY, "Day of the meeting", "2026-03-10", required=True, unread=True),
            Column(
                "kind",
                Kind.WORD,
                "What they met for",
                "calibration",
                True,
                same("intake", "calibration", "sit_down", "social"),
                unread=True,
            ),
            identifier("requisition_id", "Opening it was about, if one", "R-00001", unread=True),
            column("hr_people", Kind.WHOLE, "How many came from HR", "2", unread=True),
            column("sales_people", Kind.WHOLE, "How many came from Sales", "4", unread=True),
        ),
        key=("touchpoint_id",),
        lights_up="how often the two departments meet",
        kept_in="Sales and HR",
        ask_for="intakes, calibrations, sit-downs",
    ),
)

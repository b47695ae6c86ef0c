"""Agreed between HR and Sales: profiles, promises, meetings; and what happened to both."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Reference, Table, column, identifier, same

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
                "What keeps it",
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
            column("held_on", Kind.DAY, "Day of the meeting", "2026-03-10", required=True),
            Column(
                "kind",
                Kind.WORD,
                "What they met for",
                "calibration",
                True,
                same("intake", "calibration", "sit_down", "social"),
            ),
            identifier("requisition_id", "Opening it was about, if one", "R-00001"),
            column("hr_people", Kind.WHOLE, "How many came from HR", "2", unread=True),
            column("sales_people", Kind.WHOLE, "How many came from Sales", "4", unread=True),
        ),
        key=("touchpoint_id",),
        lights_up="how often the two departments meet",
        kept_in="Sales and HR",
        ask_for="intakes, calibrations, sit-downs",
    ),
    Table(
        "events",
        "Agreed",
        "thing that happened to the company",
        (
            identifier("event_id", "Id of the event", "E001", required=True),
            column("happened_on", Kind.DAY, "Day it happened", "2025-02-01", required=True),
            Column(
                "kind",
                Kind.WORD,
                "What kind of thing",
                "comp_plan",
                True,
                same("comp_plan", "reorganisation", "product", "territory", "tool", "other"),
            ),
            column("title", Kind.TEXT, "In a few words", "New commission plan", required=True),
            column("region", Kind.TEXT, "Region it concerns; empty: all", "DACH"),
            column("role_profile", Kind.TEXT, "Role it concerns; empty: all", "Mid-market"),
        ),
        key=("event_id",),
        lights_up="what else happened, beside how far HR and Sales see candidates alike",
        kept_in="Sales and HR",
        ask_for="a list kept by hand will do: commission plans, reorganisations, products, territories, tools",
    ),
    Table(
        "pulse",
        "Agreed",
        "answer of a member of either department, without a name",
        (
            identifier("response_id", "Id of the answer", "U00001", required=True, unread=True),
            column("answered_on", Kind.DAY, "Day of the answer", "2026-03-20", required=True, unread=True),
            Column(
                "department",
                Kind.WORD,
                "Department of who answered",
                "hr",
                True,
                same("hr", "sales"),
                unread=True,
            ),
            column(
                "question",
                Kind.TEXT,
                "What was asked: `understood_the_role`, `works_well_together` or a question of your own",
                "works_well_together",
                required=True,
                unread=True,
            ),
            column("score", Kind.WHOLE, "0 not at all, 10 wholly", "7", required=True, unread=True),
            column("comment", Kind.TEXT, "What they wrote; never shown singly", "Quick answers", unread=True),
        ),
        key=("response_id",),
        lights_up="how each department finds working with the other",
        is_silent=True,
        kept_in="Sales and HR",
        ask_for="a short survey of both, **without names**; groups under five are never shown",
    ),
    Table(
        "incidents",
        "Agreed",
        "something unforeseen in a hiring",
        (
            identifier("incident_id", "Id of the incident", "N0001", required=True, unread=True),
            column("opened_on", Kind.DAY, "Day it came up", "2026-02-10", required=True, unread=True),
            Column(
                "kind",
                Kind.WORD,
                "What kind of thing",
                "client_change",
                True,
                same("client_change", "no_show", "late_decline", "other"),
                unread=True,
            ),
            Column(
                "raised_by",
                Kind.WORD,
                "Which department raised it",
                "sales",
                True,
                same("hr", "sales"),
                unread=True,
            ),
            identifier("requisition_id", "Opening it was about, if one", "R-00001", unread=True),
            identifier("application_id", "Application it was about, if one", "A0000001", unread=True),
            column(
                "option_hr", Kind.TEXT, "What HR proposed", "hire without the second language", unread=True
            ),
            column("option_sales", Kind.TEXT, "What Sales proposed", "wait two weeks", unread=True),
            column("decision", Kind.TEXT, "What was decided", "wait two weeks", unread=True),
            column("resolved_on", Kind.DAY, "Day of the decision; empty: open", "2026-02-13", unread=True),
        ),
        key=("incident_id",),
        lights_up="how fast the unforeseen is settled, and whose option was taken",
        kept_in="Sales and HR",
        ask_for="a list kept by hand will do",
    ),
    Table(
        "role_briefs_read",
        "Agreed",
        "brief of an opening, explained by Sales to someone of HR",
        (
            identifier("requisition_id", "The opening", "R-00001", required=True, unread=True),
            identifier("explained_by_id", "Who of Sales explained it: employee_id", "000139", unread=True),
            identifier("read_by_id", "Who of HR read it: employee_id", "000111", unread=True),
            column("happened_on", Kind.DAY, "Day of it", "2026-01-15", required=True, unread=True),
        ),
        key=("requisition_id", "happened_on", "explained_by_id", "read_by_id"),
        references=(Reference("requisition_id", "requisitions", "requisition_id"),),
        lights_up="who explained the brief of each opening, and who read it",
        kept_in="Sales and HR",
        ask_for="a list kept by hand will do",
    ),
)

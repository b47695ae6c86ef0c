"""ATS: what is asked for in an opening, and what of it changed later."""

from __future__ import annotations

from hiring.contract.kinds import Column, Kind, Reference, Table, column, identifier, same

TABLES: tuple[Table, ...] = (
    Table(
        "requisitions",
        "ATS",
        "opening",
        (
            identifier("requisition_id", "Id of the opening", "R-00001", required=True),
            column(
                "role_profile",
                Kind.TEXT,
                "Role it is for, named as in `employees`; its applications have it unless they name their own",
                "Mid-market",
                required=True,
            ),
            column("opened_on", Kind.DAY, "Day it was opened", "2026-01-12", required=True),
            column("closed_on", Kind.DAY, "Day it was closed; empty: open", "2026-04-02"),
            column("intake_on", Kind.DAY, "Day of the intake talk", "2026-01-15"),
            identifier("hiring_manager_id", "The hiring manager's employee_id or login", "000139"),
            identifier("recruiter_id", "The recruiter's employee_id or login", "000111"),
            column("region", Kind.TEXT, "Region it is for; its applications have it", "DACH"),
            column("segment", Kind.TEXT, "Segment it is for; its applications have it", "Small business"),
            column("openings", Kind.WHOLE, "How many people it asks for; empty: one", "1"),
        ),
        key=("requisition_id",),
        lights_up="role, region and segment of applications",
        kept_in="applicant system",
        ask_for="jobs, with opening and closing days",
    ),
    Table(
        "requirement_changes",
        "ATS",
        "change of an opening after it was opened",
        (
            identifier("requisition_id", "The opening that was changed", "R-00001", required=True),
            column("changed_on", Kind.DAY, "Day of the change", "2026-02-03", required=True),
            Column(
                "raised_by",
                Kind.WORD,
                "Who wanted it",
                "sales",
                True,
                same("client", "sales", "hr"),
            ),
            column("what", Kind.TEXT, "What changed, in a word", "industry", required=True),
            column("detail", Kind.TEXT, "What it was and is", "machinery instead of software"),
            column("lost_days", Kind.WHOLE, "Days of work it undid, as both sides see it", "9"),
        ),
        lights_up="what changed after intake",
        references=(Reference("requisition_id", "requisitions", "requisition_id"),),
        kept_in="hiring manager, HR",
        ask_for="a list kept by hand will do",
    ),
    Table(
        "requisition_requirements",
        "ATS",
        "competency asked for in one opening",
        (
            identifier("requisition_id", "The opening", "R-00001", required=True),
            column(
                "competency",
                Kind.TEXT,
                "Competency, named as in `role_profiles`",
                "Negotiation",
                required=True,
            ),
            column("weight", Kind.NUMBER, "How much it weighs here, on any scale", "0.2", unread=True),
            column("minimum_score", Kind.NUMBER, "The least score wanted, of five", "3"),
            column("note", Kind.TEXT, "What differs from the role's profile", "tenders of the state"),
        ),
        key=("requisition_id", "competency"),
        lights_up="what an opening asks for beside the profile of its role",
        references=(Reference("requisition_id", "requisitions", "requisition_id"),),
        kept_in="hiring manager, HR",
        ask_for="the brief of each opening; a list kept by hand will do",
    ),
)

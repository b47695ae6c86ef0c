"""What else people call a measure: words by which the page Definitions finds its card, and which no page writes."""

from __future__ import annotations

from collections.abc import Mapping

ALSO: Mapping[str, str] = {
    "attainment_ramped": "target achievement",
    "came_to_lead": "promotion promoted leader team lead career",
    "candidate_nps": "survey satisfaction experience employer brand promoter",
    "cost_per_hire": "spend budget price",
    "departments_apart": "bias calibration",
    "first_year_retention": "attrition turnover churn quit resign",
    "high_performer": "top performer best star",
    "leniency": "lenient harsh strict mild generous severe",
    "may_be_asked": "bench succession pipeline readiness",
    "moved_role": "transfer internal placement",
    "offer_acceptance": "declined rejected",
    "pass_through": "conversion",
    "payback": "break-even return roi",
    "ramp_time": "onboarding productive",
    "rating_agreement": "consistency reliability",
    "sales_clock": "absence parental leave sick pause",
    "scorecards_on_time": "late overdue punctual delay",
    "teams_in_need": "span of control",
    "time_in_stage": "slow bottleneck",
    "time_to_fill": "vacancy hiring speed",
    "validity_among_hires": "predict foretell",
    "validity_for_everybody": "predict foretell validity",
}

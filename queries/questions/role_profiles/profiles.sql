-- Every version of every role's profile that has come into force, competency by competency, the latest first.
-- ignores: hired_from, hired_to, regions, segments, sources and outcome_window, because a profile is agreed for a role
-- company: what was agreed, no person
select
    role_profile,
    version,
    effective_on,
    is_current,
    competency,
    weight,
    minimum_score,
    looks_like,
    is_must_have,
    agreed_by_sales_on,
    agreed_by_hr_on,
from marts.role_profiles
where
    is_in_force
    and list_contains($role_profiles, role_profile)
    and list_contains($viewer_role_profiles, role_profile)
order by
    role_profile asc,
    effective_on desc,
    version desc,
    weight desc,
    competency asc

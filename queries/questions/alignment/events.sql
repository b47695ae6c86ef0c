-- What else happened to the company, where it concerns the regions and roles chosen; who may not see names gets the kind.
-- ignores: outcome_window, hired_from, hired_to, segments and sources, because what happened has no applicant
-- company: things that happened, no person
-- raw: title; as somebody wrote it
select
    happened_on,
    kind,
    title,
    region,
    role_profile,
from marts.events
where
    (region is null or (list_contains($regions, region) and list_contains($viewer_regions, region)))
    and (
        role_profile is null
        or (list_contains($role_profiles, role_profile) and list_contains($viewer_role_profiles, role_profile))
    )
order by
    happened_on asc,
    event_id asc

-- The applications that the filters leave and the viewer may see; the hire period is read as the period of applying.
-- counts: not asked by itself, every question over applications starts from it
select
    applications.application_id,
    applications.candidate_id,
    applications.requisition_id,
    coalesce(applications.role_profile, 'Not given') as role_profile,
    coalesce(applications.region, 'Not given') as region,
    coalesce(applications.segment, 'Not given') as segment,
    applications.source,
    applications.applied_on,
    applications.status,
    applications.ended_on,
    applications.ended_stage,
    applications.ended_by,
    applications.reason,
    applications.offered_on,
    applications.accepted_on,
    applications.employee_id,
    applications.hire_date,
from marts.applications
where
    applications.applied_on between $hired_from and $hired_to
    and list_contains($role_profiles, coalesce(applications.role_profile, 'Not given'))
    and list_contains($regions, coalesce(applications.region, 'Not given'))
    and list_contains($segments, coalesce(applications.segment, 'Not given'))
    and list_contains($sources, applications.source)
    and list_contains($viewer_role_profiles, coalesce(applications.role_profile, 'Not given'))
    and list_contains($viewer_regions, coalesce(applications.region, 'Not given'))
    and ($viewer_sees_every_team or list_contains($viewer_openings, coalesce(applications.requisition_id, '')))

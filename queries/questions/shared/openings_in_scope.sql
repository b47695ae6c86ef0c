-- The openings that the filters leave and the viewer may see; the hire period is read as the period of opening.
-- ignores: sources, because an opening has none
-- counts: not asked by itself, every question over openings starts from it
select
    requisitions.requisition_id,
    coalesce(requisitions.role_profile, 'Not given') as role_profile,
    coalesce(requisitions.region, 'Not given') as region,
    coalesce(requisitions.segment, 'Not given') as segment,
    requisitions.opened_on,
    requisitions.closed_on,
    requisitions.intake_on,
    requisitions.filled_on,
    requisitions.hiring_manager_id,
    requisitions.recruiter_id,
    requisitions.count_hires,
    requisitions.count_applications,
    requisitions.days_to_fill,
    requisitions.is_filled,
from marts.requisitions
where
    requisitions.opened_on between $hired_from and $hired_to
    and list_contains($role_profiles, coalesce(requisitions.role_profile, 'Not given'))
    and list_contains($regions, coalesce(requisitions.region, 'Not given'))
    and list_contains($segments, coalesce(requisitions.segment, 'Not given'))
    and list_contains($viewer_role_profiles, coalesce(requisitions.role_profile, 'Not given'))
    and list_contains($viewer_regions, coalesce(requisitions.region, 'Not given'))
    and ($viewer_sees_every_team or list_contains($viewer_openings, requisitions.requisition_id))

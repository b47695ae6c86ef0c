-- Logins, owners, interviewers and hired applications nobody is found for, as far as the viewer may see their region.
-- people: not asked by itself, every question about them starts from it
select
    unmatched.system || '|' || unmatched.system_id as login_key,
    unmatched.*,
from marts.unmatched
where
    list_contains($viewer_regions, coalesce(unmatched.region, 'Not given'))
    and list_contains($viewer_role_profiles, coalesce(unmatched.role_profile, 'Not given'))
    -- Nobody knows in whose team they are.
    and $viewer_sees_every_team

-- What each role must reach: its bar, the months of its ramp and the share called high performers.
-- ignores: hired_from, hired_to, regions, segments, sources, outcome_window, because settings hold for a whole role
-- company: settings, no person
select
    bars.role_profile,
    bars.bar,
    bars.ramp_months,
    bars.high_performer_share,
from marts.role_bars as bars
where
    list_contains($role_profiles, bars.role_profile)
    and list_contains($viewer_role_profiles, bars.role_profile)
order by bars.role_profile

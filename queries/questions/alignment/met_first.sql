-- When two of HR and Sales first met: in one round with a candidate on one day, or at the intake talk of an opening.
-- ignores: all filters, because who has met has met; what the viewer may not see is left out all the same
-- each: one row two people without a name, only ever shown summed up
select
    hr_id,
    sales_id,
    min(met_on) as met_on,
from marts.pair_meetings
where
    list_contains($viewer_role_profiles, coalesce(role_profile, 'Not given'))
    and list_contains($viewer_regions, coalesce(region, 'Not given'))
    -- Nobody knows in whose team two who met are.
    and $viewer_sees_every_team
group by
    hr_id,
    sales_id
order by
    hr_id asc,
    sales_id asc

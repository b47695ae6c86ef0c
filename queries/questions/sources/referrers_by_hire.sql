-- Each hire, and what the colleague who referred them had shown by then; nothing where nobody did; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    case
        when
            referrers.referrer_region is null
            or (
                list_contains($viewer_regions, referrers.referrer_region)
                and list_contains($viewer_role_profiles, referrers.referrer_role)
            )
            then referrers.referrer
        else 'not found'
    end as referrer,
from hires_in_scope as hires
left join marts.hire_referrers as referrers
    on hires.employee_id = referrers.employee_id and hires.hire_date = referrers.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc

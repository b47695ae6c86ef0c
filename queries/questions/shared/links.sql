-- How far the files lead to the hires: people, quotas, applications and interviews, in all and those that reach one.
-- ignores: all filters, because it tells of the exports as a whole; the viewer is heeded only in whether any hire is theirs
-- company: no person as such
with people as (
    select
        count(*) as count_spells,
        count(*) filter (where department = 'Sales') as count_in_sales,
        count(*) filter (where department = 'Sales' and role_profile is not null) as count_with_role,
        count(*) filter (where termination_date <= (select as_of from marts.company)) as count_exits,
    from marts.spells
),

hires as (
    select
        count(*) as count_hires,
        count(quota) as count_hires_with_quota,
        count(*) filter (where region <> 'Not given') as count_hires_with_region,
        count(*) filter (
            where list_contains($viewer_regions, region) and list_contains($viewer_role_profiles, role_profile)
            and ($viewer_sees_every_team or list_contains($viewer_hires, concat(employee_id, '.', hire_date)))
        ) > 0 as is_any_hire_seen,
    from marts.hires
),

applications as (
    select
        count(*) as count_applications,
        count(role_profile) as count_applications_with_role,
        count(region) as count_applications_with_region,
        count(segment) as count_applications_with_segment,
        count(*) filter (where status = 'hired') as count_hired,
        count(employee_id) filter (where status = 'hired') as count_hired_matched,
        count(offered_on) as count_offers,
        count(distinct source) as count_sources,
    from marts.applications
),

interviews as (
    select
        count(*) as count_held,
        count(*) filter (where stage <> 'other') as count_in_a_stage,
    from marts.interviews
    where status = 'held'
)

select
    *,
    (select count(*) from marts.quotas) as count_quotas,
    (select count(person_id) from marts.quotas) as count_quotas_matched,
    (select count(*) from marts.panel_seats) as count_seats,
    (select count(*) from marts.hire_territories) as count_hires_with_territory,
    (select count(coalesce(previous_industry, cast(years_in_sales as varchar))) from marts.hire_backgrounds)
        as count_backgrounds,
from people
cross join hires
cross join applications
cross join interviews
order by count_quotas

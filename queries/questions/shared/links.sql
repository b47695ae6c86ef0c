-- How far the files lead to the hires: people, quotas, applications and interviews, in all and those that reach one.
-- ignores: all filters, because it tells of the exports as a whole; the viewer is heeded only in whether any hire is theirs
-- company: no person as such
with people as (
    select
        count(*) as count_spells,
        count(*) filter (where department = 'Sales') as count_in_sales,
        count(*) filter (where department = 'Sales' and role_profile is not null) as count_with_role,
        count(termination_date) as count_exits,
    from marts.spells
),

quotas as (
    select
        count(*) as count_quotas,
        count(person_id) as count_quotas_matched,
    from marts.quotas
),

hires as (
    select
        count(*) as count_hires,
        count(quota) as count_hires_with_quota,
        count(*) filter (where region <> 'Not given') as count_hires_with_region,
        coalesce(
            bool_or(
                list_contains($viewer_regions, region) and list_contains($viewer_role_profiles, role_profile)
            ),
            false
        ) as is_any_hire_seen,
    from marts.hires
),

applications as (
    select
        count(*) as count_hired,
        count(employee_id) as count_hired_matched,
    from marts.applications
    where status = 'hired'
),

applied as (
    select
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
),

seats as (
    select count(*) as count_seats from marts.panel_seats
),

backgrounds as (
    select count(*) as count_backgrounds from marts.hire_backgrounds
    where years_in_sales is not null or previous_industry is not null
)

select *
from people
cross join quotas
cross join hires
cross join applications
cross join applied
cross join interviews
cross join seats
cross join backgrounds
order by count_quotas

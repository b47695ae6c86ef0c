-- How far the files lead to the hires: people, quotas, applications and interviews, in all and those that reach one.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
with people as (
    select
        count(*) as count_spells,
        count(*) filter (where department = 'Sales') as count_in_sales,
        count(*) filter (where department = 'Sales' and role_profile is not null) as count_with_role,
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
    select count(*) as count_held from marts.interviews
    where status = 'held'
),

seats as (
    select count(*) as count_seats from marts.panel_seats
)

select *
from people
cross join quotas
cross join hires
cross join applications
cross join applied
cross join interviews
cross join seats
order by count_quotas

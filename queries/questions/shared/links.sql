-- How far the files lead to the hires: quotas, hired applications and held interviews, in all and those that reach one.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
with quotas as (
    select
        count(*) as count_quotas,
        count(person_id) as count_quotas_matched,
    from marts.quotas
),

hires as (
    select count(quota) as count_hires_with_quota from marts.hires
),

applications as (
    select
        count(*) as count_hired,
        count(employee_id) as count_hired_matched,
    from marts.applications
    where status = 'hired'
),

interviews as (
    select count(*) as count_held from marts.interviews
    where status = 'held'
),

seats as (
    select count(*) as count_seats from marts.panel_seats
)

select *
from quotas
cross join hires
cross join applications
cross join interviews
cross join seats
order by count_quotas

-- Hires whom no CRM login belongs to, and hires who have sold nothing yet.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a hire, with the name
with logins as (
    select person_id from marts.owners
    where person_id is not null
    union
    select person_id from marts.crm_logins
    where person_id is not null
)

select
    hires.employee_id,
    hires.full_name,
    hires.role_profile,
    hires.hire_date,
    hires.termination_date,
    logins.person_id is null as is_without_login,
from marts.hires
left join logins
    on hires.person_id = logins.person_id
where
    (logins.person_id is null or hires.count_deals = 0)
    and list_contains($viewer_role_profiles, hires.role_profile)
    and list_contains($viewer_regions, hires.region)
order by
    hires.hire_date asc,
    hires.employee_id asc

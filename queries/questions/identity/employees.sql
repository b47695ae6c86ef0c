-- Every person of the HR file with employment, role and region, and in which systems somebody is found for them.
-- ignores: all filters, because it tells of the exports as a whole
-- people: one row a person, with the name
with logins as (
    select
        person_id,
        'crm' as system
    from marts.owners
    union
    select
        person_id,
        'crm' as system
    from marts.crm_logins
    union
    select
        interviewer_id as person_id,
        'ats_user' as system
    from marts.interviewers
    where is_matched
    union
    select
        person_id,
        'ats_user' as system
    from marts.ats_logins
),

found as (
    select
        person_id,
        count(*) filter (where system = 'crm') > 0 as has_crm,
        count(*) filter (where system = 'ats_user') > 0 as has_ats_user,
    from logins
    group by person_id
)

select
    spells.person_id,
    max_by(spells.employee_id, spells.hire_date) as employee_id,
    max_by(spells.full_name, spells.hire_date) as full_name,
    max_by(spells.department, spells.hire_date) as department,
    max_by(coalesce(spells.role_profile, spells.job_title), spells.hire_date) as role_profile,
    max_by(spells.region, spells.hire_date) as region,
    min(spells.hire_date) as first_hired_on,
    max(spells.hire_date) as last_hired_on,
    if(count(*) = count(spells.termination_date), max(spells.termination_date), null) as left_on,
    coalesce(bool_or(found.has_crm), false) as has_crm,
    coalesce(bool_or(found.has_ats_user), false) as has_ats_user,
    count(applications.application_id) = count(*) as has_ats_application,
from marts.spells
left join found
    on spells.person_id = found.person_id
left join marts.applications
    on spells.employee_id = applications.employee_id and spells.hire_date = applications.hire_date
group by spells.person_id
order by spells.person_id

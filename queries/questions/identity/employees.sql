-- Every person of the HR file with employment, role and region, and in which systems somebody is found for them.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
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
),

applied as (
    select
        spells.person_id,
        count(applications.application_id) = count(*) as has_ats_application,
    from marts.spells
    left join marts.applications
        on spells.employee_id = applications.employee_id and spells.hire_date = applications.hire_date
    group by spells.person_id
)

select
    people.*,
    coalesce(found.has_crm, false) as has_crm,
    coalesce(found.has_ats_user, false) as has_ats_user,
    coalesce(applied.has_ats_application, false) as has_ats_application,
from people_in_scope as people
left join found
    on people.person_id = found.person_id
left join applied
    on people.person_id = applied.person_id
order by people.person_id

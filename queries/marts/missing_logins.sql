-- One row per hire whose sales may stand in the CRM under a login nobody is found for.
-- No login is theirs, and such an owner won deals while they were in Sales. Where no owner lacks a person, who has no
-- login has sold nothing.
with nobodys as (
    select
        min(first_on) as first_on,
        max(last_on) as last_on,
    from marts.unmatched_owners
)

select
    spans.employee_id,
    spans.hire_date,
from marts.stint_spans as spans
inner join nobodys
    on spans.starts_on <= nobodys.last_on and spans.spell_last_day >= nobodys.first_on
left join marts.crm_people
    on spans.person_id = crm_people.person_id
where spans.role_number = 1 and crm_people.person_id is null

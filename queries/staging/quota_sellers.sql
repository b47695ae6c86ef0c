-- Whose quota it is: every owner of a quota with one word for the person, the same for two logins of one person.
with employees as (
    select
        employee_id,
        min(work_email) as work_email,
    from staging.stg_employees
    group by employee_id
),

confirmed as (
    select
        system_id as owner_id,
        min(employee_id) as employee_id,
    from staging.stg_matches
    where system = 'crm'
    group by system_id
),

owners as (
    select distinct owner_id
    from staging.stg_quotas
    where owner_id is not null
)

select
    owners.owner_id,
    coalesce(
        by_login.work_email,
        by_login.employee_id,
        by_id.work_email,
        by_id.employee_id,
        logins.email,
        by_hand.work_email,
        by_hand.employee_id,
        owners.owner_id
    ) as seller,
from owners
left join staging.login_calls as logins
    on owners.owner_id = logins.called
left join employees as by_login
    on logins.employee_id = by_login.employee_id
left join employees as by_id
    on owners.owner_id = by_id.employee_id
left join confirmed
    on owners.owner_id = confirmed.owner_id
left join employees as by_hand
    on confirmed.employee_id = by_hand.employee_id

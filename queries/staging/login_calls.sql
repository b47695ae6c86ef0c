-- One row per word by which a login is called: its id, or its name where no other login has it (as quota sheets do).
with calls as (
    select
        owner_id as called,
        employee_id,
        email,
    from staging.stg_crm_users
    union all
    select
        full_name as called,
        min(employee_id) as employee_id,
        min(email) as email,
    from staging.stg_crm_users
    group by full_name
    having count(*) = 1
)

select
    called,
    min(employee_id) as employee_id,
    min(email) as email,
from calls
where called is not null
group by called

-- Two spells of one person (one id, or two ids with one e-mail) cannot run at the same time: both are set aside.
with spells as (
    select
        row_id,
        employee_id,
        hire_date,
        coalesce(work_email, employee_id) as address,
        coalesce(termination_date, date '9999-12-31') as last_day,
    from staging.stg_employees
    where fault is null
),

clashes as (
    select
        spells.row_id,
        spells.employee_id,
        others.employee_id as other_employee_id,
    from spells
    inner join spells as others
        on
            spells.address = others.address
            and spells.row_id <> others.row_id
            and (spells.employee_id <> others.employee_id or spells.hire_date <> others.hire_date)
            and spells.hire_date <= others.last_day
            and spells.last_day >= others.hire_date
),

clashes_by_id as (
    select
        spells.row_id,
        spells.employee_id,
        others.employee_id as other_employee_id,
    from spells
    inner join spells as others
        on
            spells.employee_id = others.employee_id
            and spells.hire_date <> others.hire_date
            and spells.hire_date <= others.last_day
            and spells.last_day >= others.hire_date
)

select
    row_id,
    'employee_id' as column_name,
    'spells_overlap' as reason,
    employee_id || ' with ' || other_employee_id as found,
from clashes
union
select
    row_id,
    'employee_id' as column_name,
    'spells_overlap' as reason,
    employee_id || ' with ' || other_employee_id as found,
from clashes_by_id

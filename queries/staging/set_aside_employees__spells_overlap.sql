-- Two spells of one person (one id, or two ids of one name and e-mail) cannot run at the same time: both are set aside.
with spells as (
    select
        employees.row_id,
        employees.employee_id,
        employees.hire_date,
        case
            when nobodys.address is null then coalesce(employees.work_email, employees.employee_id)
            else employees.employee_id
        end as address,
        coalesce(employees.termination_date, date '9999-12-31') as last_day,
    from staging.stg_employees as employees
    left join staging.addresses_of_nobody as nobodys
        on employees.work_email = nobodys.address
    where employees.fault is null
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

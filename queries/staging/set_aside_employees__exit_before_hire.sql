-- Nobody leaves before the day they are hired.
select
    row_id,
    'termination_date' as column_name,
    'exit_before_hire' as reason,
    cast(termination_date as varchar) as found,
from staging.stg_employees
where termination_date < hire_date and fault is null

-- No hire (employee and start) stands twice: a join that multiplied rows would double what they sold.
select
    employee_id,
    hire_date,
    count(*) as count_rows,
from marts.hires
group by
    employee_id,
    hire_date
having count(*) > 1

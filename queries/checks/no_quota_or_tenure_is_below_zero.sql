-- No quota we worked out and no time since a hire is below zero: that would be a fault of ours.
-- about: employees.employee_id by employee_id
-- ours: nobody's export can cause it
select
    employee_id,
    hire_date,
    tenure_month,
    quota as worked_out,
from marts.hire_months
where quota < 0 or ramped_quota < 0
union all
select
    employee_id,
    hire_date,
    months_since_hire as tenure_month,
    cast(least(coalesce(quota, 0), days_observed, months_since_hire) as decimal(34, 12)) as worked_out,
from marts.hires
where quota < 0 or days_observed < 0 or months_since_hire < 0
order by
    employee_id asc,
    hire_date asc,
    tenure_month asc

-- What each hire brought with them; nothing that only the fairness page may read, and no names.
-- each: one row a hire without a name, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    backgrounds.years_in_sales,
    backgrounds.previous_industry,
from hires_in_scope as hires
left join marts.hire_backgrounds as backgrounds
    on hires.employee_id = backgrounds.employee_id and hires.hire_date = backgrounds.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc

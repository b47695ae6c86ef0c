-- What each hire brought with them; nothing that only the fairness page may read, and no names.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a hire, for the company's one fit; nobody is ever shown a row
select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    backgrounds.years_in_sales,
    backgrounds.previous_industry,
from marts.hires
left join marts.hire_backgrounds as backgrounds
    on hires.employee_id = backgrounds.employee_id and hires.hire_date = backgrounds.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc

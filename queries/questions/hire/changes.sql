-- What changed in one hire's job after the start in Sales, day by day: role, region, segment, manager.
-- ignores: all filters, because an address names one hire whatever is chosen
-- people: one row a change, with the new manager's name
select
    changes.starts_on,
    changes.role_profile,
    changes.region,
    changes.segment,
    managers.full_name as manager_name,
from hire_in_scope as hires
inner join marts.job_rows as changes
    on
        hires.employee_id = changes.employee_id
        and hires.hire_date = changes.hire_date
        and hires.sales_start_on < changes.starts_on
left join marts.people as managers
    on changes.manager_id = managers.employee_id
where hires.is_named
order by changes.starts_on asc

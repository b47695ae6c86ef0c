-- What changed in one hire's job after the start in Sales, day by day: role, region, segment, manager.
-- ignores: hired_from, hired_to, role_profiles, regions, segments, sources and outcome_window, because it is of one hire
-- people: one row a change, with the new manager's name
with people as (
    select
        employee_id,
        max_by(full_name, hire_date) as full_name,
    from marts.spells
    group by employee_id
)

select
    changes.starts_on,
    changes.role_profile,
    changes.region,
    changes.segment,
    people.full_name as manager_name,
from marts.hires
inner join marts.job_rows as changes
    on
        hires.employee_id = changes.employee_id
        and hires.hire_date = changes.hire_date
        and hires.sales_start_on < changes.starts_on
left join people
    on changes.manager_id = people.employee_id
where
    $hire = concat(hires.employee_id, '.', hires.hire_date)
    and list_contains($viewer_role_profiles, hires.role_profile)
    and list_contains($viewer_regions, hires.region)
order by changes.starts_on asc

-- Of each accepted offer the days from opening to acceptance and from there to the start in Sales, where they are on file.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an accepted offer without a name, only ever shown as the middle of many
select
    applications.role_profile,
    date_diff('day', requisitions.opened_on, applications.accepted_on) as days_to_accept,
    date_diff('day', applications.accepted_on, hires.sales_start_on) as days_to_start,
from applications_in_scope as applications
inner join marts.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join marts.hires
    on applications.employee_id = hires.employee_id and applications.hire_date = hires.hire_date
where
    applications.status = 'hired'
    and applications.accepted_on >= requisitions.opened_on
    and coalesce(hires.sales_start_on >= applications.accepted_on, true)
order by
    applications.role_profile asc,
    days_to_accept asc,
    days_to_start asc

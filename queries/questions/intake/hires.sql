-- The hires of openings, with how often theirs had changed before they accepted; no names.
-- ignores: outcome_window, because the evidence has a first year of its own
-- each: one row a hire, only ever shown summed up
select
    applications.employee_id,
    applications.hire_date,
    count(changes.requisition_id) as count_changes,
from applications_in_scope as applications
inner join marts.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join marts.requirement_changes as changes
    on
        applications.requisition_id = changes.requisition_id
        and changes.changed_on <= coalesce(applications.accepted_on, applications.hire_date)
where applications.employee_id is not null
group by
    applications.employee_id,
    applications.hire_date
order by
    applications.hire_date asc,
    applications.employee_id asc

-- Who sat in the panel of which hire: every interviewer once a hire, with their department and latest stage; no names.
-- ignores: outcome_window, because a panel sat before the first month
-- each: one row a seat without a name, only ever shown summed up
select
    seats.employee_id,
    seats.hire_date,
    seats.interviewer_id,
    seats.department,
    seats.stage,
from hires_in_scope as hires
inner join marts.panel_seats as seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
order by
    seats.hire_date asc,
    seats.employee_id asc,
    seats.interviewer_id asc

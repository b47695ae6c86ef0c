-- Names of those who sat in panels of the hires.
-- ignores: outcome_window, because a panel sat before the first month
-- people: one row an interviewer, with the name
-- interviewers: interviewer_id
select distinct
    seats.interviewer_id,
    seats.full_name,
from hires_in_scope as hires
inner join marts.panel_seats as seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
order by
    seats.interviewer_id asc,
    seats.full_name asc

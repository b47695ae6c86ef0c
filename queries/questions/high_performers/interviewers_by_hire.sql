-- Who interviewed each hire, out of the seats of the panel: held interviews by the start of the sales clock.
-- ignores: outcome_window, because a panel sat before the first month
-- people: one row a hire and interviewer, with the interviewer's name
select
    seats.employee_id,
    seats.hire_date,
    seats.interviewer_id,
    seats.full_name,
from hires_in_scope as hires
inner join marts.panel_seats as seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
order by
    seats.hire_date asc,
    seats.employee_id asc,
    seats.department asc,
    seats.full_name asc,
    seats.interviewer_id asc

-- Who sat in the panel of which hire: every interviewer once a hire, with their department and latest stage; no names.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a seat, for the company's one fit; nobody is ever shown a row
select
    seats.employee_id,
    seats.hire_date,
    seats.interviewer_id,
    seats.department,
    seats.stage,
from marts.hires
inner join marts.panel_seats as seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
order by
    seats.hire_date asc,
    seats.employee_id asc,
    seats.interviewer_id asc

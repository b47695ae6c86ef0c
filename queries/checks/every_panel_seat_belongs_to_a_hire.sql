-- Each panel seat stands once, and its hire exists.
select
    panel_seats.employee_id,
    panel_seats.hire_date,
    panel_seats.interviewer_id,
    count(*) as count_rows,
from marts.panel_seats
left join marts.hires
    on panel_seats.employee_id = hires.employee_id and panel_seats.hire_date = hires.hire_date
group by
    panel_seats.employee_id,
    panel_seats.hire_date,
    panel_seats.interviewer_id
having count(*) > 1 or count(hires.employee_id) = 0

-- Each competency scored at a hire's last check-in of the first 200 days, beside what interviews had said; no names.
-- each: one row a hire and competency without a name, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    check_ins.competency,
    check_ins.score,
    check_ins.interview_score,
    check_ins.would_hire_again,
from hires_in_scope as hires
inner join marts.hire_check_ins as check_ins
    on hires.employee_id = check_ins.employee_id and hires.hire_date = check_ins.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc,
    check_ins.competency asc

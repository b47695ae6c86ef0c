-- Whether HR and Sales recommended each hire as strongly as the scale allows, and how the hire did; no names.
-- each: one row a hire without a name and side, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    interviews.department,
    count(*) as count_recommendations,
    count(*) filter (where interviews.recommendation = 4) as count_strong_yes,
    hires.is_high_performer,
    hires.met_bar,
    hires.is_still_there,
from hires_in_scope as hires
inner join marts.interviews as interviews
    on hires.application_id = interviews.application_id
where hires.is_counted and interviews.status = 'held' and interviews.recommendation is not null
group by
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    interviews.department,
    hires.is_high_performer,
    hires.met_bar,
    hires.is_still_there
order by
    hires.role_profile asc,
    interviews.department asc,
    hires.hire_date asc,
    hires.employee_id asc

-- What interviewers scored each hire before the offer, by competency, and how the hire did at the end of the window; no names.
-- each: one row a hire without a name and competency, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    ratings.competency,
    avg(ratings.score) as score,
    hires.is_high_performer,
    hires.met_bar,
    hires.is_still_there,
from hires_in_scope as hires
inner join marts.ratings as ratings
    on hires.application_id = ratings.application_id
where hires.is_counted and ratings.score is not null
group by
    hires.employee_id,
    hires.hire_date,
    hires.role_profile,
    ratings.competency,
    hires.is_high_performer,
    hires.met_bar,
    hires.is_still_there
order by
    hires.role_profile asc,
    ratings.competency asc,
    hires.hire_date asc,
    hires.employee_id asc

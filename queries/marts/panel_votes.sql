-- One row per hire with a panel: recommendations made before the start of the sales clock, how many of them say no, and their mean.
with recommended as (
    select
        seats.employee_id,
        seats.hire_date,
        interviews.recommendation,
    from marts.panel_seats as seats
    inner join marts.hires
        on seats.employee_id = hires.employee_id and seats.hire_date = hires.hire_date
    inner join marts.interviews
        on seats.application_id = interviews.application_id and seats.interviewer_id = interviews.interviewer_id
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= hires.sales_start_on
)

select
    employee_id,
    hire_date,
    count(recommendation) as count_votes,
    count(case when recommendation <= 2 then 1 end) as count_no,
    avg(cast(recommendation as double)) as mean_vote,
from recommended
group by
    employee_id,
    hire_date

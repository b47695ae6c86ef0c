-- One row per hire and competency scored at their last check-in of the first 200 days, beside the mean of their interviews.
-- Talks planned after half a year are held a little later. Scores are brought to five; who moved to another role or left
-- is not looked at after that.
with talks as (
    select
        hires.employee_id,
        hires.hire_date,
        hires.application_id,
        check_ins.competency,
        5 * cast(check_ins.score as double) / nullif(cast(coalesce(check_ins.scale_max, 5) as double), 0) as score,
        check_ins.would_hire_again,
        rank() over (
            partition by hires.employee_id, hires.hire_date
            order by check_ins.held_on desc nulls last
        ) as place,
    from marts.hires
    inner join staging.check_ins as check_ins
        on
            hires.employee_id = check_ins.employee_id
            and hires.sales_start_on < check_ins.held_on
            and check_ins.held_on <= least(
                hires.sales_start_on + 200, hires.last_day, coalesce(hires.role_ended_on, hires.last_day)
            )
),

interviewed as (
    select
        application_id,
        lower(competency) as competency,
        avg(cast(score as double)) as score,
    from marts.ratings
    group by
        application_id,
        lower(competency)
)

select
    talks.employee_id,
    talks.hire_date,
    talks.competency,
    talks.score,
    talks.would_hire_again,
    interviewed.score as interview_score,
from talks
left join interviewed
    on talks.application_id = interviewed.application_id and lower(talks.competency) = interviewed.competency
where talks.place = 1

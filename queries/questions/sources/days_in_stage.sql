-- How many applications spent how many days in a stage; those still in it with the days they have waited so far.
-- ignores: outcome_window, because an application has no tenure yet
-- each: summed up by stage before they are shown
with followed as (
    select
        stages.stage,
        stages.stage_order,
        stages.left_on is not null as has_left,
        date_diff('day', stages.entered_on, coalesce(stages.left_on, company.as_of)) as days_in_stage,
    from marts.funnel_stages as stages
    inner join applications_in_scope as applications
        on stages.application_id = applications.application_id
    cross join marts.company
    where stages.stage <> 'hired' and (stages.left_on is not null or stages.is_waiting)
)

select
    stage,
    stage_order,
    days_in_stage,
    has_left,
    count(*) as count_applications,
from followed
where days_in_stage >= 0
group by
    stage,
    stage_order,
    days_in_stage,
    has_left
order by
    stage_order asc,
    days_in_stage asc,
    has_left asc

-- Applications that reached each stage, how many went further, and how many still wait there.
-- counts: count_reached
with furthest as (
    select
        stages.application_id,
        max(stages.stage_order) as furthest_order,
    from marts.funnel_stages as stages
    inner join applications_in_scope as applications
        on stages.application_id = applications.application_id
    group by stages.application_id
),

stages_used as (
    select distinct
        stages.stage,
        stages.stage_order,
    from marts.funnel_stages as stages
    inner join applications_in_scope as applications
        on stages.application_id = applications.application_id
)

select
    stages_used.stage,
    stages_used.stage_order,
    count(*) filter (where furthest.furthest_order >= stages_used.stage_order) as count_reached,
    count(*) filter (where furthest.furthest_order > stages_used.stage_order) as count_passed,
    count(*) filter (
        where furthest.furthest_order = stages_used.stage_order and applications.status = 'active'
    ) as count_waiting,
    count(*) filter (
        where furthest.furthest_order = stages_used.stage_order and applications.status = 'withdrawn'
    ) as count_withdrawn,
from stages_used
cross join furthest
inner join applications_in_scope as applications
    on furthest.application_id = applications.application_id
group by
    stages_used.stage,
    stages_used.stage_order
order by stages_used.stage_order asc

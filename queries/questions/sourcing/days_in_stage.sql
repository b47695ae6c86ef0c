-- Days from entering a stage to leaving it, one row per application and stage that has been left.
-- counts: one row an application without a name, only ever shown summed up
select
    stages.stage,
    stages.stage_order,
    applications.source,
    date_diff('day', stages.entered_on, stages.left_on) as days_in_stage,
from marts.funnel_stages as stages
inner join applications_in_scope as applications
    on stages.application_id = applications.application_id
where
    stages.left_on is not null
    and stages.entered_on is not null
    and stages.left_on >= stages.entered_on
    and stages.stage <> 'hired'
order by
    stages.stage_order asc,
    stages.application_id asc

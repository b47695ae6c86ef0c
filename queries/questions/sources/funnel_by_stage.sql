-- Per source and stage: applications that came to it, went on to a later one, still wait in it, were withdrawn in it.
-- A stage counts only those who were in it: not every role has every stage, and who skips one has not passed it.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_reached
-- hides: count_reached, count_passed, count_waiting, count_withdrawn, count_without_days; that nobody is there is not said
select
    applications.source,
    stages.stage,
    stages.stage_order,
    count(*) as count_reached,
    count(*) filter (where stages.has_passed) as count_passed,
    count(*) filter (where stages.is_waiting) as count_waiting,
    count(*) filter (where not stages.has_passed and applications.status = 'withdrawn') as count_withdrawn,
    count(*) filter (
        where stages.stage <> 'hired' and not stages.is_waiting and coalesce(stages.left_on - stages.entered_on, -1) < 0
    ) as count_without_days,
from marts.funnel_stages as stages
inner join applications_in_scope as applications
    on stages.application_id = applications.application_id
group by
    applications.source,
    stages.stage,
    stages.stage_order
order by
    stages.stage_order asc,
    applications.source asc

-- One row per application and stage it reached, with the day it entered and the day it left.
with company as (
    select * from marts.company
),

stages as (
    select
        'applied' as stage,
        1 as stage_order
    union all
    select
        'screen' as stage,
        2 as stage_order
    union all
    select
        'first' as stage,
        3 as stage_order
    union all
    select
        'technical' as stage,
        4 as stage_order
    union all
    select
        'panel' as stage,
        5 as stage_order
    union all
    select
        'final' as stage,
        6 as stage_order
    union all
    select
        'offer' as stage,
        7 as stage_order
    union all
    select
        'hired' as stage,
        8 as stage_order
),

entries as (
    select
        application_id,
        'applied' as stage,
        applied_on as entered_on,
    from marts.applications
    union all
    select
        application_id,
        stage,
        min(cast(scheduled_for as date)) as entered_on,
    from marts.interviews
    where status = 'held' and stage <> 'other'
    group by
        application_id,
        stage
    union all
    select
        application_id,
        'offer' as stage,
        offered_on as entered_on,
    from marts.applications
    -- Who answered an offer had one, on whichever day.
    where offered_on is not null or accepted_on is not null or status in ('hired', 'offer_declined')
    union all
    select
        application_id,
        'hired' as stage,
        -- The first day of work is not the day of the answer: without either the days of the offer are not known.
        coalesce(accepted_on, ended_on) as entered_on,
    from marts.applications
    where status = 'hired'
),

known as (
    select
        entries.application_id,
        entries.stage,
        stages.stage_order,
        entries.entered_on,
    from entries
    inner join stages
        on entries.stage = stages.stage
    cross join company
    where entries.entered_on is null or entries.entered_on <= company.as_of
),

followed as (
    select
        known.application_id,
        known.stage,
        known.stage_order,
        known.entered_on,
        lead(known.entered_on) over (
            partition by known.application_id
            order by known.stage_order asc nulls last
        ) as next_entered_on,
        max(known.stage_order) over (partition by known.application_id) as furthest_order,
    from known
)

select
    followed.application_id,
    followed.stage,
    followed.stage_order,
    followed.entered_on,
    case
        when followed.stage_order = followed.furthest_order then applications.ended_on
        else followed.next_entered_on
    end as left_on,
    followed.stage_order < followed.furthest_order as has_passed,
    followed.stage_order = followed.furthest_order and applications.status = 'active' as is_waiting,
from followed
inner join marts.applications
    on followed.application_id = applications.application_id

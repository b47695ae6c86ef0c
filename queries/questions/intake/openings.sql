-- Each opening: when it was talked over, filled or closed, how often it changed before it was filled, who knows its brief; no names.
-- ignores: sources and outcome_window, because an opening has neither
-- each: one row an opening, only ever shown summed up
with changed as (
    select
        requisition_id,
        count(*) as count_changes,
    from marts.requirement_changes
    where is_before_filled
    group by requisition_id
),

read as (
    select
        requisition_id,
        min(happened_on) filter (where is_explained and is_read) as explained_on,
    from marts.briefs_read
    group by requisition_id
)

select
    openings.requisition_id,
    openings.opened_on,
    openings.intake_on,
    openings.is_filled,
    date_diff(
        'day', openings.opened_on, least(coalesce(openings.filled_on, openings.closed_on, company.as_of), company.as_of)
    ) as days_open,
    date_diff('day', openings.opened_on, openings.intake_on) as days_to_intake,
    coalesce(changed.count_changes, 0) as count_changes,
    not openings.is_filled and coalesce(openings.closed_on > company.as_of, true) as is_open,
    read.explained_on,
from openings_in_scope as openings
cross join marts.company
left join changed
    on openings.requisition_id = changed.requisition_id
left join read
    on openings.requisition_id = read.requisition_id
order by
    openings.opened_on asc,
    openings.requisition_id asc

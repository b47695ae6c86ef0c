-- What changed in openings before they were filled, by which side wanted it and what it undid; no names, no details.
-- ignores: sources and outcome_window, because an opening has neither
-- groups: raised_by; a side with few changes may be one person
-- each: one row a change, only ever shown summed up
select
    changes.requisition_id,
    changes.raised_by,
    changes.what,
    date_diff('day', openings.opened_on, changes.changed_on) as days_after,
    changes.lost_days,
from marts.requirement_changes as changes
inner join openings_in_scope as openings
    on changes.requisition_id = openings.requisition_id
where changes.is_before_filled
order by
    changes.changed_on asc,
    changes.requisition_id asc,
    changes.what asc

-- What changed in openings before they were filled, by which side wanted it and what it undid; no names, no details.
-- ignores: sources and outcome_window, because an opening has neither
-- each: one row a change, only ever shown summed up
select
    changes.requisition_id,
    changes.raised_by,
    changes.what,
    changes.lost_days,
from marts.requirement_changes as changes
inner join openings_in_scope as openings
    on changes.requisition_id = openings.requisition_id
where changes.is_before_filled
order by
    changes.changed_on asc,
    changes.requisition_id asc,
    changes.what asc

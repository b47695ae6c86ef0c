-- One row per change of an opening after it was opened, and whether the opening was not filled yet.
select
    changes.requisition_id,
    changes.changed_on,
    changes.raised_by,
    changes.what,
    changes.detail,
    changes.lost_days,
    coalesce(changes.changed_on <= requisitions.filled_on, true) as is_before_filled,
from staging.requirement_changes as changes
inner join marts.requisitions
    on changes.requisition_id = requisitions.requisition_id
cross join marts.company
where
    changes.changed_on >= requisitions.opened_on
    and changes.changed_on <= company.as_of

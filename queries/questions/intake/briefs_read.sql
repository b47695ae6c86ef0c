-- Who of Sales explained the brief of an opening, who of HR read it, and when; the first time first.
-- ignores: sources and outcome_window, because an opening has neither
-- people: both by name
select
    briefs.requisition_id,
    briefs.happened_on,
    briefs.explained_by,
    briefs.read_by,
from marts.briefs_read as briefs
inner join openings_in_scope as openings
    on briefs.requisition_id = openings.requisition_id
order by
    briefs.happened_on asc,
    briefs.requisition_id asc,
    briefs.explained_by asc,
    briefs.read_by asc

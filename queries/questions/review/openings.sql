-- Each opening's days: opened, talked over, filled, and ended (filled or closed), as far as they are over by the day of the data.
-- ignores: sources and outcome_window, because an opening has neither
-- each: one row an opening, only ever shown summed up
select
    openings.requisition_id,
    openings.opened_on,
    case when openings.intake_on <= company.as_of then openings.intake_on end as intake_on,
    case when openings.filled_on <= company.as_of then openings.filled_on end as filled_on,
    case
        when least(openings.filled_on, openings.closed_on) <= company.as_of
            then least(openings.filled_on, openings.closed_on)
    end as ended_on,
from openings_in_scope as openings
cross join marts.company
order by
    openings.opened_on asc,
    openings.requisition_id asc

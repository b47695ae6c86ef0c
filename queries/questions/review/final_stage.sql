-- Each application that came to the final stage or an offer: the day it did, and the day it ended; no names.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an application, only ever shown summed up
with reached as (
    select
        application_id,
        min(entered_on) as entered_on,
    from marts.funnel_stages
    where stage in ('final', 'offer') and entered_on is not null
    group by application_id
)

select
    applications.application_id,
    reached.entered_on,
    case
        when applications.status <> 'active' and applications.ended_on <= company.as_of then applications.ended_on
    end as ended_on,
    applications.status <> 'active' and applications.ended_on is null as is_end_unknown,
from applications_in_scope as applications
inner join reached
    on applications.application_id = reached.application_id
cross join marts.company
order by
    reached.entered_on asc,
    applications.application_id asc

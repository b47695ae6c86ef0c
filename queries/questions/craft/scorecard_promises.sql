-- What HR and Sales promised about writing scorecards, with the working days allowed and the days it was in force.
-- ignores: all filters, because the agreement is the company's
-- company: promises, no person
select
    promises.promise_id,
    promises.promise,
    promises.department,
    promises.starts_at,
    promises.within_days,
    promises.in_force_from,
    promises.in_force_to,
from marts.promises
where promises.ends_at = 'scorecard_submitted'
order by
    promises.promise_id asc,
    promises.in_force_from asc

-- One row per promise of the working agreement and time it was in force, with the working days it allows.
with versions as (
    select
        promise_id,
        promise,
        owed_by,
        starts_at,
        ends_at,
        within_days,
        effective_on,
        lead(effective_on) over (
            partition by promise_id
            order by effective_on asc nulls first
        ) as next_effective_on,
    from staging.working_agreement
)

select
    promise_id,
    promise,
    case when owed_by = 'hr' then 'HR' else 'Sales' end as department,
    starts_at,
    ends_at,
    within_days,
    effective_on as in_force_from,
    next_effective_on - 1 as in_force_to,
from versions

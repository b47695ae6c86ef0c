-- No two quotas of one person ask for the same days: they would be added.
-- about: quotas.owner_id by owner_id
-- ours: such rows are asked about or set aside before
with reached as (
    select
        owner_id,
        person_id,
        period_start_on,
        period_end_on,
        max(period_end_on) over (
            partition by person_id
            order by period_start_on asc nulls last, period_end_on asc nulls last, owner_id asc nulls last
            rows between unbounded preceding and 1 preceding
        ) as earlier_end_on,
    from marts.quotas
    where person_id is not null
)

select
    owner_id,
    person_id,
    period_start_on,
    period_end_on,
    earlier_end_on,
from reached
where period_start_on < earlier_end_on and period_end_on > period_start_on
order by
    owner_id asc,
    period_start_on asc

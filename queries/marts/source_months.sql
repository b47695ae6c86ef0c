-- One row per source and month with a booked cost or an accepted offer: both of them, and whether the cost is known.
-- Known are the months from the source's first booked one to its last: between them no booking means nothing was
-- spent; before and after them nobody wrote anything down, and that is not nothing.
with booked as (
    select
        source,
        month,
        sum(amount) as amount,
    from marts.sourcing_costs
    group by
        source,
        month
),

spans as (
    select
        source,
        min(month) as first_month,
        max(month) as last_month,
    from booked
    group by source
),

accepted as (
    select
        source,
        cast(date_trunc('month', coalesce(accepted_on, hire_date, ended_on)) as date) as month,
        count(*) as count_hires,
    from marts.applications
    where status = 'hired' and coalesce(accepted_on, hire_date, ended_on) is not null
    group by
        source,
        cast(date_trunc('month', coalesce(accepted_on, hire_date, ended_on)) as date)
),

months as (
    select
        source,
        month,
    from booked
    union
    select
        source,
        month,
    from accepted
)

select
    months.source,
    months.month,
    coalesce(accepted.count_hires, 0) as count_hires,
    spans.first_month is not null as is_cost_known,
    case when spans.first_month is not null then coalesce(booked.amount, 0) end as cost,
from months
left join booked
    on months.source = booked.source and months.month = booked.month
left join accepted
    on months.source = accepted.source and months.month = accepted.month
left join spans
    on
        months.source = spans.source
        and months.month between spans.first_month and spans.last_month

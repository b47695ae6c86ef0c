-- One row per hire with a territory (where most of their deals lie): what was sold there in the twelve months before.
-- Odd and even months apart, so that one half can show whether the other half levels hires out. From deals alone, the
-- twelve months must hold no time of which the CRM's file lacks sales; from finance's file, the months that are booked count.
with owned as (
    select
        employee_id,
        hire_date,
        territory,
        count(*) as count_deals,
    from marts.credits
    where role_number = 1 and timing = 'employed' and territory is not null
    group by
        employee_id,
        hire_date,
        territory
),

ranked as (
    select
        owned.*,
        clocks.starts_on as sales_start_on,
        row_number() over (
            partition by owned.employee_id, owned.hire_date
            order by owned.count_deals desc nulls last, owned.territory asc nulls last
        ) as place,
    from owned
    inner join marts.role_stints as clocks
        on owned.employee_id = clocks.employee_id and owned.hire_date = clocks.hire_date and clocks.role_number = 1
),

before as (
    select
        ranked.employee_id,
        ranked.hire_date,
        months.month,
        months.amount,
        months.is_booked,
        12 * (year(ranked.sales_start_on) - year(months.month))
        + month(ranked.sales_start_on) - month(months.month) as months_before,
    from ranked
    inner join marts.territory_months as months
        on
            ranked.territory = months.territory
            and months.month < cast(date_trunc('month', ranked.sales_start_on) as date)
            and months.month >= cast(date_trunc('month', ranked.sales_start_on) - interval '12' month as date)
    where ranked.place = 1
),

summed as (
    select
        employee_id,
        hire_date,
        max(case when is_booked then 1 else 0 end) = 1 as is_booked,
        sum(case when months_before in (1, 3, 5, 7, 9, 11) then amount else 0 end) as odd_revenue,
        sum(case when months_before in (2, 4, 6, 8, 10, 12) then amount else 0 end) as even_revenue,
        count(*) filter (where months_before in (1, 3, 5, 7, 9, 11)) as count_odd,
        count(*) filter (where months_before in (2, 4, 6, 8, 10, 12)) as count_even,
    from before
    group by
        employee_id,
        hire_date
),

-- What was sold in such a time is not known, and nothing on file is not nothing.
unseen as (
    select distinct
        ranked.employee_id,
        ranked.hire_date,
    from ranked
    inner join marts.unknown_sales as gaps
        on
            gaps.from_on < cast(date_trunc('month', ranked.sales_start_on) as date)
            and gaps.to_on >= cast(date_trunc('month', ranked.sales_start_on) - interval '12' month as date)
    where ranked.place = 1
),

spanned as (
    select
        ranked.employee_id,
        ranked.hire_date,
        ranked.territory,
        coalesce(summed.is_booked, false) as is_booked,
        unseen.employee_id is null as is_history_whole,
        summed.odd_revenue,
        summed.even_revenue,
        summed.count_odd,
        summed.count_even,
    from ranked
    left join summed
        on ranked.employee_id = summed.employee_id and ranked.hire_date = summed.hire_date
    left join unseen
        on ranked.employee_id = unseen.employee_id and ranked.hire_date = unseen.hire_date
    where ranked.place = 1
)

select
    employee_id,
    hire_date,
    territory,
    is_booked,
    cast(coalesce(odd_revenue, 0) as double) as odd_revenue,
    cast(coalesce(even_revenue, 0) as double) as even_revenue,
    case
        when is_booked then count_odd
        when is_history_whole then 6
        else 0
    end as odd_months,
    case
        when is_booked then count_even
        when is_history_whole then 6
        else 0
    end as even_months,
from spanned

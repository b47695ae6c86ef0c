-- One row per hire, selling role and month since it began (up to five years, or to the move that ended it): its first and last day.
with digits as (
    select 0 as digit
    union all
    select 1 as digit
    union all
    select 2 as digit
    union all
    select 3 as digit
    union all
    select 4 as digit
    union all
    select 5 as digit
    union all
    select 6 as digit
    union all
    select 7 as digit
    union all
    select 8 as digit
    union all
    select 9 as digit
),

months as (
    select tens.digit * 10 + ones.digit + 1 as month_number
    from digits as ones
    cross join digits as tens
    where tens.digit * 10 + ones.digit < 60
)

select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    months.month_number,
    months.month_number as tenure_month,
    spans.last_day,
    spans.has_left,
    cast(spans.starts_on + (months.month_number - 1) * interval '1' month as date) as starts_on,
    cast(spans.starts_on + months.month_number * interval '1' month as date) - 1 as ends_on,
    months.month_number <= spans.months_since_start
    and cast(spans.starts_on + months.month_number * interval '1' month as date) - 1
    <= coalesce(spans.ends_on, spans.as_of) as is_complete,
from marts.stint_spans as spans
inner join months
    on
        months.month_number <= spans.months_since_start + 1
        and cast(spans.starts_on + (months.month_number - 1) * interval '1' month as date)
        <= coalesce(spans.ends_on, spans.as_of)

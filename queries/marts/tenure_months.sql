-- One row per hire, selling role and month since it began (up to five years, or to the move that ended it): its first and last day.
-- Both are days of the clock, which absences pause; `tenure_spans` has the days of the calendar.
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
    select tens.digit * 10 + ones.digit + 1 as tenure_month
    from digits as ones
    cross join digits as tens
    where tens.digit * 10 + ones.digit < 60
)

select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    months.tenure_month,
    spans.own_last_day,
    spans.has_left,
    cast(spans.starts_on + (months.tenure_month - 1) * interval '1' month as date) as starts_on,
    cast(spans.starts_on + months.tenure_month * interval '1' month as date) - 1 as ends_on,
    months.tenure_month <= spans.months_in_role as is_complete,
from marts.stint_spans as spans
inner join months
    on
        months.tenure_month <= spans.months_since_start + 1
        and cast(spans.starts_on + (months.tenure_month - 1) * interval '1' month as date)
        <= greatest(spans.own_followed_to - case when spans.ends_on is null then 0 else 1 end, spans.starts_on)

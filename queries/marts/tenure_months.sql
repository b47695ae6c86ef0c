-- One row per hire and month since the hire (up to five years), with its first and last day.
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
    hires.employee_id,
    hires.hire_date,
    months.tenure_month,
    cast(hires.hire_date + (months.tenure_month - 1) * interval '1' month as date) as starts_on,
    cast(hires.hire_date + months.tenure_month * interval '1' month as date) - 1 as ends_on,
    months.tenure_month <= hires.months_since_hire as is_complete,
from marts.hires
inner join months
    on months.tenure_month <= hires.months_since_hire + 1

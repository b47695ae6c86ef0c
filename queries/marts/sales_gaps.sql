-- One row per time of more than a month without a won deal: the days that hires worked in it who were past their start, and outside.
-- Beside it how many deals those won, and how many anybody in how many days, from the first to the last.
with won as (
    select
        employee_id,
        hire_date,
        closed_on,
        is_of_hire,
        opportunity_id,
    from marts.credits
),

days as (
    select closed_on as day from won
    union
    select first_opportunity_on as day from marts.company
    where first_opportunity_on <= as_of
    union
    select as_of as day from marts.company
),

gaps as (
    select
        day as from_on,
        lead(day) over (order by day asc nulls last) as to_on,
    from days
),

long_gaps as (
    select * from gaps
    where date_diff('day', from_on, to_on) > 31
),

-- Whoever begins, and a CRM that begins, has won nothing yet: twice as long as a sale takes on average is no gap.
working as (
    select
        spans.employee_id,
        spans.hire_date,
        greatest(spans.starts_on, company.first_opportunity_on)
        + cast(ceil(2 * coalesce(company.mean_days_to_win, 0)) as integer) as from_on,
        spans.last_day as to_on,
    from marts.stint_spans as spans
    cross join marts.company
    where spans.role_number = 1
),

ends as (
    select
        max(closed_on) as last_won_on,
        count(distinct opportunity_id) as count_won_by_all,
        date_diff('day', min(closed_on), max(closed_on)) as days_of_all,
    from won
),

every as (
    select coalesce(sum(greatest(date_diff('day', from_on, to_on), 0)), 0) as days_worked from working
),

sold as (
    select count(*) as count_won
    from won
    inner join working
        on
            won.employee_id = working.employee_id
            and won.hire_date = working.hire_date
            and won.closed_on >= working.from_on
            and won.closed_on < working.to_on
    where won.is_of_hire
),

within as (
    select
        gaps.from_on,
        gaps.to_on,
        count(working.from_on) as count_hires,
        coalesce(
            sum(date_diff('day', greatest(working.from_on, gaps.from_on), least(working.to_on, gaps.to_on)))
            filter (where working.from_on is not null),
            0
        ) as days_worked,
    from long_gaps as gaps
    left join working
        on gaps.to_on > working.from_on and gaps.from_on < working.to_on and working.from_on < working.to_on
    group by
        gaps.from_on,
        gaps.to_on
)

select
    within.from_on,
    within.to_on,
    coalesce(within.from_on >= ends.last_won_on, true) as is_last,
    within.count_hires,
    within.days_worked,
    every.days_worked - within.days_worked as days_worked_outside,
    sold.count_won,
    ends.count_won_by_all,
    ends.days_of_all,
from within
cross join ends
cross join every
cross join sold

-- One row per hire, selling role and time between absences: its days, and how many days the clock had stood still before.
-- A segment reaches over the absence that ends it: the clock stands at its last day of presence until the next begins.
-- Who is away from the first day on has the clock stand at the first day of presence: `reached_from` is then earlier.
with begun as (
    select
        employee_id,
        hire_date,
        role_number,
        starts_on as first_day,
        ends_on,
        0 as days_away,
    from marts.role_stints
    union all
    select
        away.employee_id,
        away.hire_date,
        away.role_number,
        away.to_on + 1 as first_day,
        stints.ends_on,
        date_diff('day', away.from_on, away.to_on) + 1 as days_away,
    from marts.stint_absences as away
    inner join marts.role_stints as stints
        on
            away.employee_id = stints.employee_id
            and away.hire_date = stints.hire_date
            and away.role_number = stints.role_number
),

followed as (
    select
        begun.*,
        sum(days_away) over (
            partition by employee_id, hire_date, role_number
            order by first_day asc nulls last
            rows between unbounded preceding and current row
        ) as days_paused,
        min(first_day) over (partition by employee_id, hire_date, role_number) as starts_on,
        lead(first_day) over stint as next_first_day,
        lead(days_away) over stint as next_days_away,
    from begun
    window stint as (
        partition by employee_id, hire_date, role_number
        order by first_day asc nulls last
    )
),

present as (
    select
        employee_id,
        hire_date,
        role_number,
        starts_on,
        first_day,
        coalesce(next_first_day - 1, ends_on, date '9999-12-31') as until_day,
        coalesce(next_first_day - cast(next_days_away as integer) - 1, ends_on, date '9999-12-31') as present_to,
        cast(days_paused as integer) as days_paused,
        row_number() over (
            partition by employee_id, hire_date, role_number
            order by first_day asc nulls last
        ) as place,
    from followed
    where
        first_day <= coalesce(ends_on, first_day)
        and (next_first_day is null or next_first_day - cast(next_days_away as integer) > first_day)
)

select
    employee_id,
    hire_date,
    role_number,
    case when place = 1 then starts_on else first_day end as reached_from,
    first_day,
    until_day,
    present_to,
    days_paused,
from present

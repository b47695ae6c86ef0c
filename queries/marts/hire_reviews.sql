-- One row per hire: the manager's review that speaks for the hire, nulls without one, and whether one was to be expected.
-- The latest whose period ends after the start in Sales, by the day of the data and before a move to another role; of
-- several for that day, the one by the manager of the start. What somebody wrote of themselves is no review. A year in
-- the role is old enough: by then a period has ended, whether a company reviews once or twice a year.
with logins as (
    select
        ats_user_id as login_id,
        person_id,
        2 as place,
    from marts.ats_logins
    where person_id is not null
    union all
    select
        owner_id as login_id,
        person_id,
        3 as place,
    from marts.crm_logins
    where person_id is not null
    union all
    select
        employee_id as login_id,
        person_id,
        1 as place,
    from marts.people
),

-- The same id may be an employee's and a login's: then it is the employee's.
persons as (
    select
        login_id,
        person_id,
        row_number() over (
            partition by login_id
            order by place asc nulls last, person_id asc nulls last
        ) as place,
    from logins
),

found as (
    select
        hires.employee_id,
        hires.hire_date,
        reviews.period_end_on,
        coalesce(persons.person_id, reviews.reviewer_id) as reviewer_id,
        5 * cast(reviews.score as double) / nullif(cast(reviews.scale_max as double), 0) as score_of_five,
        reviews.would_hire_again,
        row_number() over (
            partition by hires.employee_id, hires.hire_date
            order by
                reviews.period_end_on desc nulls last,
                case when reviews.reviewer_id = hires.manager_id then 0 else 1 end asc nulls last,
                reviews.reviewer_id asc nulls last
        ) as place,
    from marts.hires
    inner join marts.spells
        on hires.employee_id = spells.employee_id and hires.hire_date = spells.hire_date
    inner join staging.performance_reviews as reviews
        on
            hires.employee_id = reviews.employee_id
            and hires.sales_start_on < reviews.period_end_on
            and reviews.period_end_on <= least(
                hires.as_of,
                coalesce(hires.role_ended_on, hires.as_of),
                coalesce(spells.next_hire_date - 1, hires.as_of)
            )
    left join persons
        on reviews.reviewer_id = persons.login_id and persons.place = 1
    where coalesce(persons.person_id, '') <> hires.person_id
)

select
    hires.employee_id,
    hires.hire_date,
    found.employee_id is not null as has_review,
    found.period_end_on,
    found.reviewer_id,
    found.score_of_five,
    found.would_hire_again,
    cast(hires.sales_start_on + interval '12' month as date)
    <= least(hires.last_day, coalesce(hires.role_ended_on, hires.last_day)) as is_old_enough,
from marts.hires
left join found
    on hires.employee_id = found.employee_id and hires.hire_date = found.hire_date and found.place = 1

-- One row per employment spell and selling role held in it, one after the other, with its first day and its last if it ended.
-- The first begins with the sales clock: the hire date, or the day of the move into Sales. A list that names the role of
-- the latest change is of today, one that names another is of the start.
with known as (
    select
        employee_id,
        hire_date,
        starts_on,
        role_profile,
        row_number() over (
            partition by employee_id, hire_date
            order by starts_on asc nulls last
        ) as place,
        row_number() over (
            partition by employee_id, hire_date
            order by starts_on desc nulls last
        ) as place_from_end,
    from marts.job_rows
    where is_role_known
),

begun as (
    select
        spells.employee_id,
        spells.hire_date,
        spells.hire_date as starts_on,
        case
            when latest.role_profile = spells.role_profile then earliest.role_profile
            when spells.department = 'Sales' then spells.role_profile
        end as role_profile,
    from marts.spells
    cross join marts.company
    left join known as earliest
        on
            spells.employee_id = earliest.employee_id
            and spells.hire_date = earliest.hire_date
            and earliest.place = 1
    left join known as latest
        on
            spells.employee_id = latest.employee_id
            and spells.hire_date = latest.hire_date
            and latest.place_from_end = 1
    where
        spells.hire_date <= company.as_of
        and (earliest.starts_on is null or earliest.starts_on > spells.hire_date)
    union all
    select
        employee_id,
        hire_date,
        starts_on,
        role_profile,
    from known
),

selling as (
    select
        begun.employee_id,
        begun.hire_date,
        begun.starts_on,
        roles.role_profile,
        lag(roles.role_profile) over spell as role_before,
    from begun
    left join marts.sales_roles as roles
        on begun.role_profile = roles.role_profile
    window spell as (
        partition by begun.employee_id, begun.hire_date
        order by begun.starts_on asc nulls last
    )
),

changed as (
    select
        selling.*,
        lead(selling.starts_on) over (
            partition by selling.employee_id, selling.hire_date
            order by selling.starts_on asc nulls last
        ) as next_starts_on,
    from selling
    where selling.role_profile is distinct from selling.role_before
),

sold as (
    select
        employee_id,
        hire_date,
        role_profile,
        starts_on,
        next_starts_on - 1 as ends_on,
    from changed
    where role_profile is not null
    union all
    -- Of whom the changes tell no selling role at all, the list is believed.
    select
        spells.employee_id,
        spells.hire_date,
        spells.role_profile,
        spells.hire_date as starts_on,
        cast(null as date) as ends_on,
    from marts.spells
    cross join marts.company
    left join changed
        on
            spells.employee_id = changed.employee_id
            and spells.hire_date = changed.hire_date
            and changed.role_profile is not null
    where
        changed.employee_id is null
        and spells.department = 'Sales'
        and spells.role_profile is not null
        and spells.hire_date <= company.as_of
)

select
    sold.*,
    row_number() over (
        partition by employee_id, hire_date
        order by starts_on asc nulls last
    ) as role_number,
from sold

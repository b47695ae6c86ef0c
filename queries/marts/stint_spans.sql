-- One row per hire and selling role held: how long it has been followed, and whether a move or an exit ended it.
-- Days of the clock (`own_…`) leave absences out: the clock stands still from the first day away to the last.
with spans as (
    select
        stints.employee_id,
        stints.hire_date,
        stints.role_number,
        stints.role_profile,
        stints.starts_on,
        stints.ends_on,
        spells.person_id,
        spells.termination_date,
        company.as_of,
        least(
            coalesce(spells.termination_date, company.as_of),
            coalesce(spells.next_hire_date - 1, company.as_of),
            company.as_of
        ) as spell_last_day,
        least(company.as_of, coalesce(stints.ends_on + 1, company.as_of)) as followed_to,
    from marts.role_stints as stints
    inner join marts.spells
        on stints.employee_id = spells.employee_id and stints.hire_date = spells.hire_date
    cross join marts.company
),

ended as (
    select
        spans.*,
        least(spell_last_day, coalesce(ends_on, spell_last_day)) as last_day,
        coalesce(termination_date, as_of) as exit_day,
    from spans
),

paused as (
    select
        ended.employee_id,
        ended.hire_date,
        ended.role_number,
        sum(date_diff('day', away.from_on, away.to_on) + 1) as days_to_as_of,
        sum(
            greatest(date_diff('day', away.from_on, least(away.to_on, ended.last_day)) + 1, 0)
        ) as days_to_last_day,
        sum(
            greatest(date_diff('day', away.from_on, least(away.to_on, ended.exit_day)) + 1, 0)
        ) as days_to_exit,
    from ended
    inner join marts.stint_absences as away
        on
            ended.employee_id = away.employee_id
            and ended.hire_date = away.hire_date
            and ended.role_number = away.role_number
    group by
        ended.employee_id,
        ended.hire_date,
        ended.role_number
),

clocks as (
    select
        ended.*,
        ended.as_of - cast(coalesce(paused.days_to_as_of, 0) as integer) as own_as_of,
        ended.followed_to - cast(coalesce(paused.days_to_as_of, 0) as integer) as own_followed_to,
        ended.last_day - cast(coalesce(paused.days_to_last_day, 0) as integer) as own_last_day,
        ended.exit_day - cast(coalesce(paused.days_to_exit, 0) as integer) as own_exit_day,
    from ended
    left join paused
        on
            ended.employee_id = paused.employee_id
            and ended.hire_date = paused.hire_date
            and ended.role_number = paused.role_number
),

counted as (
    select
        clocks.*,
        12 * (year(own_as_of) - year(starts_on)) + month(own_as_of) - month(starts_on) as months_to_as_of,
        12 * (year(own_followed_to) - year(starts_on)) + month(own_followed_to) - month(starts_on) as months_followed,
    from clocks
)

select
    counted.*,
    ends_on is null and termination_date is not null and termination_date <= as_of as has_left,
    greatest(
        months_to_as_of
        - case when own_as_of < cast(starts_on + months_to_as_of * interval '1' month as date) then 1 else 0 end, 0
    ) as months_since_start,
    greatest(
        months_followed
        - case when own_followed_to < cast(starts_on + months_followed * interval '1' month as date) then 1 else 0 end,
        0
    ) as months_in_role,
from counted

-- One row per hire and selling role held: how long it has been followed, and whether a move or an exit ended it.
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
        company.first_opportunity_on,
        least(
            coalesce(spells.termination_date, company.as_of),
            coalesce(spells.next_hire_date - 1, company.as_of),
            company.as_of
        ) as spell_last_day,
        least(company.as_of, coalesce(stints.ends_on + 1, company.as_of)) as followed_to,
        12 * (year(company.as_of) - year(stints.starts_on))
        + month(company.as_of) - month(stints.starts_on) as months_counted,
    from marts.role_stints as stints
    inner join marts.spells
        on stints.employee_id = spells.employee_id and stints.hire_date = spells.hire_date
    cross join marts.company
)

select
    employee_id,
    hire_date,
    role_number,
    role_profile,
    person_id,
    starts_on,
    ends_on,
    as_of,
    spell_last_day,
    least(spell_last_day, coalesce(ends_on, spell_last_day)) as last_day,
    ends_on is null and termination_date is not null and termination_date <= as_of as has_left,
    termination_date,
    months_counted
    - case
        when as_of < cast(starts_on + months_counted * interval '1' month as date) then 1
        else 0
    end as months_since_start,
    12 * (year(followed_to) - year(starts_on)) + month(followed_to) - month(starts_on)
    - case
        when
            followed_to < cast(
                starts_on
                + (12 * (year(followed_to) - year(starts_on)) + month(followed_to) - month(starts_on))
                * interval '1' month as date
            )
            then 1
        else 0
    end as months_in_role,
    date_diff('day', starts_on, first_opportunity_on) <= 31 as is_start_observed,
from spans

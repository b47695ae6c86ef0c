-- One row per hire, selling role and longer absence in it, absences that touch or overlap taken together.
-- No question reads it: it is shown for nobody singly.
with given as (
    select
        absences.employee_id,
        absences.from_on,
        least(coalesce(absences.to_on, company.as_of), company.as_of) as to_on,
    from staging.absences
    cross join marts.company
    where absences.from_on <= company.as_of
),

reached as (
    select
        given.*,
        max(to_on) over (
            partition by employee_id
            order by from_on asc nulls last, to_on asc nulls last
            rows between unbounded preceding and 1 preceding
        ) as earlier_to_on,
    from given
),

numbered as (
    select
        employee_id,
        from_on,
        to_on,
        sum(case when from_on <= earlier_to_on + 1 then 0 else 1 end) over (
            partition by employee_id
            order by from_on asc nulls last, to_on asc nulls last
            rows between unbounded preceding and current row
        ) as absence_number,
    from reached
),

united as (
    select
        employee_id,
        min(from_on) as from_on,
        max(to_on) as to_on,
    from numbered
    group by
        employee_id,
        absence_number
)

select
    stints.employee_id,
    stints.hire_date,
    stints.role_number,
    greatest(united.from_on, stints.starts_on) as from_on,
    least(united.to_on, coalesce(stints.ends_on, united.to_on)) as to_on,
from marts.role_stints as stints
inner join united
    on
        stints.employee_id = united.employee_id
        and stints.starts_on <= united.to_on
        and coalesce(stints.ends_on, united.from_on) >= united.from_on

-- One row per hire, selling role, month of it and time between absences: the days of the calendar that count in it.
-- `until_on` reaches over the absence that follows, up to the day before the clock goes on.
select
    months.employee_id,
    months.hire_date,
    months.role_number,
    months.tenure_month,
    greatest(months.starts_on + segments.days_paused, segments.first_day) as from_on,
    least(months.ends_on + segments.days_paused, segments.present_to) as to_on,
    case
        when months.ends_on + segments.days_paused >= segments.present_to then segments.until_day
        else months.ends_on + segments.days_paused
    end as until_on,
    months.own_last_day + segments.days_paused as last_day,
from marts.tenure_months as months
inner join marts.clock_segments as segments
    on
        months.employee_id = segments.employee_id
        and months.hire_date = segments.hire_date
        and months.role_number = segments.role_number
        and months.starts_on + segments.days_paused <= segments.present_to
        and months.ends_on + segments.days_paused >= segments.first_day

-- One row per hire and selling role: does the CRM's file hold the first sales, and to which day does it from there.
-- `known_to` is null where it holds all; `own_known_to` is that day of the clock, which absences pause.
with gaps as (
    select
        employee_id,
        hire_date,
        role_number,
        max(case when from_on <= starts_on then 1 else 0 end) = 1 as is_start_unknown,
        max(case when is_begin then 1 else 0 end) = 1 as is_before_crm,
        min(case when from_on > starts_on then from_on - 1 end) as known_to,
    from marts.stint_gaps
    group by
        employee_id,
        hire_date,
        role_number
)

select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    -- Without any opportunity nothing is known of it.
    case
        when company.first_opportunity_on is not null then not coalesce(gaps.is_start_unknown, false)
    end as is_start_observed,
    coalesce(gaps.is_before_crm, false) as is_before_crm,
    gaps.known_to,
    least(greatest(gaps.known_to, segments.first_day), segments.present_to) - segments.days_paused as own_known_to,
from marts.stint_spans as spans
cross join marts.company
left join gaps
    on
        spans.employee_id = gaps.employee_id
        and spans.hire_date = gaps.hire_date
        and spans.role_number = gaps.role_number
left join marts.clock_segments as segments
    on
        spans.employee_id = segments.employee_id
        and spans.hire_date = segments.hire_date
        and spans.role_number = segments.role_number
        and gaps.known_to between segments.reached_from and segments.until_day

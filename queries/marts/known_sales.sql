-- One row per hire and selling role: does the CRM's file hold the first sales, and to which day does it from there.
-- `known_to` is null where it holds all; `own_known_to` is that day of the clock, which absences pause. Events are
-- followed to it, or to the last day in the role (`own_followed_to`).
with gaps as (
    select
        employee_id,
        hire_date,
        role_number,
        max(case when from_on <= starts_on then 1 else 0 end) = 1 as is_start_unknown,
        max(case when is_begin then 1 else 0 end) = 1 as is_before_crm,
        max(case when is_login_missing then 1 else 0 end) = 1 as is_login_missing,
        min(case when from_on > starts_on then from_on - 1 end) as known_to,
    from marts.stint_gaps
    group by
        employee_id,
        hire_date,
        role_number
),

placed as (
    select
        gaps.*,
        least(greatest(gaps.known_to, segments.first_day), segments.present_to) - segments.days_paused as own_known_to,
    from gaps
    left join marts.clock_segments as segments
        on
            gaps.employee_id = segments.employee_id
            and gaps.hire_date = segments.hire_date
            and gaps.role_number = segments.role_number
            and gaps.known_to between segments.reached_from and segments.until_day
)

select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    -- Without any opportunity nothing is known of it.
    case
        when company.first_opportunity_on is not null then not coalesce(placed.is_start_unknown, false)
    end as is_start_observed,
    coalesce(placed.is_before_crm, false) as is_before_crm,
    coalesce(placed.is_login_missing, false) as is_login_missing,
    placed.known_to,
    placed.own_known_to,
    least(spans.own_last_day, coalesce(placed.own_known_to, spans.own_last_day)) as own_followed_to,
from marts.stint_spans as spans
cross join marts.company
left join placed
    on
        spans.employee_id = placed.employee_id
        and spans.hire_date = placed.hire_date
        and spans.role_number = placed.role_number

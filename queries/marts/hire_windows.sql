-- One row per hire, selling role and outcome window (3 to 24 months): is it over, and did they meet the role's bar in it.
-- What was sold is held against quotas only where these speak of the whole window: else too little would be asked for.
-- It counts where the CRM's file holds what was won in all of it, whether or not they were still there.
-- Who is short of the bar by less than half a cent met it; who equals the last of the best share belongs to it.
with sums as (
    select
        months.employee_id,
        months.hire_date,
        months.role_number,
        windows.outcome_window,
        cast(sum(months.revenue) as double) as revenue,
        cast(cast(sum(months.quota) as decimal(22, 6)) as double) as quota,
        cast(cast(sum(months.ramped_quota) as decimal(22, 6)) as double) as ramped_quota,
        min(case when months.has_quota then 1 else 0 end) = 1 as has_quota,
        min(case when months.is_sales_known then 1 else 0 end) = 1 as is_sales_known,
    from marts.hire_months as months
    inner join marts.outcome_windows as windows
        on months.tenure_month <= windows.outcome_window
    group by
        months.employee_id,
        months.hire_date,
        months.role_number,
        windows.outcome_window
),

judged as (
    select
        sums.*,
        spans.role_profile,
        known.is_start_observed,
        spans.months_since_start >= sums.outcome_window as is_mature,
        spans.ends_on is not null and spans.months_in_role < sums.outcome_window as is_ended_by_move,
        case when sums.has_quota then cast(sums.revenue as double) / nullif(sums.quota, 0) end as attainment,
        case
            when sums.has_quota then cast(sums.revenue as double) / nullif(sums.ramped_quota, 0)
        end as ramped_attainment,
        not spans.has_left
        or spans.own_exit_day >= cast(
            spans.starts_on + sums.outcome_window * interval '1' month as date
        ) as is_still_there,
    from sums
    inner join marts.stint_spans as spans
        on
            sums.employee_id = spans.employee_id
            and sums.hire_date = spans.hire_date
            and sums.role_number = spans.role_number
    inner join marts.known_sales as known
        on
            sums.employee_id = known.employee_id
            and sums.hire_date = known.hire_date
            and sums.role_number = known.role_number
),

-- Who has no quota is not held against who has one: where nobody of the role has one, what was sold decides.
placed as (
    select
        employee_id,
        hire_date,
        role_number,
        outcome_window,
        rank() over (
            partition by role_profile, outcome_window, has_quota
            order by
                round(coalesce(ramped_attainment, 0), 9) desc nulls last,
                revenue desc nulls last
        ) as place,
        count(*) over (partition by role_profile, outcome_window, has_quota) as count_placed,
        max(case when has_quota then 1 else 0 end) over (partition by role_profile, outcome_window) = 1 as is_by_quota,
    from judged
    where role_number = 1 and is_mature and is_start_observed and is_sales_known and not is_ended_by_move
)

select
    judged.employee_id,
    judged.hire_date,
    judged.role_number,
    judged.role_profile,
    judged.outcome_window,
    judged.is_mature,
    judged.is_ended_by_move,
    judged.is_sales_known,
    judged.is_mature
    and judged.is_start_observed
    and judged.is_sales_known
    and not judged.is_ended_by_move as is_counted,
    judged.is_still_there,
    judged.has_quota,
    judged.revenue,
    judged.quota,
    judged.ramped_quota,
    judged.attainment,
    judged.ramped_attainment,
    roles.bar,
    case
        when judged.has_quota
            then
                judged.is_still_there
                and case
                    when judged.ramped_quota <> 0
                        then judged.revenue + cast(0.005 as double) >= roles.bar * cast(judged.ramped_quota as double)
                end
    end as met_bar,
    case
        when placed.place is not null
            then
                judged.revenue > 0
                and placed.place <= ceil(cast(roles.high_performer_share as decimal(9, 6)) * placed.count_placed)
    end as is_high_performer,
from judged
inner join staging.role_settings as roles
    on judged.role_profile = roles.role_profile
left join placed
    on
        judged.employee_id = placed.employee_id
        and judged.hire_date = placed.hire_date
        and judged.role_number = placed.role_number
        and judged.outcome_window = placed.outcome_window
        and (judged.has_quota or not placed.is_by_quota)

-- Each hire's months until the margin on what they sold covered what they cost, or why that is not known; no names.
-- Beside it what they had sold and cost at the end of the chosen window, null where one of them is not known to there.
-- Who leaves before is followed on without selling: for them payback never comes. It ends where pay or sales are not known.
-- each: one row a hire without a name, only ever shown summed up
-- groups: source; a small source is in the payback of all, and not told by name
with followed as (
    select
        employee_id,
        hire_date,
        bool_or(is_pay_known) as has_pay,
        bool_and(is_recruiting_known) as has_recruiting_cost,
        max(tenure_month) filter (where is_complete and is_pay_known and is_sales_known_so_far) as months_followed,
        min(tenure_month) filter (
            where is_complete
            and is_pay_known
            and is_sales_known_so_far
            and $gross_margin * cast(revenue_so_far as double) + 0.005 >= cost_so_far  -- to half a cent
        ) as payback_month,
        max(cast(revenue_so_far as double)) filter (
            where tenure_month = $outcome_window and is_complete and is_pay_known and is_sales_known_so_far
        ) as window_revenue,
        max(cost_so_far) filter (where tenure_month = $outcome_window and is_complete and is_pay_known) as window_cost,
    from marts.payback_months
    group by
        employee_id,
        hire_date
)

select
    hires.source,
    hires.start_year,
    hires.has_left,
    hires.is_mature,
    hires.has_login,
    followed.has_recruiting_cost,
    followed.has_pay,
    coalesce(followed.payback_month, followed.months_followed, 0) as months_to_payback,
    followed.payback_month is not null as has_paid_back,
    followed.window_revenue,
    followed.window_cost,
from hires_in_scope as hires
inner join followed
    on hires.employee_id = followed.employee_id and hires.hire_date = followed.hire_date
where hires.is_start_observed
order by
    hires.source asc,
    hires.hire_date asc,
    hires.employee_id asc

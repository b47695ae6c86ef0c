-- Each hire's role, whether they left, and whether the margin on their own sales covered what they cost while here; no names.
-- Only hires whose pay and recruiting cost are known for all their months, or until they had paid back.
-- As it stood when the CRM's file stopped holding what was won, where it did.
-- each: one row a hire without a name, only ever shown summed up
with paid as (
    select
        employee_id,
        hire_date,
        count(*) filter (
            where is_complete
            and is_employed
            and is_pay_known
            and is_sales_known_so_far
            and $gross_margin * cast(revenue_so_far as double) + 0.005 >= cost_so_far  -- to half a cent
        ) > 0 as has_paid_back,
        min(
            case
                when not (is_employed and is_complete and is_sales_known_so_far) then null
                when is_pay_known and is_recruiting_known then 1
                else 0
            end
        ) = 1 as is_cost_known,
    from marts.payback_months
    group by
        employee_id,
        hire_date
)

select
    hires.role_profile,
    hires.has_left and hires.last_day <= coalesce(known.known_to, hires.last_day) as has_left,
    coalesce(known.known_to < hires.last_day, false) as is_cut,
    paid.has_paid_back,
from hires_in_scope as hires
inner join paid
    on hires.employee_id = paid.employee_id and hires.hire_date = paid.hire_date
inner join marts.known_sales as known
    on hires.employee_id = known.employee_id and hires.hire_date = known.hire_date and known.role_number = 1
where
    hires.is_start_observed
    and (paid.is_cost_known or paid.has_paid_back)
order by
    hires.role_profile asc,
    hires.hire_date asc,
    hires.employee_id asc

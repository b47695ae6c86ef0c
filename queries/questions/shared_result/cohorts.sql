-- What the hires of each start year sold and cost so far, in their first selling role, and of how many the cost is on file.
-- counts: count_hires
with sold as (
    select
        employee_id,
        hire_date,
        sum(amount) filter (where timing = 'employed' and not is_inherited) as own,
        sum(amount) filter (where is_inherited) as inherited,
    from marts.credits
    where is_of_hire and role_number = 1
    group by
        employee_id,
        hire_date
),

paid as (
    select
        employee_id,
        hire_date,
        sum(cost) as pay,
    from marts.hire_costs
    where is_cost_known and cost > 0
    group by
        employee_id,
        hire_date
)

select
    hires.start_year,
    count(*) as count_hires,
    cast(coalesce(sum(sold.own), 0) as double) as own,
    cast(coalesce(sum(sold.inherited), 0) as double) as inherited,
    cast(sum(cast(recruiting_costs.recruiting_cost as decimal(22, 6))) as double) as recruiting,
    count(recruiting_costs.recruiting_cost) as count_with_recruiting,
    cast(sum(paid.pay) as double) as pay,
    count(paid.pay) as count_with_pay,
from hires_in_scope as hires
inner join marts.recruiting_costs
    on hires.employee_id = recruiting_costs.employee_id and hires.hire_date = recruiting_costs.hire_date
left join sold
    on hires.employee_id = sold.employee_id and hires.hire_date = sold.hire_date
left join paid
    on hires.employee_id = paid.employee_id and hires.hire_date = paid.hire_date
group by hires.start_year
order by hires.start_year

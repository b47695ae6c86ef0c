-- What each hire sold in every calendar month in which they sold anything, with their role and their days in the seat; no names.
-- Every deal they are credited with while employed is in, inherited ones too: it is what the year brings.
-- each: one row a hire and month without a name, only ever shown summed up
with seats as (
    select
        employee_id,
        hire_date,
        case when bool_and(ends_on is not null) then max(ends_on) end as ends_on,
    from marts.role_stints
    group by
        employee_id,
        hire_date
),

sold as (
    select
        employee_id,
        hire_date,
        cast(date_trunc('month', closed_on) as date) as month,
        cast(sum(amount) as double) as revenue,
    from marts.credits
    where is_of_hire and timing = 'employed'
    group by
        employee_id,
        hire_date,
        date_trunc('month', closed_on)
)

select
    -- A number of this answer only: no id is needed.
    dense_rank() over (
        order by hires.hire_date asc, hires.employee_id asc
    ) as seller,
    hires.role_profile,
    hires.sales_start_on,
    case
        when hires.has_left then least(hires.last_day, coalesce(seats.ends_on, hires.last_day))
        else seats.ends_on
    end as seat_ended_on,
    sold.month,
    coalesce(sold.revenue, 0) as revenue,
from hires_in_scope as hires
inner join seats
    on hires.employee_id = seats.employee_id and hires.hire_date = seats.hire_date
left join sold
    on hires.employee_id = sold.employee_id and hires.hire_date = sold.hire_date
where not hires.is_login_missing
order by
    seller asc,
    sold.month asc

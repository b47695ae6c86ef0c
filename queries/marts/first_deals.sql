-- One row per hire with a deal of their own in the first selling role: the day of the first.
-- What comes after a time of which the CRM's file does not hold what was won need not be the first.
select
    credits.employee_id,
    credits.hire_date,
    min(credits.closed_on) as first_deal_on,
    min(credits.own_closed_on) as own_first_deal_on,
from marts.credits
inner join marts.known_sales as known
    on
        credits.employee_id = known.employee_id
        and credits.hire_date = known.hire_date
        and credits.role_number = known.role_number
where
    credits.role_number = 1
    and credits.timing = 'employed'
    and not credits.is_inherited
    and credits.amount > 0
    and credits.closed_on <= coalesce(known.known_to, credits.closed_on)
group by
    credits.employee_id,
    credits.hire_date

-- Each account that a hire won first: is it old enough, was a renewal won, had its seller left when that came up; no names.
-- each: one row an account without a name, only ever shown summed up
select
    hires.start_year,
    hires.employee_id,
    renewals.is_old,
    renewals.is_renewed,
    renewals.had_seller_left,
from hires_in_scope as hires
inner join marts.account_renewals as renewals
    on hires.employee_id = renewals.employee_id and hires.hire_date = renewals.hire_date
order by
    hires.start_year asc,
    renewals.first_won_on asc,
    renewals.account asc

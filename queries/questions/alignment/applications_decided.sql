-- Every application: whether it came to an offer and to a hire, with the hire it led to; no names.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an application without a name, only ever shown summed up
select
    application_id,
    role_profile,
    status,
    offered_on is not null or status = 'hired' as has_offer,
    status = 'hired' as is_hired,
    employee_id,
    hire_date,
from applications_in_scope
order by application_id asc

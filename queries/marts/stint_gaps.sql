-- One row per hire, selling role and time of which nothing says what they won, from its start on.
-- The CRM's file does not hold it, or (`is_login_missing`) it may stand under a login nobody is found for.
-- Up to a month of the start may be missing: nobody sells much in it.
select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    spans.starts_on,
    gaps.from_on,
    gaps.to_on,
    gaps.is_begin,
    false as is_login_missing,
from marts.stint_spans as spans
inner join marts.unknown_sales as gaps
    on date_diff('day', spans.starts_on, gaps.to_on) >= 31
union all
select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    spans.starts_on,
    spans.starts_on as from_on,
    date '9999-12-31' as to_on,
    false as is_begin,
    true as is_login_missing,
from marts.stint_spans as spans
inner join marts.missing_logins as missing
    on spans.employee_id = missing.employee_id and spans.hire_date = missing.hire_date

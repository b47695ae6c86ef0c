-- One row per hire, selling role and time of which the CRM's file does not hold what was won, from its start on.
-- Up to a month of the start may be missing: nobody sells much in it.
select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    spans.starts_on,
    gaps.from_on,
    gaps.to_on,
    gaps.is_begin,
from marts.stint_spans as spans
inner join marts.unknown_sales as gaps
    on date_diff('day', spans.starts_on, gaps.to_on) >= 31

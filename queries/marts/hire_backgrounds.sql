-- One row per hire with a known application: what they brought with them. Nothing that only the fairness page may read.
select
    applications.employee_id,
    applications.hire_date,
    cast(candidates.years_in_sales as double) as years_in_sales,
    candidates.previous_industry,
from marts.applications
inner join staging.candidates
    on applications.candidate_id = candidates.candidate_id
where applications.employee_id is not null

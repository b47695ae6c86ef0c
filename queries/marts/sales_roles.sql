-- One row per role that counts as selling: held in Sales by the HR list, agreed or set as a role, or named like one.
with given as (
    select
        role_profile,
        job_title,
    from staging.job_changes
    where role_profile is not null
),

roles as (
    select case when company.has_role_profiles then employees.role_profile else employees.job_title end as role_profile
    from staging.employees
    cross join marts.company
    where employees.department = 'Sales'
    union
    select role_profile from staging.role_profiles
    union
    select role_profile from staging.roles_set
    union
    select role_profile
    from given
    where
        lower(job_title || ' ' || role_profile) like '%sales%'
        or lower(job_title || ' ' || role_profile) like '%account executive%'
        or lower(job_title || ' ' || role_profile) like '%account management%'
        or lower(job_title || ' ' || role_profile) like '%business development%'
)

select role_profile
from roles
where role_profile is not null and role_profile <> ''

-- The bar, the ramp and the high performers' share of every role profile: its own settings, else the company's.
with roles as (
    select role_profile from staging.stg_employees
    union
    select job_title as role_profile from staging.stg_employees
    union
    select role_profile from staging.stg_job_changes
    union
    select job_title as role_profile from staging.stg_job_changes
)

select
    roles.role_profile,
    coalesce(own.bar, defaults.bar) as bar,
    coalesce(own.ramp_months, defaults.ramp_months) as ramp_months,
    coalesce(own.high_performer_share, defaults.high_performer_share) as high_performer_share,
from roles
inner join staging.roles_set as defaults
    on defaults.role_profile = ''
left join staging.roles_set as own
    on roles.role_profile = own.role_profile
where roles.role_profile is not null

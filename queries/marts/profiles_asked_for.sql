-- One row per hire whose role had a profile by then: the version in force when their opening was opened, else when they applied or started.
with versions as (
    select distinct
        role_profile,
        version,
        effective_on,
    from marts.role_profiles
),

asked as (
    select
        hires.employee_id,
        hires.hire_date,
        hires.role_profile,
        least(
            coalesce(requisitions.opened_on, applications.applied_on, hires.sales_start_on), hires.sales_start_on
        ) as asked_on,
    from marts.hires
    left join marts.applications
        on hires.employee_id = applications.employee_id and hires.hire_date = applications.hire_date
    left join marts.requisitions
        on applications.requisition_id = requisitions.requisition_id
),

in_order as (
    select
        asked.employee_id,
        asked.hire_date,
        versions.version,
        row_number() over (
            partition by asked.employee_id, asked.hire_date
            order by versions.effective_on desc nulls last, versions.version desc nulls last
        ) as place,
    from asked
    inner join versions
        on asked.role_profile = versions.role_profile and asked.asked_on >= versions.effective_on
)

select
    employee_id,
    hire_date,
    version as profile_version,
from in_order
where place = 1

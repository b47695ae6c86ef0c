-- Rows of employees to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_employees
    where fault is not null
),

repeated_keys as (
    select
        employee_id,
        hire_date,
    from staging.stg_employees
    where employee_id is not null
    group by
        employee_id,
        hire_date
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.employee_id,
                rows_read.full_name,
                rows_read.work_email,
                rows_read.department,
                rows_read.job_title,
                rows_read.role_profile,
                rows_read.manager_id,
                rows_read.region,
                rows_read.segment,
                rows_read.hire_date,
                rows_read.original_hire_date,
                rows_read.termination_date,
                rows_read.termination_type,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_employees as rows_read
    inner join repeated_keys
        on rows_read.employee_id is not distinct from repeated_keys.employee_id
            and rows_read.hire_date is not distinct from repeated_keys.hire_date
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.employee_id,
                copies.hire_date
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'employee_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(employee_id as varchar), '') || ' ' || coalesce(cast(hire_date as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

-- Rows of check_ins to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_check_ins
    where fault is not null
),

repeated_keys as (
    select
        employee_id,
        held_on,
        competency,
    from staging.stg_check_ins
    where employee_id is not null
    group by
        employee_id,
        held_on,
        competency
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.employee_id,
                rows_read.held_on,
                rows_read.held_by_id,
                rows_read.competency,
                rows_read.score,
                rows_read.scale_max,
                rows_read.would_hire_again,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_check_ins as rows_read
    inner join repeated_keys
        on rows_read.employee_id is not distinct from repeated_keys.employee_id
            and rows_read.held_on is not distinct from repeated_keys.held_on
            and rows_read.competency is not distinct from repeated_keys.competency
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.employee_id,
                copies.held_on,
                copies.competency
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'employee_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(employee_id as varchar), '') || ' ' || coalesce(cast(held_on as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
),

orphans_1 as (
    select
        rows_read.row_id,
        'employee_id' as column_name,
        'not_in_employees' as reason,
        rows_read.employee_id as found,
    from staging.stg_check_ins as rows_read
    left join staging.stg_employees as referred
        on rows_read.employee_id = referred.employee_id
    where referred.employee_id is null and rows_read.employee_id is not null
        and exists (select 1 from staging.stg_employees)
)

select * from unreadable
union all
select * from repeated
union all
select * from orphans_1

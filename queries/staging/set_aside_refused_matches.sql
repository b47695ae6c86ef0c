-- Rows of refused_matches to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_refused_matches
    where fault is not null
),

repeated_keys as (
    select
        system,
        system_id,
        employee_id,
    from staging.stg_refused_matches
    where system is not null
    group by
        system,
        system_id,
        employee_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.system,
                rows_read.system_id,
                rows_read.employee_id,
                rows_read.refused_by,
                rows_read.refused_on,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_refused_matches as rows_read
    inner join repeated_keys
        on rows_read.system is not distinct from repeated_keys.system
            and rows_read.system_id is not distinct from repeated_keys.system_id
            and rows_read.employee_id is not distinct from repeated_keys.employee_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.system,
                copies.system_id,
                copies.employee_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'system' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(system as varchar), '') || ' ' || coalesce(cast(system_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

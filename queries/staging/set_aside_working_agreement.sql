-- Rows of working_agreement to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_working_agreement
    where fault is not null
),

repeated_keys as (
    select
        promise_id,
        effective_on,
    from staging.stg_working_agreement
    where promise_id is not null
    group by
        promise_id,
        effective_on
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.promise_id,
                rows_read.promise,
                rows_read.owed_by,
                rows_read.starts_at,
                rows_read.ends_at,
                rows_read.within_days,
                rows_read.effective_on,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_working_agreement as rows_read
    inner join repeated_keys
        on rows_read.promise_id is not distinct from repeated_keys.promise_id
            and rows_read.effective_on is not distinct from repeated_keys.effective_on
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.promise_id,
                copies.effective_on
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'promise_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(promise_id as varchar), '') || ' ' || coalesce(cast(effective_on as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

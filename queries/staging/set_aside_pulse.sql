-- Rows of pulse to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_pulse
    where fault is not null
),

repeated_keys as (
    select response_id
    from staging.stg_pulse
    where response_id is not null
    group by response_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.response_id,
                rows_read.answered_on,
                rows_read.department,
                rows_read.question,
                rows_read.score,
                rows_read.comment,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_pulse as rows_read
    inner join repeated_keys
        on rows_read.response_id is not distinct from repeated_keys.response_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.response_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'response_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(response_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

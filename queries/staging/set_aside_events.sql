-- Rows of events to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_events
    where fault is not null
),

repeated_keys as (
    select event_id
    from staging.stg_events
    where event_id is not null
    group by event_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.event_id,
                rows_read.happened_on,
                rows_read.kind,
                rows_read.title,
                rows_read.region,
                rows_read.role_profile,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_events as rows_read
    inner join repeated_keys
        on rows_read.event_id is not distinct from repeated_keys.event_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.event_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'event_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(event_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

-- Rows of quotas to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_quotas
    where fault is not null
),

repeated_keys as (
    select
        owner_id,
        period_start_on,
        period_end_on,
    from staging.stg_quotas
    where owner_id is not null
    group by
        owner_id,
        period_start_on,
        period_end_on
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.owner_id,
                rows_read.period_start_on,
                rows_read.period_end_on,
                rows_read.amount,
                rows_read.currency,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_quotas as rows_read
    inner join repeated_keys
        on rows_read.owner_id is not distinct from repeated_keys.owner_id
            and rows_read.period_start_on is not distinct from repeated_keys.period_start_on
            and rows_read.period_end_on is not distinct from repeated_keys.period_end_on
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.owner_id,
                copies.period_start_on,
                copies.period_end_on
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'owner_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(owner_id as varchar), '') || ' ' || coalesce(cast(period_start_on as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

-- Rows of exchange_rates to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_exchange_rates
    where fault is not null
),

repeated_keys as (
    select
        month,
        currency,
    from staging.stg_exchange_rates
    where month is not null
    group by
        month,
        currency
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.month,
                rows_read.currency,
                rows_read.rate,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_exchange_rates as rows_read
    inner join repeated_keys
        on rows_read.month is not distinct from repeated_keys.month
            and rows_read.currency is not distinct from repeated_keys.currency
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.month,
                copies.currency
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'month' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(month as varchar), '') || ' ' || coalesce(cast(currency as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

-- Rows of opportunities to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_opportunities
    where fault is not null
),

repeated_keys as (
    select opportunity_id
    from staging.stg_opportunities
    where opportunity_id is not null
    group by opportunity_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.opportunity_id,
                rows_read.owner_id,
                rows_read.owner_email,
                rows_read.owner_name,
                rows_read.stage,
                rows_read.is_won,
                rows_read.amount,
                rows_read.currency,
                rows_read.created_on,
                rows_read.closed_on,
                rows_read.kind,
                rows_read.territory,
                rows_read.fingerprint,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_opportunities as rows_read
    inner join repeated_keys
        on rows_read.opportunity_id is not distinct from repeated_keys.opportunity_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.opportunity_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'opportunity_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(opportunity_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

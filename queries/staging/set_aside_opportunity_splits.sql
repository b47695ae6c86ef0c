-- Rows of opportunity_splits to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_opportunity_splits
    where fault is not null
),

repeated_keys as (
    select
        opportunity_id,
        owner_id,
    from staging.stg_opportunity_splits
    where opportunity_id is not null
    group by
        opportunity_id,
        owner_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.opportunity_id,
                rows_read.owner_id,
                rows_read.share,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_opportunity_splits as rows_read
    inner join repeated_keys
        on rows_read.opportunity_id is not distinct from repeated_keys.opportunity_id
            and rows_read.owner_id is not distinct from repeated_keys.owner_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.opportunity_id,
                copies.owner_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'opportunity_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(opportunity_id as varchar), '') || ' ' || coalesce(cast(owner_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
),

orphans_1 as (
    select
        rows_read.row_id,
        'opportunity_id' as column_name,
        'not_in_opportunities' as reason,
        rows_read.opportunity_id as found,
    from staging.stg_opportunity_splits as rows_read
    left join staging.stg_opportunities as referred
        on rows_read.opportunity_id = referred.opportunity_id
    where referred.opportunity_id is null and rows_read.opportunity_id is not null
        and exists (select 1 from staging.stg_opportunities)
)

select * from unreadable
union all
select * from repeated
union all
select * from orphans_1

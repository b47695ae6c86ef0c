-- Rows of role_briefs_read to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_role_briefs_read
    where fault is not null
),

repeated_keys as (
    select
        requisition_id,
        happened_on,
        explained_by_id,
        read_by_id,
    from staging.stg_role_briefs_read
    where requisition_id is not null
    group by
        requisition_id,
        happened_on,
        explained_by_id,
        read_by_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.requisition_id,
                rows_read.explained_by_id,
                rows_read.read_by_id,
                rows_read.happened_on,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_role_briefs_read as rows_read
    inner join repeated_keys
        on rows_read.requisition_id is not distinct from repeated_keys.requisition_id
            and rows_read.happened_on is not distinct from repeated_keys.happened_on
            and rows_read.explained_by_id is not distinct from repeated_keys.explained_by_id
            and rows_read.read_by_id is not distinct from repeated_keys.read_by_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.requisition_id,
                copies.happened_on,
                copies.explained_by_id,
                copies.read_by_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'requisition_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(requisition_id as varchar), '') || ' ' || coalesce(cast(happened_on as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
),

orphans_1 as (
    select
        rows_read.row_id,
        'requisition_id' as column_name,
        'not_in_requisitions' as reason,
        rows_read.requisition_id as found,
    from staging.stg_role_briefs_read as rows_read
    left join staging.stg_requisitions as referred
        on rows_read.requisition_id = referred.requisition_id
    where referred.requisition_id is null and rows_read.requisition_id is not null
        and exists (select 1 from staging.stg_requisitions)
)

select * from unreadable
union all
select * from repeated
union all
select * from orphans_1

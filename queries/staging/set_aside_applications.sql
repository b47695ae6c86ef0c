-- Rows of applications to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_applications
    where fault is not null
),

repeated_keys as (
    select application_id
    from staging.stg_applications
    where application_id is not null
    group by application_id
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.application_id,
                rows_read.candidate_id,
                rows_read.requisition_id,
                rows_read.role_profile,
                rows_read.source,
                rows_read.source_detail,
                rows_read.referred_by,
                rows_read.applied_on,
                rows_read.status,
                rows_read.ended_on,
                rows_read.ended_stage,
                rows_read.ended_by,
                rows_read.reason,
                rows_read.offered_on,
                rows_read.accepted_on,
                rows_read.employee_id,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_applications as rows_read
    inner join repeated_keys
        on rows_read.application_id is not distinct from repeated_keys.application_id
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.application_id
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'application_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(application_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

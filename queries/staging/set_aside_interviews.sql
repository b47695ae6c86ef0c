-- Rows of interviews to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_interviews
    where fault is not null
),

repeated_keys as (
    select
        interview_id,
        interviewer_id,
        interviewer_email,
        interviewer_name,
    from staging.stg_interviews
    where interview_id is not null
    group by
        interview_id,
        interviewer_id,
        interviewer_email,
        interviewer_name
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.interview_id,
                rows_read.application_id,
                rows_read.stage,
                rows_read.interviewer_id,
                rows_read.interviewer_email,
                rows_read.interviewer_name,
                rows_read.scheduled_for,
                rows_read.status,
                rows_read.submitted_on,
                rows_read.recommendation,
                rows_read.comment,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_interviews as rows_read
    inner join repeated_keys
        on rows_read.interview_id is not distinct from repeated_keys.interview_id
            and rows_read.interviewer_id is not distinct from repeated_keys.interviewer_id
            and rows_read.interviewer_email is not distinct from repeated_keys.interviewer_email
            and rows_read.interviewer_name is not distinct from repeated_keys.interviewer_name
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.interview_id,
                copies.interviewer_id,
                copies.interviewer_email,
                copies.interviewer_name
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'interview_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(interview_id as varchar), '') || ' ' || coalesce(cast(interviewer_id as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
),

orphans_1 as (
    select
        rows_read.row_id,
        'application_id' as column_name,
        'not_in_applications' as reason,
        rows_read.application_id as found,
    from staging.stg_interviews as rows_read
    left join staging.stg_applications as referred
        on rows_read.application_id = referred.application_id
    where referred.application_id is null and rows_read.application_id is not null
        and exists (select 1 from staging.stg_applications)
)

select * from unreadable
union all
select * from repeated
union all
select * from orphans_1

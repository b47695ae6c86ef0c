-- Rows of ratings to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_ratings
    where fault is not null
),

repeated_keys as (
    select
        interview_id,
        competency,
    from staging.stg_ratings
    where interview_id is not null
    group by
        interview_id,
        competency
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.interview_id,
                rows_read.competency,
                rows_read.score,
                rows_read.scale_max,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_ratings as rows_read
    inner join repeated_keys
        on rows_read.interview_id is not distinct from repeated_keys.interview_id
            and rows_read.competency is not distinct from repeated_keys.competency
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.interview_id,
                copies.competency
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'interview_id' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(interview_id as varchar), '') || ' ' || coalesce(cast(competency as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
),

orphans_1 as (
    select
        rows_read.row_id,
        'interview_id' as column_name,
        'not_in_interviews' as reason,
        rows_read.interview_id as found,
    from staging.stg_ratings as rows_read
    left join staging.stg_interviews as referred
        on rows_read.interview_id = referred.interview_id
    where referred.interview_id is null and rows_read.interview_id is not null
        and exists (select 1 from staging.stg_interviews)
)

select * from unreadable
union all
select * from repeated
union all
select * from orphans_1

-- Rows of role_profiles to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_role_profiles
    where fault is not null
),

repeated_keys as (
    select
        role_profile,
        version,
        competency,
    from staging.stg_role_profiles
    where role_profile is not null
    group by
        role_profile,
        version,
        competency
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                rows_read.role_profile,
                rows_read.version,
                rows_read.effective_on,
                rows_read.competency,
                rows_read.weight,
                rows_read.minimum_score,
                rows_read.looks_like,
                rows_read.must_have,
                rows_read.agreed_by_sales_on,
                rows_read.agreed_by_hr_on,
                rows_read.fault
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_role_profiles as rows_read
    inner join repeated_keys
        on rows_read.role_profile is not distinct from repeated_keys.role_profile
            and rows_read.version is not distinct from repeated_keys.version
            and rows_read.competency is not distinct from repeated_keys.competency
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                copies.role_profile,
                copies.version,
                copies.competency
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        'role_profile' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        coalesce(cast(role_profile as varchar), '') || ' ' || coalesce(cast(version as varchar), '') as found,
    from versions
    where count_versions > 1 or copy > 1
)

select * from unreadable
union all
select * from repeated

-- Role profiles as exported, one row per competency in a version of a role's profile, in our types, with its first fault.
with typed as (
    select
        file_id,
        role_profile as role_profile_given,
        version as version_given,
        effective_on as effective_on_given,
        competency as competency_given,
        weight as weight_given,
        minimum_score as minimum_score_given,
        looks_like as looks_like_given,
        must_have as must_have_given,
        agreed_by_sales_on as agreed_by_sales_on_given,
        agreed_by_hr_on as agreed_by_hr_on_given,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
        case when version like ' %' or version like '% ' then nullif(trim(version), '') else version end as version,
        case
            when (effective_on like '____-__-__' and effective_on not like '% %')
                then try_cast(effective_on as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(effective_on as timestamp) as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(effective_on as timestamp with time zone) at time zone $time_zone) as date)
        end as effective_on,
        case when competency like ' %' or competency like '% ' then nullif(trim(competency), '') else competency end as competency,
        case
            when regexp_matches(weight, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(weight as decimal(18, 6))
        end as weight,
        case
            when regexp_matches(minimum_score, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(minimum_score as decimal(18, 6))
        end as minimum_score,
        case when looks_like like ' %' or looks_like like '% ' then nullif(trim(looks_like), '') else looks_like end as looks_like,
        case
            when must_have = 'true'
                then true
            when must_have = 'false'
                then false
            when regexp_matches(lower(trim(must_have)), '^(true|yes|y|t|1)$')
                then true
            when regexp_matches(lower(trim(must_have)), '^(false|no|n|f|0)$')
                then false
        end as must_have,
        case
            when (agreed_by_sales_on like '____-__-__' and agreed_by_sales_on not like '% %')
                then try_cast(agreed_by_sales_on as date)
            when regexp_matches(agreed_by_sales_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(agreed_by_sales_on as timestamp) as date)
            when regexp_matches(agreed_by_sales_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(agreed_by_sales_on as timestamp with time zone) at time zone $time_zone) as date)
        end as agreed_by_sales_on,
        case
            when (agreed_by_hr_on like '____-__-__' and agreed_by_hr_on not like '% %')
                then try_cast(agreed_by_hr_on as date)
            when regexp_matches(agreed_by_hr_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(agreed_by_hr_on as timestamp) as date)
            when regexp_matches(agreed_by_hr_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(agreed_by_hr_on as timestamp with time zone) at time zone $time_zone) as date)
        end as agreed_by_hr_on,
    from raw.role_profiles
)

select
    file_id,
    role_profile,
    version,
    effective_on,
    competency,
    weight,
    minimum_score,
    looks_like,
    must_have,
    agreed_by_sales_on,
    agreed_by_hr_on,
    case
        when role_profile is null and coalesce(trim(role_profile_given), '') = ''
            then 'role_profile|empty|' || coalesce(role_profile_given, '')
        when version is null and coalesce(trim(version_given), '') = ''
            then 'version|empty|' || coalesce(version_given, '')
        when effective_on is null and coalesce(trim(effective_on_given), '') = ''
            then 'effective_on|empty|' || coalesce(effective_on_given, '')
        when effective_on is null and trim(effective_on_given) <> ''
            then 'effective_on|not_a_day|' || coalesce(effective_on_given, '')
        when effective_on < date '1950-01-01' or effective_on > $latest_day
            then 'effective_on|sentinel_day|' || coalesce(effective_on_given, '')
        when competency is null and coalesce(trim(competency_given), '') = ''
            then 'competency|empty|' || coalesce(competency_given, '')
        when weight is null and coalesce(trim(weight_given), '') = ''
            then 'weight|empty|' || coalesce(weight_given, '')
        when weight is null and trim(weight_given) <> ''
            then 'weight|not_a_number|' || coalesce(weight_given, '')
        when minimum_score is null and trim(minimum_score_given) <> ''
            then 'minimum_score|not_a_number|' || coalesce(minimum_score_given, '')
        when must_have is null and trim(must_have_given) <> ''
            then 'must_have|not_a_truth|' || coalesce(must_have_given, '')
        when agreed_by_sales_on is null and trim(agreed_by_sales_on_given) <> ''
            then 'agreed_by_sales_on|not_a_day|' || coalesce(agreed_by_sales_on_given, '')
        when agreed_by_sales_on < date '1950-01-01' or agreed_by_sales_on > $latest_day
            then 'agreed_by_sales_on|sentinel_day|' || coalesce(agreed_by_sales_on_given, '')
        when agreed_by_hr_on is null and trim(agreed_by_hr_on_given) <> ''
            then 'agreed_by_hr_on|not_a_day|' || coalesce(agreed_by_hr_on_given, '')
        when agreed_by_hr_on < date '1950-01-01' or agreed_by_hr_on > $latest_day
            then 'agreed_by_hr_on|sentinel_day|' || coalesce(agreed_by_hr_on_given, '')
    end as fault,
from typed

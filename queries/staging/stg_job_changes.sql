-- Job changes as exported, one row per change of job, in our types, with its first fault.
with typed as (
    select
        file_id,
        employee_id as employee_id_given,
        effective_on as effective_on_given,
        job_title as job_title_given,
        role_profile as role_profile_given,
        manager_id as manager_id_given,
        region as region_given,
        segment as segment_given,
        leads_people as leads_people_given,
        nullif(trim(employee_id), '') as employee_id,
        case
            when (effective_on like '____-__-__' and effective_on not like '% %')
                then try_cast(effective_on as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(effective_on as timestamp) as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(effective_on as timestamp with time zone) at time zone $time_zone) as date)
        end as effective_on,
        nullif(trim(job_title), '') as job_title,
        nullif(trim(role_profile), '') as role_profile,
        nullif(trim(manager_id), '') as manager_id,
        nullif(trim(region), '') as region,
        nullif(trim(segment), '') as segment,
        case
            when lower(trim(leads_people)) in ('true', 'yes', 'y', 't', '1')
                then true
            when lower(trim(leads_people)) in ('false', 'no', 'n', 'f', '0')
                then false
        end as leads_people,
    from raw.job_changes
)

select
    file_id,
    employee_id,
    effective_on,
    job_title,
    role_profile,
    manager_id,
    region,
    segment,
    leads_people,
    case
        when coalesce(trim(employee_id_given), '') = ''
            then 'employee_id|empty|' || coalesce(employee_id_given, '')
        when not regexp_matches(employee_id, '^[!-~]([ -~]*[!-~])?$')
            then 'employee_id|not_printable|' || coalesce(employee_id_given, '')
        when employee_id like '%E+%' and regexp_matches(employee_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'employee_id|digits_lost|' || coalesce(employee_id_given, '')
        when coalesce(trim(effective_on_given), '') = ''
            then 'effective_on|empty|' || coalesce(effective_on_given, '')
        when effective_on is null and trim(effective_on_given) <> ''
            then 'effective_on|not_a_day|' || coalesce(effective_on_given, '')
        when effective_on < date '1950-01-01' or effective_on > $latest_day
            then 'effective_on|sentinel_day|' || coalesce(effective_on_given, '')
        when coalesce(trim(job_title_given), '') = ''
            then 'job_title|empty|' || coalesce(job_title_given, '')
        when not regexp_matches(manager_id, '^[!-~]([ -~]*[!-~])?$')
            then 'manager_id|not_printable|' || coalesce(manager_id_given, '')
        when manager_id like '%E+%' and regexp_matches(manager_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'manager_id|digits_lost|' || coalesce(manager_id_given, '')
        when leads_people is null and trim(leads_people_given) <> ''
            then 'leads_people|not_a_truth|' || coalesce(leads_people_given, '')
    end as fault,
from typed

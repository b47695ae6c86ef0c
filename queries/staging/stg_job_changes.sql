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
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case
            when (effective_on like '____-__-__' and effective_on not like '% %')
                then try_cast(effective_on as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(effective_on as timestamp) as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(effective_on as timestamp with time zone) at time zone $time_zone) as date)
        end as effective_on,
        case when job_title like ' %' or job_title like '% ' then nullif(trim(job_title), '') else job_title end as job_title,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
        case when manager_id like ' %' or manager_id like '% ' then nullif(trim(manager_id), '') else manager_id end as manager_id,
        case when region like ' %' or region like '% ' then nullif(trim(region), '') else region end as region,
        case when segment like ' %' or segment like '% ' then nullif(trim(segment), '') else segment end as segment,
        case
            when leads_people = 'true'
                then true
            when leads_people = 'false'
                then false
            when regexp_matches(lower(trim(leads_people)), '^(true|yes|y|t|1)$')
                then true
            when regexp_matches(lower(trim(leads_people)), '^(false|no|n|f|0)$')
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
        when employee_id is null and coalesce(trim(employee_id_given), '') = ''
            then 'employee_id|empty|' || coalesce(employee_id_given, '')
        when not regexp_matches(employee_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    employee_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    employee_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'employee_id|not_printable|' || coalesce(employee_id_given, '')
        when employee_id like '%E+%' and regexp_matches(employee_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'employee_id|digits_lost|' || coalesce(employee_id_given, '')
        when effective_on is null and coalesce(trim(effective_on_given), '') = ''
            then 'effective_on|empty|' || coalesce(effective_on_given, '')
        when effective_on is null and trim(effective_on_given) <> ''
            then 'effective_on|not_a_day|' || coalesce(effective_on_given, '')
        when effective_on < date '1950-01-01' or effective_on > $latest_day
            then 'effective_on|sentinel_day|' || coalesce(effective_on_given, '')
        when job_title is null and coalesce(trim(job_title_given), '') = ''
            then 'job_title|empty|' || coalesce(job_title_given, '')
        when not regexp_matches(manager_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    manager_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    manager_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'manager_id|not_printable|' || coalesce(manager_id_given, '')
        when manager_id like '%E+%' and regexp_matches(manager_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'manager_id|digits_lost|' || coalesce(manager_id_given, '')
        when leads_people is null and trim(leads_people_given) <> ''
            then 'leads_people|not_a_truth|' || coalesce(leads_people_given, '')
    end as fault,
from typed

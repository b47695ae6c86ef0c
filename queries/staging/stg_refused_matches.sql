-- Refused matches as exported, one row per pair of a login and a person who are not the same, in our types, with its first fault.
with typed as (
    select
        file_id,
        system as system_given,
        system_id as system_id_given,
        employee_id as employee_id_given,
        refused_by as refused_by_given,
        refused_on as refused_on_given,
        case
            when system = 'crm'
                then 'crm'
            when system = 'ats_user'
                then 'ats_user'
            when system = 'ats_application'
                then 'ats_application'
            when regexp_matches(lower(trim(system)), '^(crm)$')
                then 'crm'
            when regexp_matches(lower(trim(system)), '^(ats_user)$')
                then 'ats_user'
            when regexp_matches(lower(trim(system)), '^(ats_application)$')
                then 'ats_application'
        end as system,
        case when system_id like ' %' or system_id like '% ' then nullif(trim(system_id), '') else system_id end as system_id,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case when refused_by like ' %' or refused_by like '% ' then nullif(trim(refused_by), '') else refused_by end as refused_by,
        case
            when (refused_on like '____-__-__' and refused_on not like '% %')
                then try_cast(refused_on as date)
            when regexp_matches(refused_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(refused_on as timestamp) as date)
            when regexp_matches(refused_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(refused_on as timestamp with time zone) at time zone $time_zone) as date)
        end as refused_on,
    from raw.refused_matches
)

select
    file_id,
    system,
    system_id,
    employee_id,
    refused_by,
    refused_on,
    case
        when system is null and coalesce(trim(system_given), '') = ''
            then 'system|empty|' || coalesce(system_given, '')
        when system is null and trim(system_given) <> ''
            then 'system|not_in_list|' || coalesce(system_given, '')
        when system_id is null and coalesce(trim(system_id_given), '') = ''
            then 'system_id|empty|' || coalesce(system_id_given, '')
        when not regexp_matches(system_id, '[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]')
            then 'system_id|empty|' || coalesce(system_id_given, '')
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
        when refused_on is null and trim(refused_on_given) <> ''
            then 'refused_on|not_a_day|' || coalesce(refused_on_given, '')
        when refused_on < date '1950-01-01' or refused_on > $latest_day
            then 'refused_on|sentinel_day|' || coalesce(refused_on_given, '')
    end as fault,
from typed

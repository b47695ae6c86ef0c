-- Requisitions as exported, one row per opening, in our types, with its first fault.
with typed as (
    select
        file_id,
        requisition_id as requisition_id_given,
        role_profile as role_profile_given,
        opened_on as opened_on_given,
        closed_on as closed_on_given,
        intake_on as intake_on_given,
        hiring_manager_id as hiring_manager_id_given,
        recruiter_id as recruiter_id_given,
        region as region_given,
        segment as segment_given,
        openings as openings_given,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
        case
            when (opened_on like '____-__-__' and opened_on not like '% %')
                then try_cast(opened_on as date)
            when regexp_matches(opened_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(opened_on as timestamp) as date)
            when regexp_matches(opened_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(opened_on as timestamp with time zone) at time zone $time_zone) as date)
        end as opened_on,
        case
            when (closed_on like '____-__-__' and closed_on not like '% %')
                then try_cast(closed_on as date)
            when regexp_matches(closed_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(closed_on as timestamp) as date)
            when regexp_matches(closed_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(closed_on as timestamp with time zone) at time zone $time_zone) as date)
        end as closed_on,
        case
            when (intake_on like '____-__-__' and intake_on not like '% %')
                then try_cast(intake_on as date)
            when regexp_matches(intake_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(intake_on as timestamp) as date)
            when regexp_matches(intake_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(intake_on as timestamp with time zone) at time zone $time_zone) as date)
        end as intake_on,
        case when hiring_manager_id like ' %' or hiring_manager_id like '% ' then nullif(trim(hiring_manager_id), '') else hiring_manager_id end as hiring_manager_id,
        case when recruiter_id like ' %' or recruiter_id like '% ' then nullif(trim(recruiter_id), '') else recruiter_id end as recruiter_id,
        case when region like ' %' or region like '% ' then nullif(trim(region), '') else region end as region,
        case when segment like ' %' or segment like '% ' then nullif(trim(segment), '') else segment end as segment,
        case
            when regexp_matches(openings, '^-?[0-9]{1,9}$')
                then try_cast(openings as integer)
        end as openings,
    from raw.requisitions
)

select
    file_id,
    requisition_id,
    role_profile,
    opened_on,
    closed_on,
    intake_on,
    hiring_manager_id,
    recruiter_id,
    region,
    segment,
    openings,
    case
        when requisition_id is null and coalesce(trim(requisition_id_given), '') = ''
            then 'requisition_id|empty|' || coalesce(requisition_id_given, '')
        when not regexp_matches(requisition_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    requisition_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    requisition_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'requisition_id|not_printable|' || coalesce(requisition_id_given, '')
        when requisition_id like '%E+%' and regexp_matches(requisition_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'requisition_id|digits_lost|' || coalesce(requisition_id_given, '')
        when role_profile is null and coalesce(trim(role_profile_given), '') = ''
            then 'role_profile|empty|' || coalesce(role_profile_given, '')
        when opened_on is null and coalesce(trim(opened_on_given), '') = ''
            then 'opened_on|empty|' || coalesce(opened_on_given, '')
        when opened_on is null and trim(opened_on_given) <> ''
            then 'opened_on|not_a_day|' || coalesce(opened_on_given, '')
        when opened_on < date '1950-01-01' or opened_on > $latest_day
            then 'opened_on|sentinel_day|' || coalesce(opened_on_given, '')
        when closed_on is null and trim(closed_on_given) <> ''
            then 'closed_on|not_a_day|' || coalesce(closed_on_given, '')
        when closed_on < date '1950-01-01' or closed_on > $latest_day
            then 'closed_on|sentinel_day|' || coalesce(closed_on_given, '')
        when intake_on is null and trim(intake_on_given) <> ''
            then 'intake_on|not_a_day|' || coalesce(intake_on_given, '')
        when intake_on < date '1950-01-01' or intake_on > $latest_day
            then 'intake_on|sentinel_day|' || coalesce(intake_on_given, '')
        when not regexp_matches(hiring_manager_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    hiring_manager_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    hiring_manager_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'hiring_manager_id|not_printable|' || coalesce(hiring_manager_id_given, '')
        when hiring_manager_id like '%E+%' and regexp_matches(hiring_manager_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'hiring_manager_id|digits_lost|' || coalesce(hiring_manager_id_given, '')
        when not regexp_matches(recruiter_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    recruiter_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    recruiter_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'recruiter_id|not_printable|' || coalesce(recruiter_id_given, '')
        when recruiter_id like '%E+%' and regexp_matches(recruiter_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'recruiter_id|digits_lost|' || coalesce(recruiter_id_given, '')
        when openings is null and trim(openings_given) <> ''
            then 'openings|not_a_whole_number|' || coalesce(openings_given, '')
    end as fault,
from typed

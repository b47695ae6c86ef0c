-- Applications as exported, one row per candidate and requisition, in our types, with its first fault.
with typed as (
    select
        file_id,
        application_id as application_id_given,
        candidate_id as candidate_id_given,
        requisition_id as requisition_id_given,
        role_profile as role_profile_given,
        source as source_given,
        source_detail as source_detail_given,
        referred_by as referred_by_given,
        applied_on as applied_on_given,
        status as status_given,
        ended_on as ended_on_given,
        ended_stage as ended_stage_given,
        ended_by as ended_by_given,
        reason as reason_given,
        offered_on as offered_on_given,
        accepted_on as accepted_on_given,
        employee_id as employee_id_given,
        case when application_id like ' %' or application_id like '% ' then nullif(trim(application_id), '') else application_id end as application_id,
        case when candidate_id like ' %' or candidate_id like '% ' then nullif(trim(candidate_id), '') else candidate_id end as candidate_id,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
        case when source like ' %' or source like '% ' then nullif(trim(source), '') else source end as source,
        case when source_detail like ' %' or source_detail like '% ' then nullif(trim(source_detail), '') else source_detail end as source_detail,
        case when referred_by like ' %' or referred_by like '% ' then nullif(trim(referred_by), '') else referred_by end as referred_by,
        case
            when (applied_on like '____-__-__' and applied_on not like '% %')
                then try_cast(applied_on as date)
            when regexp_matches(applied_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(applied_on as timestamp) as date)
            when regexp_matches(applied_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(applied_on as timestamp with time zone) at time zone $time_zone) as date)
        end as applied_on,
        case
            when status = 'active'
                then 'active'
            when status = 'hired'
                then 'hired'
            when status = 'rejected'
                then 'rejected'
            when status = 'withdrawn'
                then 'withdrawn'
            when status = 'offer_declined'
                then 'offer_declined'
            when regexp_matches(lower(trim(status)), '^(active)$')
                then 'active'
            when regexp_matches(lower(trim(status)), '^(hired)$')
                then 'hired'
            when regexp_matches(lower(trim(status)), '^(rejected)$')
                then 'rejected'
            when regexp_matches(lower(trim(status)), '^(withdrawn)$')
                then 'withdrawn'
            when regexp_matches(lower(trim(status)), '^(offer_declined)$')
                then 'offer_declined'
        end as status,
        case
            when (ended_on like '____-__-__' and ended_on not like '% %')
                then try_cast(ended_on as date)
            when regexp_matches(ended_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(ended_on as timestamp) as date)
            when regexp_matches(ended_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(ended_on as timestamp with time zone) at time zone $time_zone) as date)
        end as ended_on,
        case
            when ended_stage = 'screen'
                then 'screen'
            when ended_stage = 'technical'
                then 'technical'
            when ended_stage = 'panel'
                then 'panel'
            when ended_stage = 'final'
                then 'final'
            when ended_stage = 'first'
                then 'first'
            when regexp_matches(lower(trim(ended_stage)), '^(screen|phone|recruiter)$')
                then 'screen'
            when regexp_matches(lower(trim(ended_stage)), '^(technical|role play|roleplay|case|presentation|mock)$')
                then 'technical'
            when regexp_matches(lower(trim(ended_stage)), '^(panel|onsite|on-site|group|team)$')
                then 'panel'
            when regexp_matches(lower(trim(ended_stage)), '^(final|executive|last)$')
                then 'final'
            when regexp_matches(lower(trim(ended_stage)), '^(first|hiring manager|second|interview)$')
                then 'first'
            when regexp_matches(lower(trim(ended_stage)), '(^|[^a-z])(screen|phone|recruiter)')
                then 'screen'
            when regexp_matches(lower(trim(ended_stage)), '(^|[^a-z])(technical|role play|roleplay|case|presentation|mock)')
                then 'technical'
            when regexp_matches(lower(trim(ended_stage)), '(^|[^a-z])(panel|onsite|on-site|group|team)')
                then 'panel'
            when regexp_matches(lower(trim(ended_stage)), '(^|[^a-z])(final|executive|last)')
                then 'final'
            when regexp_matches(lower(trim(ended_stage)), '(^|[^a-z])(first|hiring manager|second|interview)')
                then 'first'
            when lower(trim(ended_stage)) <> ''
                then 'other'
        end as ended_stage,
        case
            when ended_by = 'hr'
                then 'hr'
            when ended_by = 'sales'
                then 'sales'
            when ended_by = 'candidate'
                then 'candidate'
            when regexp_matches(lower(trim(ended_by)), '^(hr)$')
                then 'hr'
            when regexp_matches(lower(trim(ended_by)), '^(sales)$')
                then 'sales'
            when regexp_matches(lower(trim(ended_by)), '^(candidate)$')
                then 'candidate'
        end as ended_by,
        case when reason like ' %' or reason like '% ' then nullif(trim(reason), '') else reason end as reason,
        case
            when (offered_on like '____-__-__' and offered_on not like '% %')
                then try_cast(offered_on as date)
            when regexp_matches(offered_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(offered_on as timestamp) as date)
            when regexp_matches(offered_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(offered_on as timestamp with time zone) at time zone $time_zone) as date)
        end as offered_on,
        case
            when (accepted_on like '____-__-__' and accepted_on not like '% %')
                then try_cast(accepted_on as date)
            when regexp_matches(accepted_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(accepted_on as timestamp) as date)
            when regexp_matches(accepted_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(accepted_on as timestamp with time zone) at time zone $time_zone) as date)
        end as accepted_on,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
    from raw.applications
)

select
    file_id,
    application_id,
    candidate_id,
    requisition_id,
    role_profile,
    source,
    source_detail,
    referred_by,
    applied_on,
    status,
    ended_on,
    ended_stage,
    nullif(ended_stage_given, ended_stage) as ended_stage_given,
    ended_by,
    reason,
    offered_on,
    accepted_on,
    employee_id,
    case
        when application_id is null and coalesce(trim(application_id_given), '') = ''
            then 'application_id|empty|' || coalesce(application_id_given, '')
        when not regexp_matches(application_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    application_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    application_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'application_id|not_printable|' || coalesce(application_id_given, '')
        when application_id like '%E+%' and regexp_matches(application_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'application_id|digits_lost|' || coalesce(application_id_given, '')
        when candidate_id is null and coalesce(trim(candidate_id_given), '') = ''
            then 'candidate_id|empty|' || coalesce(candidate_id_given, '')
        when not regexp_matches(candidate_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    candidate_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    candidate_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'candidate_id|not_printable|' || coalesce(candidate_id_given, '')
        when candidate_id like '%E+%' and regexp_matches(candidate_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'candidate_id|digits_lost|' || coalesce(candidate_id_given, '')
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
        when source is null and coalesce(trim(source_given), '') = ''
            then 'source|empty|' || coalesce(source_given, '')
        when applied_on is null and coalesce(trim(applied_on_given), '') = ''
            then 'applied_on|empty|' || coalesce(applied_on_given, '')
        when applied_on is null and trim(applied_on_given) <> ''
            then 'applied_on|not_a_day|' || coalesce(applied_on_given, '')
        when applied_on < date '1950-01-01' or applied_on > $latest_day
            then 'applied_on|sentinel_day|' || coalesce(applied_on_given, '')
        when status is null and coalesce(trim(status_given), '') = ''
            then 'status|empty|' || coalesce(status_given, '')
        when status is null and trim(status_given) <> ''
            then 'status|not_in_list|' || coalesce(status_given, '')
        when ended_on is null and trim(ended_on_given) <> ''
            then 'ended_on|not_a_day|' || coalesce(ended_on_given, '')
        when ended_on < date '1950-01-01' or ended_on > $latest_day
            then 'ended_on|sentinel_day|' || coalesce(ended_on_given, '')
        when ended_stage is null and trim(ended_stage_given) <> ''
            then 'ended_stage|not_in_list|' || coalesce(ended_stage_given, '')
        when ended_by is null and trim(ended_by_given) <> ''
            then 'ended_by|not_in_list|' || coalesce(ended_by_given, '')
        when offered_on is null and trim(offered_on_given) <> ''
            then 'offered_on|not_a_day|' || coalesce(offered_on_given, '')
        when offered_on < date '1950-01-01' or offered_on > $latest_day
            then 'offered_on|sentinel_day|' || coalesce(offered_on_given, '')
        when accepted_on is null and trim(accepted_on_given) <> ''
            then 'accepted_on|not_a_day|' || coalesce(accepted_on_given, '')
        when accepted_on < date '1950-01-01' or accepted_on > $latest_day
            then 'accepted_on|sentinel_day|' || coalesce(accepted_on_given, '')
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
    end as fault,
from typed

-- Interviews as exported, one row per interviewer and meeting with the candidate, in our types, with its first fault.
with typed as (
    select
        file_id,
        interview_id as interview_id_given,
        application_id as application_id_given,
        stage as stage_given,
        interviewer_id as interviewer_id_given,
        interviewer_email as interviewer_email_given,
        interviewer_name as interviewer_name_given,
        scheduled_for as scheduled_for_given,
        status as status_given,
        submitted_on as submitted_on_given,
        recommendation as recommendation_given,
        comment as comment_given,
        case when interview_id like ' %' or interview_id like '% ' then nullif(trim(interview_id), '') else interview_id end as interview_id,
        case when application_id like ' %' or application_id like '% ' then nullif(trim(application_id), '') else application_id end as application_id,
        case
            when stage = 'screen'
                then 'screen'
            when stage = 'technical'
                then 'technical'
            when stage = 'panel'
                then 'panel'
            when stage = 'final'
                then 'final'
            when stage = 'first'
                then 'first'
            when regexp_matches(lower(trim(stage)), '^(screen|phone|recruiter)$')
                then 'screen'
            when regexp_matches(lower(trim(stage)), '^(technical|role play|roleplay|case|presentation|mock)$')
                then 'technical'
            when regexp_matches(lower(trim(stage)), '^(panel|onsite|on-site|group|team)$')
                then 'panel'
            when regexp_matches(lower(trim(stage)), '^(final|executive|last)$')
                then 'final'
            when regexp_matches(lower(trim(stage)), '^(first|hiring manager|second|interview)$')
                then 'first'
            when regexp_matches(lower(trim(stage)), '(^|[^a-z])(screen|phone|recruiter)')
                then 'screen'
            when regexp_matches(lower(trim(stage)), '(^|[^a-z])(technical|role play|roleplay|case|presentation|mock)')
                then 'technical'
            when regexp_matches(lower(trim(stage)), '(^|[^a-z])(panel|onsite|on-site|group|team)')
                then 'panel'
            when regexp_matches(lower(trim(stage)), '(^|[^a-z])(final|executive|last)')
                then 'final'
            when regexp_matches(lower(trim(stage)), '(^|[^a-z])(first|hiring manager|second|interview)')
                then 'first'
            when lower(trim(stage)) <> ''
                then 'other'
        end as stage,
        case when interviewer_id like ' %' or interviewer_id like '% ' then nullif(trim(interviewer_id), '') else interviewer_id end as interviewer_id,
        lower(case when interviewer_email like ' %' or interviewer_email like '% ' then nullif(trim(interviewer_email), '') else interviewer_email end) as interviewer_email,
        case when interviewer_name like ' %' or interviewer_name like '% ' then nullif(trim(interviewer_name), '') else interviewer_name end as interviewer_name,
        case
            when (scheduled_for like '____-__-__' and scheduled_for not like '% %') or regexp_matches(scheduled_for, '^[0-9-]{10}[T ][0-9:.]+$')
                then try_cast(scheduled_for as timestamp)
            when regexp_matches(scheduled_for, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then (try_cast(scheduled_for as timestamp with time zone) at time zone $time_zone)
        end as scheduled_for,
        case
            when status = 'held'
                then 'held'
            when status = 'no_show'
                then 'no_show'
            when status = 'cancelled'
                then 'cancelled'
            when regexp_matches(lower(trim(status)), '^(held)$')
                then 'held'
            when regexp_matches(lower(trim(status)), '^(no_show)$')
                then 'no_show'
            when regexp_matches(lower(trim(status)), '^(cancelled)$')
                then 'cancelled'
        end as status,
        case
            when (submitted_on like '____-__-__' and submitted_on not like '% %') or regexp_matches(submitted_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then try_cast(submitted_on as timestamp)
            when regexp_matches(submitted_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then (try_cast(submitted_on as timestamp with time zone) at time zone $time_zone)
        end as submitted_on,
        case
            when regexp_matches(recommendation, '^-?[0-9]{1,9}$')
                then try_cast(recommendation as integer)
        end as recommendation,
        case when comment like ' %' or comment like '% ' then nullif(trim(comment), '') else comment end as comment,
    from raw.interviews
)

select
    file_id,
    interview_id,
    application_id,
    stage,
    nullif(stage_given, stage) as stage_given,
    interviewer_id,
    interviewer_email,
    interviewer_name,
    scheduled_for,
    status,
    submitted_on,
    recommendation,
    comment,
    case
        when interview_id is null and coalesce(trim(interview_id_given), '') = ''
            then 'interview_id|empty|' || coalesce(interview_id_given, '')
        when not regexp_matches(interview_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    interview_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    interview_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'interview_id|not_printable|' || coalesce(interview_id_given, '')
        when interview_id like '%E+%' and regexp_matches(interview_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'interview_id|digits_lost|' || coalesce(interview_id_given, '')
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
        when stage is null and coalesce(trim(stage_given), '') = ''
            then 'stage|empty|' || coalesce(stage_given, '')
        when stage is null and trim(stage_given) <> ''
            then 'stage|not_in_list|' || coalesce(stage_given, '')
        when not regexp_matches(interviewer_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    interviewer_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    interviewer_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'interviewer_id|not_printable|' || coalesce(interviewer_id_given, '')
        when interviewer_id like '%E+%' and regexp_matches(interviewer_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'interviewer_id|digits_lost|' || coalesce(interviewer_id_given, '')
        when scheduled_for is null and coalesce(trim(scheduled_for_given), '') = ''
            then 'scheduled_for|empty|' || coalesce(scheduled_for_given, '')
        when scheduled_for is null and trim(scheduled_for_given) <> ''
            then 'scheduled_for|not_a_moment|' || coalesce(scheduled_for_given, '')
        when scheduled_for < date '1950-01-01' or scheduled_for > $latest_day
            then 'scheduled_for|sentinel_day|' || coalesce(scheduled_for_given, '')
        when status is null and coalesce(trim(status_given), '') = ''
            then 'status|empty|' || coalesce(status_given, '')
        when status is null and trim(status_given) <> ''
            then 'status|not_in_list|' || coalesce(status_given, '')
        when submitted_on is null and trim(submitted_on_given) <> ''
            then 'submitted_on|not_a_moment|' || coalesce(submitted_on_given, '')
        when submitted_on < date '1950-01-01' or submitted_on > $latest_day
            then 'submitted_on|sentinel_day|' || coalesce(submitted_on_given, '')
        when recommendation is null and trim(recommendation_given) <> ''
            then 'recommendation|not_a_whole_number|' || coalesce(recommendation_given, '')
    end as fault,
from typed

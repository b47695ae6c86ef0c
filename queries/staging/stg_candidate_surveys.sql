-- Candidate surveys as exported, one row per answer, in our types, with its first fault.
with typed as (
    select
        file_id,
        application_id as application_id_given,
        answered_on as answered_on_given,
        recommend_score as recommend_score_given,
        comment as comment_given,
        case when application_id like ' %' or application_id like '% ' then nullif(trim(application_id), '') else application_id end as application_id,
        case
            when (answered_on like '____-__-__' and answered_on not like '% %')
                then try_cast(answered_on as date)
            when regexp_matches(answered_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(answered_on as timestamp) as date)
            when regexp_matches(answered_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(answered_on as timestamp with time zone) at time zone $time_zone) as date)
        end as answered_on,
        case
            when regexp_matches(recommend_score, '^-?[0-9]{1,9}$')
                then try_cast(recommend_score as integer)
        end as recommend_score,
        case when comment like ' %' or comment like '% ' then nullif(trim(comment), '') else comment end as comment,
    from raw.candidate_surveys
)

select
    file_id,
    application_id,
    answered_on,
    recommend_score,
    comment,
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
        when answered_on is null and coalesce(trim(answered_on_given), '') = ''
            then 'answered_on|empty|' || coalesce(answered_on_given, '')
        when answered_on is null and trim(answered_on_given) <> ''
            then 'answered_on|not_a_day|' || coalesce(answered_on_given, '')
        when answered_on < date '1950-01-01' or answered_on > $latest_day
            then 'answered_on|sentinel_day|' || coalesce(answered_on_given, '')
        when recommend_score is null and coalesce(trim(recommend_score_given), '') = ''
            then 'recommend_score|empty|' || coalesce(recommend_score_given, '')
        when recommend_score is null and trim(recommend_score_given) <> ''
            then 'recommend_score|not_a_whole_number|' || coalesce(recommend_score_given, '')
    end as fault,
from typed

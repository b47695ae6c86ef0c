-- Pulse as exported, one row per answer of a member of either department, without a name, in our types, with its first fault.
with typed as (
    select
        file_id,
        response_id as response_id_given,
        answered_on as answered_on_given,
        department as department_given,
        question as question_given,
        score as score_given,
        comment as comment_given,
        case when response_id like ' %' or response_id like '% ' then nullif(trim(response_id), '') else response_id end as response_id,
        case
            when (answered_on like '____-__-__' and answered_on not like '% %')
                then try_cast(answered_on as date)
            when regexp_matches(answered_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(answered_on as timestamp) as date)
            when regexp_matches(answered_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(answered_on as timestamp with time zone) at time zone $time_zone) as date)
        end as answered_on,
        case
            when department = 'hr'
                then 'hr'
            when department = 'sales'
                then 'sales'
            when regexp_matches(lower(trim(department)), '^(hr)$')
                then 'hr'
            when regexp_matches(lower(trim(department)), '^(sales)$')
                then 'sales'
        end as department,
        case when question like ' %' or question like '% ' then nullif(trim(question), '') else question end as question,
        case
            when regexp_matches(score, '^-?[0-9]{1,9}$')
                then try_cast(score as integer)
        end as score,
        case when comment like ' %' or comment like '% ' then nullif(trim(comment), '') else comment end as comment,
    from raw.pulse
)

select
    file_id,
    response_id,
    answered_on,
    department,
    question,
    score,
    comment,
    case
        when response_id is null and coalesce(trim(response_id_given), '') = ''
            then 'response_id|empty|' || coalesce(response_id_given, '')
        when not regexp_matches(response_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    response_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    response_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'response_id|not_printable|' || coalesce(response_id_given, '')
        when response_id like '%E+%' and regexp_matches(response_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'response_id|digits_lost|' || coalesce(response_id_given, '')
        when answered_on is null and coalesce(trim(answered_on_given), '') = ''
            then 'answered_on|empty|' || coalesce(answered_on_given, '')
        when answered_on is null and trim(answered_on_given) <> ''
            then 'answered_on|not_a_day|' || coalesce(answered_on_given, '')
        when answered_on < date '1950-01-01' or answered_on > $latest_day
            then 'answered_on|sentinel_day|' || coalesce(answered_on_given, '')
        when department is null and coalesce(trim(department_given), '') = ''
            then 'department|empty|' || coalesce(department_given, '')
        when department is null and trim(department_given) <> ''
            then 'department|not_in_list|' || coalesce(department_given, '')
        when question is null and coalesce(trim(question_given), '') = ''
            then 'question|empty|' || coalesce(question_given, '')
        when score is null and coalesce(trim(score_given), '') = ''
            then 'score|empty|' || coalesce(score_given, '')
        when score is null and trim(score_given) <> ''
            then 'score|not_a_whole_number|' || coalesce(score_given, '')
    end as fault,
from typed

-- Performance reviews as exported, one row per review, in our types, with its first fault.
with typed as (
    select
        file_id,
        employee_id as employee_id_given,
        period_end_on as period_end_on_given,
        score as score_given,
        scale_max as scale_max_given,
        reviewer_id as reviewer_id_given,
        would_hire_again as would_hire_again_given,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case
            when (period_end_on like '____-__-__' and period_end_on not like '% %')
                then try_cast(period_end_on as date)
            when regexp_matches(period_end_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(period_end_on as timestamp) as date)
            when regexp_matches(period_end_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(period_end_on as timestamp with time zone) at time zone $time_zone) as date)
        end as period_end_on,
        case
            when regexp_matches(score, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(score as decimal(18, 6))
        end as score,
        case
            when regexp_matches(scale_max, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(scale_max as decimal(18, 6))
        end as scale_max,
        case when reviewer_id like ' %' or reviewer_id like '% ' then nullif(trim(reviewer_id), '') else reviewer_id end as reviewer_id,
        case
            when would_hire_again = 'true'
                then true
            when would_hire_again = 'false'
                then false
            when regexp_matches(lower(trim(would_hire_again)), '^(true|yes|y|t|1)$')
                then true
            when regexp_matches(lower(trim(would_hire_again)), '^(false|no|n|f|0)$')
                then false
        end as would_hire_again,
    from raw.performance_reviews
)

select
    file_id,
    employee_id,
    period_end_on,
    score,
    scale_max,
    reviewer_id,
    would_hire_again,
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
        when period_end_on is null and coalesce(trim(period_end_on_given), '') = ''
            then 'period_end_on|empty|' || coalesce(period_end_on_given, '')
        when period_end_on is null and trim(period_end_on_given) <> ''
            then 'period_end_on|not_a_day|' || coalesce(period_end_on_given, '')
        when period_end_on < date '1950-01-01' or period_end_on > $latest_day
            then 'period_end_on|sentinel_day|' || coalesce(period_end_on_given, '')
        when score is null and coalesce(trim(score_given), '') = ''
            then 'score|empty|' || coalesce(score_given, '')
        when score is null and trim(score_given) <> ''
            then 'score|not_a_number|' || coalesce(score_given, '')
        when scale_max is null and coalesce(trim(scale_max_given), '') = ''
            then 'scale_max|empty|' || coalesce(scale_max_given, '')
        when scale_max is null and trim(scale_max_given) <> ''
            then 'scale_max|not_a_number|' || coalesce(scale_max_given, '')
        when not regexp_matches(reviewer_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    reviewer_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    reviewer_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'reviewer_id|not_printable|' || coalesce(reviewer_id_given, '')
        when reviewer_id like '%E+%' and regexp_matches(reviewer_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'reviewer_id|digits_lost|' || coalesce(reviewer_id_given, '')
        when would_hire_again is null and trim(would_hire_again_given) <> ''
            then 'would_hire_again|not_a_truth|' || coalesce(would_hire_again_given, '')
    end as fault,
from typed

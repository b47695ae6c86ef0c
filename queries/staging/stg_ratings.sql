-- Ratings as exported, one row per competency score in one interview, in our types, with its first fault.
with typed as (
    select
        file_id,
        interview_id as interview_id_given,
        competency as competency_given,
        score as score_given,
        scale_max as scale_max_given,
        case when interview_id like ' %' or interview_id like '% ' then nullif(trim(interview_id), '') else interview_id end as interview_id,
        case when competency like ' %' or competency like '% ' then nullif(trim(competency), '') else competency end as competency,
        case
            when regexp_matches(score, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(score as decimal(18, 6))
        end as score,
        case
            when regexp_matches(scale_max, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(scale_max as decimal(18, 6))
        end as scale_max,
    from raw.ratings
)

select
    file_id,
    interview_id,
    competency,
    score,
    scale_max,
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
        when competency is null and coalesce(trim(competency_given), '') = ''
            then 'competency|empty|' || coalesce(competency_given, '')
        when score is null and coalesce(trim(score_given), '') = ''
            then 'score|empty|' || coalesce(score_given, '')
        when score is null and trim(score_given) <> ''
            then 'score|not_a_number|' || coalesce(score_given, '')
        when scale_max is null and trim(scale_max_given) <> ''
            then 'scale_max|not_a_number|' || coalesce(scale_max_given, '')
    end as fault,
from typed

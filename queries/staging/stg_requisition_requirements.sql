-- Requisition requirements as exported, one row per competency asked for in one opening, in our types, with its first fault.
with typed as (
    select
        file_id,
        requisition_id as requisition_id_given,
        competency as competency_given,
        weight as weight_given,
        minimum_score as minimum_score_given,
        note as note_given,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case when competency like ' %' or competency like '% ' then nullif(trim(competency), '') else competency end as competency,
        case
            when regexp_matches(weight, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(weight as decimal(18, 6))
        end as weight,
        case
            when regexp_matches(minimum_score, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(minimum_score as decimal(18, 6))
        end as minimum_score,
        case when note like ' %' or note like '% ' then nullif(trim(note), '') else note end as note,
    from raw.requisition_requirements
)

select
    file_id,
    requisition_id,
    competency,
    weight,
    minimum_score,
    note,
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
        when competency is null and coalesce(trim(competency_given), '') = ''
            then 'competency|empty|' || coalesce(competency_given, '')
        when weight is null and trim(weight_given) <> ''
            then 'weight|not_a_number|' || coalesce(weight_given, '')
        when minimum_score is null and trim(minimum_score_given) <> ''
            then 'minimum_score|not_a_number|' || coalesce(minimum_score_given, '')
    end as fault,
from typed

-- Working agreement as exported, one row per promise, in our types, with its first fault.
with typed as (
    select
        file_id,
        promise_id as promise_id_given,
        promise as promise_given,
        owed_by as owed_by_given,
        starts_at as starts_at_given,
        ends_at as ends_at_given,
        within_days as within_days_given,
        effective_on as effective_on_given,
        case when promise_id like ' %' or promise_id like '% ' then nullif(trim(promise_id), '') else promise_id end as promise_id,
        case when promise like ' %' or promise like '% ' then nullif(trim(promise), '') else promise end as promise,
        case
            when owed_by = 'hr'
                then 'hr'
            when owed_by = 'sales'
                then 'sales'
            when regexp_matches(lower(trim(owed_by)), '^(hr)$')
                then 'hr'
            when regexp_matches(lower(trim(owed_by)), '^(sales)$')
                then 'sales'
        end as owed_by,
        case
            when starts_at = 'requisition_opened'
                then 'requisition_opened'
            when starts_at = 'intake_held'
                then 'intake_held'
            when starts_at = 'applied'
                then 'applied'
            when starts_at = 'screen_held'
                then 'screen_held'
            when starts_at = 'interview_held'
                then 'interview_held'
            when starts_at = 'scorecard_submitted'
                then 'scorecard_submitted'
            when starts_at = 'offer_made'
                then 'offer_made'
            when starts_at = 'candidate_told'
                then 'candidate_told'
            when regexp_matches(lower(trim(starts_at)), '^(requisition_opened)$')
                then 'requisition_opened'
            when regexp_matches(lower(trim(starts_at)), '^(intake_held)$')
                then 'intake_held'
            when regexp_matches(lower(trim(starts_at)), '^(applied)$')
                then 'applied'
            when regexp_matches(lower(trim(starts_at)), '^(screen_held)$')
                then 'screen_held'
            when regexp_matches(lower(trim(starts_at)), '^(interview_held)$')
                then 'interview_held'
            when regexp_matches(lower(trim(starts_at)), '^(scorecard_submitted)$')
                then 'scorecard_submitted'
            when regexp_matches(lower(trim(starts_at)), '^(offer_made)$')
                then 'offer_made'
            when regexp_matches(lower(trim(starts_at)), '^(candidate_told)$')
                then 'candidate_told'
        end as starts_at,
        case
            when ends_at = 'requisition_opened'
                then 'requisition_opened'
            when ends_at = 'intake_held'
                then 'intake_held'
            when ends_at = 'applied'
                then 'applied'
            when ends_at = 'screen_held'
                then 'screen_held'
            when ends_at = 'interview_held'
                then 'interview_held'
            when ends_at = 'scorecard_submitted'
                then 'scorecard_submitted'
            when ends_at = 'offer_made'
                then 'offer_made'
            when ends_at = 'candidate_told'
                then 'candidate_told'
            when regexp_matches(lower(trim(ends_at)), '^(requisition_opened)$')
                then 'requisition_opened'
            when regexp_matches(lower(trim(ends_at)), '^(intake_held)$')
                then 'intake_held'
            when regexp_matches(lower(trim(ends_at)), '^(applied)$')
                then 'applied'
            when regexp_matches(lower(trim(ends_at)), '^(screen_held)$')
                then 'screen_held'
            when regexp_matches(lower(trim(ends_at)), '^(interview_held)$')
                then 'interview_held'
            when regexp_matches(lower(trim(ends_at)), '^(scorecard_submitted)$')
                then 'scorecard_submitted'
            when regexp_matches(lower(trim(ends_at)), '^(offer_made)$')
                then 'offer_made'
            when regexp_matches(lower(trim(ends_at)), '^(candidate_told)$')
                then 'candidate_told'
        end as ends_at,
        case
            when regexp_matches(within_days, '^-?[0-9]{1,9}$')
                then try_cast(within_days as integer)
        end as within_days,
        case
            when (effective_on like '____-__-__' and effective_on not like '% %')
                then try_cast(effective_on as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(effective_on as timestamp) as date)
            when regexp_matches(effective_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(effective_on as timestamp with time zone) at time zone $time_zone) as date)
        end as effective_on,
    from raw.working_agreement
)

select
    file_id,
    promise_id,
    promise,
    owed_by,
    starts_at,
    ends_at,
    within_days,
    effective_on,
    case
        when promise_id is null and coalesce(trim(promise_id_given), '') = ''
            then 'promise_id|empty|' || coalesce(promise_id_given, '')
        when not regexp_matches(promise_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    promise_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    promise_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'promise_id|not_printable|' || coalesce(promise_id_given, '')
        when promise_id like '%E+%' and regexp_matches(promise_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'promise_id|digits_lost|' || coalesce(promise_id_given, '')
        when promise is null and coalesce(trim(promise_given), '') = ''
            then 'promise|empty|' || coalesce(promise_given, '')
        when owed_by is null and coalesce(trim(owed_by_given), '') = ''
            then 'owed_by|empty|' || coalesce(owed_by_given, '')
        when owed_by is null and trim(owed_by_given) <> ''
            then 'owed_by|not_in_list|' || coalesce(owed_by_given, '')
        when starts_at is null and coalesce(trim(starts_at_given), '') = ''
            then 'starts_at|empty|' || coalesce(starts_at_given, '')
        when starts_at is null and trim(starts_at_given) <> ''
            then 'starts_at|not_in_list|' || coalesce(starts_at_given, '')
        when ends_at is null and coalesce(trim(ends_at_given), '') = ''
            then 'ends_at|empty|' || coalesce(ends_at_given, '')
        when ends_at is null and trim(ends_at_given) <> ''
            then 'ends_at|not_in_list|' || coalesce(ends_at_given, '')
        when within_days is null and coalesce(trim(within_days_given), '') = ''
            then 'within_days|empty|' || coalesce(within_days_given, '')
        when within_days is null and trim(within_days_given) <> ''
            then 'within_days|not_a_whole_number|' || coalesce(within_days_given, '')
        when effective_on is null and trim(effective_on_given) <> ''
            then 'effective_on|not_a_day|' || coalesce(effective_on_given, '')
        when effective_on < date '1950-01-01' or effective_on > $latest_day
            then 'effective_on|sentinel_day|' || coalesce(effective_on_given, '')
    end as fault,
from typed

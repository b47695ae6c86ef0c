-- Requirement changes as exported, one row per change of an opening after it was opened, in our types, with its first fault.
with typed as (
    select
        file_id,
        requisition_id as requisition_id_given,
        changed_on as changed_on_given,
        raised_by as raised_by_given,
        what as what_given,
        detail as detail_given,
        lost_days as lost_days_given,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case
            when (changed_on like '____-__-__' and changed_on not like '% %')
                then try_cast(changed_on as date)
            when regexp_matches(changed_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(changed_on as timestamp) as date)
            when regexp_matches(changed_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(changed_on as timestamp with time zone) at time zone $time_zone) as date)
        end as changed_on,
        case
            when raised_by = 'client'
                then 'client'
            when raised_by = 'sales'
                then 'sales'
            when raised_by = 'hr'
                then 'hr'
            when regexp_matches(lower(trim(raised_by)), '^(client)$')
                then 'client'
            when regexp_matches(lower(trim(raised_by)), '^(sales)$')
                then 'sales'
            when regexp_matches(lower(trim(raised_by)), '^(hr)$')
                then 'hr'
        end as raised_by,
        case when what like ' %' or what like '% ' then nullif(trim(what), '') else what end as what,
        case when detail like ' %' or detail like '% ' then nullif(trim(detail), '') else detail end as detail,
        case
            when regexp_matches(lost_days, '^-?[0-9]{1,9}$')
                then try_cast(lost_days as integer)
        end as lost_days,
    from raw.requirement_changes
)

select
    file_id,
    requisition_id,
    changed_on,
    raised_by,
    what,
    detail,
    lost_days,
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
        when changed_on is null and coalesce(trim(changed_on_given), '') = ''
            then 'changed_on|empty|' || coalesce(changed_on_given, '')
        when changed_on is null and trim(changed_on_given) <> ''
            then 'changed_on|not_a_day|' || coalesce(changed_on_given, '')
        when changed_on < date '1950-01-01' or changed_on > $latest_day
            then 'changed_on|sentinel_day|' || coalesce(changed_on_given, '')
        when raised_by is null and coalesce(trim(raised_by_given), '') = ''
            then 'raised_by|empty|' || coalesce(raised_by_given, '')
        when raised_by is null and trim(raised_by_given) <> ''
            then 'raised_by|not_in_list|' || coalesce(raised_by_given, '')
        when what is null and coalesce(trim(what_given), '') = ''
            then 'what|empty|' || coalesce(what_given, '')
        when lost_days is null and trim(lost_days_given) <> ''
            then 'lost_days|not_a_whole_number|' || coalesce(lost_days_given, '')
    end as fault,
from typed

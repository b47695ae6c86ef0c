-- Role briefs read as exported, one row per brief of an opening, explained by Sales to someone of HR, in our types, with its first fault.
with typed as (
    select
        file_id,
        requisition_id as requisition_id_given,
        explained_by_id as explained_by_id_given,
        read_by_id as read_by_id_given,
        happened_on as happened_on_given,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case when explained_by_id like ' %' or explained_by_id like '% ' then nullif(trim(explained_by_id), '') else explained_by_id end as explained_by_id,
        case when read_by_id like ' %' or read_by_id like '% ' then nullif(trim(read_by_id), '') else read_by_id end as read_by_id,
        case
            when (happened_on like '____-__-__' and happened_on not like '% %')
                then try_cast(happened_on as date)
            when regexp_matches(happened_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(happened_on as timestamp) as date)
            when regexp_matches(happened_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(happened_on as timestamp with time zone) at time zone $time_zone) as date)
        end as happened_on,
    from raw.role_briefs_read
)

select
    file_id,
    requisition_id,
    explained_by_id,
    read_by_id,
    happened_on,
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
        when not regexp_matches(explained_by_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    explained_by_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    explained_by_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'explained_by_id|not_printable|' || coalesce(explained_by_id_given, '')
        when explained_by_id like '%E+%' and regexp_matches(explained_by_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'explained_by_id|digits_lost|' || coalesce(explained_by_id_given, '')
        when not regexp_matches(read_by_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    read_by_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    read_by_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'read_by_id|not_printable|' || coalesce(read_by_id_given, '')
        when read_by_id like '%E+%' and regexp_matches(read_by_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'read_by_id|digits_lost|' || coalesce(read_by_id_given, '')
        when happened_on is null and coalesce(trim(happened_on_given), '') = ''
            then 'happened_on|empty|' || coalesce(happened_on_given, '')
        when happened_on is null and trim(happened_on_given) <> ''
            then 'happened_on|not_a_day|' || coalesce(happened_on_given, '')
        when happened_on < date '1950-01-01' or happened_on > $latest_day
            then 'happened_on|sentinel_day|' || coalesce(happened_on_given, '')
    end as fault,
from typed

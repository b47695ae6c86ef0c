-- Absences as exported, one row per longer absence, without its reason, in our types, with its first fault.
with typed as (
    select
        file_id,
        employee_id as employee_id_given,
        from_on as from_on_given,
        to_on as to_on_given,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case
            when (from_on like '____-__-__' and from_on not like '% %')
                then try_cast(from_on as date)
            when regexp_matches(from_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(from_on as timestamp) as date)
            when regexp_matches(from_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(from_on as timestamp with time zone) at time zone $time_zone) as date)
        end as from_on,
        case
            when (to_on like '____-__-__' and to_on not like '% %')
                then try_cast(to_on as date)
            when regexp_matches(to_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(to_on as timestamp) as date)
            when regexp_matches(to_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(to_on as timestamp with time zone) at time zone $time_zone) as date)
        end as to_on,
    from raw.absences
)

select
    file_id,
    employee_id,
    from_on,
    to_on,
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
        when from_on is null and coalesce(trim(from_on_given), '') = ''
            then 'from_on|empty|' || coalesce(from_on_given, '')
        when from_on is null and trim(from_on_given) <> ''
            then 'from_on|not_a_day|' || coalesce(from_on_given, '')
        when from_on < date '1950-01-01' or from_on > $latest_day
            then 'from_on|sentinel_day|' || coalesce(from_on_given, '')
        when to_on is null and trim(to_on_given) <> ''
            then 'to_on|not_a_day|' || coalesce(to_on_given, '')
        when to_on < date '1950-01-01' or to_on > $latest_day
            then 'to_on|sentinel_day|' || coalesce(to_on_given, '')
    end as fault,
from typed

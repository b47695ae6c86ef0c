-- Erased people as exported, one row per person to forget, in our types, with its first fault.
with typed as (
    select
        file_id,
        system as system_given,
        person_id as person_id_given,
        erased_on as erased_on_given,
        case when system like ' %' or system like '% ' then nullif(trim(system), '') else system end as system,
        case when person_id like ' %' or person_id like '% ' then nullif(trim(person_id), '') else person_id end as person_id,
        case
            when (erased_on like '____-__-__' and erased_on not like '% %')
                then try_cast(erased_on as date)
            when regexp_matches(erased_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(erased_on as timestamp) as date)
            when regexp_matches(erased_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(erased_on as timestamp with time zone) at time zone $time_zone) as date)
        end as erased_on,
    from raw.erased_people
)

select
    file_id,
    system,
    person_id,
    erased_on,
    case
        when system is null and coalesce(trim(system_given), '') = ''
            then 'system|empty|' || coalesce(system_given, '')
        when person_id is null and coalesce(trim(person_id_given), '') = ''
            then 'person_id|empty|' || coalesce(person_id_given, '')
        when not regexp_matches(person_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    person_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    person_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'person_id|not_printable|' || coalesce(person_id_given, '')
        when person_id like '%E+%' and regexp_matches(person_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'person_id|digits_lost|' || coalesce(person_id_given, '')
        when erased_on is null and coalesce(trim(erased_on_given), '') = ''
            then 'erased_on|empty|' || coalesce(erased_on_given, '')
        when erased_on is null and trim(erased_on_given) <> ''
            then 'erased_on|not_a_day|' || coalesce(erased_on_given, '')
        when erased_on < date '1950-01-01' or erased_on > $latest_day
            then 'erased_on|sentinel_day|' || coalesce(erased_on_given, '')
    end as fault,
from typed

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

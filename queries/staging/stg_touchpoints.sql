-- Touchpoints as exported, one row per meeting of the two departments, in our types, with its first fault.
with typed as (
    select
        file_id,
        touchpoint_id as touchpoint_id_given,
        held_on as held_on_given,
        kind as kind_given,
        requisition_id as requisition_id_given,
        hr_people as hr_people_given,
        sales_people as sales_people_given,
        case when touchpoint_id like ' %' or touchpoint_id like '% ' then nullif(trim(touchpoint_id), '') else touchpoint_id end as touchpoint_id,
        case
            when (held_on like '____-__-__' and held_on not like '% %')
                then try_cast(held_on as date)
            when regexp_matches(held_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(held_on as timestamp) as date)
            when regexp_matches(held_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(held_on as timestamp with time zone) at time zone $time_zone) as date)
        end as held_on,
        case
            when kind = 'intake'
                then 'intake'
            when kind = 'calibration'
                then 'calibration'
            when kind = 'sit_down'
                then 'sit_down'
            when kind = 'social'
                then 'social'
            when regexp_matches(lower(trim(kind)), '^(intake)$')
                then 'intake'
            when regexp_matches(lower(trim(kind)), '^(calibration)$')
                then 'calibration'
            when regexp_matches(lower(trim(kind)), '^(sit_down)$')
                then 'sit_down'
            when regexp_matches(lower(trim(kind)), '^(social)$')
                then 'social'
        end as kind,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case
            when regexp_matches(hr_people, '^-?[0-9]{1,9}$')
                then try_cast(hr_people as integer)
        end as hr_people,
        case
            when regexp_matches(sales_people, '^-?[0-9]{1,9}$')
                then try_cast(sales_people as integer)
        end as sales_people,
    from raw.touchpoints
)

select
    file_id,
    touchpoint_id,
    held_on,
    kind,
    requisition_id,
    hr_people,
    sales_people,
    case
        when touchpoint_id is null and coalesce(trim(touchpoint_id_given), '') = ''
            then 'touchpoint_id|empty|' || coalesce(touchpoint_id_given, '')
        when not regexp_matches(touchpoint_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    touchpoint_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    touchpoint_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'touchpoint_id|not_printable|' || coalesce(touchpoint_id_given, '')
        when touchpoint_id like '%E+%' and regexp_matches(touchpoint_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'touchpoint_id|digits_lost|' || coalesce(touchpoint_id_given, '')
        when held_on is null and coalesce(trim(held_on_given), '') = ''
            then 'held_on|empty|' || coalesce(held_on_given, '')
        when held_on is null and trim(held_on_given) <> ''
            then 'held_on|not_a_day|' || coalesce(held_on_given, '')
        when held_on < date '1950-01-01' or held_on > $latest_day
            then 'held_on|sentinel_day|' || coalesce(held_on_given, '')
        when kind is null and coalesce(trim(kind_given), '') = ''
            then 'kind|empty|' || coalesce(kind_given, '')
        when kind is null and trim(kind_given) <> ''
            then 'kind|not_in_list|' || coalesce(kind_given, '')
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
        when hr_people is null and trim(hr_people_given) <> ''
            then 'hr_people|not_a_whole_number|' || coalesce(hr_people_given, '')
        when sales_people is null and trim(sales_people_given) <> ''
            then 'sales_people|not_a_whole_number|' || coalesce(sales_people_given, '')
    end as fault,
from typed

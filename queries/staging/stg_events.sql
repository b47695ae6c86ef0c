-- Events as exported, one row per thing that happened to the company, in our types, with its first fault.
with typed as (
    select
        file_id,
        event_id as event_id_given,
        happened_on as happened_on_given,
        kind as kind_given,
        title as title_given,
        region as region_given,
        role_profile as role_profile_given,
        case when event_id like ' %' or event_id like '% ' then nullif(trim(event_id), '') else event_id end as event_id,
        case
            when (happened_on like '____-__-__' and happened_on not like '% %')
                then try_cast(happened_on as date)
            when regexp_matches(happened_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(happened_on as timestamp) as date)
            when regexp_matches(happened_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(happened_on as timestamp with time zone) at time zone $time_zone) as date)
        end as happened_on,
        case
            when kind = 'comp_plan'
                then 'comp_plan'
            when kind = 'reorganisation'
                then 'reorganisation'
            when kind = 'product'
                then 'product'
            when kind = 'territory'
                then 'territory'
            when kind = 'tool'
                then 'tool'
            when kind = 'other'
                then 'other'
            when regexp_matches(lower(trim(kind)), '^(comp_plan)$')
                then 'comp_plan'
            when regexp_matches(lower(trim(kind)), '^(reorganisation)$')
                then 'reorganisation'
            when regexp_matches(lower(trim(kind)), '^(product)$')
                then 'product'
            when regexp_matches(lower(trim(kind)), '^(territory)$')
                then 'territory'
            when regexp_matches(lower(trim(kind)), '^(tool)$')
                then 'tool'
            when regexp_matches(lower(trim(kind)), '^(other)$')
                then 'other'
        end as kind,
        case when title like ' %' or title like '% ' then nullif(trim(title), '') else title end as title,
        case when region like ' %' or region like '% ' then nullif(trim(region), '') else region end as region,
        case when role_profile like ' %' or role_profile like '% ' then nullif(trim(role_profile), '') else role_profile end as role_profile,
    from raw.events
)

select
    file_id,
    event_id,
    happened_on,
    kind,
    title,
    region,
    role_profile,
    case
        when event_id is null and coalesce(trim(event_id_given), '') = ''
            then 'event_id|empty|' || coalesce(event_id_given, '')
        when not regexp_matches(event_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    event_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    event_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'event_id|not_printable|' || coalesce(event_id_given, '')
        when event_id like '%E+%' and regexp_matches(event_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'event_id|digits_lost|' || coalesce(event_id_given, '')
        when happened_on is null and coalesce(trim(happened_on_given), '') = ''
            then 'happened_on|empty|' || coalesce(happened_on_given, '')
        when happened_on is null and trim(happened_on_given) <> ''
            then 'happened_on|not_a_day|' || coalesce(happened_on_given, '')
        when happened_on < date '1950-01-01' or happened_on > $latest_day
            then 'happened_on|sentinel_day|' || coalesce(happened_on_given, '')
        when kind is null and coalesce(trim(kind_given), '') = ''
            then 'kind|empty|' || coalesce(kind_given, '')
        when kind is null and trim(kind_given) <> ''
            then 'kind|not_in_list|' || coalesce(kind_given, '')
        when title is null and coalesce(trim(title_given), '') = ''
            then 'title|empty|' || coalesce(title_given, '')
    end as fault,
from typed

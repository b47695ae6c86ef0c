-- Incidents as exported, one row per something unforeseen in a hiring, in our types, with its first fault.
with typed as (
    select
        file_id,
        incident_id as incident_id_given,
        opened_on as opened_on_given,
        kind as kind_given,
        raised_by as raised_by_given,
        requisition_id as requisition_id_given,
        application_id as application_id_given,
        option_hr as option_hr_given,
        option_sales as option_sales_given,
        decision as decision_given,
        resolved_on as resolved_on_given,
        case when incident_id like ' %' or incident_id like '% ' then nullif(trim(incident_id), '') else incident_id end as incident_id,
        case
            when (opened_on like '____-__-__' and opened_on not like '% %')
                then try_cast(opened_on as date)
            when regexp_matches(opened_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(opened_on as timestamp) as date)
            when regexp_matches(opened_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(opened_on as timestamp with time zone) at time zone $time_zone) as date)
        end as opened_on,
        case
            when kind = 'client_change'
                then 'client_change'
            when kind = 'no_show'
                then 'no_show'
            when kind = 'late_decline'
                then 'late_decline'
            when kind = 'other'
                then 'other'
            when regexp_matches(lower(trim(kind)), '^(client_change)$')
                then 'client_change'
            when regexp_matches(lower(trim(kind)), '^(no_show)$')
                then 'no_show'
            when regexp_matches(lower(trim(kind)), '^(late_decline)$')
                then 'late_decline'
            when regexp_matches(lower(trim(kind)), '^(other)$')
                then 'other'
        end as kind,
        case
            when raised_by = 'hr'
                then 'hr'
            when raised_by = 'sales'
                then 'sales'
            when regexp_matches(lower(trim(raised_by)), '^(hr)$')
                then 'hr'
            when regexp_matches(lower(trim(raised_by)), '^(sales)$')
                then 'sales'
        end as raised_by,
        case when requisition_id like ' %' or requisition_id like '% ' then nullif(trim(requisition_id), '') else requisition_id end as requisition_id,
        case when application_id like ' %' or application_id like '% ' then nullif(trim(application_id), '') else application_id end as application_id,
        case when option_hr like ' %' or option_hr like '% ' then nullif(trim(option_hr), '') else option_hr end as option_hr,
        case when option_sales like ' %' or option_sales like '% ' then nullif(trim(option_sales), '') else option_sales end as option_sales,
        case when decision like ' %' or decision like '% ' then nullif(trim(decision), '') else decision end as decision,
        case
            when (resolved_on like '____-__-__' and resolved_on not like '% %')
                then try_cast(resolved_on as date)
            when regexp_matches(resolved_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(resolved_on as timestamp) as date)
            when regexp_matches(resolved_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(resolved_on as timestamp with time zone) at time zone $time_zone) as date)
        end as resolved_on,
    from raw.incidents
)

select
    file_id,
    incident_id,
    opened_on,
    kind,
    raised_by,
    requisition_id,
    application_id,
    option_hr,
    option_sales,
    decision,
    resolved_on,
    case
        when incident_id is null and coalesce(trim(incident_id_given), '') = ''
            then 'incident_id|empty|' || coalesce(incident_id_given, '')
        when not regexp_matches(incident_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    incident_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    incident_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'incident_id|not_printable|' || coalesce(incident_id_given, '')
        when incident_id like '%E+%' and regexp_matches(incident_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'incident_id|digits_lost|' || coalesce(incident_id_given, '')
        when opened_on is null and coalesce(trim(opened_on_given), '') = ''
            then 'opened_on|empty|' || coalesce(opened_on_given, '')
        when opened_on is null and trim(opened_on_given) <> ''
            then 'opened_on|not_a_day|' || coalesce(opened_on_given, '')
        when opened_on < date '1950-01-01' or opened_on > $latest_day
            then 'opened_on|sentinel_day|' || coalesce(opened_on_given, '')
        when kind is null and coalesce(trim(kind_given), '') = ''
            then 'kind|empty|' || coalesce(kind_given, '')
        when kind is null and trim(kind_given) <> ''
            then 'kind|not_in_list|' || coalesce(kind_given, '')
        when raised_by is null and coalesce(trim(raised_by_given), '') = ''
            then 'raised_by|empty|' || coalesce(raised_by_given, '')
        when raised_by is null and trim(raised_by_given) <> ''
            then 'raised_by|not_in_list|' || coalesce(raised_by_given, '')
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
        when not regexp_matches(application_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    application_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    application_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'application_id|not_printable|' || coalesce(application_id_given, '')
        when application_id like '%E+%' and regexp_matches(application_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'application_id|digits_lost|' || coalesce(application_id_given, '')
        when resolved_on is null and trim(resolved_on_given) <> ''
            then 'resolved_on|not_a_day|' || coalesce(resolved_on_given, '')
        when resolved_on < date '1950-01-01' or resolved_on > $latest_day
            then 'resolved_on|sentinel_day|' || coalesce(resolved_on_given, '')
    end as fault,
from typed

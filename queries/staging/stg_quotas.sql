-- Quotas as exported, one row per owner and period, in our types, with its first fault.
with typed as (
    select
        file_id,
        owner_id as owner_id_given,
        period_start_on as period_start_on_given,
        period_end_on as period_end_on_given,
        amount as amount_given,
        currency as currency_given,
        case when owner_id like ' %' or owner_id like '% ' then nullif(trim(owner_id), '') else owner_id end as owner_id,
        case
            when (period_start_on like '____-__-__' and period_start_on not like '% %')
                then try_cast(period_start_on as date)
            when regexp_matches(period_start_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(period_start_on as timestamp) as date)
            when regexp_matches(period_start_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(period_start_on as timestamp with time zone) at time zone $time_zone) as date)
        end as period_start_on,
        case
            when (period_end_on like '____-__-__' and period_end_on not like '% %')
                then try_cast(period_end_on as date)
            when regexp_matches(period_end_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(period_end_on as timestamp) as date)
            when regexp_matches(period_end_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(period_end_on as timestamp with time zone) at time zone $time_zone) as date)
        end as period_end_on,
        case
            when regexp_matches(amount, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(amount as decimal(18, 4))
            when (
                regexp_matches(amount, '^(-|-?[€£¥₹$] ?|[€£¥₹$] ?-)?[0-9]+([.][0-9]+)?( ?[A-Za-z]{3})?$')
                or regexp_matches(amount, '^-?[A-Za-z]{3} ?-?[0-9]+([.][0-9]+)?$|^-?[0-9]+([.][0-9]+)? ?[€£¥₹$]$')
            )
            and not (
                (amount like '%€%' and not regexp_matches(upper(trim(currency)), '^(EUR)$'))
                or (amount like '%£%' and not regexp_matches(upper(trim(currency)), '^(GBP)$'))
                or (amount like '%¥%' and not regexp_matches(upper(trim(currency)), '^(JPY|CNY)$'))
                or (amount like '%₹%' and not regexp_matches(upper(trim(currency)), '^(INR)$'))
                or (amount like '%$%' and not regexp_matches(upper(trim(currency)), '^(USD|CAD|AUD|NZD|SGD|HKD)$'))
                or (regexp_matches(amount, '[A-Za-z]') and lower(amount) not like '%' || lower(trim(currency)) || '%')
            )
                then try_cast(regexp_replace(amount, '[^0-9.-]', '', 'g') as decimal(18, 4))
        end as amount,
        upper(case when currency like ' %' or currency like '% ' then nullif(trim(currency), '') else currency end) as currency,
    from raw.quotas
)

select
    file_id,
    owner_id,
    period_start_on,
    period_end_on,
    amount,
    currency,
    nullif(currency_given, currency) as currency_given,
    case
        when owner_id is null and coalesce(trim(owner_id_given), '') = ''
            then 'owner_id|empty|' || coalesce(owner_id_given, '')
        when not regexp_matches(owner_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    owner_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    owner_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'owner_id|not_printable|' || coalesce(owner_id_given, '')
        when owner_id like '%E+%' and regexp_matches(owner_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'owner_id|digits_lost|' || coalesce(owner_id_given, '')
        when period_start_on is null and coalesce(trim(period_start_on_given), '') = ''
            then 'period_start_on|empty|' || coalesce(period_start_on_given, '')
        when period_start_on is null and trim(period_start_on_given) <> ''
            then 'period_start_on|not_a_day|' || coalesce(period_start_on_given, '')
        when period_start_on < date '1950-01-01' or period_start_on > $latest_day
            then 'period_start_on|sentinel_day|' || coalesce(period_start_on_given, '')
        when period_end_on is null and trim(period_end_on_given) <> ''
            then 'period_end_on|not_a_day|' || coalesce(period_end_on_given, '')
        when period_end_on < date '1950-01-01' or period_end_on > $latest_day
            then 'period_end_on|sentinel_day|' || coalesce(period_end_on_given, '')
        when amount is null and coalesce(trim(amount_given), '') = ''
            then 'amount|empty|' || coalesce(amount_given, '')
        when amount is null and regexp_matches(amount_given, '^[^0-9]*[0-9]{13,}([.][0-9]+)?[^0-9]*$')
            then 'amount|amount_too_large|' || coalesce(amount_given, '')
        when amount >= 1000000000000 or amount <= -1000000000000
            then 'amount|amount_too_large|' || coalesce(amount_given, '')
        when amount is null
            and (
                regexp_matches(amount_given, '^(-|-?[€£¥₹$] ?|[€£¥₹$] ?-)?[0-9]+([.][0-9]+)?( ?[A-Za-z]{3})?$')
                or regexp_matches(amount_given, '^-?[A-Za-z]{3} ?-?[0-9]+([.][0-9]+)?$|^-?[0-9]+([.][0-9]+)? ?[€£¥₹$]$')
            )
            and (
                (amount_given like '%€%' and not regexp_matches(upper(trim(currency)), '^(EUR)$'))
                or (amount_given like '%£%' and not regexp_matches(upper(trim(currency)), '^(GBP)$'))
                or (amount_given like '%¥%' and not regexp_matches(upper(trim(currency)), '^(JPY|CNY)$'))
                or (amount_given like '%₹%' and not regexp_matches(upper(trim(currency)), '^(INR)$'))
                or (amount_given like '%$%' and not regexp_matches(upper(trim(currency)), '^(USD|CAD|AUD|NZD|SGD|HKD)$'))
                or (regexp_matches(amount_given, '[A-Za-z]') and lower(amount_given) not like '%' || lower(trim(currency)) || '%')
            )
            then 'amount|other_currency|' || coalesce(amount_given, '')
        when amount is null and trim(amount_given) <> ''
            then 'amount|not_a_number|' || coalesce(amount_given, '')
        when currency is null and coalesce(trim(currency_given), '') = ''
            then 'currency|empty|' || coalesce(currency_given, '')
        when not regexp_matches(currency, '^[A-Z]{3}$')
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
        when currency = 'NAN' or currency = 'NIL' or currency = 'TBD' or currency = 'XXX'
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
    end as fault,
from typed

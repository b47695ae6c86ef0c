-- Employment costs as exported, one row per employee and month, in our types, with its first fault.
with typed as (
    select
        file_id,
        employee_id as employee_id_given,
        month as month_given,
        amount as amount_given,
        currency as currency_given,
        case when employee_id like ' %' or employee_id like '% ' then nullif(trim(employee_id), '') else employee_id end as employee_id,
        case
            when month like '____-__-01'
                then try_cast(month as date)
        end as month,
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
    from raw.employment_costs
)

select
    file_id,
    employee_id,
    month,
    amount,
    currency,
    nullif(currency_given, currency) as currency_given,
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
        when month is null and coalesce(trim(month_given), '') = ''
            then 'month|empty|' || coalesce(month_given, '')
        when month is null and trim(month_given) <> ''
            then 'month|not_a_month|' || coalesce(month_given, '')
        when month < date '1950-01-01' or month > $latest_day
            then 'month|sentinel_day|' || coalesce(month_given, '')
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

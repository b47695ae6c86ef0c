-- Sourcing costs as exported, one row per source and month, in our types, with its first fault.
with typed as (
    select
        file_id,
        source as source_given,
        month as month_given,
        amount as amount_given,
        currency as currency_given,
        case when source like ' %' or source like '% ' then nullif(trim(source), '') else source end as source,
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
    from raw.sourcing_costs
)

select
    file_id,
    source,
    month,
    amount,
    currency,
    nullif(currency_given, currency) as currency_given,
    case
        when source is null and coalesce(trim(source_given), '') = ''
            then 'source|empty|' || coalesce(source_given, '')
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

-- Opportunities as exported, one row per opportunity, in our types, with its first fault.
with typed as (
    select
        file_id,
        opportunity_id as opportunity_id_given,
        owner_id as owner_id_given,
        owner_email as owner_email_given,
        owner_name as owner_name_given,
        stage as stage_given,
        is_won as is_won_given,
        amount as amount_given,
        currency as currency_given,
        created_on as created_on_given,
        closed_on as closed_on_given,
        kind as kind_given,
        account as account_given,
        territory as territory_given,
        case when opportunity_id like ' %' or opportunity_id like '% ' then nullif(trim(opportunity_id), '') else opportunity_id end as opportunity_id,
        case when owner_id like ' %' or owner_id like '% ' then nullif(trim(owner_id), '') else owner_id end as owner_id,
        lower(case when owner_email like ' %' or owner_email like '% ' then nullif(trim(owner_email), '') else owner_email end) as owner_email,
        case when owner_name like ' %' or owner_name like '% ' then nullif(trim(owner_name), '') else owner_name end as owner_name,
        case when stage like ' %' or stage like '% ' then nullif(trim(stage), '') else stage end as stage,
        case
            when is_won = 'true'
                then true
            when is_won = 'false'
                then false
            when regexp_matches(lower(trim(is_won)), '^(true|yes|y|t|1)$')
                then true
            when regexp_matches(lower(trim(is_won)), '^(false|no|n|f|0)$')
                then false
        end as is_won,
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
        case
            when (created_on like '____-__-__' and created_on not like '% %')
                then try_cast(created_on as date)
            when regexp_matches(created_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(created_on as timestamp) as date)
            when regexp_matches(created_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(created_on as timestamp with time zone) at time zone $time_zone) as date)
        end as created_on,
        case
            when (closed_on like '____-__-__' and closed_on not like '% %')
                then try_cast(closed_on as date)
            when regexp_matches(closed_on, '^[0-9-]{10}[T ][0-9:.]+$')
                then cast(try_cast(closed_on as timestamp) as date)
            when regexp_matches(closed_on, '^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$')
                then cast((try_cast(closed_on as timestamp with time zone) at time zone $time_zone) as date)
        end as closed_on,
        case
            when kind = 'new'
                then 'new'
            when kind = 'expansion'
                then 'expansion'
            when kind = 'renewal'
                then 'renewal'
            when regexp_matches(lower(trim(kind)), '^(new)$')
                then 'new'
            when regexp_matches(lower(trim(kind)), '^(expansion)$')
                then 'expansion'
            when regexp_matches(lower(trim(kind)), '^(renewal)$')
                then 'renewal'
            when regexp_matches(lower(trim(kind)), '(^|[^a-z])(new)')
                then 'new'
            when regexp_matches(lower(trim(kind)), '(^|[^a-z])(expansion)')
                then 'expansion'
            when regexp_matches(lower(trim(kind)), '(^|[^a-z])(renewal)')
                then 'renewal'
            when lower(trim(kind)) <> ''
                then 'other'
        end as kind,
        case when account like ' %' or account like '% ' then nullif(trim(account), '') else account end as account,
        case when territory like ' %' or territory like '% ' then nullif(trim(territory), '') else territory end as territory,
    from raw.opportunities
)

select
    file_id,
    opportunity_id,
    owner_id,
    owner_email,
    owner_name,
    stage,
    is_won,
    amount,
    currency,
    nullif(currency_given, currency) as currency_given,
    created_on,
    closed_on,
    kind,
    nullif(kind_given, kind) as kind_given,
    territory,
    case when account is not null then hash(account) end as fingerprint,
    case
        when opportunity_id is null and coalesce(trim(opportunity_id_given), '') = ''
            then 'opportunity_id|empty|' || coalesce(opportunity_id_given, '')
        when not regexp_matches(opportunity_id, '^[!-~]([ -~]*[!-~])?$')
            and (
                not regexp_matches(
                    opportunity_id,
                    '^[ -~À-ÖØ-öø-ʯḀ-ỿͰ-ͳͶͷͻ-ͽΆΈ-Ͽἀ-ῼЀ-ҁҊ-ԯ'
                    || '\x{531}-\x{556}\x{561}-\x{587}\x{5D0}-\x{5EA}\x{620}-\x{63F}\x{641}-\x{64A}\x{660}-\x{669}'
                    || '\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{900}-\x{DFF}\x{E01}-\x{E3A}\x{E40}-\x{E59}'
                    || 'Ⴀ-ჿሀ-፿々ぁ-ゖァ-ヺー㐀-䶿一-鿿가-힣–’№]+$'
                )
                or regexp_matches(
                    opportunity_id,
                    '[A-Za-zÀ-ʯḀ-ỿ][0-9]*[Ͱ-ԯἀ-῿]|[Ͱ-ԯἀ-῿][0-9]*[A-Za-zÀ-ʯḀ-ỿ]|[Ͱ-Ͽἀ-῿][0-9]*[Ѐ-ԯ]|[Ѐ-ԯ][0-9]*[Ͱ-Ͽἀ-῿]'
                    || '|[A-Za-zÀ-ԯḀ-῿][0-9]*[^ -~À-ԯḀ-῿№–’]|[^ -~À-ԯḀ-῿№–’][0-9]*[A-Za-zÀ-ԯḀ-῿]'
                )
            )
            then 'opportunity_id|not_printable|' || coalesce(opportunity_id_given, '')
        when opportunity_id like '%E+%' and regexp_matches(opportunity_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')
            then 'opportunity_id|digits_lost|' || coalesce(opportunity_id_given, '')
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
        when stage is null and coalesce(trim(stage_given), '') = ''
            then 'stage|empty|' || coalesce(stage_given, '')
        when is_won is null and trim(is_won_given) <> ''
            then 'is_won|not_a_truth|' || coalesce(is_won_given, '')
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
        when not regexp_matches(currency, '^[A-Z]{3}$')
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
        when currency = 'NAN' or currency = 'NIL' or currency = 'TBD' or currency = 'XXX'
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
        when created_on is null and coalesce(trim(created_on_given), '') = ''
            then 'created_on|empty|' || coalesce(created_on_given, '')
        when created_on is null and trim(created_on_given) <> ''
            then 'created_on|not_a_day|' || coalesce(created_on_given, '')
        when created_on < date '1950-01-01' or created_on > $latest_day
            then 'created_on|sentinel_day|' || coalesce(created_on_given, '')
        when closed_on is null and trim(closed_on_given) <> ''
            then 'closed_on|not_a_day|' || coalesce(closed_on_given, '')
        when closed_on < date '1950-01-01' or closed_on > $latest_day
            then 'closed_on|sentinel_day|' || coalesce(closed_on_given, '')
        when kind is null and trim(kind_given) <> ''
            then 'kind|not_in_list|' || coalesce(kind_given, '')
    end as fault,
from typed

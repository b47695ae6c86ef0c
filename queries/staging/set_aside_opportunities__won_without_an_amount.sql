-- A won deal without an amount or its currency is no revenue; deals that are not won may leave both open.
select
    row_id,
    case when amount is null then 'amount' else 'currency' end as column_name,
    'empty' as reason,
    '' as found,
from staging.stg_opportunities
where is_won and (amount is null or currency is null) and fault is null

-- A rate of exchange is above zero.
select
    row_id,
    'rate' as column_name,
    'not_positive' as reason,
    cast(rate as varchar) as found,
from staging.stg_exchange_rates
where rate <= 0 and fault is null

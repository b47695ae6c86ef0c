-- A quota's period has a last day, told or by the next start of its owner.
select
    row_id,
    'period_end_on' as column_name,
    'without_an_end' as reason,
    cast(period_start_on as varchar) as found,
from staging.stg_quotas
where period_end_on is null and fault is null

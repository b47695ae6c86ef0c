-- A quota's period ends on or after the day it starts.
select
    row_id,
    'period_end_on' as column_name,
    'ends_before_it_starts' as reason,
    cast(period_end_on as varchar) as found,
from staging.stg_quotas
where period_end_on < period_start_on and fault is null

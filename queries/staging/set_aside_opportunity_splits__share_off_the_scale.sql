-- A share of a deal lies between 0 and 1.
select
    row_id,
    'share' as column_name,
    'off_the_scale' as reason,
    cast(share as varchar) as found,
from staging.stg_opportunity_splits
where (share < 0 or share > 1) and fault is null

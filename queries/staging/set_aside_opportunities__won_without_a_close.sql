-- A won deal without the day it closed belongs to no month.
select
    row_id,
    'closed_on' as column_name,
    'won_without_a_close' as reason,
    '' as found,
from staging.stg_opportunities
where is_won and closed_on is null and fault is null

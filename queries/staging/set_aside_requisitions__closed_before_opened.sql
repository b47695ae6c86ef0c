-- An opening is closed on or after the day it is opened.
select
    row_id,
    'closed_on' as column_name,
    'closed_before_opened' as reason,
    cast(closed_on as varchar) as found,
from staging.stg_requisitions
where closed_on < opened_on and fault is null

-- An absence ends on or after the day it starts.
select
    row_id,
    'to_on' as column_name,
    'ends_before_it_starts' as reason,
    cast(to_on as varchar) as found,
from staging.stg_absences
where to_on < from_on and fault is null

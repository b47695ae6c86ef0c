-- A recommendation is 1 (strong no) to 4 (strong yes).
select
    row_id,
    'recommendation' as column_name,
    'off_the_scale' as reason,
    cast(recommendation as varchar) as found,
from staging.stg_interviews
where (recommendation < 1 or recommendation > 4) and fault is null

-- A score lies between 0 and the top of its scale (5 where none is given).
select
    row_id,
    'score' as column_name,
    'off_the_scale' as reason,
    cast(score as varchar) as found,
from staging.stg_ratings
where (score < 0 or score > coalesce(scale_max, 5)) and fault is null

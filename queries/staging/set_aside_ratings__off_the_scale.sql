-- A score lies between 0 and the top of its scale (5 where none is given), which is above zero.
select
    row_id,
    case when scale_max <= 0 then 'scale_max' else 'score' end as column_name,
    case when scale_max <= 0 then 'scale_not_positive' else 'off_the_scale' end as reason,
    cast(case when scale_max <= 0 then scale_max else score end as varchar) as found,
from staging.stg_ratings
where (score < 0 or score > coalesce(scale_max, 5) or scale_max <= 0) and fault is null

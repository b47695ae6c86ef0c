-- A review's score lies between 0 and the top of its scale, which is above zero.
select
    row_id,
    case when scale_max <= 0 then 'scale_max' else 'score' end as column_name,
    case when scale_max <= 0 then 'scale_not_positive' else 'off_the_scale' end as reason,
    cast(case when scale_max <= 0 then scale_max else score end as varchar) as found,
from staging.stg_performance_reviews
where (score < 0 or score > scale_max or scale_max <= 0) and fault is null

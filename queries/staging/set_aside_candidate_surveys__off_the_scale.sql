-- A candidate answers from 0 to 10.
select
    row_id,
    'recommend_score' as column_name,
    'off_the_scale' as reason,
    cast(recommend_score as varchar) as found,
from staging.stg_candidate_surveys
where (recommend_score < 0 or recommend_score > 10) and fault is null

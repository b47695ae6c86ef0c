-- Years in sales are the years of a working life: beyond it, another column may stand in their place.
select
    row_id,
    'years_in_sales' as column_name,
    'off_the_scale' as reason,
    cast(years_in_sales as varchar) as found,
from staging.stg_candidates
where (years_in_sales < 0 or years_in_sales > 60) and fault is null

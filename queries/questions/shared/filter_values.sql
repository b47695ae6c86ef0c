-- What each filter offers: every value found, with its number of hires.
-- ignores: all filters, because it is what fills them
-- company: values only, no person
select
    filter_name,
    filter_value,
    count_hires,
from marts.filter_values
order by
    filter_name asc,
    count_hires desc,
    filter_value asc

-- What each filter offers: every value found among what the viewer may see, with its number of hires.
-- ignores: all filters but the viewer's, because it is what fills them
-- counts: count_hires
-- hides: count_hires; a value is no person, and none may be missing where all are meant
select
    filter_name,
    filter_value,
    sum(count_hires) as count_hires,
from marts.filter_values
where
    list_contains($viewer_regions, region)
    and list_contains($viewer_role_profiles, role_profile)
group by
    filter_name,
    filter_value
order by
    filter_name asc,
    sum(count_hires) desc,
    filter_value asc

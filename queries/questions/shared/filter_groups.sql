-- The groups of regions and roles that a filter offers, with those values of each that the viewer may see.
-- ignores: all filters but the viewer's, because it is what fills them
-- company: values only, no person
with groups as (
    select
        *,
        count(*) over (partition by filter_name, group_name) as count_values,
    from marts.filter_groups
)

select
    filter_name,
    group_name,
    filter_value,
    count_values,
from groups
where
    (filter_name = 'regions' and list_contains($viewer_regions, filter_value))
    or (filter_name = 'role_profiles' and list_contains($viewer_role_profiles, filter_value))
order by
    place asc

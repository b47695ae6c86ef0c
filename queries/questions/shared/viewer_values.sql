-- Every region and role profile somebody may stand in: the scope of a viewer who sees everything, written out.
-- ignores: all filters, because a viewer is no filter
-- company: values only, no person
select
    filter_name as value_name,
    filter_value as viewer_value,
from marts.filter_values
where filter_name in ('regions', 'role_profiles')
union
select
    'regions' as value_name,
    coalesce(region, 'Not given') as viewer_value,
from marts.spells
union
select
    'role_profiles' as value_name,
    coalesce(role_profile, 'Not given') as viewer_value,
from marts.spells
where department = 'Sales'
union
select
    'regions' as value_name,
    'Not given' as viewer_value,
union
select
    'role_profiles' as value_name,
    'Not given' as viewer_value,
order by
    value_name asc,
    viewer_value asc

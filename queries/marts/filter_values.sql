-- One row per filter and value it offers, with its number of hires (none for a value only applications have).
with values_found as (
    select
        'role_profiles' as filter_name,
        role_profile as filter_value,
        1 as count_hires,
    from marts.hires
    union all
    select
        'regions' as filter_name,
        region as filter_value,
        1 as count_hires,
    from marts.hires
    union all
    select
        'segments' as filter_name,
        segment as filter_value,
        1 as count_hires,
    from marts.hires
    union all
    select
        'sources' as filter_name,
        source as filter_value,
        1 as count_hires,
    from marts.hires
    union all
    select
        'role_profiles' as filter_name,
        coalesce(role_profile, 'Not given') as filter_value,
        0 as count_hires,
    from marts.applications
    union all
    select
        'regions' as filter_name,
        coalesce(region, 'Not given') as filter_value,
        0 as count_hires,
    from marts.applications
    union all
    select
        'segments' as filter_name,
        coalesce(segment, 'Not given') as filter_value,
        0 as count_hires,
    from marts.applications
    union all
    select
        'sources' as filter_name,
        source as filter_value,
        0 as count_hires,
    from marts.applications
)

select
    filter_name,
    filter_value,
    sum(count_hires) as count_hires,
from values_found
group by
    filter_name,
    filter_value

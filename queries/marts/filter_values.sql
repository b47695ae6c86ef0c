-- One row per filter, value it offers, region and role, with its number of hires (none where only applications have it).
with values_found as (
    select
        'role_profiles' as filter_name,
        role_profile as filter_value,
        region,
        role_profile,
        1 as count_hires,
    from marts.hires
    union all
    select
        'regions' as filter_name,
        region as filter_value,
        region,
        role_profile,
        1 as count_hires,
    from marts.hires
    union all
    select
        'segments' as filter_name,
        segment as filter_value,
        region,
        role_profile,
        1 as count_hires,
    from marts.hires
    union all
    select
        'sources' as filter_name,
        source as filter_value,
        region,
        role_profile,
        1 as count_hires,
    from marts.hires
    union all
    select
        'role_profiles' as filter_name,
        coalesce(role_profile, 'Not given') as filter_value,
        coalesce(region, 'Not given') as region,
        coalesce(role_profile, 'Not given') as role_profile,
        0 as count_hires,
    from marts.applications
    union all
    select
        'regions' as filter_name,
        coalesce(region, 'Not given') as filter_value,
        coalesce(region, 'Not given') as region,
        coalesce(role_profile, 'Not given') as role_profile,
        0 as count_hires,
    from marts.applications
    union all
    select
        'segments' as filter_name,
        coalesce(segment, 'Not given') as filter_value,
        coalesce(region, 'Not given') as region,
        coalesce(role_profile, 'Not given') as role_profile,
        0 as count_hires,
    from marts.applications
    union all
    select
        'sources' as filter_name,
        source as filter_value,
        coalesce(region, 'Not given') as region,
        coalesce(role_profile, 'Not given') as role_profile,
        0 as count_hires,
    from marts.applications
)

select
    filter_name,
    filter_value,
    region,
    role_profile,
    sum(count_hires) as count_hires,
from values_found
group by
    filter_name,
    filter_value,
    region,
    role_profile

-- One row per group of regions or roles set in config.toml and value in it, and whether anybody of the exports has either.
with known as (
    select
        filter_name,
        filter_value,
    from marts.filter_values
    union
    select
        'regions' as filter_name,
        region as filter_value,
    from marts.spells
    where region is not null
)

select
    groups.place,
    groups.setting,
    groups.filter_name,
    groups.group_name,
    groups.filter_value,
    values_known.filter_value is not null as is_known,
    namesakes.filter_value is not null as is_named_like_a_value,
from staging.filter_groups_set as groups
left join known as values_known
    on groups.filter_name = values_known.filter_name and groups.filter_value = values_known.filter_value
left join known as namesakes
    on groups.filter_name = namesakes.filter_name and groups.group_name = namesakes.filter_value

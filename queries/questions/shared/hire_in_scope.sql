-- Every employment in Sales of the person whom an address names, by an id or by one of these employments, if the viewer may see it.
-- people: not asked by itself, every question about one hire starts from it
with seen as (
    select
        *,
        concat(employee_id, '.', hire_date) as hire,
    from marts.hires
    where
        list_contains($viewer_role_profiles, role_profile)
        and list_contains($viewer_regions, region)
        and ($viewer_sees_every_team or list_contains($viewer_hires, concat(employee_id, '.', hire_date)))
),

named as (
    select person_id from seen
    where $hire in (hire, employee_id)
)

select
    *,
    $hire = hire as is_named,
from seen
where person_id in (select person_id from named)

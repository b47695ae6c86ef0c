-- The people of the HR file whom the viewer may see, by their latest spell; who does not sell has no role to see by.
-- people: not asked by itself, every question about people of the HR file starts from it
select
    spells.person_id,
    max_by(spells.employee_id, spells.hire_date) as employee_id,
    max_by(spells.full_name, spells.hire_date) as full_name,
    max_by(spells.department, spells.hire_date) as department,
    max_by(coalesce(spells.role_profile, spells.job_title), spells.hire_date) as role_profile,
    max_by(spells.region, spells.hire_date) as region,
    min(spells.hire_date) as first_hired_on,
    max(spells.hire_date) as last_hired_on,
    if(count(*) = count(spells.termination_date), max(spells.termination_date), null) as left_on,
from marts.spells
group by spells.person_id
having
    list_contains($viewer_regions, coalesce(max_by(spells.region, spells.hire_date), 'Not given'))
    and list_contains(
        $viewer_role_profiles,
        max_by(
            if(spells.department = 'Sales', coalesce(spells.role_profile, 'Not given'), 'Not given'), spells.hire_date
        )
    )
    and ($viewer_sees_every_team or list_contains($viewer_people, spells.person_id))

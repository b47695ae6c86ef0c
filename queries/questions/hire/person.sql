-- Every employment in Sales of the person whom the address names: role, place, manager, application, offer, profile.
-- ignores: all filters, because an address names one hire whatever is chosen
-- people: one row an employment, with the name
with asked_for as (
    select
        applications.application_id,
        max_by(profiles.version, profiles.effective_on) as profile_version,
        max(profiles.effective_on) as profile_effective_on,
    from marts.applications
    inner join marts.role_profiles as profiles
        on
            applications.role_profile = profiles.role_profile
            and applications.applied_on >= profiles.effective_on
    group by applications.application_id
)

select
    hires.hire,
    hires.employee_id,
    hires.full_name,
    hires.role_profile,
    hires.region,
    hires.segment,
    hires.source,
    managers.full_name as manager_name,
    hires.hire_date,
    hires.sales_start_on,
    hires.role_ended_on,
    hires.termination_date,
    hires.has_left,
    hires.last_day,
    hires.as_of,
    hires.is_start_observed,
    hires.is_login_missing,
    hires.is_before_crm,
    applications.applied_on,
    applications.offered_on,
    applications.accepted_on,
    requisitions.count_applications,
    asked_for.profile_version,
    asked_for.profile_effective_on,
from hire_in_scope as hires
left join marts.people as managers
    on hires.manager_id = managers.employee_id
left join marts.applications
    on hires.application_id = applications.application_id
left join marts.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join asked_for
    on hires.application_id = asked_for.application_id
order by
    hires.hire_date desc,
    hires.employee_id asc

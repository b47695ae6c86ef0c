-- Every employment in Sales of the person whom the address names: where they came from, what they sold, their place in the role.
-- ignores: hired_from, hired_to, role_profiles, regions, segments and sources, because an address names one hire whatever is chosen
-- people: one row an employment, with the name
with seen as (
    select
        *,
        concat(employee_id, '.', hire_date) as hire,
    from marts.hires
    where list_contains($viewer_role_profiles, role_profile) and list_contains($viewer_regions, region)
),

named as (
    select person_id from seen
    where $hire in (hire, employee_id)
),

placed as (
    select
        employee_id,
        hire_date,
        rank() over (
            partition by role_profile
            order by round(coalesce(ramped_attainment, 0), 9) desc, revenue desc
        ) as place,
        count(*) over (partition by role_profile) as count_placed,
    from marts.hire_windows
    where role_number = 1 and outcome_window = $outcome_window and is_counted
),

sold as (
    select
        employee_id,
        hire_date,
        count(*) filter (where timing = 'employed' and not is_inherited) as count_own_deals,
        sum(amount) filter (where timing = 'employed' and not is_inherited) as own_revenue,
        sum(amount) filter (where is_inherited) as inherited_revenue,
    from marts.credits
    where is_of_hire
    group by
        employee_id,
        hire_date
),

people as (
    select
        employee_id,
        max_by(full_name, hire_date) as full_name,
    from marts.spells
    group by employee_id
),

asked_for as (
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
    hires.hire_date,
    hires.full_name,
    hires.role_profile,
    hires.region,
    hires.segment,
    hires.source,
    managers.full_name as manager_name,
    hires.sales_start_on,
    hires.role_ended_on,
    hires.termination_date,
    hires.has_left,
    hires.last_day,
    hires.as_of,
    hires.sales_start_on + to_months($outcome_window) as first_year_ends_on,
    hires.sales_start_on + to_months(2 * $outcome_window) as second_year_ends_on,
    hires.is_start_observed,
    hires.is_before_crm,
    applications.applied_on,
    applications.offered_on,
    applications.accepted_on,
    requisitions.count_applications,
    asked_for.profile_version,
    asked_for.profile_effective_on,
    windows.is_counted and windows.has_quota as is_first_year_counted,
    windows.is_ended_by_move,
    windows.revenue as first_year_revenue,
    windows.ramped_quota as first_year_quota,
    windows.ramped_attainment as first_year_attainment,
    windows.is_high_performer,
    windows.met_bar,
    windows.bar,
    placed.place,
    placed.count_placed,
    later.is_counted and later.has_quota as is_second_year_counted,
    milestones.has_first_deal,
    milestones.days_to_first_deal,
    milestones.has_ramped,
    milestones.months_to_ramp,
    coalesce(sold.count_own_deals, 0) as count_own_deals,
    cast(coalesce(sold.own_revenue, 0) as double) as own_revenue,
    cast(coalesce(sold.inherited_revenue, 0) as double) as inherited_revenue,
from seen as hires
inner join marts.hire_windows as windows
    on
        hires.employee_id = windows.employee_id
        and hires.hire_date = windows.hire_date
        and windows.role_number = 1
        and windows.outcome_window = $outcome_window
inner join marts.hire_windows as later
    on
        hires.employee_id = later.employee_id
        and hires.hire_date = later.hire_date
        and later.role_number = 1
        and later.outcome_window = 2 * $outcome_window
inner join marts.hire_milestones as milestones
    on hires.employee_id = milestones.employee_id and hires.hire_date = milestones.hire_date
left join marts.applications
    on hires.application_id = applications.application_id
left join marts.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join asked_for
    on hires.application_id = asked_for.application_id
left join placed
    on hires.employee_id = placed.employee_id and hires.hire_date = placed.hire_date
left join sold
    on hires.employee_id = sold.employee_id and hires.hire_date = sold.hire_date
left join people as managers
    on hires.manager_id = managers.employee_id
where hires.person_id in (select person_id from named)
order by
    hires.hire_date desc,
    hires.employee_id asc

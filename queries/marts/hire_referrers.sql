-- One row per hire whose application says who referred them: what that colleague had shown by the day of applying.
-- A colleague is known by id, by work e-mail, else by a name that one person alone bears; nobody refers themselves. A first
-- year counts once it is over, and is ranked among those of its role that were over by then: nothing later tells.
-- Region and role are those in which the colleague had such a first year.
with names as (
    select
        lower(full_name) as name,
        min(person_id) as person_id,
    from marts.people
    where full_name is not null
    group by lower(full_name)
    having count(distinct person_id) = 1
),

referred as (
    select
        hires.employee_id,
        hires.hire_date,
        hires.person_id,
        applications.applied_on,
        coalesce(by_id.person_id, by_address.person_id, by_name.person_id) as referrer_id,
    from marts.hires
    inner join staging.applications as applications
        on hires.application_id = applications.application_id
    left join marts.people as by_id
        on applications.referred_by = by_id.employee_id
    left join marts.addresses as by_address
        on lower(applications.referred_by) = by_address.work_email
    left join names as by_name
        on lower(applications.referred_by) = by_name.name
    where applications.referred_by is not null
),

first_years as (
    select
        hires.person_id,
        hires.hire_date,
        hires.region,
        windows.role_profile,
        cast(hires.sales_start_on + interval '12' month as date) as over_on,
        round(coalesce(windows.ramped_attainment, 0), 9) as attained,
        windows.revenue,
        cast(roles.high_performer_share as decimal(9, 6)) as high_performer_share,
    from marts.hire_windows as windows
    inner join marts.hires
        on windows.employee_id = hires.employee_id and windows.hire_date = hires.hire_date
    inner join staging.role_settings as roles
        on windows.role_profile = roles.role_profile
    where windows.outcome_window = 12 and windows.role_number = 1 and windows.is_high_performer is not null
),

-- Below five of a role whose first year was over nobody is told from the others.
placed as (
    select
        referred.employee_id,
        referred.hire_date,
        mine.region,
        mine.role_profile,
        mine.revenue > 0
        and 1 + count(*) filter (
            where others.attained > mine.attained
            or (others.attained = mine.attained and others.revenue > mine.revenue)
        ) <= ceil(mine.high_performer_share * count(*)) as is_high_performer,
    from referred
    inner join first_years as mine
        on referred.referrer_id = mine.person_id and referred.applied_on >= mine.over_on
    inner join first_years as others
        on mine.role_profile = others.role_profile and referred.applied_on >= others.over_on
    group by
        referred.employee_id,
        referred.hire_date,
        mine.hire_date,
        mine.region,
        mine.role_profile,
        mine.revenue,
        mine.attained,
        mine.high_performer_share
    having count(*) >= 5
),

shown as (
    select
        employee_id,
        hire_date,
        max(case when is_high_performer then 1 else 0 end) as count_best,
        max(region) as region,
        max(role_profile) as role_profile,
    from placed
    group by
        employee_id,
        hire_date
),

sellers as (
    select
        person_id,
        min(starts_on) as starts_on,
    from marts.stint_spans
    group by person_id
)

select
    referred.employee_id,
    referred.hire_date,
    case
        when referred.referrer_id is null or referred.referrer_id = referred.person_id then 'not found'
        when shown.count_best = 1 then 'high performer'
        when shown.count_best = 0 then 'other seller'
        when sellers.starts_on <= referred.applied_on then 'not known by then'
        else 'no seller'
    end as referrer,
    shown.region as referrer_region,
    shown.role_profile as referrer_role,
from referred
left join shown
    on referred.employee_id = shown.employee_id and referred.hire_date = shown.hire_date
left join sellers
    on referred.referrer_id = sellers.person_id

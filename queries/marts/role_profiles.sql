-- One row per competency in a version of a role's profile, with which version holds on the day of the data.
with company as (
    select * from marts.company
),

versions as (
    select
        role_profile,
        version,
        max(effective_on) as effective_on,
        max(agreed_by_sales_on) as agreed_by_sales_on,
        max(agreed_by_hr_on) as agreed_by_hr_on,
        count(*) = count(agreed_by_sales_on) as is_agreed_by_sales,
        count(*) = count(agreed_by_hr_on) as is_agreed_by_hr,
    from staging.role_profiles
    group by
        role_profile,
        version
),

in_order as (
    select
        versions.*,
        versions.effective_on <= company.as_of as is_in_force,
        row_number() over (
            partition by versions.role_profile, versions.effective_on <= company.as_of
            order by versions.effective_on desc nulls last, versions.version desc nulls last
        ) as place,
    from versions
    cross join company
)

select
    profiles.role_profile,
    profiles.version,
    in_order.effective_on,
    in_order.is_in_force and in_order.place = 1 as is_current,
    in_order.is_in_force,
    profiles.competency,
    cast(profiles.weight as double) as weight,
    cast(profiles.minimum_score as double) as minimum_score,
    profiles.looks_like,
    coalesce(profiles.must_have, false) as is_must_have,
    case when in_order.is_agreed_by_sales then in_order.agreed_by_sales_on end as agreed_by_sales_on,
    case when in_order.is_agreed_by_hr then in_order.agreed_by_hr_on end as agreed_by_hr_on,
from staging.role_profiles as profiles
inner join in_order
    on profiles.role_profile = in_order.role_profile and profiles.version = in_order.version

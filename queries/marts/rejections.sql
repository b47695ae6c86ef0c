-- One row per applicant turned down by HR or Sales, and whether the reason is something the agreed profile asks for.
-- The profile is the version in force on the day, with what the opening asks for beside it; unknown where config.toml
-- does not name the reason, or no profile was in force.
with turned_down as (
    select
        applications.application_id,
        applications.requisition_id,
        applications.role_profile,
        applications.ended_on,
        case applications.ended_by when 'hr' then 'HR' else 'Sales' end as department,
        applications.reason,
        reasons.competency,
        reasons.is_asked,
    from marts.applications
    left join staging.reasons_set as reasons
        on lower(trim(applications.reason)) = reasons.reason
    where applications.status = 'rejected' and applications.ended_by in ('hr', 'sales')
),

versions as (
    select distinct
        role_profile,
        version,
        effective_on,
    from marts.role_profiles
),

in_order as (
    select
        turned_down.application_id,
        versions.version,
        row_number() over (
            partition by turned_down.application_id
            order by versions.effective_on desc nulls last, versions.version desc nulls last
        ) as place,
    from turned_down
    inner join versions
        on turned_down.role_profile = versions.role_profile and turned_down.ended_on >= versions.effective_on
)

select
    turned_down.application_id,
    turned_down.department,
    turned_down.reason,
    case
        when in_order.version is null then null
        when turned_down.competency is null then turned_down.is_asked
        else profiles.competency is not null or own.competency is not null
    end as is_asked_for,
from turned_down
left join in_order
    on turned_down.application_id = in_order.application_id and in_order.place = 1
left join marts.role_profiles as profiles
    on
        turned_down.role_profile = profiles.role_profile
        and in_order.version = profiles.version
        and turned_down.competency = profiles.competency
left join staging.requisition_requirements as own
    on turned_down.requisition_id = own.requisition_id and turned_down.competency = own.competency

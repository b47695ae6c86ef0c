-- One row per applicant turned down, by which side where it is known, and whether the reason is something their opening asks for.
-- Unknown where config.toml does not name the reason, or no profile was in force when the opening was opened. Asked for by
-- name: config.toml says of the reason itself, and not of a competency, that profiles ask for it.
with profiled as (
    select distinct requisition_id
    from marts.openings_asked
    where profile_version is not null
)

select
    applications.application_id,
    case applications.ended_by when 'hr' then 'HR' when 'sales' then 'Sales' end as department,
    applications.reason,
    case
        when profiled.requisition_id is null then null
        when reasons.competency is null then reasons.is_asked
        else asked.competency is not null
    end as is_asked_for,
    coalesce(reasons.competency is null and reasons.is_asked, false) as is_asked_by_name,
from marts.applications
left join staging.reasons_set as reasons
    on lower(trim(applications.reason)) = reasons.reason
left join profiled
    on applications.requisition_id = profiled.requisition_id
left join marts.openings_asked as asked
    on applications.requisition_id = asked.requisition_id and reasons.competency = asked.competency
where applications.status = 'rejected'

-- One row per opening and competency it asks for: in the version of its role's profile in force when it was opened, beside it, or both.
with versions as (
    select distinct
        role_profile,
        version,
        effective_on,
    from marts.role_profiles
),

in_order as (
    select
        requisitions.requisition_id,
        versions.role_profile,
        versions.version,
        row_number() over (
            partition by requisitions.requisition_id
            order by versions.effective_on desc nulls last, versions.version desc nulls last
        ) as place,
    from marts.requisitions
    inner join versions
        on requisitions.role_profile = versions.role_profile and requisitions.opened_on >= versions.effective_on
),

of_profile as (
    select
        in_order.requisition_id,
        in_order.version,
        profiles.competency,
        profiles.minimum_score,
        profiles.is_must_have,
    from in_order
    inner join marts.role_profiles as profiles
        on in_order.role_profile = profiles.role_profile and in_order.version = profiles.version
    where in_order.place = 1
)

select
    coalesce(own.requisition_id, of_profile.requisition_id) as requisition_id,
    coalesce(own.competency, of_profile.competency) as competency,
    of_profile.version as profile_version,
    coalesce(of_profile.is_must_have, false) as is_must_have,
    coalesce(cast(own.minimum_score as double), of_profile.minimum_score) as minimum_score,
    own.requisition_id is not null as is_own,
    own.note,
from of_profile
full outer join staging.requisition_requirements as own
    on of_profile.requisition_id = own.requisition_id and of_profile.competency = own.competency
